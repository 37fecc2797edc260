#!/usr/bin/env python3
"""Train the quote model on DATA/polnear/train and score it on DATA/polnear/dev.

usage: train.py --data DATA [--tools TOOLS] [--out FILE] [--holdout]      (make train DATA=../shared/data)

TOOLS holds score_quotes.py. --holdout trains on 7/8 of train and scores the other 8th too (for choices). About two minutes.
"""
import argparse, collections, os, sys, time
import numpy as np
ap = argparse.ArgumentParser(description=__doc__.splitlines()[0])
ap.add_argument("--data", default="../shared/data"); ap.add_argument("--tools", help="default: DATA/../tools")
ap.add_argument("--out", default="Sources/CQuoteModel/quotes.model")
ap.add_argument("--holdout", action="store_true")
ap.add_argument("--n1", type=int, default=32000, help="features kept in stage 1")
ap.add_argument("--n2", type=int, default=26000, help="in stage 2"); ap.add_argument("--n3", type=int, default=12000, help="in stage 3")
A = ap.parse_args()
from pipeline import *
from learn import *
sys.path.insert(0, A.tools or os.path.join(A.data, "..", "tools")); import score_quotes as sq
T0 = time.time()
P = lambda *a: print('%.0fs' % (time.time() - T0), *a, flush=True)
tr = load_docs(os.path.join(A.data, "polnear/train"), sq); dv = load_docs(os.path.join(A.data, "polnear/dev"), sq); va = []
GOLD = sq.load_gold(os.path.join(A.data, "polnear/train")); GOLD.update(sq.load_gold(os.path.join(A.data, "polnear/dev")))
if A.holdout: va = [T for j, T in enumerate(tr) if j % 8 == 3]; tr = [T for j, T in enumerate(tr) if j % 8 != 3]
P('loaded')

# ---- cue words: the word of each cue that is most often part of one
nc, n = collections.Counter(), collections.Counter()
for T in tr:
    n.update(T.low)
    for a in T.atts:
        for s, e in a['cue']: nc.update(T.low[s:e])
for T in tr + va + dv:
    T.gold = {}
    for a in T.atts:
        ct = [k for s, e in a['cue'] for k in range(s, e)]
        if not ct: continue
        k = max(ct, key=lambda k: (nc[T.low[k]] + (1. if suffixed(T, k) else 0.)) / (n[T.low[k]] + 5.))
        T.gold.setdefault(k, []).append(a)
ac = collections.Counter(T.low[k] for T in tr for k in T.gold)
sp = collections.Counter(T.low[k] for T in tr for k in T.gold if T.gold[k][0]['speech'])
m = Model()
m.lex = {fnvs(w): (1 if c >= 2 and c / n[w] > .01 else 0, round(255 * sp[w] / c)) for w, c in ac.items() if c >= 2}
for T in tr + va + dv:
    T.cand = np.array([k for k in range(T.n) if is_candidate(T, k, m.lex)], np.int64)
    T.y1 = np.array([k in T.gold for k in T.cand], np.float32)
P('lexicon', len(m.lex), 'candidates', sum(len(T.cand) for T in tr) / sum(T.n for T in tr), 'gold cues', sum(len(T.gold) for T in tr))

def prune(X, W, keys, k):
    """the k features with the largest weight times root of count, no two in one bucket; the other ids become -1"""
    cnt = np.bincount(X[X >= 0], minlength=len(W))
    order = np.argsort(-(np.abs(W.reshape(len(W), -1)).max(1) * np.sqrt(cnt)), kind='stable')
    first = np.unique(keys[order] >> np.uint32(32 - bits_for(k)), return_index=True)[1]
    keep = np.zeros(len(W) + 1, bool); keep[order[np.sort(first)[:k]]] = True
    return keep
def compact(X, keys, keep):
    """ids and keys without the features that are not kept"""
    new = np.where(keep[:-1], np.cumsum(keep[:-1]) - 1, -1).astype(np.int32); new = np.append(new, -1)
    return new[X].astype(np.int32), keys[keep[:-1]]

# ---- stage 1
H = [x1(T) for T in tr]; Y = np.concatenate([T.y1 for T in tr])
X, keys = index(np.concatenate(H)); W = train_lr(X, Y, len(keys), 4, .1, 1e-4, 1); P('stage 1', len(keys))
d = np.concatenate([np.full(len(h), j) for j, h in enumerate(H)])
p = np.zeros(len(Y), np.float32)
for k in range(4):                                   # jackknife (before the pruning, which has seen all articles)
    p[d % 4 == k] = score_lr(X[d % 4 == k], train_lr(X[d % 4 != k], Y[d % 4 != k], len(keys), 4, .1, 1e-4, 1))
for j, T in enumerate(tr): T.p1 = p[d == j]; setcue(T)
X, keys = compact(X, keys, prune(X, W[:-1], keys, A.n1))
W = train_lr(X, Y, len(keys), 4, .1, 1e-4, 1); m.b1 = float(W[-1]); m.t1 = Table(keys, W[:-1])
del H, X

# ---- stage 2
def labels(T, anch, lo, hi, off):
    """gold labels of the windows of cue words"""
    y = np.zeros(off[-1], np.int64)
    for k, a in enumerate(anch):
        for r, b in (('content', 5), ('source', 1), ('cue', 3)):
            for s, e in sorted(T.gold[a][0][r]):
                s2, e2 = max(s, lo[k]), min(e, hi[k])
                if s2 < e2: o = off[k] - lo[k]; y[o+s2:o+e2] = b + 1; y[o+s2] = b
        z = off[k] + a - lo[k]
        if y[z] not in (3, 4): y[z] = 3
        for z in range(off[k], off[k+1]):
            if y[z] in (2, 4, 6) and (z == off[k] or y[z-1] not in (y[z], y[z]-1)): y[z] -= 1
    return y
Xs, Ys, off, an, doc = [], [], [0], [], []
for j, T in enumerate(tr):
    g = sorted(T.gold)
    if not g: continue
    X, lo, hi, o = x2(T, g)
    Ys.append(labels(T, g, lo, hi, o)); Xs.append(X); b = off[-1]
    an += [b + o[k] + g[k] - lo[k] for k in range(len(g))]; off += [b + z for z in o[1:]]; doc += [j] * len(g)
Y = np.concatenate(Ys); off = np.array(off, np.int64); an = np.array(an, np.int64); doc = np.array(doc)
X, keys = index(np.concatenate(Xs), 3); del Xs
P('stage 2', X.shape, len(keys))
def fit2(X, nf, ep, drop, rows=None, seed=1):
    """A CRF of nf features on all windows, or on some."""
    if rows is None: return train_crf(X, Y, off, an, L, ALLOW, nf, ep, .04, 1e-5, seed, drop)
    i = np.concatenate([np.arange(off[s], off[s+1]) for s in rows])
    o = np.concatenate([[0], np.cumsum((off[1:] - off[:-1])[rows])]).astype(np.int64)
    return train_crf(X[i], Y[i], o, an[rows] - off[rows] + o[:-1], L, ALLOW, nf, ep, .04, 1e-5, seed, drop)
W, Tm = fit2(X, len(keys), 6, .4)
for k in range(4):                                   # jackknife for stage 3
    Wk, Tk = fit2(X, len(keys), 5, .4, np.flatnonzero(doc % 4 != k))
    for j, T in enumerate(tr):
        if j % 4 == k: attributions(T, lambda H: lookup(H, keys), Wk, Tk, -1.5)
P('jackknife')
X, keys = compact(X, keys, prune(X, W, keys, A.n2)); del W
R = [fit2(X, len(keys), 6, .3, seed=s) for s in (1, 2, 3)]     # the mean of three runs
W = sum(r[0] for r in R) / 3; Tm = sum(r[1] for r in R) / 3; m.t2 = Table(keys, W); m.trans = np.where(ALLOW, Tm, 0).astype(np.float32); P('pruned')

# ---- stage 3, on attributions of models that have not seen the article
def match3(T):
    """y: does an attribution found share half its content, and the source, with one of the gold?"""
    G = [({t for b, e in a['content'] for t in range(b, e) if T.word[t]}, {t for b, e in a['source'] for t in range(b, e)}) for a in T.atts]
    pairs = []
    for i, x in enumerate(T.q3):
        x['y'] = 0
        for g, (C, S) in enumerate(G):
            o = len(C & x['C']); z = max(len(C), len(x['C']))
            if o and 2 * o >= z: pairs.append((-o / z, g, i))
    ug, up = {}, set()
    for _, g, i in sorted(pairs):
        x = T.q3[i]
        if i in up or ug.get(g, x['a']) != x['a']: continue
        ug[g] = x['a']; up.add(i)
        S = {t for b, e in x['s'] for t in range(b, e)}
        x['y'] = 1 if (not S and not G[g][1]) or (S & G[g][1]) else 0
H3, y3 = [], []
for T in tr:
    match3(T)
    for x in T.q3: H3.append(feats3(T, x)); y3.append(x['y'])
H3 = np.array(H3, np.uint32); y3 = np.array(y3, np.float32)
X3, k3 = index(H3, 3); W3 = train_lr(X3, y3, len(k3), 4, .05, 1e-4, 1)
X3, k3 = compact(X3, k3, prune(X3, W3[:-1], k3, A.n3)); W3 = train_lr(X3, y3, len(k3), 4, .05, 1e-4, 1)
m.b3 = float(W3[-1]); m.t3 = Table(k3, W3[:-1]); P('stage 3', H3.shape)
m.thr1, m.thr3, m.thrq = -1.2, -.7, -2.5
P('bytes', m.save(A.out), 'features', m.t1.count, m.t2.count, m.t3.count)

# ---- score
m = Model.load(A.out)
for name, D in (('holdout', va), ('dev', dv)):
    if not D: continue
    for t3 in (-1.1, -.7, -.4):
        m.thr3 = t3
        pr = {T.id: to_json(T, decode(T, m) if t3 == -1.1 else choose(T, t3, m.thrq)) for T in D}
        r = sq.score({T.id: GOLD[T.id] for T in D}, pr)
        f = lambda k: 100 * r[k]['f1']
        P('%s thr3 %.1f | quoted %.1f/%.1f speech %.1f/%.1f all %.1f/%.1f (P %.1f R %.1f) strict q %.1f src %.1f spans content/source/cue %.1f/%.1f/%.1f' % (
            name, t3, f('soft quoted'), f('joint quoted'), f('soft speech'), f('joint speech'), f('soft all'), f('joint all'), 100 * r['soft all']['p'], 100 * r['soft all']['r'],
            f('strict quoted'), 100 * r['source']['any'], f('span content'), f('span source'), f('span cue')))
