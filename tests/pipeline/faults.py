"""Builds that are killed, or run out of space, each a process of its own with its workers.

The program counts what it and its workers do to files; at one of these operations the build
ends as by ``kill -9``: its main process alone, or one of its workers.
"""

from __future__ import annotations

import mmap
import os
import resource
import shutil
import signal
import struct
import sys
import traceback
from pathlib import Path
from typing import Any, NamedTuple

from generator.cli import main
from tests.sites import TestSite
from tests.templates import compile_templates_once

# What Python tells an audit hook of files and databases.
_EVENTS = ("open", "os.", "sqlite3.", "shutil.")
# So many pieces of work are given to workers, however few there are (`workers._WORTH_FORKING`).
_FEW = 2


class Operations:
    """Counts operations of this process and of those forked from it."""

    def __init__(self) -> None:
        self._memory = mmap.mmap(-1, 8)
        self._point = 0
        self._who = ""
        self._main = os.getpid()
        self._real_write = os.write
        sys.addaudithook(self._told)
        vars(os)["write"] = self._write

    @property
    def count(self) -> int:
        """How many there were."""
        return int(struct.unpack("q", self._memory[:8])[0])

    def kill_at(self, point: int, who: str) -> None:
        """At the ``point``-th operation kill the ``main`` process, or the ``worker`` that is at
        it (the next one that a worker is at)."""
        self._main = os.getpid()
        self._memory[:8] = struct.pack("q", 0)
        self._point, self._who = point, who

    def _told(self, event: str, args: tuple[Any, ...]) -> None:
        if event.startswith(_EVENTS) and event != "os.kill":
            self._step()

    def _write(self, handle: int, data: Any) -> int:
        self._step()
        return self._real_write(handle, data)

    def _step(self) -> None:
        count = self.count + 1
        self._memory[:8] = struct.pack("q", count)
        if not self._point or count < self._point:
            return
        if self._who == "main":
            os.kill(self._main, signal.SIGKILL)
        elif os.getpid() != self._main:
            os.kill(os.getpid(), signal.SIGKILL)


class Builds:
    """Runs builds, each in a process forked from this one, which has everything loaded."""

    def __init__(self, folder: Path) -> None:
        from generator.pipeline import workers

        vars(workers)["_WORTH_FORKING"] = _FEW
        self._folder = folder
        compile_templates_once()
        # Whatever is loaded at first use, or before workers start, is shared with the children.
        site = make(folder / "warm", "old")
        for jobs in ("1", "2"):
            site.build("--jobs", jobs)
            shutil.rmtree(site.root / ".digest")
        shutil.rmtree(site.root)
        self.operations = Operations()

    def start(
        self, site: TestSite, *arguments: str, point: int = 0, who: str = "main", limit: int = 0
    ) -> Started:
        """Begin a build; ``limit`` is the largest size of a file, where there is one."""
        reading, writing = os.pipe()
        process = os.fork()
        if process:
            os.close(writing)
            return Started(process, reading)
        code = 99
        try:
            sys.stdout = os.fdopen(os.open(os.devnull, os.O_WRONLY), "w", encoding="utf-8")
            sys.stderr = os.fdopen(writing, "w", encoding="utf-8")
            if limit:
                resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
            self.operations.kill_at(point, who)
            code = _digest("--site", str(site.root), "build", *arguments)
        except BaseException:
            traceback.print_exc()
        finally:
            sys.stderr.flush()
            os._exit(code)

    def build(
        self, site: TestSite, *arguments: str, point: int = 0, who: str = "main", limit: int = 0
    ) -> Ended:
        """A build, to its end."""
        return self.start(site, *arguments, point=point, who=who, limit=limit).wait()

    def clean(self, version: str) -> dict[str, bytes]:
        """What a build of a version makes with nothing kept."""
        site = make(self._folder / f"clean-{version}", version)
        ended = self.build(site, "--jobs", "1")
        assert ended.code == 0, ended.told
        return site.files()


class Ended(NamedTuple):
    """How a build ended: exit code, negative where it was killed, and its messages."""

    code: int
    told: str


class Started(NamedTuple):
    """A build that runs."""

    process: int
    reading: int

    def wait(self) -> Ended:
        """Its end, and that of its workers: the pipe is theirs too."""
        with os.fdopen(self.reading, encoding="utf-8") as stream:
            told = stream.read()
        return Ended(os.waitstatus_to_exitcode(os.waitpid(self.process, 0)[1]), told)


def _digest(*arguments: str) -> int:
    sys.argv = ["digest", *arguments]
    try:
        main()
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else 1
    return 0


def make(root: Path, version: str) -> TestSite:
    """A site at ``root``, or another version of the one that is there."""
    site = TestSite(root)
    site.settings("social_cards: false\n" + ("publisher: 新名\n" if version == "new" else ""))
    site.article("both", title=f"两版都有{version}")
    site.english("both")
    site.article("same", date="2022-05-01", more="cities: [中山]\n")
    for other in ("old", "new"):
        (site.articles / f"only-{other}.md").unlink(missing_ok=True)
    site.article(f"only-{version}", date="2023-01-31", more="topics: [重大项目]\n")
    return site
