"""The same articles in the shape that each program reads, kept between runs.

gen.py (ONRECORD_GEN, or ../shared/tools beside the project) makes them: JSON Lines for onrecord, a
history with a commit an article for tig, a mailbox for neomutt, a feed for newsboat, a line an
article for fzf and less.
"""
import os
import shutil
import subprocess
import sys
import time

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
BINARY = os.environ.get("ONRECORD", os.path.join(ROOT, ".build", "release", "onrecord"))
GEN = os.environ.get("ONRECORD_GEN", os.path.join(ROOT, "..", "shared", "tools", "gen.py"))

# Nobody's own configuration counts, and nobody's own marks are touched.
NEOMUTT = """set folder="." mbox_type=mbox sort=reverse-date read_only=yes quit=yes confirmappend=no
set mail_check_stats=no wait_key=no mark_old=no move=no beep=no header_cache="" timeout=600 mail_check=600
set record="" postponed=""
"""
NEWSBOAT = "auto-reload no\nreload-only-visible-feeds no\nmax-items 0\nconfirm-exit no\nprepopulate-query-feeds no\n"


def home(folder):
    """The environment of every program: a home of its own."""
    return {
        "HOME": folder, "XDG_DATA_HOME": f"{folder}/data", "XDG_CACHE_HOME": f"{folder}/cache",
        "XDG_CONFIG_HOME": f"{folder}/config", "XDG_STATE_HOME": f"{folder}/state",
        "LC_ALL": "C.UTF-8", "COLORFGBG": "", "LESSHISTFILE": "-", "LESS": "", "EDITOR": "true",
        "FZF_DEFAULT_OPTS": "", "TIGRC_SYSTEM": "", "GIT_CONFIG_NOSYSTEM": "1",
    }


def once(folder, name, make):
    """Makes a part of the data unless an earlier run made it whole; tells how long it took."""
    mark = os.path.join(folder, f"{name}.ready")
    if os.path.exists(mark):
        return True
    start = time.perf_counter()
    try:
        make()
    except (subprocess.SubprocessError, OSError) as problem:
        print(f"bench: no data for {name}: {problem}", flush=True)
        return False
    print(f"bench: data for {name} made in {time.perf_counter() - start:.0f} s", flush=True)
    with open(mark, "w", encoding="ascii"):
        return True


def generate(count, folder, kind):
    """A fresh kind of file; the same articles at each call, since the numbers are seeded alike."""
    subprocess.run(
        [sys.executable, GEN, str(count), folder, kind], check=True, stdout=subprocess.DEVNULL)


def write(path, text):
    with open(path, "w", encoding="utf-8") as out:
        out.write(text)


def make_onrecord(count, folder):
    generate(count, f"{folder}/articles", "jsonl")


def make_tig(count, folder):
    shutil.rmtree(f"{folder}/repo", ignore_errors=True)
    generate(count, folder, "git")
    subprocess.run(["git", "commit-graph", "write"], cwd=f"{folder}/repo", check=True,
                   stderr=subprocess.DEVNULL)


def make_neomutt(count, folder):
    generate(count, folder, "mbox")
    write(f"{folder}/neomuttrc", NEOMUTT)


def make_newsboat(count, folder):
    generate(count, folder, "rss")
    write(f"{folder}/newsboat.conf", NEWSBOAT)
    write(f"{folder}/urls", f"file://{folder}/feed.xml\n")
    if os.path.exists(f"{folder}/newsboat.db"):
        os.remove(f"{folder}/newsboat.db")
    subprocess.run(
        [*newsboat(folder), "-x", "reload"], check=True, timeout=400,
        env={**os.environ, **home(folder)}, stdout=subprocess.DEVNULL)
    os.remove(f"{folder}/feed.xml")


def newsboat(folder):
    return ["newsboat", "-C", f"{folder}/newsboat.conf", "-u", f"{folder}/urls",
            "-c", f"{folder}/newsboat.db"]


def make_lines(count, folder):
    generate(count, folder, "fzf")


def prepare(count, folder):
    """Names of the data that are there: onrecord, newsboat, tig, neomutt, lines."""
    os.makedirs(folder, exist_ok=True)
    there = set()
    for name, make, needs in [
        ("onrecord", make_onrecord, None), ("newsboat", make_newsboat, "newsboat"),
        ("tig", make_tig, "tig"), ("neomutt", make_neomutt, "neomutt"), ("lines", make_lines, None),
    ]:
        if (needs is None or shutil.which(needs)) and once(
                folder, name, lambda: make(count, folder)):
            there.add(name)
    # The archive is brought up to date by the program that is measured.
    start = time.perf_counter()
    subprocess.run(
        [BINARY, "import", f"{folder}/articles", "--archive", f"{folder}/articles.archive", "--quiet"],
        check=True, env={**os.environ, **home(folder)})
    print(f"bench: archive of {count:,} articles up to date in {time.perf_counter() - start:.1f} s",
          flush=True)
    return there
