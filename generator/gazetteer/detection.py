"""Detect which cities a text is about, and which it only mentions."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping
from functools import cache

from generator.gazetteer.datelines import (
    datelines,
    speaks_of_own_city,
    told_in,
    without,
    without_blank_lines,
)
from generator.gazetteer.going_on import aided, goes_on_about
from generator.gazetteer.instances import without_instances
from generator.gazetteer.joint import together
from generator.gazetteer.late import not_late
from generator.gazetteer.lookup import Gazetteer
from generator.gazetteer.news import city_named, source_city, source_in
from generator.gazetteer.occurrences import Occurrence, occurrences
from generator.gazetteer.own_role import JOINED
from generator.gazetteer.places import Match
from generator.gazetteer.roles import roles_of
from generator.gazetteer.simplified import simplified
from generator.gazetteer.standing import Standing
from generator.gazetteer.townships import townships
from generator.gazetteer.whole_city import is_of_another
from generator.patterns import late_regex

# The weights were tuned on the labelled texts of the test suite.
WEIGHT = {
    "city": 1.0,
    "bare": 1.0,
    "county": 0.9,
    "zone": 0.9,
    "landmark": 0.9,
    "known": 0.8,
    "short": 0.6,
    "home": 0.5,
    "school": 0.3,
}
REPEATED = 0.5  # factor for further names of a city in the same paragraph
SHARED = 0.2
DATELINE = 0.01
IN_TITLE, IN_LEAD = 3.0, 1.5
LEAD = 150  # the number of characters after the title that count as the lead
ENOUGH = 0.3  # the least weight of a subject
SHARE = 0.34  # the least share of the leading city's weight for another subject
TITLED_SHARE = 0.5  # the same if the title names a city
OFTEN = 3  # if one city is named this often, a city named only once is a mention
SHORT = 80  # a text up to this number of characters is not a survey of cities
CROWD, CROWD_SHARE = 5, 0.6  # with more subjects than this, only those with this share count
LONG_TITLE = 50
NO_TITLE = late_regex(r"https?:|发表于|發表於|[。！？!?]$|当前位置|當前的?位置|来源|來源|记者|記者")

_THEM_ALL = (
    "两市",
    "三市",
    "四市",
    "两地",
    "三地",
    "四地",
    "两城",
    "双城",
    "三城",
    "同城化",
    "一体化",
)
_OF_THEM_ALL = late_regex(
    r"[两兩三四五六七]?(?:市(?!场|場)|地(?!方|区|區)|城(?!镇|市群))|同城|一[体體]化"
)


def detect(text: str, *, source_name: str = "", title: str = "") -> list[Match]:
    """The cities of a text, subjects before mentions, the highest score first.

    ``text`` is Simplified or Traditional Chinese, or English; offsets in ``Match.at`` count its
    characters. ``source_name`` is the publisher, whose city 我市 means; without it, the dateline or
    the byline says so. Otherwise a dateline counts very little, because it only says where the
    reporter was. Names in ``title`` have the highest weight; without a title, the first line is
    used if it looks like one. A separate title and a first line give the same result.
    """
    from generator.gazetteer import load

    gazetteer = load()
    title = " ".join(title.split())
    whole = f"{title}\n{text}" if title else text
    text = without_blank_lines(simplified(whole))
    title_end = len(title) or _title_end(text)
    sent = datelines(text)
    home = ""
    if sent and speaks_of_own_city(text):
        home = next(filter(None, (city_named(text[start:end]) for start, end in sent)), "")
    named = source_city(simplified(source_name)) or source_in(text)
    sent_from, home = home if home != named else "", home or named
    told = [one for span in sent for one in told_in(gazetteer, text, *span)]
    if sent:
        text = without(text, sent)
    near = {one.cities[0] for one in told}
    found = occurrences(gazetteer, text, home, near)
    if sent_from and is_of_another(text, found, roles_of(text, found), sent_from):
        found = occurrences(gazetteer, text, named, near)
    weights = _Weights(text, found, title_end, near)
    subjects = weights.subjects()
    towns = [] if subjects else townships(text, found)
    if towns:
        found = sorted([*found, *towns], key=_start)
        weights = _Weights(text, found, title_end, near)
        subjects = weights.subjects()
    if told:
        weights.add_datelines(told)
        found = sorted([*found, *told], key=_start)
    before = len(title) + 1 if title else 0
    return _matches(gazetteer, whole, before, found, weights.total, subjects)


def _start(occurrence: Occurrence) -> int:
    return occurrence.start


class _Weights:
    """The weight of each city, from its names in a text."""

    def __init__(
        self, text: str, found: list[Occurrence], title_end: int, near: Collection[str]
    ) -> None:
        self.total: dict[str, float] = defaultdict(float)
        self.titled: set[str] = set()
        self._text = text
        self._length = len(text)
        self._best: dict[str, float] = defaultdict(float)
        self._count: dict[str, int] = defaultdict(int)
        self._alone = Counter(o.cities[0] for o in found if len(o.cities) == 1)
        self._alone.update(near)
        self._title_end = title_end
        roles = roles_of(text, found)
        self._standing = Standing(text, found, roles)
        self._together = together(text, found)
        self._found = found
        self._named: Counter[str] = Counter()
        paragraph_end = -1
        seen: set[str] = set()
        chain: dict[str, int] = {}
        for occurrence, role in zip(found, roles, strict=True):
            if occurrence.start > paragraph_end:
                paragraph_end = text.find("\n", occurrence.start)
                paragraph_end = len(text) if paragraph_end < 0 else paragraph_end
                seen = set()
            place = 1.0
            if occurrence.start < title_end:
                place = IN_TITLE
            elif occurrence.start < title_end + LEAD:
                place = IN_LEAD
            for city, share in self._shares(occurrence):
                if chain.get(city) == occurrence.begin:
                    continue  # 广州市天河区 names its city once
                if occurrence.kind == "dateline":
                    self.total[city] += DATELINE
                    continue
                chain[city] = occurrence.begin
                repeated = REPEATED if city in seen else 1.0
                self.total[city] += WEIGHT[occurrence.kind] * role * place * share * repeated
                self._best[city] = max(self._best[city], role * share)
                self._count[city] += role * share >= JOINED
                self._named[city] += role * share >= 1.0
                if role * share == 1.0 and place == IN_TITLE:
                    self.titled.add(city)
                seen.add(city)

    def add_datelines(self, found: list[Occurrence]) -> None:
        """Add the small weights of the places in datelines."""
        for occurrence in found:
            for city in occurrence.cities:
                self.total[city] += DATELINE

    def _shares(self, occurrence: Occurrence) -> list[tuple[str, float]]:
        """The cities of a name, each with a factor for its weight.

        A name for several cities counts most for the one that the text names most often. With 三市
        and the like, it counts for all of them.
        """
        if len(occurrence.cities) == 1:
            return [(occurrence.cities[0], 1.0)]
        named = self._text[occurrence.start : occurrence.end]
        if named.endswith(_THEM_ALL) or _OF_THEM_ALL.match(self._text, occurrence.end):
            return [(city, 1.0) for city in occurrence.cities]
        most = max(self._alone[city] for city in occurrence.cities)
        return [(city, 1.0 if self._alone[city] == most else SHARED) for city in occurrence.cities]

    def subjects(self) -> set[str]:
        """The cities that the text is about."""
        chosen = self._leading() | self._together
        if not chosen:
            return chosen
        named = self._standing.named
        chosen = without_instances(self._text, self._title_end, chosen, self._found)
        chosen = not_late(self._text, self._title_end, chosen, named, self._together)
        return aided(self._text, chosen, named) if len(self.total) > 1 else chosen

    def _leading(self) -> set[str]:
        top = max(self.total.values(), default=0.0)
        if top < ENOUGH:
            return set()
        share = TITLED_SHARE if self.titled else SHARE
        chosen = {city for city, weight in self.total.items() if weight >= share * top}
        chosen |= self.titled
        if self._is_survey(chosen):
            return set()
        if len(chosen) > CROWD:
            chosen = {city for city in chosen if self.total[city] >= CROWD_SHARE * top}
            chosen |= self.titled
        chosen = {city for city in chosen if self._best[city] >= JOINED and self._repeated(city)}
        if not chosen:
            return self._standing.own_place()
        kept = self._standing.leading(chosen)
        if not kept and self._standing.are_people_abroad(chosen):
            return set()
        chosen = {c for c in chosen if c in kept or c in self.titled or self._named[c] > 1}
        if len(self.total) < 2:
            return chosen
        return goes_on_about(self._text, chosen, self._standing.named, self._title_end)

    def _is_survey(self, chosen: set[str]) -> bool:
        """Whether a longer text names many cities once each, as examples."""
        return (
            self._length > SHORT
            and len(chosen) >= OFTEN
            and not self.titled
            and not self._standing.opens(chosen)
            and all(self._count[city] <= 1 for city in chosen)
        )

    def _repeated(self, city: str) -> bool:
        """Whether the city is named more than once, if another one is named often."""
        most = max(self._count.values(), default=0)
        return most < OFTEN or self._count[city] > 1 or city in self.titled


def _title_end(text: str) -> int:
    """The end of the first line if it looks like a title; else 0."""
    lead = len(text) - len(text.lstrip())
    end = text.find("\n", lead)
    if end < 0 or end - lead > LONG_TITLE:
        return 0
    return 0 if NO_TITLE.search(text[lead:end].strip()) else end


def _matches(
    gazetteer: Gazetteer,
    text: str,
    before: int,
    found: list[Occurrence],
    weights: Mapping[str, float],
    subjects: Collection[str],
) -> list[Match]:
    """The cities with their names in ``text`` after its first ``before`` characters."""
    at: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
    through: dict[str, dict[str, None]] = defaultdict(dict)
    for occurrence in found:
        for city in occurrence.cities:
            start, end = occurrence.start, occurrence.end
            if start >= before:
                at[city].append((start - before, end - before, text[start:end]))
            if occurrence.through:
                through[city][occurrence.through] = None
    matches = [
        Match(
            city,
            _name(gazetteer, city),
            round(weight / (weight + 1.0), 3),
            city in subjects,
            tuple(at[city]),
            tuple(through[city]),
        )
        for city, weight in weights.items()
    ]
    return sorted(matches, key=lambda match: (not match.subject, -match.score, match.code))


@cache
def _name(gazetteer: Gazetteer, code: str) -> str:
    """The short name of a city, or the full one if the short one would not be found again."""
    place = gazetteer.by_code(code)
    if place is None:
        return code
    again = gazetteer.find(place.short)
    return place.short if again is not None and again.code == code else place.hans
