"""Check a site's own templates and assets: outdated copies, and files that are never used."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import jinja2
from jinja2 import meta, nodes

from generator.problem import Problem, did_you_mean
from generator.render.copies import FOLDER, RECORD, DamagedRecordError, recorded, version_of
from generator.render.files import default_templates, templates_in

_RENEW = (
    "move yours away, run `digest new --template {name}` and make your changes again in the copy"
)


def check_templates(root: Path) -> list[Problem]:
    """Return a warning for each file of ``templates/`` that hides a newer one or is never used."""
    folder, defaults = root / FOLDER, default_templates()
    if not folder.is_dir() or folder.resolve() == defaults.resolve():
        return []
    own, known = templates_in(folder), templates_in(defaults)
    try:
        copied, problems = recorded(root), []
    except DamagedRecordError:
        hint = "delete it; changes of the program's templates are then noticed in new copies only"
        copied, problems = {}, [_warning(RECORD, "cannot be read", hint)]
    for name in own:
        if name in known:
            problems += _outdated(name, own[name], known[name], copied.get(name))
        elif name in copied:
            message = "the program no longer has this template, so it is not used"
            problems.append(_warning(f"{FOLDER}/{name}", message, "delete it"))
    problems += _unknown_blocks(own, known)
    uses = _Uses(own)
    for name in sorted(own.keys() - known.keys() - copied.keys()):
        if not uses.has(name):
            message = "replaces no template of the program, and no template of yours uses it"
            hint = did_you_mean(name, known) or "delete it, or correct its name"
            problems.append(_warning(f"{FOLDER}/{name}", message, hint))
    return problems


def _outdated(name: str, own: Path, original: Path, copied: str | None) -> list[Problem]:
    now = version_of(original.read_bytes())
    if copied is None:
        if version_of(own.read_bytes()) != now:
            return []
        message = "is the same as the program's, and would hide later improvements of it"
        return [_warning(f"{FOLDER}/{name}", message, "delete it until you want to change it")]
    if copied == now:
        return []
    message = "the program's version has changed since this copy was made"
    return [_warning(f"{FOLDER}/{name}", message, _RENEW.format(name=name))]


def _unknown_blocks(own: Mapping[str, Path], known: Mapping[str, Path]) -> list[Problem]:
    """Return a warning for each block that the extended template does not have: it is never
    shown."""
    problems = []
    environment = jinja2.Environment(autoescape=True)
    for name, path in own.items():
        text = _text(path)
        if "extends" not in text:
            continue
        try:
            tree = environment.parse(text)
            blocks = _blocks_above(environment, tree, own, known)
        except jinja2.TemplateSyntaxError:
            # The build reports the error.
            continue
        for block in (node for node in tree.body if isinstance(node, nodes.Block)):
            if blocks is not None and block.name not in blocks:
                message = f'the block "{block.name}" fills none of the template that it extends'
                hint = (
                    did_you_mean(block.name, blocks) or f"its blocks: {', '.join(sorted(blocks))}"
                )
                place = f"{FOLDER}/{name}"
                problems.append(_warning(place, message, hint, block.lineno))
    return problems


def _blocks_above(
    environment: jinja2.Environment,
    tree: nodes.Template,
    own: Mapping[str, Path],
    known: Mapping[str, Path],
) -> set[str] | None:
    """Return the names of the blocks in the template that ``tree`` extends, directly and
    indirectly; ``None`` if it extends none, or one named by an expression."""
    found: set[str] = set()
    while (extends := next(tree.find_all(nodes.Extends), None)) is not None:
        wanted = extends.template
        name = wanted.value if isinstance(wanted, nodes.Const) else ""
        own_name = name.removeprefix("program/")
        path = known.get(own_name) if own_name != name else own.get(name, known.get(name))
        if path is None:
            return None
        tree = environment.parse(_text(path))
        found |= {block.name for block in tree.find_all(nodes.Block)}
    return found or None


class _Uses:
    """The names that the templates of a site refer to."""

    def __init__(self, own: Mapping[str, Path]) -> None:
        self._environment = jinja2.Environment(autoescape=True)
        self._texts = {name: _text(path) for name, path in own.items()}
        self._templates = {name: self._referenced(text) for name, text in self._texts.items()}
        # A template named by an expression may be any.
        self._any = any(None in found for found in self._templates.values())

    def has(self, name: str) -> bool:
        """Return whether another file of the site seems to use ``name``."""
        if name.startswith("assets/"):
            short = name.removeprefix("assets/")
            return any(short in text for other, text in self._texts.items() if other != name)
        return self._any or any(
            name in found for other, found in self._templates.items() if other != name
        )

    def _referenced(self, text: str) -> frozenset[str | None]:
        try:
            return frozenset(meta.find_referenced_templates(self._environment.parse(text)))
        except jinja2.TemplateSyntaxError:
            # The build reports the error; until it is corrected, the references are not known.
            return frozenset({None})


def _text(path: Path) -> str:
    """Return the text of a template; empty for a picture or a font."""
    try:
        return path.read_text("utf-8")
    except (UnicodeDecodeError, OSError):
        return ""


def _warning(path: str, message: str, hint: str, line: int = 0) -> Problem:
    return Problem(path, line, message=message, hint=hint, severity="warning")
