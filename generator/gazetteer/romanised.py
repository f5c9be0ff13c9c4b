"""Find places in English text: Guang'an, Guangan, Xi'an, Wusheng County."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from generator.gazetteer.latin_names import counties_known, key_of, names_known
from generator.gazetteer.latin_words import LatinName, longest_names
from generator.gazetteer.lookup import Gazetteer
from generator.gazetteer.names import Kind
from generator.gazetteer.namesakes_english import is_part_of_name, named_for
from generator.patterns import late_regex

AWAY, JOINED = 0.2, 0.33

_LATIN = late_regex(r"[A-ZÜ](?:[a-zü]['’]?[a-zü]|[A-Z]{3})")
_LONGEST = 6  # the greatest number of words in a name

# Of several cities with the same spelling, the one that is usually meant.
_RENOWNED = {"suzhou": "320500", "fuzhou": "350100"}
# Names that are also words, given names or provinces: they need an apostrophe, a generic part such
# as County, or a context that shows that a place is meant.
DOUBTFUL = frozenset(
    "jian luan yanan yaan hainan haidong haibei huangnan haixi jilin chaoyang anda ali hami"
    " shannan taian huaian bei'an linxia dali shan".split()
)
DATELINE = late_regex(
    r"^(?P<place>[A-Z][A-Za-z'’ ]{2,30}?)(?:, [A-Z][A-Za-z ]+)?"
    r"(?:,? [A-Z][a-z]{2,8}\.? \d{1,2})?\s*(?:\([A-Z][A-Za-z .]+\))?\s*(?:--|—|–| - )\s*(?=\S)",
    re.MULTILINE,
)
_OWN_CITY = late_regex(
    r"\b[Tt]he city\b|[Cc]ity-?wide|\b(?:municipal|city) (?:government|bureau)|\bhere\b"
)

_AWAY_BEFORE = late_regex(
    r"(?:\b[Ff]rom|\bto|\bvia|\blike|\bunlike|\bthan|\btoward|\btowards"
    r"|\bneighbou?ring|\brelocated from|\b[Bb]ased in|\b[Hh]eadquartered in|\bbound for"
    r"|\b[Bb]orn in|\bnative of|\b[Rr]aised in"
    r"|\blinking|\bconnecting|\bahead of|\bborrowed from"
    r"|\b(?:novel|film|movie|series|drama|story|play|game)\b[^.;]{0,16}\b(?:set|shot|filmed) in"
    r"|\bstop(?:over)? in"
    r"|\b(?:[Tt]raders|[Aa]nalysts|[Ii]nvestors|[Ee]conomists|[Bb]rokers|[Ss]hares|[Ss]tocks) in"
    r"|\btrained in|\beducated in|\bstudied in|\bworked in|\blived in"
    r")\s+(?:the city of\s+|cities such as\s+|cities like\s+)?\Z"
)
_AWAY_AFTER = late_regex(
    r"(?:-(?:based|born|headquartered|listed|style|made|native)"
    r"|[-–](?=[A-Z])[^.]{0,40}\b(?:rail(?:way|road)?|expressway|highway|route|corridor|line)\b"
    r"| (?:natives?|investors?|businessm[ae]n|entrepreneurs?|tourists?|headquarters|model)\b"
    r"|(?: [a-z-]+){0,3} (?:maker|manufacturer|company|firm|developer|start-?up|supplier)\b"
    r"|(?:['’]s)?(?: [a-z-]+){0,2} giant\b"
    r"|['’]s (?:Composite|A-shares?)"
    r"|(?: [A-Z][a-z]+)? (?:Composite|Component Index|A-share|interbank)"
    r"| (?:merchants|traders|businesspeople|chefs|expatriates|immigrants) in [A-Z]"
    r"| (?:Winter )?(?:Olympics?|Asian Games|Paralympics|Universiade)"
    r"| (?:Guoan|Evergrande|Shenhua|SIPG|Port FC|FC|Taishan|Rongcheng|Three Towns|Ducks|Sharks"
    r"|Stock Exchange|Commodity Exchange|Futures Exchange))"
)
_COME_TO = late_regex(
    r"\b(?:flock|flocked|come|came|comes|coming|moved?|return(?:ed)?|travell?ed|visits?|brings?"
    r"|brought|drawn?|attract(?:ed)?)\b[^.,;]{0,24}\bto\s+\Z"
    r"|\b(?:visit(?:ed|ing)?|tour(?:ed|ing)?)\s+\Z"
)
# The Games in Guangdong, Hong Kong and Macao are those of a region.
_WITH_GUANGDONG = frozenset({"810000", "820000"})
_AFTER_GUANGDONG = late_regex(r"\bGuangdong,? (?:and )?(?:Hong Kong,? (?:and )?)?\Z")
_OWNERS = frozenset({"'s", "’s"})
_WITH_BEFORE = late_regex(r"\b(?:with|between|near|outside)\s+$|\bbetween [A-Z][a-z']+ and\s+\Z")
_WAY = late_regex(r"\b(?:rail(?:way|road)?|trains?|flights?|routes?|expressway|highway)\b")
_TRAINS = late_regex(r"\b(?:Trains?|Flights?|Services?)\b")
_DELAYED = late_regex(r"\b(?:delayed|cancel+ed|suspended|halted|diverted|late)\b")
# Titles of ways: New road links Nanning to Yulin; Hohhot to Baotou in 40 minutes.
_FAR_END = late_regex(
    r"\b(?:links?|connects?|ties|joins?|cuts?|trims?|shortens?|halves|shrinks?|brings?)\s+"
    r"[A-Z][\w'’]+(?: [A-Z][\w'’]+)?\s+(?:to|and|with|closer to)\s+\Z"
)
_FROM_NEAR_END = late_regex(r"(?:[A-Za-z-]+ ){0,6}?[A-Z][\w'’]+(?: [A-Z][\w'’]+)?(?: to |-)\Z")
_JOURNEY = late_regex(
    r" (?:in (?:just |under |only |about |less than )?(?:\d|an? |one |two |half)"
    r"|(?:trip|journey|drive|ride|travel|commute|crossing)s?\b)"
)
_YEAR = late_regex(r" (?:in \d{4}|at the age|at \d\d|aged|as an? )")
_SCHOOL = late_regex(
    r" (?:[A-Z][a-z]+ ){0,3}?(?:(?:and|of) )?(?:[A-Z][a-z]+ ){0,3}?(?:University|College|Institute)"
)
_SCHOLAR = late_regex(
    r"\b(?:[Pp]rofessors?|experts?|economists?|scholars?|graduates?|graduated|analysts?|dean"
    r"|president|fellow|lecturer|[Aa] (?:researcher|scientist))\b[^.;]{0,30}(?:at|of|from"
    r"|with)\s+\Z"
)
_SCHOLAR_AFTER = late_regex(
    r"(?:University|College|Institute) (?:professors?|economists?|experts?|scholars?|graduates?"
    r"|president|dean|analysts?|historians?|lecturers?)\b"
)
_KIND = late_regex(r" (?!county-)(county|district|prefecture|banner)\b")  # Anxi county
_INSIDE = late_regex(r"\b[Ii]n (?:[A-Z][a-z'’]+(?: [A-Z][a-z]+)?, )?$")  # in Jianchuan, Dali
# Beijing meaning the national government.
_SPEAKS = late_regex(
    r" (?:will respond|said it (?:would|will|had|was)|says it (?:will|would)"
    r"|(?:has )?(?:vowed|signal+ed|urged|warned|accused|retaliated|condemned|denied"
    r"|rejected|protested|imposed|lifted|accuses|condemns|denies|rejects|protests|summons"
    r"|retaliates|slams|hits back|expels|rebukes|lashes out)"
    r"|and (?:Washington|Moscow|Brussels|Tokyo|Delhi|Canberra))\b"
)
_MEETING = late_regex(r"\bin\s+\Z")
_NATIONAL = late_regex(
    r"\b(?:[Pp]remier|[Pp]resident|[Mm]inistry|[Mm]inister|State Council|Central Committee|national"
    r"|[Pp]olitburo|ambassador|National People's Congress|spokesperson|spokesman|delegation"
    r"|customs data|data (?:showed|released)|Chinese [a-z]+makers)\b"
)


# Chengdu Rongcheng, but not In Chengdu Rongcheng: two places in a row.
_WORD_BEFORE = late_regex(r"\b([A-Z][a-z'’]+) \Z")
_Name = tuple[int, int, tuple[str, ...], bool]


class Romanised(NamedTuple):
    """A place in English text: its span, its cities, the county or zone that was named, its role.

    ``role`` is 1 for a place where things happen, less for one that is only mentioned; ``kind`` is
    as for Chinese names.
    """

    start: int
    end: int
    kind: Kind
    cities: tuple[str, ...]
    through: str
    role: float


def romanised(gazetteer: Gazetteer, text: str) -> list[Romanised]:
    """The places named in Latin letters in ``text``, in order."""
    if not _LATIN.search(text):
        return []
    found: list[Romanised] = []
    provinces = _provinces_named(gazetteer, text)
    sent = [match.span("place") for match in DATELINE.finditer(text)]
    own = _OWN_CITY.search(text) is not None
    names = list(_names(gazetteer, text))
    beside = frozenset(codes[0][:2] + "0000" for _, _, codes, _ in names if len(codes) == 1)
    clubs = _club_names(gazetteer, text, names)
    for start, end, codes, full in names:
        if text[start:end] in clubs:
            continue
        code = _settled(codes, provinces) or (_settled(codes, beside) if beside else None)
        if code is None:
            continue
        city = gazetteer.city_of(code)
        if city is None:
            continue
        kind, role = _part(text, start, end, full)
        if kind is None:
            continue
        if not own and any(begin <= start and end <= stop for begin, stop in sent):
            kind, role = "dateline", AWAY / 2
        elif (city.code in _WITH_GUANGDONG and _AFTER_GUANGDONG.search(text, 0, start)) or (
            city.code == "110000" and (_is_venue(text, start) or _SPEAKS.match(text, end))
        ):
            role = AWAY
        through = code if code != city.code else ""
        found.append(Romanised(start, end, kind, (city.code,), through, role))
    return found


def _part(text: str, start: int, end: int, full: bool) -> tuple[Kind | None, float]:
    kind: Kind = "county" if full else "bare"
    if _is_far_end(text, start, end):
        return kind, 1.0
    before, line = text[max(0, start - 60) : start], text[end : end + 60]
    if is_part_of_name(before, line):
        return None, 0.0
    if named_for(before, line, full=full):
        return kind, AWAY
    if _SCHOOL.match(line):
        by_somebody = _SCHOLAR.search(before) or _SCHOLAR_AFTER.search(line)
        return "school", AWAY if by_somebody else 1.0
    if _COME_TO.search(before) or (line[:2] in _OWNERS and before.endswith("to ")):
        return kind, JOINED
    if _AWAY_BEFORE.search(before) or _AWAY_AFTER.match(line):
        return kind, AWAY
    if before.endswith(" left ") and _YEAR.match(line):
        return kind, AWAY
    if _WITH_BEFORE.search(before):
        late = _TRAINS.search(before) and _DELAYED.search(line)
        return kind, AWAY if late or _WAY.search(before) else JOINED
    return kind, 1.0


def _is_far_end(text: str, start: int, end: int) -> bool:
    """Whether a title names the far end of a way: Hohhot to Baotou in 40 minutes."""
    if text.find("\n", end) < 0 or text.rfind("\n", 0, start) >= 0:
        return False
    if _FAR_END.search(text, 0, start):
        return True
    return _FROM_NEAR_END.match(text, 0, start) is not None and bool(_JOURNEY.match(text, end))


def _is_venue(text: str, start: int) -> bool:
    begin = text.rfind(". ", 0, start) + 1
    return bool(_MEETING.search(text, begin, start)) and bool(_NATIONAL.search(text, begin))


def _names(gazetteer: Gazetteer, text: str) -> Iterator[_Name]:
    """Start, end, possible codes, and whether the name is full; the longest name at each place."""
    known = names_known(gazetteer)

    def meant(name: LatinName) -> tuple[tuple[str, ...], bool] | None:
        written = text[name.start : name.end]
        key = key_of(written)
        kind = _KIND.match(text, name.end)
        found = (kind and known.get(f"{key} {kind[1]}")) or known.get(key)
        if found is None or name.is_given:
            return None
        codes, full = found
        seldom = key in DOUBTFUL or key in counties_known(gazetteer)
        doubtful = not full and seldom and not re.search("['’ʼ]", written)
        if doubtful and not _is_placed(gazetteer, text, name.start, name.end, codes):
            return None
        return codes, full

    for name, (codes, full) in longest_names(text, _LONGEST, meant):
        yield name.start, name.end, codes, full


def _is_placed(
    gazetteer: Gazetteer, text: str, start: int, end: int, codes: tuple[str, ...]
) -> bool:
    """Whether the context shows that a doubtful name is a place: in Dali, Chaoyang in Liaoning."""
    if _INSIDE.search(text, max(0, start - 36), start):
        return True
    near = text[max(0, start - 40) : end + 40]
    provinces = filter(None, map(gazetteer.province_of, codes))
    return any(
        f"{place.short_english}'s " in near or f" {place.short_english}" in text[end : end + 40]
        for place in provinces
        if not place.is_city
    )


def _club_names(gazetteer: Gazetteer, text: str, names: Sequence[_Name]) -> set[str]:
    """The names of clubs, which follow the name of a place elsewhere: Chengdu Rongcheng."""
    clubs: set[str] = set()
    last = 0
    for start, end, codes, _ in names:
        before = _WORD_BEFORE.search(text, last, start) if text[start - 1 : start] == " " else None
        if before is not None:
            above = gazetteer.find(before[1])
            if above is not None and all(code[:2] != above.code[:2] for code in codes):
                clubs.add(text[start:end])
        last = start
    return clubs


def _settled(codes: tuple[str, ...], provinces: frozenset[str]) -> str | None:
    """The place that a name with several codes means here; None if it is not certain."""
    if len(codes) == 1:
        return codes[0]
    near = [code for code in codes if code[:2] + "0000" in provinces]
    if len(near) == 1:
        return near[0]
    meant = [code for code in codes if code in _RENOWNED.values()]
    return meant[0] if len(meant) == 1 and not near else None


def _provinces_named(gazetteer: Gazetteer, text: str) -> frozenset[str]:
    return frozenset(
        province.code
        for province in gazetteer.provinces()
        if not province.is_city and province.short_english in text
    )
