#!/usr/bin/env python3
"""Find the attributions of texts with the reference decoder.

usage: decode.py MODEL TEXTS [--parity FILE --articles N] > predictions.jsonl      (for score_quotes.py)

--parity writes tokens, scores and labels of the first N articles as JSON, for LearnedParityTests.swift.
"""
import argparse, glob, json, os
from pipeline import *
ap = argparse.ArgumentParser(description=__doc__.splitlines()[0])
ap.add_argument("model"); ap.add_argument("texts"); ap.add_argument("--parity"); ap.add_argument("--articles", type=int, default=3)
A = ap.parse_args()
par = []; N = A.articles if A.parity else 0
m = Model.load(A.model)
for p in sorted(glob.glob(os.path.join(A.texts, "*.txt"))):
    with open(p, encoding="utf-8", newline="") as f: t = f.read()
    T = tokenize(t); T.id = os.path.basename(p)[:-4]; T.text = t
    kept = decode(T, m)
    print(json.dumps(to_json(T, kept, m.lex), ensure_ascii=False))
    if len(par) < N:
        H = x1(T); cand = {int(k): i for i, k in enumerate(T.cand)}
        par.append({"id": T.id, "tokens": [{"i": k, "text": t[T.start[k]:T.end[k]], "start": int(T.start[k]), "end": int(T.end[k]), "hash": int(T.w[k]), "s3": int(T.s3[k]),
            "shape": int(T.sh[k]), "q": int(T.q[k]), "par": int(T.par[k]), "sent": int(T.sent[k]), "segf": int(T.segf[k]),
            **({"p1": round(float(T.p1[cand[k]]), 4)} if k in cand else {}), **({"f1": [int(v) for v in H[cand[k]]]} if k in cand and cand[k] < 5 else {})} for k in range(T.n)],
            "attributions": [{"cue_word": x['a'], "lo": x.get('lo'), "labels": [LABELS[v] for v in x['labels']] if 'labels' in x else None, "forced": x.get('forced', 0), "lp": round(x['lp'], 4),
               "p1": round(x['p1'], 4), "p3": round(x['p3'], 4), "dup": x.get('dup'), "kept": x in kept} for x in T.q3],
            "kept": [{"cue_word": x['a'], "content": x['c'], "source": x['s'], "cue": x['u'], "rule": x.get('rule', 0)} for x in kept]})
if N:
    with open(A.parity, "w") as f:
        json.dump(par, f, ensure_ascii=False, default=int)
