"""Entries of feeds as onrecord exports them, beside what feedparser reads."""

import calendar
import collections
import datetime
import html
import json
import pathlib
import re
import subprocess
import sys

try:
    import feedparser
except ImportError:
    sys.exit("feeds: the PyPI package feedparser is not here; install it into a venv and name its "
             "python in FEED_PYTHON")

TAG = re.compile(r"</?[A-Za-z!][^>]*>")


def words(text):
    """The words of a title, letters and digits only."""
    return " ".join(re.findall(r"\w+", text or ""))


def plain(entry):
    """What feedparser leaves as markup, as text."""
    title = entry.get("title")
    if entry.get("title_detail", {}).get("type") in ("text/html", "application/xhtml+xml"):
        title = html.unescape(TAG.sub(" ", title))
    return words(title)


def theirs(path):
    read = feedparser.parse(path.read_bytes())
    for entry in read.entries:
        stamp = next((entry[k] for k in ("published_parsed", "updated_parsed", "created_parsed")
                      if dict.get(entry, k)), None)
        day = datetime.datetime.fromtimestamp(
            calendar.timegm(stamp), datetime.timezone.utc) if stamp else None
        yield plain(entry), entry.get("link") or "", day


def ours(article):
    title = "" if article["title_basis"] == "derived" else article["title"]
    day = None
    if article["published"] and article["published_basis"] == "stated":
        day = datetime.datetime.fromisoformat(article["published"].replace("Z", "+00:00"))
        if day.tzinfo is None:
            day = day.replace(tzinfo=datetime.timezone.utc)
        day = day.astimezone(datetime.timezone.utc)
    return words(title), article["url"] or "", day


def equal(a, b):
    if len(a) != len(b):
        return f"{len(a)} entries, feedparser has {len(b)}"
    for number, (x, y) in enumerate(zip(a, b)):
        for name, p, q in zip(("title", "link"), x, y):
            if p != q:
                return f"entry {number}: {name} {p!r}, feedparser has {q!r}"
        p, q = x[2], y[2]
        if (p is None) != (q is None) or p and p != q.replace(second=0):
            return f"entry {number}: date {p}, feedparser has {q}"
    return None


def main():
    root = pathlib.Path(sys.argv[1]) / "feeds"
    files = sorted(p for p in root.rglob("*") if p.is_file() and p.name != "LICENSE")
    found = collections.defaultdict(list)
    done = subprocess.run(
        [sys.argv[2], "export", "--no-model", "--format", "jsonl", str(root)], capture_output=True)
    for line in done.stdout.splitlines():
        article = json.loads(line)
        found[article["file"]].append(ours(article))
    right = collections.Counter()
    total = collections.Counter()
    with_entries = collections.Counter()
    for path in files:
        group = path.relative_to(root).parts[0]
        expected = list(theirs(path))
        total[group] += 1
        # A feed without entries may be refused, or be one page of plain text.
        if not expected and all(not link and not day for _, link, day in found[str(path)]):
            right[group] += 1
            continue
        with_entries[group] += 1
        problem = equal(found[str(path)], expected)
        if problem:
            print(f"{path.relative_to(root)}: {problem}")
        else:
            right[group] += 1
    for group in sorted(total):
        share = 100 * right[group] / total[group]
        print(f"{group}: {right[group]} of {total[group]} files, {share:.1f} % "
              f"({with_entries[group]} hold entries)")


main()
