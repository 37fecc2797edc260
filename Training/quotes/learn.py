"""Learning by AdaGrad: logistic regression and a linear-chain CRF; and the decoder of the CRF."""
import numpy as np
from numba import njit

def index(H, mincount=2):
    """Hashes -> dense ids (-1: rarer than mincount); returns ids, keys."""
    keys, inv, cnt = np.unique(H.ravel(), return_inverse=True, return_counts=True)
    keep = cnt >= mincount
    new = np.where(keep, np.cumsum(keep) - 1, -1).astype(np.int32)
    return new[inv].reshape(H.shape), keys[keep]

def lookup(H, keys):
    """Hashes -> dense ids, -1 if unknown."""
    p = np.searchsorted(keys, H.ravel())
    p[p == len(keys)] = 0
    ok = keys[p] == H.ravel()
    return np.where(ok, p, -1).astype(np.int32).reshape(H.shape)

@njit(cache=True, fastmath=True)
def train_lr(X, y, nf, epochs, lr, l2, seed):
    """Weights of nf features and, last, the bias."""
    np.random.seed(seed)
    W = np.zeros(nf + 1, np.float32); G = np.full(nf + 1, 1e-2, np.float32)
    n, F = X.shape
    for ep in range(epochs):
        order = np.random.permutation(n)
        for t in range(n):
            r = order[t]
            s = W[nf]
            for f in range(F):
                if X[r, f] >= 0: s += W[X[r, f]]
            p = 1 / (1 + np.exp(-s))
            g = p - y[r]
            for f in range(F + 1):
                j = X[r, f] if f < F else nf
                if j < 0: continue
                gg = g + l2 * W[j]
                G[j] += gg * gg
                W[j] -= lr * gg / np.sqrt(G[j])
    return W

@njit(cache=True, fastmath=True)
def score_lr(X, W):
    """Logits."""
    n, F = X.shape
    out = np.zeros(n, np.float32)
    for r in range(n):
        s = W[-1]
        for f in range(F):
            if X[r, f] >= 0: s += W[X[r, f]]
        out[r] = s
    return out

@njit(cache=True, fastmath=True)
def train_crf(X, y, off, anch, L, allow, nf, epochs, lr, l2, seed, drop):
    """X: ids (N, F); y: labels; off: sequence bounds; allow[l, m]: transition permitted; anch: row of the cue word,
    where only the labels B-K, I-K are allowed; drop: share of features left out at random. Returns weights (nf, L) and
    transitions (L+1, L), row L = start: the means of the second half of the epochs."""
    np.random.seed(seed)
    W = np.zeros((nf, L), np.float32)
    G = np.full((nf, L), 1e-1, np.float32)
    T = np.zeros((L + 1, L), np.float32); GT = np.full((L + 1, L), 1.0, np.float32)
    S = len(off) - 1; F = X.shape[1]
    M = 0
    for s in range(S): M = max(M, off[s + 1] - off[s])
    e = np.zeros((M, L)); al = np.zeros((M, L)); be = np.zeros((M, L)); ET = np.zeros((L + 1, L))
    gt = np.zeros((L + 1, L)); g = np.zeros(L)
    WA = np.zeros((nf, L), np.float32); TA = np.zeros((L + 1, L), np.float32); na = 0
    keep = np.ones((M, F), np.bool_)
    for ep in range(epochs):
        order = np.random.permutation(S)
        ll = 0.0
        for t in range(S):
            s = order[t]; a = off[s]; n = off[s + 1] - a
            for i in range(n):
                for l in range(L): e[i, l] = 0.0
                for f in range(F):
                    j = X[a + i, f]
                    if drop > 0: keep[i, f] = np.random.random() >= drop
                    if j >= 0 and keep[i, f]:
                        for l in range(L): e[i, l] += W[j, l]
                m = e[i, 0]
                for l in range(1, L): m = max(m, e[i, l])
                ll -= e[i, y[a + i]] - m
                for l in range(L): e[i, l] = np.exp(e[i, l] - m)
                if a + i == anch[s]:
                    for l in range(L):
                        if l != 3 and l != 4: e[i, l] = 0.0
            for l in range(L + 1):
                for m_ in range(L): ET[l, m_] = np.exp(T[l, m_]) if allow[l, m_] else 0.0
            for i in range(n):
                z = 0.0
                for l in range(L):
                    if i == 0: x = ET[L, l]
                    else:
                        x = 0.0
                        for k in range(L): x += al[i-1, k] * ET[k, l]
                    al[i, l] = x * e[i, l]; z += al[i, l]
                ll += np.log(z)
                pr = y[a + i - 1] if i else L
                ll -= T[pr, y[a + i]]
                for l in range(L): al[i, l] /= z
            for i in range(n - 1, -1, -1):
                if i == n - 1:
                    for l in range(L): be[i, l] = 1.0
                else:
                    z = 0.0
                    for l in range(L):
                        x = 0.0
                        for k in range(L): x += ET[l, k] * e[i+1, k] * be[i+1, k]
                        be[i, l] = x; z += x
                    for l in range(L): be[i, l] /= z
            for l in range(L + 1):
                for k in range(L): gt[l, k] = 0.0
            for i in range(n):
                z = 0.0
                for l in range(L):
                    g[l] = al[i, l] * be[i, l]; z += g[l]
                for l in range(L): g[l] /= z
                if i:
                    z = 0.0
                    for l in range(L):
                        for k in range(L): z += al[i-1, l] * ET[l, k] * e[i, k] * be[i, k]
                    for l in range(L):
                        for k in range(L): gt[l, k] += al[i-1, l] * ET[l, k] * e[i, k] * be[i, k] / z
                    gt[y[a + i - 1], y[a + i]] -= 1
                else:
                    for l in range(L): gt[L, l] += g[l]
                    gt[L, y[a]] -= 1
                g[y[a + i]] -= 1
                for f in range(F):
                    j = X[a + i, f]
                    if j < 0 or not keep[i, f]: continue
                    for l in range(L):
                        gg = g[l] + l2 * W[j, l]
                        G[j, l] += gg * gg
                        st = lr / np.sqrt(G[j, l])
                        W[j, l] -= st * gg
            for l in range(L + 1):
                for k in range(L):
                    if allow[l, k]:
                        GT[l, k] += gt[l, k] * gt[l, k]
                        T[l, k] -= lr * gt[l, k] / np.sqrt(GT[l, k])
        print(ep, ll / S)
        if ep >= epochs // 2:
            WA += W; TA += T; na += 1
    WA *= (1 - drop) / na; TA /= na
    return WA, TA

@njit(cache=True, fastmath=True)
def decode_crf(X, off, anch, W, T, allow, L):
    """Viterbi labels; per sequence log-probability of the path."""
    N, F = X.shape; S = len(off) - 1
    y = np.zeros(N, np.int32); lp = np.zeros(S)
    M = 0
    for s in range(S): M = max(M, off[s + 1] - off[s])
    e = np.zeros((M, L)); dl = np.zeros((M, L)); bp = np.zeros((M, L), np.int32); al = np.zeros(L); al2 = np.zeros(L); ET = np.zeros((L + 1, L))
    for l in range(L + 1):
        for k in range(L): ET[l, k] = np.exp(T[l, k]) if allow[l, k] else 0.0
    for s in range(S):
        a = off[s]; n = off[s + 1] - a
        lz = 0.0
        for i in range(n):
            for l in range(L): e[i, l] = 0.0
            for f in range(F):
                j = X[a + i, f]
                if j >= 0:
                    for l in range(L): e[i, l] += W[j, l]
            if a + i == anch[s]:
                for l in range(L):
                    if l != 3 and l != 4: e[i, l] = -1e4
            for l in range(L):
                if i == 0:
                    dl[i, l] = e[i, l] + (T[L, l] if allow[L, l] else -1e4); bp[i, l] = 0
                else:
                    bv = -1e30; bi = 0
                    for k in range(L):
                        if allow[k, l]:
                            x = dl[i-1, k] + T[k, l]
                            if x > bv: bv = x; bi = k
                    dl[i, l] = bv + e[i, l]; bp[i, l] = bi
            # forward algorithm, scaled: al = probabilities
            m = e[i, 0]
            for l in range(1, L): m = max(m, e[i, l])
            z = 0.0
            for l in range(L):
                x = 0.0
                if i == 0: x = ET[L, l]
                else:
                    for k in range(L): x += al[k] * ET[k, l]
                al2[l] = x * np.exp(e[i, l] - m); z += al2[l]
            lz += m + np.log(z)
            for l in range(L): al[l] = al2[l] / z
        b = 0
        for l in range(1, L):
            if dl[n-1, l] > dl[n-1, b]: b = l
        lp[s] = dl[n-1, b] - lz
        for i in range(n - 1, -1, -1):
            y[a + i] = b
            b = bp[i, b]
    return y, lp

@njit(cache=True, fastmath=True)
def decode_forced(X, anch, W, T, allow, L):
    """Viterbi with at least one source token: states label + L * seen. Returns labels and the score of the path
    minus the score of the best path without that condition."""
    n, F = X.shape
    dl = np.full((n, 2 * L), -1e30); bp = np.zeros((n, 2 * L), np.int32)
    y = np.zeros(n, np.int32); e = np.zeros(L)
    for i in range(n):
        for l in range(L): e[l] = 0.0
        for f in range(F):
            j = X[i, f]
            if j >= 0:
                for l in range(L): e[l] += W[j, l]
        if i == anch:
            for l in range(L):
                if l != 3 and l != 4: e[l] = -1e4
        for l in range(L):
            src = l == 1 or l == 2
            for seen in range(2):
                if src and seen == 0: continue
                s = l + L * seen
                if i == 0:
                    if seen == (1 if src else 0): dl[i, s] = e[l] + (T[L, l] if allow[L, l] else -1e4)
                    continue
                bv = -1e30; bi = 0
                for k in range(L):
                    if not allow[k, l]: continue
                    for ps in range(2):
                        if ps > seen or (seen == 1 and not src and ps == 0): continue
                        x = dl[i-1, k + L * ps] + T[k, l]
                        if x > bv: bv = x; bi = k + L * ps
                dl[i, s] = bv + e[l]; bp[i, s] = bi
    b = L
    for s in range(L, 2 * L):
        if dl[n-1, s] > dl[n-1, b]: b = s
    a = b
    for s in range(2 * L):
        if dl[n-1, s] > dl[n-1, a]: a = s
    d = dl[n-1, b] - dl[n-1, a]
    for i in range(n - 1, -1, -1):
        y[i] = b % L
        b = bp[i, b]
    return y, d
