"""Patterns that are compiled at their first use."""

from __future__ import annotations

import ast
import gc
import importlib
import pickle
import pkgutil
import re
from pathlib import Path

import pytest

import generator
from generator.patterns import LateRegex, late_regex, with_lookahead

PACKAGE = Path(generator.__file__).parent


def modules() -> list[str]:
    return [
        found.name
        for found in pkgutil.walk_packages([str(PACKAGE)], "generator.")
        if "make_tables" not in found.name and not found.name.endswith("__main__")
    ]


def test_a_late_pattern_is_as_a_compiled_one() -> None:
    late, compiled = (
        late_regex(r"(?P<year>\d{4})年", re.ASCII),
        re.compile(r"(?P<year>\d{4})年", 256),
    )
    for text in ("", "2026年", "见2025年与2026年"):
        for method in ("match", "search", "fullmatch"):
            found, expected = getattr(late, method)(text), getattr(compiled, method)(text)
            assert (found and found.span("year")) == (expected and expected.span("year"))
        assert late.findall(text) == compiled.findall(text)
        assert late.sub("x", text) == compiled.sub("x", text)
        assert late.split(text) == compiled.split(text)
    assert (late.pattern, late.flags, late.groups) == (compiled.pattern, compiled.flags, 1)


def test_a_late_pattern_can_go_to_another_process() -> None:
    late = late_regex("市[a-z]", re.IGNORECASE)
    assert late.match("市A")
    assert pickle.loads(pickle.dumps(late)).match("市A")


def test_what_a_pattern_does_not_have_is_not_made_up() -> None:
    with pytest.raises(AttributeError):
        len(LateRegex("市", 0).nothing)


def test_every_pattern_of_the_program_compiles() -> None:
    for name in modules():
        importlib.import_module(name)
    # A build of another test in this process may have hidden them from the collector.
    gc.unfreeze()
    patterns = [one for one in gc.get_objects() if isinstance(one, LateRegex)]
    assert len(patterns) > 400
    for pattern in patterns:
        assert pattern.flags is not None


@pytest.mark.parametrize(
    ("pattern", "quicker"),
    [
        (r"\b(?:plan|aim)s?\b", r"\b(?=[ap])(?:plan|aim)s?\b"),
        (r"(?i:\b(?:r[io]se|\b(?P<up>up|[Gg]rew)(?: by)?))", None),
        (r"\b(May|(?:June|July)|[Aa]ugust)\b", r"\b(?=[AJMa])(May|(?:June|July)|[Aa]ugust)\b"),
        # What may begin with anything else, or with nothing, is left as it is.
        (r"\b(?:plan|\d+)", r"\b(?:plan|\d+)"),
        (r"\b(?:plan|a?im)", r"\b(?:plan|a?im)"),
        (r"\b(?:plan|aim)?s", r"\b(?:plan|aim)?s"),
        (r"\b(?:plan|(?:a|b)*c)", r"\b(?:plan|(?:a|b)*c)"),
        (r"\b(?:plan|(?!x)[a-z])", r"\b(?:plan|(?!x)[a-z])"),
        (r"\b(?:plan|)s", r"\b(?:plan|)s"),
        (r"plan|aim", r"plan|aim"),
    ],
)
def test_words_are_looked_for_by_their_first_letters(pattern: str, quicker: str | None) -> None:
    if quicker is not None:
        assert with_lookahead(pattern) == quicker
    plain, found = re.compile(pattern), late_regex(pattern)
    for text in ("plans", "aims", "s", "rise", "up", "Grew by", "in July", "august", "12", "cplan"):
        assert [m.span() for m in found.finditer(text)] == [m.span() for m in plain.finditer(text)]


def _at_import(tree: ast.Module) -> list[int]:
    """Lines outside functions that compile a pattern."""
    lines, stack = [], list(ast.iter_child_nodes(tree))
    while stack:
        node = stack.pop()
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            continue
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "re.compile":
            lines.append(node.lineno)
        stack.extend(ast.iter_child_nodes(node))
    return lines


def test_no_import_compiles_a_pattern() -> None:
    found = [
        f"{path.relative_to(PACKAGE)}:{line}"
        for path in sorted(PACKAGE.rglob("*.py"))
        if "make_tables" not in path.parts
        for line in _at_import(ast.parse(path.read_text("utf-8")))
    ]
    assert not found, "use late_regex() of generator/patterns.py"
