"""Tokens, what follows from them, and the windows around cue words.

ModelTokenizer.swift, TokenView.swift and AttributionWindow.swift do the same; what changes here must change there.
"""
import re
import numpy as np

# ---------------------------------------------------------------- tokens
ABBR = set("mr mrs ms dr sen rep gov gen lt col st jr sr prof rev hon sgt capt cmdr maj adm pres vs no jan feb mar apr aug sept oct nov dec inc corp co ltd d r".split())

def fnv(b):
    """FNV-1a, 32 bits, of bytes."""
    h = 0x811C9DC5
    for x in b:
        h = ((h ^ x) * 0x01000193) & 0xFFFFFFFF
    return h
_fc = {}
def fnvs(s):
    """FNV-1a of a string, kept."""
    h = _fc.get(s)
    if h is None:
        h = _fc[s] = fnv(s.encode("utf-8"))
    return h

# shape classes
(LOW, CAP, ALLC, ONEC, NUM, QO, QC, COMMA, DOT, QEX, COLON, SEMI, DASH, BRO, BRC, OTH, POSS, MIX, SQO, SQC) = range(20)
PUNCT = {",": COMMA, ".": DOT, "…": DOT, "?": QEX, "!": QEX, ":": COLON, ";": SEMI, "-": DASH, "–": DASH, "—": DASH,
         "―": DASH, "−": DASH, "(": BRO, "[": BRO, "{": BRO, ")": BRC, "]": BRC, "}": BRC}
DQ = {'"': 0, "''": 0, "``": 1, "“": 1, "„": 1, "«": 1, "”": 2, "»": 2}      # 0 either, 1 opens, 2 closes
CLAUSE = {fnvs(w) for w in "that who which when while as because but and if although though after before where whose whom since or what how why whether".split()}
CLAUSE_A = np.array(sorted(CLAUSE), dtype=np.uint32)
THAT = fnvs("that")

def is_letter(c):
    """letter, digit or underscore"""
    o = ord(c)
    if o < 128: return c.isalnum() or c == "_"
    if o < 0xC0: return o in (0xAA, 0xB5, 0xBA)
    if o in (0xD7, 0xF7): return False
    if 0x2000 <= o <= 0x2BFF: return False
    if 0x2E00 <= o <= 0x2E7F or 0x3000 <= o <= 0x303F: return False
    if 0xFE10 <= o <= 0xFE6F or 0xFF00 <= o <= 0xFF0F or 0xFF1A <= o <= 0xFF20 or o == 0xFEFF or o == 0xFFFD: return False
    return o < 0x1F000
def is_space(c):
    """a space of any width"""
    o = ord(c)
    if o < 128: return o == 32 or 9 <= o <= 13
    return o in (0x85, 0xA0, 0x1680, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000, 0xFEFF) or 0x2000 <= o <= 0x200B
def is_upper(c):
    """a capital of ASCII or Latin-1"""
    o = ord(c)
    return 65 <= o <= 90 or 0xC0 <= o <= 0xDE and o != 0xD7
def lower(t):       # ASCII only
    return "".join(chr(ord(c) + 32) if "A" <= c <= "Z" else c for c in t)
INNER = "'’-.,"

def scan(text, a, b):
    """(start, end) of the tokens of text[a:b]"""
    i = a
    L = [is_letter(text[k]) for k in range(a, b)]; L.append(False)
    let = lambda k: k < b and L[k - a]
    poss = lambda k: k + 1 < b and text[k] in "'’" and text[k + 1] in "sS" and not let(k + 2)
    while i < b:
        c = text[i]
        if is_space(c): i += 1; continue
        if let(i):
            j = i + 1
            while j < b:
                if L[j - a]: j += 1
                elif text[j] in INNER and let(j + 1) and not poss(j): j += 2
                else: break
        elif (c == "'" or c == "`") and i + 1 < b and text[i + 1] == c: j = i + 2
        elif poss(i): j = i + 2
        else: j = i + 1
        yield i, j
        i = j

def initials(w):
    """u.s, g.k, a.m: single letters between stops"""
    return len(w) > 1 and "." in w and all(len(x) == 1 for x in w.split("."))

class Toks:
    """Arrays, one entry a token: start, end, w (hash of lower case), s3 (hash of the last 3 bytes), sh (shape),
    q (in double quotation marks: 0/1), par, sent."""

PAR = re.compile(r"[^\n\r]+")
def tokenize(text):
    """Tokens of a text; a paragraph is a run without line breaks."""
    st, en, w, s3, sh, q, par, sent, wl = [], [], [], [], [], [], [], [], []
    npar = ns = 0
    for pm in PAR.finditer(text):
        a0, b0 = pm.start(), pm.end()
        inq = insq = False
        end_pending = False      # the end of a sentence was seen; the next word starts a new one
        prev = ""
        got = False
        for s, e in scan(text, a0, b0):
            t = text[s:e]
            low = lower(t)
            c = t[0]
            sp0 = s == a0 or is_space(text[s - 1])               # a space before
            sp1 = e >= b0 or is_space(text[e])                   # a space after
            openish = (sp0 or text[s - 1] in "([{-–—‘\"'") and not sp1
            state = inq
            closing = False
            if t in DQ:
                k = DQ[t]
                if k == 0:
                    closeish = not sp0 and (sp1 or not is_letter(text[e]))
                    if openish and not closeish: k = 1
                    elif closeish and not openish: k = 2
                    else: k = 2 if inq else 1
                elif k == 2:
                    if not inq and openish: k = 1
                elif inq and not openish and not sp0: k = 2
                if k == 1: shp = QO; inq = True; low = "“"
                else: shp = QC; inq = False; low = "”"; closing = True
                state = True
            elif t in ("‘", "'", "’"):
                if (c == "‘" or (sp0 and c != "’")) and not sp1: shp = SQO; insq = True; low = "‘"
                elif insq: shp = SQC; insq = False; low = "’"; closing = True
                else: shp = OTH; low = "'"
            elif t in PUNCT:
                shp = PUNCT[t]
                if shp == DASH and c != "-": low = "—"
                closing = shp == BRC
            elif low in ("'s", "’s"): shp = POSS; low = "'s"
            elif is_letter(c):
                if any("0" <= x <= "9" for x in t): shp = NUM
                elif is_upper(c):
                    if len(t) == 1: shp = ONEC
                    elif not any(is_letter(x) and not is_upper(x) for x in t): shp = ALLC
                    else: shp = CAP
                else: shp = MIX if any(is_upper(x) for x in t) else LOW
                low = low.replace("’", "'")
            else: shp = OTH
            if end_pending:
                if shp in (LOW, COMMA, SEMI, COLON, DASH): end_pending = False
                elif not closing and shp not in (DOT, QEX):
                    ns += 1; end_pending = False
            if shp == QEX or shp == DOT and not (prev in ABBR or len(prev) == 1 and is_letter(prev) or initials(prev)): end_pending = True
            prev = low
            st.append(s); en.append(e); w.append(fnvs(low)); s3.append(fnv(low.encode()[-3:])); sh.append(shp)
            q.append(1 if state else 0); par.append(npar); sent.append(ns); wl.append(low)
            got = True
        if got:
            npar += 1; ns += 1
    T = Toks()
    T.n = len(st)
    T.start = np.array(st, np.int64); T.end = np.array(en, np.int64)
    T.w = np.array(w, np.uint32); T.s3 = np.array(s3, np.uint32); T.sh = np.array(sh, np.int32)
    T.q = np.array(q, np.int32); T.par = np.array(par, np.int32); T.sent = np.array(sent, np.int32)
    T.low = wl
    T.word = [s <= NUM or s == MIX for s in sh]
    finish(T)
    return T

def q_(T, i): return T.q[i] != 0

def finish(T):
    """Running counts, segments, bounds of sentences, paragraphs and quotations."""
    n = T.n
    sh = T.sh
    ar = np.arange(n)
    cum = lambda x: np.concatenate([[0], np.cumsum(x)]).astype(np.int32)   # cum[i] = count before i
    out = T.q == 0
    T.c_comma = cum((sh == COMMA) & out)
    T.c_q = cum((sh == QO) | (sh == QC))
    T.c_cl = cum(np.isin(T.w, CLAUSE_A) & out)
    delim = np.isin(sh, [COMMA, SEMI, COLON, DASH, BRO, BRC, QO, QC, DOT, QEX])
    T.c_seg = cum(delim)
    # first word of the segment (token after the last delimiter)
    segfirst = np.zeros(n, np.int32)
    cur = 0
    for i in range(n):
        if i and (T.sent[i] != T.sent[i-1]): cur = i
        segfirst[i] = cur
        if delim[i]:
            segfirst[i] = i
            cur = min(i + 1, n - 1)
    T.segf = segfirst
    # sentence, paragraph bounds
    def bounds(x):
        lo = np.zeros(n, np.int32); hi = np.zeros(n, np.int32)
        if n:
            ch = np.flatnonzero(np.diff(x)) + 1
            s = np.concatenate([[0], ch]); e = np.concatenate([ch, [n]])
            ln = e - s
            lo = np.repeat(s, ln).astype(np.int32); hi = np.repeat(e, ln).astype(np.int32)
        return lo, hi
    T.slo, T.shi = bounds(T.sent)
    T.plo, T.phi = bounds(T.par)
    # quotation of a token: first and last token (marks included); -1 outside
    zs = np.full(n, -1, np.int32); ze = np.full(n, -1, np.int32)
    i = 0
    while i < n:
        if q_(T, i):
            j = i
            while j + 1 < T.phi[i] and q_(T, j + 1) and sh[j] != QC and not (sh[j + 1] == QO): j += 1
            zs[i:j + 1] = i; ze[i:j + 1] = j
            i = j + 1
        else: i += 1
    T.zs = zs; T.ze = ze

# ---------------------------------------------------------------- windows
MAXW = 250
def window(T, a):
    """Tokens [lo, hi) that may belong to the attribution whose cue word is token a."""
    pl, ph = T.plo[a], T.phi[a]
    lo, hi = T.slo[a], T.shi[a]
    # left: while the piece before ends in a quotation, take it up too
    while lo > pl and a - lo < MAXW and T.zs[lo - 1] >= 0: lo = T.slo[T.zs[lo - 1]]
    # a paragraph that begins with a dash: the one before
    if lo == pl and pl > 0 and T.sh[pl] == DASH and a - pl < 4 and T.zs[pl - 1] >= 0:
        lo = T.slo[T.zs[pl - 1]]
    while hi < T.n and hi - a < MAXW:
        if hi < ph:
            if T.zs[hi] < 0: break
        elif T.sh[hi - 1] == COLON: ph = T.phi[hi]
        elif T.q[hi - 1] and T.sh[hi - 1] != QC and T.sh[hi] == QO: ph = T.phi[hi]
        else: break
        if T.zs[hi] >= 0: hi = T.shi[T.ze[hi]]
        else: hi = ph          # a block after a colon
    return max(lo, a - MAXW), min(hi, a + MAXW)

# ---------------------------------------------------------------- gold
def load_docs(root, sq):
    """The articles of a folder with their attributions as token ranges; sq is the module score_quotes."""
    out = []
    for i, (t, atts) in sq.load_gold(root).items():
        T = tokenize(t); T.id = i; T.text = t
        at = np.full(len(t) + 1, -1, np.int64)
        for k in range(T.n): at[T.start[k]:T.end[k]] = k
        T.atts = []
        for a in atts:
            d = {}
            for r in ("source", "cue", "content"):
                d[r] = []
                for s, e in a[r]:
                    x = at[s:e]; x = x[x >= 0]
                    if len(x): d[r].append((int(x[0]), int(x[-1]) + 1))
            d["speech"] = sq.is_speech(" ".join(t[s:e] for s, e in a["cue"]))
            T.atts.append(d)
        out.append(T)
    return out
