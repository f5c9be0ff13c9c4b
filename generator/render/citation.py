"""Citations of an article in APA, GB/T 7714 and BibTeX style, as plain text.

APA: Publication Manual of the American Psychological Association, 7th edition, section 10.16
(webpages and websites) and 9.13 (approximate dates). GB/T 7714-2015, 8.8 (electronic resources):
the day of access in brackets is the reader's, and added in the browser
(``templates/assets/site.js``). BibTeX: ``@online`` of biblatex, whose ``date`` takes
``2023-10-10~`` for an approximate one (ISO 8601-2, biblatex manual 2.3.8).
"""

from __future__ import annotations

from typing import NamedTuple

from generator.config import Edition
from generator.months import MONTHS
from generator.patterns import late_regex

_LANGID = {"zh-Hans": "chinese-hans", "zh-Hant": "chinese-hant", "en": "english"}
_SPECIAL = late_regex(r"[&%$#_{}]")


class Cited(NamedTuple):
    """An article in one edition.

    ``source`` is the publisher of the original, ``site`` of this version; ``day`` is an ISO 8601
    date.
    """

    slug: str
    authors: tuple[str, ...]
    source: str
    title: str
    site: str
    day: str
    estimated: bool
    url: str
    language: Edition


def citations(cited: Cited, edition: Edition) -> tuple[tuple[str, str], ...]:
    """Pairs of style name and citation; the usual style of ``edition`` comes first."""
    styles = (("APA", apa(cited)), ("GB/T 7714", gbt7714(cited)), ("BibTeX", bibtex(cited)))
    return styles if edition == "en" else (styles[1], styles[0], styles[2])


def apa(cited: Cited) -> str:
    """``Source. (2023, October 10). Title. Site. https://…``"""
    year, month, day = cited.day.split("-")
    when = f"{year}, {MONTHS[int(month) - 1]} {int(day)}"
    if cited.estimated:
        when = f"ca. {year}"
    names = cited.authors or (cited.source,)
    who = names[0] if len(names) == 1 else f"{', '.join(names[:-1])}, & {names[-1]}"
    return f"{_ended(who)} ({when}). {_ended(cited.title)} {_ended(cited.site)} {cited.url}"


def gbt7714(cited: Cited) -> str:
    """``来源. 标题[EB/OL]. 网站, (2023-10-10). https://…``"""
    names = cited.authors or (cited.source,)
    who = ", ".join(names[:3]) + (", 等" if len(names) > 3 else "")
    # 8.4.3: an estimated year is in brackets.
    when = f"[{cited.day[:4]}]" if cited.estimated else f"({cited.day})"
    return f"{_ended(who)} {cited.title}[EB/OL]. {cited.site}, {when}. {cited.url}"


def bibtex(cited: Cited) -> str:
    """An ``@online`` entry; its key is the slug."""
    names = cited.authors or (cited.source,)
    rows = {
        "author": " and ".join(f"{{{_escaped(name)}}}" for name in names),
        "title": f"{{{_escaped(cited.title)}}}",
        "organization": _escaped(cited.site),
        "date": cited.day + ("~" if cited.estimated else ""),
        "url": cited.url,
        "langid": _LANGID[cited.language],
    }
    inner = "".join(f"  {key} = {{{value}}},\n" for key, value in rows.items())
    return f"@online{{{cited.slug},\n{inner}}}"


def _ended(text: str) -> str:
    return text if text.endswith((".", "?", "!", "。", "？", "！")) else f"{text}."


def _escaped(text: str) -> str:
    return _SPECIAL.sub(r"\\\g<0>", text)
