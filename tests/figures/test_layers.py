"""The packages of `generator.figures` import from each other in one order only."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import generator

ROOT = Path(generator.__file__).parent
FIGURES = ROOT / "figures"
# Each imports only from those before it. Of the checks, one package may use another; none imports
# from the list of all.
LAYERS = (
    "shared",
    "chinese",
    "english",
    "context",
    "matching",
    "additions",
    "checks",
    "verification",
    "tabular",
    "summaries",
)
# Neither of the two readers depends on the other.
READERS = {"chinese", "english"}


def imported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield from (f"{node.module}.{name.name}" for name in node.names)


ALL_CHECKS = (
    "generator.figures.checks.registry",
    "generator.figures.checks.selection",
)


def test_packages_of_figures_import_from_lower_ones() -> None:
    wrong = []
    for layer, package in enumerate(LAYERS):
        here = FIGURES / package
        for path in here.rglob("*.py") if here.is_dir() else [here.with_suffix(".py")]:
            for name in imported(path):
                if name.startswith("generator.figures."):
                    other = name.split(".")[2]
                    if LAYERS.index(other) > layer or {package, other} == READERS:
                        wrong.append(f"{path.relative_to(ROOT)} imports {name}")
                    if len(path.relative_to(FIGURES).parts) > 2 and name.startswith(ALL_CHECKS):
                        wrong.append(f"{path.relative_to(ROOT)} imports {name}")
    assert not wrong


def test_other_packages_import_from_the_public_module_alone() -> None:
    wrong = [
        f"{path.relative_to(ROOT)} imports {name}"
        for path in ROOT.rglob("*.py")
        if FIGURES not in path.parents
        for name in imported(path)
        if name.startswith("generator.figures.") and name.count(".") > 2
    ]
    assert not wrong


def test_the_table_of_packages_names_modules_that_exist() -> None:
    package, missing, named = FIGURES, [], 0
    for row in (ROOT.parent / "CONTRIBUTING.md").read_text("utf-8").splitlines():
        cells = [cell.strip() for cell in row.split("|")[1:-1]]
        if len(cells) != 3:
            continue
        found = [FIGURES / part / cells[0].strip("`/") for part in ("", "checks")]
        package = next((one for one in found if one.is_dir()), package) if cells[0] else package
        if package == FIGURES:
            continue
        for name in re.findall(r"`(\w+\.py)`", cells[2]):
            named += 1
            if not (package / name).is_file():
                missing.append(f"{package.name}/{name}")
    assert named > 60
    assert not missing
