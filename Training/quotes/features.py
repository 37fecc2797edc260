"""Features as 32-bit hashes.

CueScorer.swift, WindowFeatures.swift, WindowStep.swift and AttributionScorer.swift do the same.
"""
import numpy as np
from numba import njit
from tokens import THAT as _T

THAT = np.uint32(_T)

@njit(cache=True)
def mix(t, a, b):
    """The hash of a feature: template and two values."""
    h = (np.uint64(t) * np.uint64(0x9E3779B1) + np.uint64(a)) & np.uint64(0xFFFFFFFF)
    h = (h * np.uint64(0x85EBCA6B) + np.uint64(b)) & np.uint64(0xFFFFFFFF)
    h ^= h >> np.uint64(15)
    h = (h * np.uint64(0xC2B2AE35)) & np.uint64(0xFFFFFFFF)
    h ^= h >> np.uint64(13)
    return np.uint32(h)

@njit(cache=True)
def bk(d):
    """class of a distance >= 0"""
    if d < 7: return d
    if d < 10: return 7
    if d < 15: return 8
    if d < 25: return 9
    if d < 45: return 10
    return 11

# ---- stage 1: is token i the cue word of an attribution?
F1 = 35
@njit(cache=True)
def feats1(i, n, w, s3, sh, q, slo, shi, segf, plo, phi, zs, ze, out):
    lo = slo[i]; hi = shi[i]
    w0 = w[i]
    w1 = w[i-1] if i - 1 >= lo else 1
    w2 = w[i-2] if i - 2 >= lo else 1
    x1 = w[i+1] if i + 1 < hi else 2
    x2 = w[i+2] if i + 2 < hi else 2
    h1 = sh[i-1] if i - 1 >= lo else 30
    h2 = sh[i-2] if i - 2 >= lo else 30
    g1 = sh[i+1] if i + 1 < hi else 31
    g2 = sh[i+2] if i + 2 < hi else 31
    g3 = sh[i+3] if i + 3 < hi else 31
    # distance to a closing quote on the left, to an opening one on the right (in the sentence)
    dl = 0; k = i - 1
    while k >= lo and sh[k] != 6 and dl < 12: k -= 1; dl += 1
    if k < lo: dl = 15
    dr = 0; k = i + 1
    while k < hi and sh[k] != 5 and dr < 12: k += 1; dr += 1
    if k >= hi: dr = 15
    # nearest name or pronoun at the left, comma between
    dc = 0; k = i - 1
    while k >= lo and not (sh[k] == 1 or sh[k] == 2) and dc < 8: k -= 1; dc += 1
    if k < lo: dc = 15
    th = 0
    for k in range(i + 1, min(i + 6, hi)):
        if sh[k] == 7 or sh[k] == 8: break
        if w[k] == THAT: th = k - i; break
    Q = q[i]
    out[0] = mix(100, w0, 0)
    out[1] = mix(101, w0, w1)
    out[2] = mix(102, w0, x1)
    out[3] = mix(103, w1, 0)
    out[4] = mix(104, x1, 0)
    out[5] = mix(105, w2, 0)
    out[6] = mix(106, x2, 0)
    out[7] = mix(107, w1, w2)
    out[8] = mix(108, x1, x2)
    out[9] = mix(109, w0, h1 * 32 + g1)
    out[10] = mix(110, w0, Q)
    out[11] = mix(111, w0, dl)
    out[12] = mix(112, w0, dr)
    out[13] = mix(113, dl * 16 + dr, Q)
    out[14] = mix(114, s3[i], Q)
    out[15] = mix(115, h2 * 32 + h1, g1 * 32 + g2)
    out[16] = mix(116, w0, dc)
    out[17] = mix(117, dc, h1 * 2 + Q)
    out[18] = mix(118, w0, th)
    out[19] = mix(119, w0, w[segf[i]])
    out[20] = mix(120, w0, x2)
    out[21] = mix(121, w0, w2)
    out[22] = mix(122, w1, x1)
    out[23] = mix(123, s3[i], x1)
    out[24] = mix(124, s3[i], w1)
    out[25] = mix(125, min(i - lo, 6) * 8 + min(hi - 1 - i, 6), Q)
    out[26] = mix(126, sh[lo] * 32 + sh[hi-1], min(i - lo, 6))
    out[27] = mix(127, w0, sh[lo])
    out[28] = mix(128, h1 * 32 + g1, g2 * 32 + g3)
    out[29] = mix(129, w[i+3] if i + 3 < hi else 2, 0)
    # length of the quotation that ends at most 6 tokens before / begins at most 6 after
    ql = 0
    for k in range(i - 1, max(i - 7, plo[i] - 1), -1):
        if sh[k] == 6: ql = 1 + bk(k - zs[k]); break
    qr = 0
    for k in range(i + 1, min(i + 7, phi[i])):
        if sh[k] == 5: qr = 1 + bk(ze[k] - k); break
    pp = min(i - plo[i], 7); pe = min(phi[i] - 1 - i, 7)
    out[30] = mix(130, w0, pp * 32 + h1)
    out[31] = mix(131, w0, pe * 32 + h1)
    out[32] = mix(132, ql * 16 + qr, Q * 32)
    out[33] = mix(133, w0, ql * 16 + qr)
    out[34] = mix(134, s3[i], ql * 16 + qr)

@njit(cache=True)
def build1(cand, n, w, s3, sh, q, slo, shi, segf, plo, phi, zs, ze):
    """The features of all candidates: (candidates, 35)."""
    out = np.zeros((len(cand), F1), np.uint32)
    for r in range(len(cand)):
        feats1(cand[r], n, w, s3, sh, q, slo, shi, segf, plo, phi, zs, ze, out[r])
    return out

# ---- stage 2: tokens of the window [lo, hi) for the cue word a
F2 = 30
@njit(cache=True)
def feats2(i, a, lo, hi, w, s3, sh, q, sent, slo, segf, c_comma, c_q, c_cl, c_seg, c_cue, c_cuo, shi, zs, ze, out):
    w0 = w[i]
    w1 = w[i-1] if i > lo else 1
    w2 = w[i-2] if i - 1 > lo else 1
    x1 = w[i+1] if i + 1 < hi else 2
    x2 = w[i+2] if i + 2 < hi else 2
    h1 = sh[i-1] if i > lo else 30
    h2 = sh[i-2] if i - 1 > lo else 30
    g1 = sh[i+1] if i + 1 < hi else 31
    s0 = sh[i]
    wa = w[a]
    Q = q[i]
    QA = q[a]
    if i < a:
        d = 0; u = i + 1; v = a     # strictly between: [u, v)
        dist = a - i
    elif i > a:
        d = 1; u = a + 1; v = i
        dist = i - a
    else:
        d = 2; u = a; v = a
        dist = 0
    nc = min(c_comma[v] - c_comma[u], 3) if v > u else 0
    nq = min(c_q[v] - c_q[u], 3) if v > u else 0
    ncl = min(c_cl[v] - c_cl[u], 3) if v > u else 0
    nsg = min(c_seg[v] - c_seg[u], 5) if v > u else 0
    ncu = min(c_cue[v] - c_cue[u], 2) if v > u else 0
    ds = min(abs(sent[i] - sent[a]), 2)
    b = bk(dist)
    # what stands right beside the cue
    al = sh[a-1] if a > lo else 30
    ar = sh[a+1] if a + 1 < hi else 31
    awl = w[a-1] if a > lo else 1
    awr = w[a+1] if a + 1 < hi else 2
    QQ = Q * 2 + QA
    sf = w[segf[i]] if segf[i] >= lo else 1
    out[0] = mix(1, w0, d)
    out[1] = mix(2, w1, d)
    out[2] = mix(3, x1, d)
    out[3] = mix(4, w1, w0)
    out[4] = mix(5, w0, x1)
    out[5] = mix(6, h1 * 32 + s0, g1 * 4 + d)
    out[6] = mix(7, s3[i], d)
    out[7] = mix(8, d * 16 + b, s0)
    out[8] = mix(10, wa, d * 16 + b)
    out[9] = mix(11, wa, w0)
    out[10] = mix(12, d * 4 + ds, QQ)
    out[11] = mix(14, d * 64 + nc * 16 + QQ * 4 + ds, ncu)
    out[12] = mix(15, d * 64 + ncl * 16 + ncu * 4 + ds, QQ)
    out[13] = mix(16, awr, d * 16 + b)
    out[14] = mix(17, awl, d * 16 + b)
    out[15] = mix(18, al * 32 + ar, (d * 4 + ds) * 8 + QQ)
    out[16] = mix(19, al * 32 + ar, d * 64 + nsg * 8 + QQ)
    out[17] = mix(20, s0 * 4 + d, al * 32 + ar)
    out[18] = mix(21, wa, (d * 8 + nsg) * 8 + QQ)
    out[19] = mix(22, sf, d * 8 + nsg)
    out[20] = mix(23, sf, (1 if segf[i] == i else 0) * 64 + d * 16 + ncu * 4 + ds)
    out[21] = mix(25, w2, d)
    out[22] = mix(26, x2, d)
    out[23] = mix(27, h2 * 32 + h1, s0 * 4 + d)
    out[24] = mix(28, wa, s0 * 64 + d * 16 + h1)
    out[25] = mix(29, wa, d * 64 + ds * 16 + ncl * 4 + nc)
    # the quotation that token i stands in, seen from the cue
    z = 0; nqz = 0; ln = 0; oth = 0; zd = 0
    if zs[i] >= 0:
        k0 = zs[i]; k1 = ze[i]
        ln = 1 + bk(k1 - k0)
        if a >= k0 and a <= k1: z = 1
        elif a > k1:
            z = 2; zd = min(c_q[a] - c_q[k1 + 1], 4); nqz = min(a - 1 - k1, 4)
        else:
            z = 3; zd = min(c_q[k0] - c_q[a], 4); nqz = min(k0 - 1 - a, 4)
        l = slo[k0]; r = shi[k1]
        m = c_cuo[r] - c_cuo[l]
        if a >= l and a < r and q[a] == 0: m -= (c_cuo[a + 1] - c_cuo[a])
        oth = min(m, 2) * 4 + (1 if k0 == l else 0) * 2 + (1 if sh[r - 1] == 6 or k1 == r - 1 else 0)
    # does a quotation end before the cue in its sentence, does one begin after it
    c0 = min(c_q[a] - c_q[max(slo[a], lo)], 2); c1 = min(c_q[min(shi[a], hi)] - c_q[a + 1], 2)
    cc = c0 * 3 + c1
    out[26] = mix(32, z * 8 + zd, oth * 4 + ds)
    out[27] = mix(33, z * 64 + nqz * 8 + zd, ln * 16 + cc)
    out[28] = mix(34, (z * 16 + oth) * 4 + ds, cc * 8 + s0 * 128)
    out[29] = mix(35, (d * 16 + cc) * 4 + ds, al * 32 + ar)

@njit(cache=True)
def build2(anch, los, his, off, w, s3, sh, q, sent, slo, segf, c_comma, c_q, c_cl, c_seg, c_cue, c_cuo, shi, zs, ze):
    """The features of the tokens of all windows, one after the other: (tokens, 30)."""
    out = np.zeros((off[-1], F2), np.uint32)
    for k in range(len(anch)):
        for i in range(los[k], his[k]):
            feats2(i, anch[k], los[k], his[k], w, s3, sh, q, sent, slo, segf, c_comma, c_q, c_cl, c_seg, c_cue, c_cuo, shi, zs, ze,
                   out[off[k] + i - los[k]])
    return out

# ---- stage 3: is the attribution right? Features of a decoded attribution
def feats3(T, x):
    """25 features of a decoded attribution."""
    a = x['a']; c = x['c']; s = x['s']; u = x['u']
    w = T.w; sh = T.sh
    n = sum(e - b for b, e in c)
    p = int(max(-8, min(12, np.floor(x['p1'] * 2)))) + 8
    lb = int(min(15, np.floor(-x['lp'] * 2)))
    lt = int(min(15, np.floor(-x['lp'] / max(1, x['n']) * 40)))
    side = 0 if not s else (1 if s[0][0] < a else 2)
    cs = (1 if c[0][0] > a else 0) + (2 if c[-1][0] > a else 0)
    q = int(T.q[c[0][0]]) + 2 * int(T.q[c[-1][1] - 1])
    f0 = int(w[c[0][0]])
    gap = bk(min(abs(c[0][0] - u[-1][1]), abs(u[0][0] - c[-1][1])))
    sd = 15 if not s else min(7, min(abs(s[0][0] - u[-1][1]), abs(u[0][0] - s[-1][1])))
    sw = int(w[s[0][1] - 1]) if s else 0
    ssh = int(sh[s[0][1] - 1]) if s else 30
    L_ = bk(max(0, n - 1))
    wa = int(w[a])
    return [mix(200, p, 0), mix(201, lb, 0), mix(202, lt, 0), mix(203, side * 4 + cs, q), mix(204, f0, cs),
            mix(205, gap, cs * 4 + q), mix(206, sd, side), mix(207, ssh, side), mix(208, L_, q), mix(209, wa, 0),
            mix(210, wa, L_), mix(211, wa, side * 4 + cs), mix(212, min(len(c), 3), q), mix(213, wa, q),
            mix(214, p, q * 16 + L_), mix(215, p, lb), mix(216, L_, side * 4 + cs), mix(217, int(T.q[a]) * 4 + q, cs), mix(218, wa, f0),
            mix(219, sw, side), mix(220, int(w[u[0][0]]), 0), mix(221, int(x.get('dup', 0)), q), mix(222, wa, sw), mix(223, min(sum(e - b for b, e in s), 7) if s else 9, side), mix(224, x.get('forced', 0), lb)]
