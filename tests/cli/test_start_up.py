"""Commands only load the modules that they need, so that they start quickly."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from tests.sites import TestSite

ROOT = Path(__file__).parent.parent.parent

# Half a second of imports and tables in all.
HEAVY = frozenset(
    "uvicorn starlette python_multipart"
    " ahocorasick_rs argostranslate ctranslate2 jinja2 markdown markupsafe nh3 numpy opencc"
    " pypinyin sentencepiece watchfiles yaml multiprocessing generator.articles generator.config"
    " generator.content generator.fields generator.figures generator.gazetteer"
    " generator.library generator.lexicon generator.markup generator.pages"
    " generator.pipeline.stages generator.render.templates generator.script generator.search"
    " generator.segment generator.serve generator.desk generator.releases generator.summary"
    " generator.words generator.meaning".split()
)
PROGRAM = """
import sys
from generator.cli import main
try:
    main()
finally:
    print(*sorted(sys.modules), file=sys.stderr)
"""


def loaded(*arguments: str) -> set[str]:
    """The modules that a command has loaded when it ends."""
    ended = subprocess.run(
        [sys.executable, "-c", PROGRAM, *arguments],
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        check=True,
    )
    return set(ended.stderr.splitlines()[-1].split())


def test_help_loads_no_command() -> None:
    modules = loaded("--help")
    assert "generator.cli" in modules
    assert not modules & HEAVY
    assert "msgspec" not in modules
    assert not {name for name in modules if name.startswith("generator.cli.")}


def test_help_of_build_loads_no_part_of_the_build() -> None:
    assert not loaded("build", "--help") & HEAVY


def test_help_of_translate_loads_nothing_that_translates() -> None:
    assert not loaded("translate", "--help") & HEAVY
    assert not loaded("translate", "export", "--help") & HEAVY


def test_a_build_in_which_nothing_has_changed_loads_nothing_that_makes_pages(
    site: TestSite,
) -> None:
    command = ("--site", str(site.root), "build", "--jobs", "1")
    first = loaded(*command)
    assert {"jinja2", "yaml", "generator.pipeline.stages"} <= first & HEAVY
    assert not {name for name in first if "meaning" in name}
    assert not loaded(*command) & HEAVY


def test_a_build_of_few_articles_loads_nothing_that_pays_for_many(site: TestSite) -> None:
    site.article("port", title="肇庆港扩建", date="2026-03-01", body="肇庆港扩建，投资2亿元。")
    modules = loaded("--site", str(site.root), "build")
    assert "generator.pinyin.readings" in modules
    assert not modules & {"sentencepiece", "multiprocessing", "concurrent.futures.process"}


INTERRUPTED = """
import builtins
real = builtins.__import__
def interrupt(name, *more):
    if name == "click":
        raise KeyboardInterrupt
    return real(name, *more)
builtins.__import__ = interrupt
from generator.start import run
run()
"""


def test_ctrl_c_while_it_is_loaded_says_nothing() -> None:
    ended = subprocess.run(
        [sys.executable, "-c", INTERRUPTED],
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    assert (ended.returncode, ended.stdout, ended.stderr) == (130, "", "")


def test_only_a_check_of_meanings_loads_the_network(site: TestSite) -> None:
    modules = loaded("--site", str(site.root), "check", "--jobs", "1")
    assert "generator.check.site" in modules
    assert not {name for name in modules if "meaning" in name}
    assert not modules & {"ctranslate2", "sentencepiece"}
