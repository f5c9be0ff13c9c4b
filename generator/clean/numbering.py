"""The numbers that Word displays before paragraphs of lists (一、 （一） 1.), which are not in the
text.

Source of the format: ECMA-376, Part 1, 17.9 (numbering) and 17.18.59 (number formats).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from xml.etree import ElementTree

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_DIGITS = "〇一二三四五六七八九"
_DEEPEST = 9


@dataclass(frozen=True)
class _Level:
    """How a level of a list counts: its number format, its text (``%1、``), its first number."""

    form: str
    text: str
    start: int


@dataclass
class Numbering:
    """The lists of a document, with the present count of each level."""

    levels: dict[str, dict[int, _Level]] = field(default_factory=dict)
    counts: dict[str, dict[int, int]] = field(default_factory=dict)
    groups: dict[str, str] = field(default_factory=dict)

    def label(
        self, paragraph: ElementTree.Element, style: ElementTree.Element | None = None
    ) -> str:
        """Return the label before a paragraph, with the space after it, and advance the count.
        ``style`` is the numbering of the paragraph's style (``numPr``)."""
        own = paragraph.find(f"{_W}pPr/{_W}numPr")
        found = style if own is None else own
        number = _value(found, "numId")
        depth = _whole(_value(found, "ilvl"), 0)
        level = self.levels.get(number, {}).get(depth)
        if level is None:
            return ""
        counts = self.counts.setdefault(self.groups.get(number, number), {})
        counts[depth] = counts.get(depth, level.start - 1) + 1
        for deeper in range(depth + 1, _DEEPEST):
            counts.pop(deeper, None)
        if level.form == "bullet":
            return ""

        def shown(match: re.Match[str]) -> str:
            other = int(match[1]) - 1
            form = self.levels[number].get(other, level)
            return _number(counts.get(other, form.start), form.form)

        made = re.sub(r"%([1-9])", shown, level.text)
        return made if re.search(r"[、.．)）]$", made) else f"{made} "


def read_numbering(root: ElementTree.Element | None) -> Numbering:
    """Return the lists that a document declares."""
    made = Numbering()
    if root is None:
        return made
    abstract = {
        one.get(f"{_W}abstractNumId") or "": {
            _whole(level.get(f"{_W}ilvl") or "", 0): _level(level)
            for level in one.iterfind(f"{_W}lvl")
        }
        for one in root.iterfind(f"{_W}abstractNum")
    }
    for one in root.iterfind(f"{_W}num"):
        number = one.get(f"{_W}numId") or ""
        group = _value(one, "abstractNumId")
        made.levels[number] = abstract.get(group, {})
        # Lists that restart have a count of their own.
        anew = one.find(f"{_W}lvlOverride/{_W}startOverride") is not None
        made.groups[number] = number if anew else f"abstract {group}"
    return made


def _level(element: ElementTree.Element) -> _Level:
    return _Level(
        _value(element, "numFmt") or "decimal",
        _value(element, "lvlText"),
        _whole(_value(element, "start"), 1),
    )


def _whole(value: str, otherwise: int) -> int:
    """Return a small number, as in lists, or ``otherwise``."""
    return int(value) if re.fullmatch(r"\d{1,4}", value, re.ASCII) else otherwise


def _value(element: ElementTree.Element | None, name: str) -> str:
    found = None if element is None else element.find(f"{_W}{name}")
    return "" if found is None else found.get(f"{_W}val") or ""


def _chinese(number: int) -> str:
    if number < 10:
        return _DIGITS[number]
    if number < 100:
        tens, ones = divmod(number, 10)
        return ("" if tens == 1 else _DIGITS[tens]) + "十" + (_DIGITS[ones] if ones else "")
    return "".join(_DIGITS[int(digit)] for digit in str(number))


def _letter(number: int) -> str:
    return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)


def _roman(number: int) -> str:
    signs = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
    made = ""
    for value, sign in signs:
        while number >= value and len(made) < 20:
            made, number = made + sign, number - value
    return made


_FORMS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "chineseCounting": _chinese,
    "chineseCountingThousand": _chinese,
    "ideographTraditional": lambda n: "甲乙丙丁戊己庚辛壬癸"[(n - 1) % 10],
    "japaneseCounting": _chinese,
    "taiwaneseCountingThousand": _chinese,
    "decimalEnclosedCircle": lambda n: chr(0x245F + n) if 1 <= n <= 20 else str(n),
    "decimalEnclosedCircleChinese": lambda n: chr(0x245F + n) if 1 <= n <= 20 else str(n),
    "lowerLetter": _letter,
    "upperLetter": lambda n: _letter(n).upper(),
    "lowerRoman": lambda n: _roman(n).lower(),
    "upperRoman": _roman,
    "decimalZero": lambda n: f"{n:02}",
    "none": lambda _: "",
}


def _number(number: int, form: str) -> str:
    return _FORMS.get(form, str)(number)
