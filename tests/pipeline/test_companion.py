"""A build in which little has changed has a companion: with it and without, all is the same."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.sites import TestSite

# Runs in a process of its own: one with threads, as that of a test may be, has no companion.
ASKED = """
import os, signal, sys
from generator.pipeline.companion import Companion

def spelt(number, given):
    if number < 0 and os.getpid() != given["main"]:
        raise ValueError("not here")
    return number * given["times"], os.getpid() == given["main"]

given = {"times": 2, "main": os.getpid()}
companion = Companion.start([lambda: None])
first = companion.begin(spelt, [1, 2], given)
large = companion.begin(spelt, range(100_000), given)
failing = companion.begin(spelt, [-1], given)
assert len(large()) == 100_000
assert first() == [(2, False), (4, False)]
# What fails there is done here.
assert failing() == [(-2, True)]
waiting = companion.begin(spelt, [3], given)
os.kill(companion._process, signal.SIGKILL)
assert waiting()[0][0] == 6
assert companion.begin(spelt, [4], given)() == [(8, True)]
companion.close()
# Whoever starts the build may ignore what becomes of processes; or there may be no more of them.
signal.signal(signal.SIGCHLD, signal.SIG_IGN)
companion = Companion.start([])
assert companion.begin(spelt, [5], given)() == [(10, False)]
companion.close()

def refused():
    raise BlockingIOError("no more processes")

os.fork = refused
assert Companion.start([]) is None
"""


def _ran(root: Path, *arguments: str) -> str:
    done = subprocess.run([sys.executable, *arguments], cwd=root, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_what_a_companion_cannot_do_is_done_by_the_build() -> None:
    if sys.platform == "linux":
        _ran(Path(__file__).parents[2], "-c", ASKED)


def test_a_build_with_a_companion_makes_the_bytes_of_a_clean_one(site: TestSite) -> None:
    site.settings("social_cards: false\n")
    for number in range(8):
        site.article(f"other-{number}", title=f"第{number}篇", date=f"2023-09-0{number + 1}")
    site.build()
    site.article("other-3", title="另一题目", date="2023-09-04", body="漯河投资3亿元。")
    site.article("new", title="新的一篇", date="2023-10-11")
    top = Path(__file__).parents[2]
    out = _ran(top, "-m", "generator", "--site", str(site.root), "build")
    assert "(read 2, reused 8)" in out
    after = site.files()
    site.build("--out", str(site.root / "clean"))
    assert after == site.files("clean")
