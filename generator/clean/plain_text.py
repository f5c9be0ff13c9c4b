"""Remove traces of programs from a text: HTML entities, quotation marks of e-mail, tabs between
cells, a space after every character, full-width digits."""

from __future__ import annotations

import html
import re
from collections.abc import Sequence

from generator.patterns import late_regex

_HAN = "\u3400-\u9fff"
_ENTITY = late_regex(
    r"&(?:#\d{2,6}|#x[0-9a-fA-F]{2,5}|nbsp|ensp|emsp|amp|lt|gt|quot|[lr][sd]quo|[mn]dash|hellip|middot"
    r"|times|permil|yen|deg);"
)
_BREAK = late_regex(r"(?i)<br\s*/?>|</p>\s*(?:<p>)?|<p>")
_ESCAPED = late_regex(r"(?:\\u[0-9a-fA-F]{4}){2,}")
_QUOTED = late_regex(r"^\s*(?:>\s?)+")
_MOST_QUOTED = 0.6
_SPACED = late_regex(rf"(?<=[{_HAN}]) (?=[{_HAN}])")
_PAIRS = late_regex(rf"[{_HAN}] ?(?=[{_HAN}])")
# A text that begins with # and a title is Markdown.
_TITLE = late_regex(r"^# +[^\s#]")
_MARKS = late_regex(r"^\s*(?:#{1,6} +|>\s?)")
_EMPHASIS = late_regex(r"(?<![*\d\\])\*(?=[^\s*])([^*\n]{1,90}?)(?<=[^\s*\\])\*(?![*\d])")
# Other texts lose them if they have several marks of Markdown; a whole line in bold type is one.
_SIGN = late_regex(
    r"(?m)^(?:#{2,6} +\S|(?:\*\*|__)[^*_\n]+(?:\*\*|__)\s*$)|\*\*(?=\S)[^*\n]+(?<=\S)\*\*"
)
_BOLD_LINE = late_regex(r"^\s*(\*\*|__)(?=\S)([^*_]+)(?<=\S)\1\s*$")
_SEVERAL = 2
_STRONG = late_regex(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1")
_LINK = late_regex(r"(?<!!)\[([^\[\]]+)\]\((?:[^()\s]|\([^()]*\))*\)")
_ROW, _RULE = late_regex(r"^\s*\|.+\|\s*$"), late_regex(r"^\s*\|[\s|:-]+\|\s*$")
_MANY, _SHARE = 8, 0.6  # the least number of spaces between Chinese characters, and their share
_WIDE = late_regex("[０-９Ａ-Ｚａ-ｚ][０-９Ａ-Ｚａ-ｚ．，－：％／]*")
_NARROW = str.maketrans({chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)})
_THOUSANDS = late_regex(r"(?<=[0-9])，(?=[0-9]{3}(?![0-9]))")


def plain(text: str) -> str:
    """Return ``text`` as its author saw it: entities and escapes become characters, line breaks of
    HTML become line ends, and a text that is quoted e-mail or Markdown as a whole loses its
    marks."""
    if _ESCAPED.search(text):
        text = _ESCAPED.sub(lambda found: _unescaped(found[0]), text)
    if _ENTITY.search(text):
        text = html.unescape(_BREAK.sub("\n", text)).replace("\xa0", " ")
    lines = text.split("\n")
    filled = [line for line in lines if line.strip()]
    if sum(line.lstrip().startswith(">") for line in filled) > _MOST_QUOTED * len(filled):
        lines = [_QUOTED.sub("", line) for line in lines]
    if filled and (_TITLE.match(filled[0]) or len(_SIGN.findall(text)) >= _SEVERAL):
        lines = [_without_marks(line) for line in lines if not _RULE.match(line)]
    else:
        lines = [_BOLD_LINE.sub(r"\2", line) for line in lines]
    return "\n".join(map(_closed_up, lines))


def _without_marks(line: str) -> str:
    """Return a line of Markdown as plain text; the cells of a table row are separated by tabs."""
    if _ROW.match(line):
        line = "\t".join(cell.strip() for cell in line.strip().strip("|").split("|"))
    line = _MARKS.sub("", line)
    return _LINK.sub(r"\1", _EMPHASIS.sub(r"\1", _STRONG.sub(r"\2", line)))


def narrow(text: str) -> str:
    """Return ``text`` with full-width digits and Latin letters made narrow: ４８．６％ is 48.6%."""
    return _WIDE.sub(_narrowed, text) if _WIDE.search(text) else text


def _narrowed(found: re.Match[str]) -> str:
    whole = found[0]
    end = whole[len(whole.rstrip("．，－：／")) :]
    made = whole[: len(whole) - len(end)].replace("，", "\0").translate(_NARROW).replace("\0", "，")
    return _THOUSANDS.sub(",", made) + end


def _unescaped(text: str) -> str:
    units = bytes.fromhex(text.replace("\\u", ""))
    made = units.decode("utf-16-be", errors="replace")
    return text if "\ufffd" in made else made


def _closed_up(line: str) -> str:
    """Return a line without the spaces that OCR put between its characters."""
    spaced = len(_SPACED.findall(line))
    if spaced < _MANY or spaced < _SHARE * len(_PAIRS.findall(line)):
        return line
    return re.sub(" {2,}", " ", re.sub(r"(?<=\S) (?=\S)", "", line))


def tables_in(lines: Sequence[str]) -> dict[int, int]:
    """Return the numbers of lines (from 1) that are table rows with tabs between the cells, as
    pasted from spreadsheets; each is mapped to the number of its table (from 1)."""
    found: dict[int, int] = {}
    tables = place = 0
    while place < len(lines):
        columns = lines[place].strip("\n").count("\t")
        end = place
        while end < len(lines) and columns and _is_row(lines[end], columns):
            end += 1
        if end - place > 1:
            tables += 1
            found |= dict.fromkeys(range(place + 1, end + 1), tables)
        place = max(end, place + 1)
    return found


def _is_row(line: str, tabs: int) -> bool:
    return line.count("\t") == tabs and len(line.replace("\t", "").strip()) > tabs // 2


def as_row(line: str) -> str:
    """Return a row with bars between its cells."""
    return " | ".join(cell.strip().replace("|", "｜") for cell in line.split("\t"))
