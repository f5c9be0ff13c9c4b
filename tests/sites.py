"""Small sites for tests, and the way to run the command line on them."""

from __future__ import annotations

import contextlib
import io
import os
import re
import shutil
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from generator.cli import main

if TYPE_CHECKING:
    import pytest

SETTINGS = """\
title: {zh-Hans: 测试简报, en: Test Digest}
description: {zh-Hans: 测试用的网站, en: A site for tests}
base_url: https://example.org/sub/
topics:
  新能源: New energy
  重大项目: {en: Major projects, slug: projects}
"""

ARTICLE = """\
---
title: {title}
date: {date}
source: {{name: 西江日报}}
{more}---

{body}
"""

SIDECAR = """\
---
title: {title}
{more}---

{body}
"""

BODY = "肇庆开工一批项目，总投资二十亿元。项目分三期建设。\n\n第二段说明进度：厂房已经封顶。"
ENGLISH = (
    "Zhaoqing has started work on a batch of projects worth 2 billion yuan. They come in three"
    " phases.\n\nA second paragraph tells of progress: the plant has been topped out."
)


@dataclass(frozen=True)
class Ran:
    """How a command ended, and what it printed."""

    code: int
    out: str
    err: str

    @property
    def problems(self) -> list[str]:
        """The lines of problems, without their ``error: ``."""
        found = re.findall(r"^(?:error|warning): (.*)$", self.err, re.M)
        assert "Traceback" not in self.err
        return found

    def count(self, row: str, word: str) -> int:
        """The number before or after ``word`` in a row of the build's table: ``made 12``."""
        line = next(line for line in self.out.splitlines() if line.startswith(row))
        match = re.search(rf"{word} (\d+)", line) or re.search(rf"(\d+) {word}", line)
        assert match, line
        return int(match.group(1))


def made_once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], object]) -> Path:
    """A folder that ``make`` has filled, once for all processes of a run: not to be changed."""
    folder = factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        folder = folder.parent
    made, whole = folder / name, folder / f"{name}.whole"
    with (folder / f"{name}.lock").open("w") as lock:
        if sys.platform != "win32":
            import fcntl

            fcntl.flock(lock, fcntl.LOCK_EX)
        if not whole.exists():
            shutil.rmtree(made, ignore_errors=True)
            made.mkdir()
            make(made)
            whole.touch()
    return made


def put_in_place(file: Path, text: str) -> None:
    """Save a file as editors do: whole under a passing name, then in the place of the old one. So
    a preview that watches never sees half of it, however slow the machine is."""
    fresh = file.with_name(f"{file.name}.tmp")
    fresh.write_text(text, "utf-8")
    fresh.replace(file)


@dataclass(frozen=True)
class TestSite:
    """A site in a folder of its own."""

    __test__ = False
    root: Path

    @property
    def articles(self) -> Path:
        """Where articles lie."""
        return self.root / "content/articles"

    def write(self, path: str, text: str | bytes) -> Path:
        """Write a file of the site."""
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text if isinstance(text, bytes) else text.encode())
        return file

    def settings(self, more: str = "", text: str = SETTINGS) -> None:
        """Write site.yaml: the usual settings and ``more``, which wins over them."""
        keys = re.findall(r"^(\w+):", more, re.M)
        for key in keys:
            text = re.sub(rf"^{key}:.*\n(?:[ ]+.*\n)*", "", text, flags=re.M)
        self.write("site.yaml", text + more)

    def article(
        self,
        slug: str,
        *,
        title: str = "肇庆项目开工",
        date: str = "2023-10-10",
        body: str = BODY,
        more: str = "cities: [肇庆]\ntopics: [新能源]\n",
    ) -> Path:
        """Write an article."""
        text = ARTICLE.format(title=title, date=date, body=body, more=more)
        return self.write(f"content/articles/{slug}.md", text)

    def english(
        self, slug: str, *, title: str = "Zhaoqing starts work", body: str = ENGLISH, more: str = ""
    ) -> Path:
        """Write an English sidecar."""
        text = SIDECAR.format(title=title, body=body, more=more)
        return self.write(f"content/articles/{slug}.en.md", text)

    def digest(self, *args: str) -> Ran:
        """Run ``digest --site ROOT ARGS``."""
        return run("--site", str(self.root), *args)

    def build(self, *args: str) -> Ran:
        """Build, and expect that it works."""
        ran = self.digest("build", *args)
        assert ran.code == 0, ran.err
        return ran

    def page(self, address: str, out: str = "public") -> str:
        """The HTML published at ``address`` (``/en/`` …) or the text of a published file."""
        path = address.strip("/")
        file = self.root / out / path
        return (file / "index.html" if file.is_dir() else file).read_text("utf-8")

    def files(self, out: str = "public") -> dict[str, bytes]:
        """Every published file by path."""
        top = self.root / out
        return {
            file.relative_to(top).as_posix(): file.read_bytes()
            for file in sorted(top.rglob("*"))
            if file.is_file()
        }


def run(*args: str) -> Ran:
    """Run the command line in this process."""
    out, err = io.StringIO(), io.StringIO()
    code = 0
    with _arguments(args), contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        try:
            main()
        except SystemExit as end:
            code = end.code if isinstance(end.code, int) else 1
    return Ran(code, out.getvalue(), err.getvalue())


@contextlib.contextmanager
def _arguments(args: tuple[str, ...]) -> Iterator[None]:
    import sys

    before = sys.argv
    sys.argv = ["digest", *args]
    try:
        yield
    finally:
        sys.argv = before
