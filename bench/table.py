"""Figures beside each other, and whether the targets are met."""
import statistics
from dataclasses import dataclass


@dataclass
class Row:
    """A line of the table: what is measured of which keys, and what it must not exceed."""

    title: str
    label: str
    value: str
    # A figure, the name of a program whose figure counts, or none.
    target: float | str | None = None
    digits: int = 2


ROWS = [
    Row("first screen, ms", "start", "ready_ms", digits=0),
    Row("memory at the start, MB", "start", "rss_mb", digits=1),
    Row("`j`, ms", "j", "last_ms", "tig"),
    Row("`j`, bytes", "j", "bytes", 250, 0),
    Row("PageDown in the list, ms", "page", "last_ms"),
    Row("PageDown in the list, bytes", "page", "bytes", 3000, 0),
    Row("opening an article, ms", "open", "last_ms", 5),
    Row("opening an article, bytes", "open", "bytes", 2500, 0),
    Row("PageDown in the text, ms", "text page", "last_ms"),
    Row("PageDown in the text, bytes", "text page", "bytes", 3000, 0),
    Row("back to the list (Esc; q elsewhere), ms", "back", "last_ms", 30),
    Row("back to the list, bytes", "back", "bytes", digits=0),
    Row("a letter of a filter, ms", "letter", "last_ms"),
    Row("a letter of a filter, bytes", "letter", "bytes", digits=0),
    Row("idle for 3 s, bytes", "idle", "bytes", 0, 0),
    Row("idle, ms of CPU a second", "idle", "cpu_ms"),
    Row("memory at the end, MB", "end", "rss_mb", digits=1),
]


def gather(runs):
    """The samples of all runs of a program, by what was done."""
    samples = {}

    def add(label, sample):
        samples.setdefault(label, []).append(sample)

    for run in runs:
        start = run["startup"]
        add("start", {"ready_ms": start.get("ready_ms"), "rss_mb": start["rss_kb"] / 1024})
        for one in run["samples"]:
            add(one["label"], one)
        for one in run["idle"]:
            # Threads that ended take their time along.
            add("idle", {"bytes": one["bytes"], "cpu_ms": max(0, one["cpu_ms"] / one["seconds"])})
        for one in run["memory"]:
            add("end", {"rss_mb": one["rss_kb"] / 1024})
    return samples


def values(samples, row):
    """The figures of a row; nothing where nothing was answered."""
    return [one[row.value] for one in samples.get(row.label, ()) if one.get(row.value) is not None]


def verdict(row, own, medians):
    """`pass`, `FAIL`, or who is best where nothing is asked for."""
    if row.target is None or not own:
        known = {name: value for name, value in medians.items() if value is not None}
        best = min(known, key=known.get) if known else "-"
        return f"best: {best}"
    bound = medians.get(row.target) if isinstance(row.target, str) else row.target
    if bound is None:
        return f"{row.target} was not measured"
    median = statistics.median(own)
    words = f"at most {bound:g}" + (f" ({row.target})" if isinstance(row.target, str) else "")
    return ("pass" if median <= bound else "FAIL") + f": {words}"


def cell(figures, row, first):
    """`0.29 (0.61) 1.45x`: median, worst, ratio to the first program."""
    if not figures:
        return "-"
    median = statistics.median(figures)
    text = f"{median:.{row.digits}f} ({max(figures):.{row.digits}f})"
    return text + (f" {median / first:.2f}x" if first else "")


def table(results, echoing):
    """Prints a table of programs beside each other.

    - results: name to samples, ours first.
    - echoing: programs that answer a letter with itself alone.
    """
    names = list(results)
    print("| median (worst), ratio to ours | " + " | ".join(names) + " | target |")
    print("|---" * (len(names) + 2) + "|")
    failed = 0
    for row in ROWS:
        figures = {name: values(results[name], row) for name in names}
        medians = {name: statistics.median(some) if some else None for name, some in figures.items()}
        own = figures[names[0]]
        cells = [cell(figures[names[0]], row, None)]
        for name in names[1:]:
            text = cell(figures[name], row, medians[names[0]])
            cells.append(text + (" echo" if row.label == "letter" and name in echoing else ""))
        said = verdict(row, own, {
            name: value for name, value in medians.items()
            if not (row.label == "letter" and name in echoing)})
        failed += said.startswith("FAIL")
        print(f"| {row.title} | " + " | ".join(cells) + f" | {said} |")
    return failed
