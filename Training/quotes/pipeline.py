"""The reference decoder: tokens -> cue words (stage 1) -> labels around each cue word (stage 2) -> is it right? (stage 3).

Also the model file; QuoteModel.swift and FeatureTable.swift describe its layout. CueScorer.swift, CandidateFinder.swift,
AttributionDecoder.swift, AttributionChooser.swift and ParagraphRules.swift do the same.
"""
import math, struct
import numpy as np
from tokens import *
from features import *
from learn import decode_crf, decode_forced

LABELS = ["O", "BS", "IS", "BK", "IK", "BC", "IC"]; L = 7
ALLOW = np.ones((L + 1, L), np.bool_)
for _x in (2, 4, 6):
    for _p in range(L + 1): ALLOW[_p, _x] = _p in (_x, _x - 1)

# ---------------------------------------------------------------- model file
def bits_for(n):
    """How many of the highest bits of a hash tell n features apart well enough."""
    return max(6, math.ceil(math.log2(max(1, n) * 8)))

class Table:
    """Weights by hash: rows of 1 (width 1) or of 7 (width 8). The highest `bits` bits of a hash are its bucket, which holds one
    feature; its low half must agree, too."""
    def __init__(t, keys=None, W=None):
        if keys is None: return
        W = W.reshape(len(keys), -1)
        t.width = 1 if W.shape[1] == 1 else 8
        t.bits = bits_for(len(keys))
        t.scale = float(np.abs(W).max()) / 127 or 1.
        q = np.round(W / t.scale).astype(np.int8)
        best = {}
        for i in np.argsort(-np.abs(W).max(1), kind='stable').tolist():
            if q[i].any(): best.setdefault(int(keys[i]) >> (32 - t.bits), i)
        order = [best[k] for k in sorted(best)]
        t.keys = keys[order].astype(np.uint32); t.q = q[order]; t.count = len(order)
        t.finish()
    def finish(t):
        t.row = np.full(1 << t.bits, -1, np.int32); t.row[t.keys >> np.uint32(32 - t.bits)] = np.arange(t.count)
        t.W = t.q.astype(np.float32) * np.float32(t.scale)
    def dump(t):
        """The table as bytes: which buckets are taken, how many before each 32 of them, low halves, weights."""
        taken = (t.row >= 0).astype(np.uint8)
        words = np.packbits(taken, bitorder='little').view("<u4")
        before = np.concatenate([[0], np.cumsum(taken.reshape(-1, 32).sum(1))])[:-1].astype("<u2")
        low = np.pad((t.keys & np.uint32(0xFFFF)).astype("<u2"), (0, -t.count % 4))
        q = np.pad(t.q[:, 0], (0, -t.count % 8)) if t.width == 1 else np.pad(t.q, ((0, 0), (0, 1)))
        b = struct.pack("<BBHIfI", t.bits, t.width, 0, t.count, t.scale, 0)
        return b + words.tobytes() + before.tobytes() + low.tobytes() + q.tobytes()
    @staticmethod
    def read(b, o):
        """The table at an offset, and the offset after it."""
        t = Table(); t.bits, t.width, _, t.count, t.scale, _ = struct.unpack_from("<BBHIfI", b, o); o += 16
        n = 1 << t.bits
        taken = np.unpackbits(np.frombuffer(b, np.uint8, n // 8, o), bitorder='little'); o += n // 8 + n // 16
        low = np.frombuffer(b, "<u2", t.count, o).astype(np.uint32); o += 2 * (t.count + -t.count % 4)
        # Bits between the bucket and the low half are in both.
        t.keys = (np.flatnonzero(taken).astype(np.uint32) << np.uint32(32 - t.bits)) | low
        if t.width == 1: t.q = np.frombuffer(b, np.int8, t.count, o).reshape(-1, 1); o += t.count + -t.count % 8
        else: t.q = np.frombuffer(b, np.int8, 8 * t.count, o).reshape(-1, 8)[:, :7]; o += 8 * t.count
        t.finish()
        return t, o
    def ids(t, H):
        """Feature hashes -> rows of W, or -1."""
        H = H.astype(np.uint32); r = t.row[H >> np.uint32(32 - t.bits)]
        return np.where((r >= 0) & (t.keys[r] == H), r, -1).astype(np.int32)

class Model:
    """t1 (width 1), t2 (width 7), t3 (width 1): tables; b1, b3: biases; trans: (8, 7), row 7 = start;
    lex: {hash: (candidate, speech 0..255)}; thr1, thr3, thrq: thresholds"""
    def save(m, path):
        """Writes the file and returns its size."""
        trans = np.zeros((8, 8), "<f4"); trans[:, :7] = m.trans
        b = b"ORQ3" + struct.pack("<fffff", m.b1, m.b3, m.thr1, m.thr3, m.thrq) + trans.tobytes()
        bits = max(4, math.ceil(math.log2(len(m.lex) / .4))); n = 1 << bits
        h = np.zeros(n, "<u4"); cand = np.zeros(n, np.uint8); speech = np.zeros(n, np.uint8)
        for k in sorted(m.lex):
            i = k & (n - 1)
            if k == 0: continue
            while h[i]: i = (i + 1) & (n - 1)
            h[i] = k; cand[i], speech[i] = m.lex[k]
        b += struct.pack("<II", bits, 0) + h.tobytes() + cand.tobytes() + speech.tobytes()
        for t in (m.t1, m.t2, m.t3): b += t.dump()
        with open(path, "wb") as f: f.write(b)
        return len(b)
    @staticmethod
    def load(path):
        with open(path, "rb") as f: b = f.read()
        if b[:4] != b"ORQ3": raise ValueError(f"{path}: no quote model")
        m = Model()
        m.b1, m.b3, m.thr1, m.thr3, m.thrq = struct.unpack_from("<fffff", b, 4); o = 24
        m.trans = np.frombuffer(b, "<f4", 64, o).reshape(8, 8)[:, :7].copy(); o += 256
        bits, _ = struct.unpack_from("<II", b, o); o += 8; n = 1 << bits
        h = np.frombuffer(b, "<u4", n, o); cand = b[o+4*n:o+5*n]; speech = b[o+5*n:o+6*n]; o += 6 * n
        m.lex = {int(k): (cand[i], speech[i]) for i, k in enumerate(h) if k}
        m.t1, o = Table.read(b, o); m.t2, o = Table.read(b, o); m.t3, o = Table.read(b, o)
        return m

# ---------------------------------------------------------------- stage 1
def suffixed(T, k):
    """a small word of at least five bytes in -ed, -s or -ing"""
    w = T.low[k]
    return T.sh[k] == LOW and len(w.encode()) >= 5 and (w.endswith("ed") or w.endswith("s") or w.endswith("ing"))

def is_candidate(T, k, lex):
    """may token k be a cue word?"""
    s = T.sh[k]
    if s == COLON: return True
    if s == DASH: return k > 0 and T.sh[k - 1] in (QC, DASH)
    x = lex.get(int(T.w[k]))
    return bool(x and x[0]) or suffixed(T, k)

def x1(T):
    """features of the candidates"""
    return build1(T.cand, T.n, T.w, T.s3, T.sh, T.q, T.slo, T.shi, T.segf, T.plo, T.phi, T.zs, T.ze)

def setcue(T):
    """prefix counts of cue words (score > 0), and of those outside quotation marks"""
    m = np.zeros(T.n, bool); m[T.cand[T.p1 > 0]] = True
    T.c_cue = np.concatenate([[0], np.cumsum(m)]).astype(np.int32)
    T.c_cuo = np.concatenate([[0], np.cumsum(m & (T.q == 0))]).astype(np.int32)

# ---------------------------------------------------------------- stage 2
def x2(T, anch):
    """features of the windows of cue words, their bounds and their offsets in the features"""
    w = [window(T, a) for a in anch]
    lo = np.array([x[0] for x in w], np.int64); hi = np.array([x[1] for x in w], np.int64)
    off = np.concatenate([[0], np.cumsum(hi - lo)]).astype(np.int64)
    X = build2(np.array(anch, np.int64), lo, hi, off, T.w, T.s3, T.sh, T.q, T.sent, T.slo, T.segf, T.c_comma, T.c_q, T.c_cl, T.c_seg, T.c_cue, T.c_cuo, T.shi, T.zs, T.ze)
    return X, lo, hi, off

def spans(y, b, o):
    """token ranges that labels b, b + 1 form, from token o on"""
    out = []
    for k, v in enumerate(y):
        if v == b: out.append([k + o, k + o + 1])
        elif v == b + 1 and out: out[-1][1] = k + o + 1
    return out

def attributions(T, ids, W, Tm, thr):
    """T.q3: every attribution that stage 2 finds for the cue words with score > thr. ids: hashes -> rows of W"""
    anch = T.cand[T.p1 > thr]; T.q3 = qs = []
    if not len(anch): return
    X, lo, hi, off = x2(T, anch)
    an = np.array([off[k] + anch[k] - lo[k] for k in range(len(anch))], np.int64)
    I = ids(X)
    y, lp = decode_crf(I, off, an, W, Tm, ALLOW, L)
    p1 = dict(zip(T.cand.tolist(), T.p1.tolist()))
    def add(yy, k, lpv, forced):
        c, s, u = spans(yy, 5, lo[k]), spans(yy, 1, lo[k]), spans(yy, 3, lo[k])
        if c: qs.append(dict(c=c, s=s, u=u, a=int(anch[k]), p1=p1[anch[k]], lp=lpv, n=len(yy), forced=forced, lo=int(lo[k]), labels=yy))
        return c, s
    for k in range(len(anch)):
        c, s = add(y[off[k]:off[k+1]], k, float(lp[k]), 0)
        if c and not s:
            yy, d = decode_forced(I[off[k]:off[k+1]], an[k] - off[k], W, Tm, ALLOW, L)
            if d > -8: add(yy, k, float(d), 1)
    for x in qs:
        x['C'] = {t for b, e in x['c'] for t in range(b, e) if T.word[t]}
        x['U'] = {t for b, e in x['u'] for t in range(b, e)}
    for x in qs:                   # does a stronger cue word have the same content (1) or this word in its cue (2)?
        x['dup'] = 0
        for z in qs:
            if z['a'] != x['a'] and z['p1'] > x['p1']:
                if x['a'] in z['U']: x['dup'] = 2; break
                if 2 * len(x['C'] & z['C']) > max(len(x['C']), len(z['C'])): x['dup'] = 1

# ---------------------------------------------------------------- rules by the paragraph
def rules(T):
    """Signed quotations and transcripts: lists of (content, source, cue, cue token)"""
    signed, transcript = [], []; sh = T.sh
    k = 0
    while k < T.n:
        p0, p1 = k, int(T.phi[k]); k = p1
        for d in range(max(p0 + 6, p1 - 9), p1 - 1):            # “ ... ” — Name Name
            if sh[d] == DASH and T.low[d] == '—' and sh[d-1] == QC and sh[d+1] in (CAP, ALLC):
                z = int(T.zs[d-1]); e = p1
                while e > d + 1 and sh[e-1] in (DOT, COMMA): e -= 1
                if d - z >= 5 and sh[z] == QO and all(sh[j] in (CAP, ALLC, ONEC, DOT, POSS, MIX) for j in range(d + 1, e)):
                    signed.append(([[z, d]], [[d + 1, e]], [[d, d + 1]], d))
                break
        b = p0 + 1 if sh[p0] == QO else p0                      # NAME: words
        e = b
        while e < p1 and e - b < 5 and sh[e] in (ALLC, DOT, ONEC): e += 1
        if e > b and e + 3 < p1 and sh[e] == COLON and any(sh[j] == ALLC for j in range(b, e)):
            f = p1
            if sh[f-1] == QC and sh[e+1] != QO and sh[p0] == QO: f -= 1
            if sh[f-1] == DOT and sh[f-2] != DOT: f -= 1
            transcript.append(([[e + 1, f]], [[b, e]], [[e, e + 1]], e))
    return signed + (transcript if len(transcript) >= 3 else [])

# ---------------------------------------------------------------- stage 3 and choice
def choose(T, thr3, thrq, use_rules=True):
    """the attributions that are kept, by position"""
    clash = lambda x, kept: any(z['a'] == x['a'] or x['a'] in z['U'] or z['a'] in x['U'] for z in kept)
    order = sorted(T.q3, key=lambda x: -x['p3'])                 # stable
    kept = []
    for x in order:
        if x['p3'] > thr3 and not clash(x, kept): kept.append(x)
    cov = set().union(*[z['C'] for z in kept])
    for x in order:                # quotations that nothing accepted covers: the best of the rejected ones
        if thrq < x['p3'] <= thr3:
            w = [t for t in x['C'] if T.q[t] and T.ze[t] - T.zs[t] >= 5]
            if len(w) >= 4 and not (set(w) & cov) and not clash(x, kept): kept.append(x); cov |= x['C']
    if use_rules:
        for c, s, u, a in rules(T):
            C = {t for b, e in c for t in range(b, e) if T.word[t]}
            if any(a in z['U'] or 2 * len(C & z['C']) > max(len(C), len(z['C'])) for z in kept): continue
            kept.append(dict(c=c, s=s, u=u, a=a, C=C, U={a}, p1=9., p3=2.5, lp=0., n=1, rule=1))
    return sorted(kept, key=lambda x: (x['c'][0][0], x['a']))

def score1(I, W, b):
    """logits of rows of slots"""
    out = np.full(len(I), b, np.float32)
    W = np.append(W.ravel(), np.float32(0))
    return out + W[I].sum(1, dtype=np.float32)

def decode(T, m):
    """the attributions of an article"""
    T.cand = np.array([k for k in range(T.n) if is_candidate(T, k, m.lex)], np.int64)
    T.p1 = score1(m.t1.ids(x1(T)), m.t1.W, m.b1); setcue(T)
    attributions(T, m.t2.ids, m.t2.W, m.trans, m.thr1)
    if T.q3:
        p = score1(m.t3.ids(np.array([feats3(T, x) for x in T.q3], np.uint32)), m.t3.W, m.b3)
        for x, v in zip(T.q3, p): x['p3'] = float(v)
    return choose(T, m.thr3, m.thrq)

def to_json(T, kept, lex=None):
    """the form that score_quotes.py reads"""
    o = []
    for x in kept:
        ch = lambda sp: [[int(T.start[a]), int(T.end[b-1])] for a, b in sp]
        one = lambda s: {"start": s[0][0], "end": s[-1][1], "spans": s} if s else None
        d = one(ch(x['c'])); d['speaker'] = one(ch(x['s'])); d['cue'] = one(ch(x['u']))
        d['confidence'] = round(1 / (1 + math.exp(-x['p3'])), 3)
        d['rule'] = x.get('rule', 0)
        if lex is not None:
            v = lex.get(int(T.w[x['a']])); d['speech'] = 255 if T.sh[x['a']] in (COLON, DASH) else v[1] if v else 128
        o.append(d)
    return {"id": T.id, "quotes": o}
