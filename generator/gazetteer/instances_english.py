"""Leave out cities that English news of the nation or of a province names by the way.

China's exports rebound … the customs administration said in Beijing: only where it was said.
"""

from __future__ import annotations

from collections.abc import Sequence

from generator.gazetteer.occurrences import Occurrence
from generator.patterns import late_regex

_PROVINCES = (
    "Hebei|Shanxi|Liaoning|Heilongjiang|Jiangsu|Zhejiang|Anhui|Fujian|Jiangxi|Shandong|Henan|Hubei"
    "|Hunan|Guangdong|Hainan|Sichuan|Guizhou|Yunnan|Shaanxi|Gansu|Qinghai|Inner Mongolia|Guangxi"
    "|Tibet|Xizang|Ningxia|Xinjiang|Taiwan"
)
_TITLE = late_regex(
    r"\s*(?:China(?:['’]s)?\b(?! (?:Southern|Eastern))"
    r"|Chinese (?!city|cities|county|town|village|district|province|firm|company|student|museum"
    r"|school|couple|man\b|woman\b|team\b|university|hospital|port)"
    r"|(?:[A-Z]\w+ )?[Mm]inistr(?:y|ies)\b|National\b|State Council|State media|Central bank"
    r"|Central government|Premier\b|Xi (?!['’])|Top court|Top legislat|Supreme"
    rf"|(?:{_PROVINCES})(?:['’]s)? (?![Uu]niversity|[A-Z]))"
)
_BODY = late_regex(
    r"\b(?:National (?:Bureau|Health|Development|Energy|Medical|Financial|Data|Forestry)|State "
    r"(?:Administration|Council|Grid|Post|Taxation)|General Administration|People['’]s Bank"
    r"|China State Railway|China Association|Ministry of|[Tt]he (?:[a-z]+ )?ministry"
    r"|[Tt]he (?:central bank|statistics bureau|customs administration)|Supreme People['’]s)"
)
_IN = late_regex(r"\b[Ii]n\s+\Z")
_MEETING_IN = late_regex(
    r"\b(?:conference|meeting|forum|briefing|ceremony|summit|talks|symposium|event|congress)\b"
    r"[^.,;]{0,16}\b[Ii]n\s+\Z"
)
_OF_CITY = late_regex(
    r"\b[Tt]he (?:city|county|port|museum|university|hospital|town|village|district|local)\b"
    r"|\bmunicipal\b"
)
_CAPITALS = frozenset({"110000", "710100"})
# Suzhou tops ranking of industrial cities … Shenzhen came second.
_RANKING = late_regex(
    r"[^\n]*\b(?:ranking|rankings|ranked|ranks|league table|list of|index of|richest|happiest)\b"
)
_RANKED = late_regex(
    r"\b(?:(?:came|were|was|is|are|ranked) (?:second|third|fourth|next)|followed by|runners?-up"
    r"|(?:second|third) place)\b"
)
_REACH = 60
_ENDS = (". ", ".\n", "? ", "! ")


def without_english_instances(
    text: str, title_end: int, chosen: set[str], found: Sequence[Occurrence]
) -> set[str]:
    """The cities ``chosen`` without those that English news of the nation names once, later or as
    the place of a conference. ``title_end`` is the end of the title, which names no place."""
    first = title_end
    while first < len(text) and text[first].isspace():
        first += 1
    stop = min((at for end in _ENDS if (at := text.find(end, first)) >= 0), default=len(text))
    if not _TITLE.match(text) and not _BODY.search(text, first, stop):
        return chosen
    own = _OF_CITY.search(text, first) is not None
    return {city for city in chosen if own or not _is_instance(text, stop, city, found)}


def is_english_ranking(text: str, title_end: int, chosen: set[str]) -> bool:
    """Whether a text ranks cities, of which it names several."""
    if len(chosen) < 2 or not _RANKING.match(text, 0, title_end):
        return False
    return _RANKED.search(text, title_end) is not None


def _is_instance(text: str, stop: int, city: str, found: Sequence[Occurrence]) -> bool:
    """Whether the city is named once: after the first sentence, which ends at ``stop``, or only for
    what was said there."""
    named = [one for one in found if city in one.cities]
    if city in _CAPITALS:
        return all(_IN.search(text, max(0, one.start - 5), one.start) for one in named)
    if len(named) != 1 or named[0].kind == "county":
        return False
    start = named[0].start
    return start > stop or _MEETING_IN.search(text, max(0, start - _REACH), start) is not None
