"""What docs/licences.md says of installed packages and of tables is true."""

from __future__ import annotations

import importlib.metadata
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement

PROJECT = Path(__file__).parents[2]
TEXT = (PROJECT / "docs/licences.md").read_text("utf-8")
DECLARED = tomllib.loads((PROJECT / "pyproject.toml").read_text("utf-8"))["project"]


def installed_with(requirements: list[str]) -> set[str]:
    """Every installed package that these requirements lead to."""
    found: set[str] = set()
    waiting = [Requirement(text) for text in requirements]
    while waiting:
        wanted = waiting.pop()
        name = re.sub(r"[-_.]+", "-", wanted.name).lower()
        if name in found or (wanted.marker and not wanted.marker.evaluate({"extra": ""})):
            continue
        found.add(name)
        needs = importlib.metadata.requires(wanted.name) or []
        waiting += [Requirement(text) for text in needs]
    return found


@pytest.mark.parametrize("group", ["", "html", "cluster"])
def test_every_installed_package_is_listed(group: str) -> None:
    extras = DECLARED["optional-dependencies"]
    packages = installed_with(extras[group] if group else DECLARED["dependencies"])
    assert sorted(name for name in packages if f"`{name}`" not in TEXT) == []


def test_the_package_under_the_agpl_is_never_imported() -> None:
    code = (
        "import sys, pkgutil, importlib, generator\n"
        "import argostranslate.tokenizer\n"
        "for found in pkgutil.walk_packages(generator.__path__, 'generator.'):\n"
        "    if not found.name.endswith('__main__') and '.make_tables' not in found.name:\n"
        "        importlib.import_module(found.name)\n"
        "sys.exit('minisbd' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], cwd=PROJECT).returncode == 0


def test_every_folder_of_tables_names_its_sources() -> None:
    for folder in sorted((PROJECT / "generator").glob("*/data")):
        notes = next(folder / n for n in ("SOURCES.md", "README.md") if (folder / n).exists())
        text = notes.read_text("utf-8")
        tables = [file.name for file in folder.iterdir() if file.suffix not in (".md", ".py")]
        assert [name for name in tables if f"`{name}`" not in text] == []
        assert notes.relative_to(PROJECT).as_posix() in TEXT


def test_every_licence_of_a_table_is_declared_and_its_text_is_there() -> None:
    tables = TEXT.partition("## Data tables in the program")[2].partition("\n###")[0]
    told = {"Apache-2.0", "BSD-3-Clause", "CC BY-SA 4.0", "OFL 1.1", "MIT"}
    assert {name for name in told if name in tables} == told
    declared = DECLARED["license"].split(" AND ")
    assert sorted(declared) == ["Apache-2.0", "BSD-3-Clause", "CC-BY-SA-4.0", "MIT", "OFL-1.1"]
    texts = {path.stem for path in (PROJECT / "docs/licences").glob("*.txt")}
    assert texts == {"Apache-2.0", "BSD-3-Clause", "CC-BY-SA-4.0", "OFL-1.1"}
    assert "docs/licences/*.txt" in DECLARED["license-files"]
