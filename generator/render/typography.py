"""English typography: curly apostrophes and quotation marks, dashes.

Editors type what keyboards have (``'``, ``"``, `` - ``); pages show ’, “ ”, – (The Chicago Manual
of Style, 18th edition, 6.83-6.129). Code is left as it is.
"""

from __future__ import annotations

from functools import lru_cache

from markupsafe import Markup, escape

from generator.markup.nodes import SILENT, split_tags, tag_name
from generator.patterns import late_regex

_MARK = late_regex(r"""['"]| --? |(?<=\d)-(?=\d)""")
# Only ranges of years: any other hyphen between figures may be a part of a number.
_YEARS = late_regex(r"(?<![\d-])((?:19|20)\d\d)-((?:19|20)\d\d)(?![\d-])")
# A quotation mark after one of these, or at the beginning, is an opening one.
_OPENS_AFTER = frozenset(" \t\n\u00a0\u202f([{<“‘—–-/")
_DECADE = late_regex(r"\d0s\b")


# Full-width punctuation includes the space after it.
_WIDE = ("。", "，", "、", "：", "；", "！", "？", "）", "」", "』", "”", "》")


def spaced(text: str) -> str:
    """``text`` with a space at the end, unless it ends with full-width punctuation."""
    return text if text.endswith(_WIDE) else text + " "


def curly(text: str, before: str = "") -> str:
    """``text`` with curly quotation marks and dashes; ``before`` is the text in front of it."""
    if not any(mark in text for mark in "'\"-"):
        return text
    pieces: list[str] = []
    at = 0
    for match in _MARK.finditer(text):
        start, end = match.span()
        pieces.append(text[at:start])
        at = end
        sign = match.group()
        if sign.startswith(" "):
            pieces.append(" – ")
        elif sign == "-":
            pieces.append("–" if _is_between_years(text, start) else "-")
        else:
            last = text[start - 1] if start else before[-1:]
            opens = (not last or last in _OPENS_AFTER) and not text[end : end + 1].isspace()
            pieces.append(_quote(sign, opens, text, end))
    return "".join((*pieces, text[at:]))


def _quote(sign: str, opens: bool, text: str, end: int) -> str:
    if sign == '"':
        return "“" if opens else "”"
    return "‘" if opens and not _DECADE.match(text, end) else "’"


def _is_between_years(text: str, at: int) -> bool:
    return any(match.start(2) - 1 == at for match in _YEARS.finditer(text, max(0, at - 4)))


def curly_html(markup: str) -> str:
    """Apply `curly` to the texts of a block of HTML, except code."""
    if not any(mark in markup for mark in "'\"-"):
        return markup
    parts = split_tags(markup)
    silent, before = 0, ""
    for place, part in enumerate(parts):
        if place % 2:
            name, closing = tag_name(part)
            if name in SILENT:
                silent += -1 if closing else 1
        elif part and not silent:
            parts[place] = curly(part, before)
            before = part
        elif part:
            before = part
    return "".join(parts)


# A figure with its scale and unit, which a line break must not separate in a headline or summary.
_FIGURE = late_regex(
    r"\d+(?:[,.]\d+)*\+?(?:[%％]"
    r"|[ -](?:(?:hundred|thousand|million|billion|trillion)\b(?: yuan| dollars)?"
    r"|(?:yuan|mu|tonnes|megawatts|MW|GW|kWh|percent|days|years|minutes|projects|companies)\b)"
    r"|[多余]?(?:[百万亿兆]|千(?![瓦米克])){0,2}[多余]?(?:个(?:项目|月|百分点)?|项目|美元|平方米"
    r"|平方公里|公里|千瓦时?|兆瓦|分钟|小时|[元吨亩度米倍家户项年月日天岁条座台辆成])?)?"
)


@lru_cache(maxsize=4096, typed=True)
def held(text: str) -> Markup:
    """HTML of a headline or summary without line breaks inside figures.

    A figure has no-break spaces, which do not change the layout when a web font is loaded; without
    spaces, it is in a ``span`` that CSS does not break. Cached: an article is in many lists.
    """
    if not any(letter.isalpha() for letter in text):
        return escape(text)
    pieces: list[str] = []
    at = 0
    for match in _FIGURE.finditer(text):
        figure = match.group()
        # Browsers do not break lines inside 1,250 or 9.5%.
        if 1 < len(figure) < len(text) and not (figure.isascii() and figure[-1] in "0123456789+%"):
            spaced = figure.isascii() and " " in figure
            whole = (
                figure.replace(" ", "\N{NO-BREAK SPACE}")
                if spaced
                else f'<span class="fig">{escape(figure)}</span>'
            )
            pieces += [escape(text[at : match.start()]), whole]
            at = match.end()
    return Markup("".join([*pieces, escape(text[at:])]))
