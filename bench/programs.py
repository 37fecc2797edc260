"""The programs that are compared, and the keys that do the same in each of them."""
import shutil
from dataclasses import dataclass, field

import alike

# What is typed into a filter, letter by letter.
FILTER = "minister"


@dataclass
class Program:
    """A program: how it starts, when it is ready, and its keys."""

    name: str
    command: list
    # What the screen must show before the first key counts as possible.
    ready: str
    # What else must be done to stand in the list of articles.
    enter: list = field(default_factory=list)
    down: str = "j"
    up: str = "k"
    page: str = "PageDown"
    home: str = "Home"
    # Opens an article, scrolls its text, and goes back to the list; none where there is no such thing.
    open: str = ""
    text_page: str = "PageDown"
    back: str = ""
    # What opens the filter; an empty one is open from the start, none is not there.
    filter: str | None = None
    # Whether letters bring the result and not only themselves.
    is_incremental: bool = False
    cwd: str = "/"

    def scenario(self):
        """What ptybench plays."""
        lines = [*self.enter, "settle", "sleep 0.3", "label j", f"key {self.down}*16",
                 "label k", f"key {self.up}*8", "sleep 0.3",
                 "label page", f"key {self.page}*4", f"do {self.home}", "sleep 0.4"]
        if self.open:
            for _ in range(3):
                # Opened at once after a step, so that nothing of the article is on the screen yet.
                lines += [f"do {self.down}", "label open", f"key {self.open}", "sleep 0.2",
                          "label text page", f"key {self.text_page}", "sleep 0.2",
                          "label back", f"key {self.back}", "sleep 0.3"]
        lines += ["settle", "idle 3"]
        if self.filter is not None:
            lines += [f"do {self.filter}"] if self.filter else []
            lines += ["sleep 0.1", "label letter", f"type {FILTER}", "sleep 0.2"]
        return "\n".join([*lines, "rss"]) + "\n"


def programs(folder, data, count):
    """The programs that are installed and have data, ours first; says which are left out."""
    lines = f"{folder}/lines.txt"
    found = [
        Program(
            "onrecord", [alike.BINARY, f"{folder}/articles", "--archive", f"{folder}/articles.archive"],
            r"20\d\d-\d\d-\d\d", open="Enter", back="Esc", filter="/", is_incremental=True),
        Program(
            "newsboat", alike.newsboat(folder), r"\(\d+/\d+\)",
            enter=["do Enter", r"settle"], open="Enter", back="q", filter="/"),
        Program(
            "tig", ["tig"], r"\d{4}-\d\d-\d\d", open="Enter", back="q", filter="/",
            cwd=f"{folder}/repo"),
        Program(
            "neomutt", ["neomutt", "-n", "-F", f"{folder}/neomuttrc", "-f", f"{folder}/mbox"], r"Msgs:",
            home="Home", open="Enter", back="q", filter="l"),
        Program(
            "fzf", ["sh", "-c", f"exec fzf --exact --layout=reverse <'{lines}'"], rf"{count}/{count}",
            down="Down", up="Up", home="PageUp*4", filter="", is_incremental=True),
        Program(
            "less", ["less", lines], r"20\d\d-", home="g", filter="&"),
    ]
    there = []
    for program in found:
        needs = {"fzf": "lines", "less": "lines"}.get(program.name, program.name)
        if program.name != "onrecord" and not shutil.which(program.name):
            print(f"bench: {program.name} is not installed, so it is not compared.")
        elif needs not in data:
            print(f"bench: there are no data for {program.name} at {count:,}, so it is not compared.")
        else:
            there.append(program)
    return there
