"""How many of PolNeAR's stated titles and dates the texts hold, and how many of those are found.

usage: bench/metadata.py DATA [ONRECORD]     (DATA holds polnear/)
"""

import csv
import datetime
import json
import pathlib
import re
import subprocess
import sys


def folded(text):
    return " ".join(re.findall(r"\w+", text.lower().replace("''", " ")))


def main():
    root = pathlib.Path(sys.argv[1]) / "polnear"
    binary = sys.argv[2] if len(sys.argv) > 2 else ".build/release/onrecord"
    done = subprocess.run(
        [binary, "export", "--no-model", "--format", "jsonl",
         *(str(root / part / "text") for part in ("dev", "train", "test")
           if (root / part / "text").is_dir())], capture_output=True)
    found = {pathlib.Path(a["file"]).stem: a for a in map(json.loads, done.stdout.splitlines())}
    texts = {p.stem: p for p in root.glob("*/text/*")}
    titles = titles_found = dates = dates_found = dates_wrong = stated = 0
    with open(root / "metadata.tsv", encoding="utf-8") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            path = texts.get(row["filename"])
            article = found.get(row["filename"])
            if path is None or article is None:
                continue
            text = path.read_text(encoding="utf-8", errors="replace")
            head = folded(text[:2000])
            if row["title"] and folded(row["title"]) in head:
                titles += 1
                titles_found += folded(article["title"]) == folded(row["title"])
            try:
                day = datetime.date.fromisoformat(row["publication_date"])
            except ValueError:
                continue
            forms = [day.strftime("%B %-d, %Y"), day.strftime("%b. %-d, %Y"),
                     day.strftime("%B %-d %Y"), day.strftime("%-d %B %Y"), day.isoformat(),
                     day.strftime("%b %-d, %Y")]
            if any(folded(form) in head for form in forms):
                dates += 1
                dates_found += (article["published"] or "")[:10] == row["publication_date"]
            if article["published"]:
                stated += 1
                dates_wrong += article["published"][:10] != row["publication_date"]
    print(f"texts: {len(found)}")
    print(f"titles: {titles} in the texts, {titles_found} found")
    print(f"dates: {dates} in the texts' beginnings, {dates_found} found; "
          f"{stated} given in all, {dates_wrong} of them another day")


main()
