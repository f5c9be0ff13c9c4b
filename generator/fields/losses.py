"""Finds text that YAML silently drops or changes, so that it can be reported.

YAML reads ``title: 第 #1 号项目`` as the title 第. Other cases are ``&`` and ``!`` at the start of
a value, a line that was meant as a key or list item but continues the value above, ``\\t`` in
double quotes, and the word ``null``.
"""

from __future__ import annotations

from typing import NamedTuple

import yaml

from generator.fields.source import TAG, Source
from generator.patterns import late_regex
from generator.reading import BREAKS, UNSEEN

_COMMENT = late_regex(r"(\s+)#(.*)")
_QUOTES = "put the value in quotes"
_CONTROL = late_regex(rf"[\t{UNSEEN}{BREAKS}]")
_SEEMS_KEY = late_regex(r"\s*(?:[-*•]\s|[A-Za-z_][\w-]*\s*[:：])")
# A line break between two wide characters is removed (CSS Text 4, section 4.1.3, "segment break
# transformation"). YAML folds it into a space, which would stand between Chinese characters.
_WIDE = r"[\u2e80-\u2fdf\u3001-\u30ff\u3400-\u9fff\uf900-\ufaff\uff01-\uff60\U00020000-\U0003ffff]"
_FOLDED = late_regex(rf"(?<={_WIDE}) (?={_WIDE})")


class Loss(NamedTuple):
    """What is lost, and what to do. ``certain`` is false where the author may have wanted it so."""

    message: str
    hint: str
    certain: bool = True


def text_of(node: yaml.ScalarNode) -> str:
    """The text of a scalar, trimmed, without the spaces of folded lines between Chinese
    characters."""
    value = str(node.value).strip()
    if node.style != "|" and node.end_mark and node.end_mark.line > node.start_mark.line:
        return _FOLDED.sub("", value)
    return value


def is_null(node: yaml.Node) -> bool:
    """Whether YAML reads the value as null: empty, ``~`` or ``null``."""
    return node.tag == TAG + "null"


def find_loss(node: yaml.ScalarNode, source: Source) -> Loss | None:
    """The part of a value that YAML drops or changes; ``None`` if nothing is lost."""
    if not node.start_mark or not node.end_mark:
        return None
    if found := _prefix(node, source):
        return found
    if node.style in ('"', "'"):
        return _escape(node)
    if node.style in ("|", ">"):
        return None
    return _continuation(node, source) or _comment(node, source)


def comment_in_place_of(key: yaml.Node, source: Source) -> Loss | None:
    """The loss in ``title: #1 号``: a comment where the value of ``key`` should be."""
    if not key.end_mark:
        return None
    rest = source.rest(key.end_mark).lstrip().removeprefix(":")
    match = _COMMENT.match(rest)
    if match is None or not match[2] or match[2][0].isspace():
        return None
    return _hash(match[2])


def _prefix(node: yaml.ScalarNode, source: Source) -> Loss | None:
    start = source.rest(node.start_mark)[:1]
    if start == "&":
        return Loss('the word after "&" is left out: YAML takes it as an anchor', _QUOTES)
    if start == "!":
        return Loss('the word after "!" is left out: YAML takes it as a tag', _QUOTES)
    return None


def _escape(node: yaml.ScalarNode) -> Loss | None:
    match = _CONTROL.search(str(node.value)) if node.style == '"' else None
    if match is None:
        return None
    code = match[0].encode("unicode_escape").decode()
    message = f"the backslash in double quotes makes a control character ({code}) of your text"
    return Loss(message, "use single quotes, or write \\\\ for a backslash")


def _continuation(node: yaml.ScalarNode, source: Source) -> Loss | None:
    first, last = node.start_mark.line, node.end_mark.line
    for number in range(first + 1, last + 1 if node.end_mark.column else last):
        line = source.lines[number]
        if _SEEMS_KEY.match(line):
            begin = " ".join(line.split())[:20]
            message = f'the line "{begin}" continues this value, since it is indented further'
            return Loss(message, "indent it like the other keys or list items")
    return None


def _comment(node: yaml.ScalarNode, source: Source) -> Loss | None:
    match = _COMMENT.match(source.rest(node.end_mark))
    if match is None or not match[2]:
        return None
    if not match[2][0].isspace():
        return _hash(match[2])
    if match[1] == " ":
        message = f'"#{_short(match[2])}" is left out as a comment'
        return Loss(message, f"{_QUOTES}, or two spaces before # for a comment", certain=False)
    return None


def _hash(text: str) -> Loss:
    message = f'"#{_short(text)}" is left out: YAML takes it as a comment'
    return Loss(message, f"{_QUOTES}, or write `# ` for a comment")


def _short(text: str) -> str:
    text = text.rstrip()
    return text if len(text) <= 20 else text[:19] + "…"
