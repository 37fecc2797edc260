#!/usr/bin/env python3
"""Make the word lists of Sources/Model/Language/Lists from measuring data.

usage: lexicon.py DATA OUT      (make lexicon DATA=../shared/data)

DATA/names holds the US Census 1990 name files (public domain); DATA/polnear/train/text is read for one
statistic only: which words are written in small letters. Nothing of a text goes into the lists but single
common words (at least MIN_COUNT times in small letters, and in at least MIN_FILES articles).
"""
import collections, glob, os, re, sys

MIN_COUNT, MIN_FILES, SURNAMES = 12, 8, 6000
HEADER = """// Made by Training/lexicon.py; see Training/CARD.md. Do not edit.

extension Lexicon {{
  /// {doc}
  static let {name}: StaticString = \"\"\"
{lines}
    \"\"\"
}}
"""


def wrapped(words):
    lines, line = [], "   "
    for w in words:
        if len(line) + 1 + len(w) > 98:
            lines.append(line)
            line = "   "
        line += " " + w
    return "\n".join(lines + [line])


def main():
    data, out = sys.argv[1:]
    small, files, capital = collections.Counter(), collections.Counter(), collections.Counter()
    for path in sorted(glob.glob(os.path.join(data, "polnear", "train", "text", "*.txt"))):
        text = open(path, encoding="utf-8").read()
        words = re.findall(r"(?<![\w'’-])[A-Za-z]+(?![\w-])", text)
        lower = [w for w in words if w.islower()]
        small.update(lower)
        files.update(set(lower))
        # A capital inside a sentence: after a small letter and a blank.
        capital.update(w.lower() for w in re.findall(r"(?<=[a-z,] )([A-Z][a-z]+)\b", text))
    common = sorted(w for w in small if small[w] >= MIN_COUNT and files[w] >= MIN_FILES
                    and small[w] > 2 * capital[w] and len(w) > 1)

    def names(file, limit=None):
        rows = [line.split() for line in open(os.path.join(data, "names", file), encoding="ascii")]
        return [r[0].lower() for r in rows[:limit]]

    male, female = names("dist.male.first"), names("dist.female.first")
    frequency = {}
    for file, sign in (("dist.male.first", "m"), ("dist.female.first", "f")):
        for line in open(os.path.join(data, "names", file), encoding="ascii"):
            n, share = line.split()[:2]
            frequency.setdefault(n.lower(), {})[sign] = float(share)
    bad = set(common)
    m = sorted(n for n in male if frequency[n].get("f", 0) <= frequency[n]["m"] and n not in bad)
    f = sorted(n for n in female if frequency[n].get("m", 0) < frequency[n]["f"] and n not in bad)
    surnames = sorted(n for n in names("dist.all.last", SURNAMES) if n not in bad)
    for name, doc, words in (
            ("commonWords", "Words that are commonly written in small letters.", common),
            ("maleGivenNames", "Given names of men (US Census 1990).", m),
            ("femaleGivenNames", "Given names of women (US Census 1990).", f),
            ("surnames", "Frequent surnames (US Census 1990).", surnames)):
        path = os.path.join(out, "Lexicon+" + name[0].upper() + name[1:] + ".swift")
        with open(path, "w", encoding="utf-8") as file:
            file.write(HEADER.format(doc=doc, name=name, lines=wrapped(words)))
        print(f"{path}: {len(words)} words")


main()
