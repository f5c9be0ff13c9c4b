"""Find the places in a text: resolve each name to the places that it means there."""

from __future__ import annotations

from collections.abc import Collection, Sequence

import msgspec

from generator.gazetteer import namesakes
from generator.gazetteer.context import at_place, surely_place
from generator.gazetteer.counties import FIRST_COUNTY, county_named, opens_with_county, unlisted
from generator.gazetteer.lookup import Gazetteer, city_code, zone_cities
from generator.gazetteer.namelists import without_lists
from generator.gazetteer.names import Hit, Kind
from generator.gazetteer.reading import hits_in
from generator.gazetteer.romanised import Romanised, romanised
from generator.lexicon import frequency
from generator.patterns import late_regex

_EVERYDAY = 1.6e-6  # the frequency from which a county's name is also an everyday word
_CITIES = frozenset({"city", "bare"})
_COUNTED = late_regex(
    r"等?[两兩三四五六七八九十][市地州港城座个個]|等(?:地(?!级|級)|市(?!场|場)|城市)"
)
_COMMAS = frozenset("、和与與及")
_CLAUSE_BEGINS = frozenset(("", *"，。；：！？\n “《"))
_NO_COUNTY = frozenset("市区區级級域")
_BOUND, _COMES_TO = frozenset("至到—-"), frozenset({"回到", "来到", "來到"})
_CHINA, _CHINA_HANT = "中国", "中國"
_INSTITUTIONS = ("医院", "大学", "学院")
_HELD = frozenset({"举行", "举办", "召开", "开幕", "开赛", "开馆", "建成", "投产", "动工", "揭牌"})
# Districts whose names are also nicknames of other cities.
_NICKNAMES = {"榕城": "350100", "鹿城": "150200"}
NEAR = 200  # the greatest number of earlier names to search for the city of a county


class Occurrence(msgspec.Struct, frozen=True, gc=False):
    """An occurrence of a name: ``text[start:end]``.

    ``cities`` are the codes of its cities, several for a zone that they share; ``through`` is the
    code of the county or zone that was named, if any. ``begin`` and ``finish`` are the ends of the
    chain of names that it is a part of (广东省佛山市南海区). ``part`` is the role of the place if
    it is known already (in English text): 1 for a place where things happen, less for others.
    """

    start: int
    end: int
    kind: Kind
    cities: tuple[str, ...]
    through: str = ""
    begin: int = 0
    finish: int = 0
    part: float | None = None


def occurrences(
    gazetteer: Gazetteer, text: str, home: str, near: Collection[str] = ()
) -> list[Occurrence]:
    """Every place in the text whose meaning is certain, in order.

    ``home`` is the code of the city that 我市 and 全市 mean (may be empty). Names that several
    places have may also mean those in the cities ``near`` (codes), which the dateline names.
    """
    hits = without_lists(text, list(hits_in(text)))
    more = unlisted(text, hits)
    if more:
        hits = sorted([*hits, *more], key=lambda hit: hit.start)
    found = _Resolver(gazetteer, text, hits, home, near).run()
    latin = romanised(gazetteer, text)
    if latin:
        found = sorted([*found, *map(_in_english, latin)], key=lambda one: one.start)
    return found


def is_institution(text: str, occurrence: Occurrence) -> bool:
    """Whether a place is named by a university or hospital, which sends people elsewhere."""
    if occurrence.kind == "school":
        return True
    named = occurrence.kind == "landmark"
    return named and text.endswith(_INSTITUTIONS, occurrence.start, occurrence.end)


def _in_english(name: Romanised) -> Occurrence:
    return Occurrence(
        name.start,
        name.end,
        name.kind,
        name.cities,
        name.through,
        name.start,
        name.end,
        name.role,
    )


def _chains(text: str, hits: list[Hit]) -> tuple[list[int], list[int]]:
    """For each name, the start and the end of its chain: adjacent names without a gap."""
    # 来自中国|香港: words before the country's name apply to the city too.
    begins = [hit.start for hit in hits]
    if _CHINA in text or _CHINA_HANT in text:
        for index, start in enumerate(begins):
            if text[max(0, start - 2) : start] in (_CHINA, _CHINA_HANT):
                begins[index] -= 2
    finishes = [hit.end for hit in hits]
    for index in range(1, len(hits)):
        if hits[index - 1].end == hits[index].start:
            begins[index] = begins[index - 1]
    for index in range(len(hits) - 2, -1, -1):
        if hits[index].end == hits[index + 1].start:
            finishes[index] = finishes[index + 1]
    return begins, finishes


class _Resolver:
    """Resolves names in two passes: those that are certain, then those that depend on them."""

    def __init__(
        self,
        gazetteer: Gazetteer,
        text: str,
        hits: list[Hit],
        home: str,
        near: Collection[str],
    ) -> None:
        self.gazetteer = gazetteer
        self.text = text
        self.hits = hits
        self.home = home
        self.certain: set[str] = {home} if home else set()
        # Cities of names that several share, and those of datelines.
        self.possible: set[str] = set(near)
        self.begins, self.finishes = _chains(text, hits)

    def run(self) -> list[Occurrence]:
        found: list[Occurrence | None] = [None] * len(self.hits)
        waiting: list[int] = []
        for index, hit in enumerate(self.hits):
            occurrence = self._certain(index, hit)
            found[index] = occurrence
            if occurrence is None:
                waiting.append(index)
            elif len(occurrence.cities) > 1:
                self.possible.update(occurrence.cities)
            elif occurrence.kind != "home":
                self.certain.add(occurrence.cities[0])
        for index in waiting:
            found[index] = self._dependent(found, index, self.hits[index])
        return [occurrence for occurrence in found if occurrence is not None]

    def _certain(self, index: int, hit: Hit) -> Occurrence | None:
        name = hit.name
        if name.kind == "home":
            if not self.home:
                return None
            return self._at(index, "home", (self.home,))
        if name.kind in {"city", "bare"}:
            return self._city(index, hit)
        meant_city = _NICKNAMES.get(name.text, "")
        if meant_city and any(meant_city in other.name.codes for other in self.hits):
            return self._at(index, "landmark", (meant_city,))
        if name.kind in {"county", "known"}:
            code = self._one_of(index, hit, name.codes)
            cautious = name.cautious and not self._opens_clause(hit)
            if code is None and len(name.codes) == 1 and not cautious:
                code = name.codes[0]
            return self._through(index, code) if code else None
        bound = self.text[hit.start - 1 : hit.start] in _BOUND
        bound = bound and self.text[max(0, hit.start - 2) : hit.start] not in _COMES_TO
        # 在盱眙 is certain; not 在沿河, because 沿河 is a word too.
        sure = surely_place(self.text, hit.end) or (
            at_place(self.text, hit.start) and frequency(name.text) < _EVERYDAY
        )
        # 大城|市: the name of a county (县) cannot be followed by 市.
        sure = sure and not bound and self.text[hit.end : hit.end + 1] != "市"
        meant = _meant_alone(name.codes) if name.kind == "short" else ""
        if meant and len(name.codes) == 1:
            sure = sure or opens_with_county(
                self.text, hit.start, hit.end, meant, alone=not self.certain
            )
        if meant and sure:
            return self._through(index, meant)
        if name.kind == "landmark":
            above = self._right_before(index, hit)
            if any(code not in name.codes and not code.endswith("0000") for code in above):
                return None  # 台北故宫博物院 is not in Beijing
            school = name.text.endswith(("大学", "大學", "学院", "學院"))
            return self._at(index, "school" if school else "landmark", name.codes)
        if name.kind == "zone":
            cities = zone_cities(self.gazetteer, name.codes[0])
            above = self._right_before(index, hit)
            if any(code not in cities and code[2:] != "0000" for code in above):
                return None  # 益阳东部新区 is not in Chengdu
            return self._at(index, "zone", cities, name.codes[0])
        return None

    def _city(self, index: int, hit: Hit) -> Occurrence | None:
        name = hit.name
        above = self._right_before(index, hit)
        if name.also and above:
            for code in name.also:
                if self._below(code, above):
                    return self._through(index, code)
        backed = above and self._below(name.codes[0], above)
        if name.cautious and not (
            backed
            or surely_place(self.text, hit.end)
            or (at_place(self.text, hit.start) and self.text[hit.end : hit.end + 2] in _HELD)
            or self._goes_on_within(index, hit)
        ):
            return None
        school = name.kind == "bare" and namesakes.school_end(self.text, hit.end)
        return self._at(index, "school" if school else name.kind, name.codes[:1])

    def _opens_clause(self, hit: Hit) -> bool:
        """Whether the full name of a county starts a clause: 南部县, but not 海南|南部县市."""
        whole = len(hit.name.text) > 2 and hit.name.text[-1] in "县縣"
        before, after = self.text[hit.start - 1 : hit.start], self.text[hit.end : hit.end + 1]
        return whole and before in _CLAUSE_BEGINS and after not in _NO_COUNTY

    def _goes_on_within(self, index: int, hit: Hit) -> bool:
        """Whether a county of the city is named right after the city: 海东互助."""
        city = hit.name.codes[0]
        if index + 1 < len(self.hits) and self.hits[index + 1].start == hit.end:
            return any(
                city_code(self.gazetteer, code) == city for code in self.hits[index + 1].name.codes
            )
        return county_named(self.text, hit.end, city[:4])

    def _dependent(self, found: list[Occurrence | None], index: int, hit: Hit) -> Occurrence | None:
        name = hit.name
        if name.kind == "bare" and (name.codes[0] in self.certain or self._in_list(index)):
            # 白银 is a city in a text with 白银市; so is 红河 between 玉溪 and 普洱.
            return self._at(index, "bare", name.codes[:1])
        if name.kind not in {"county", "short"}:
            return None
        code = self._one_of(index, hit, name.codes)
        if code is None:
            within = self.certain or self.possible
            near = [c for c in name.codes if city_code(self.gazetteer, c) in within]
            if len(near) > 1:
                near = self._nearest(found, index, near)
            code = near[0] if len(near) == 1 else None
        return self._through(index, code) if code else None

    def _in_list(self, index: int) -> bool:
        """Whether a name is in a list between names of cities."""
        if not index:
            return False
        before, hit = self.hits[index - 1 : index + 1]
        if before.name.kind not in _CITIES or self.text[before.end : hit.start] not in _COMMAS:
            return False
        if _COUNTED.match(self.text, hit.end):
            return True
        after = self.hits[index + 1] if index + 1 < len(self.hits) else None
        return (
            after is not None
            and after.name.kind in _CITIES
            and self.text[hit.end : after.start] in _COMMAS
        )

    def _nearest(self, found: list[Occurrence | None], index: int, codes: list[str]) -> list[str]:
        """Of several counties with the same name, the one whose city was named last."""
        for earlier in map(found.__getitem__, range(index - 1, max(-1, index - NEAR), -1)):
            if earlier is None or earlier.kind == "home":
                continue
            near = [c for c in codes if city_code(self.gazetteer, c) in earlier.cities]
            if near:
                return near
        return codes

    def _one_of(self, index: int, hit: Hit, codes: tuple[str, ...]) -> str | None:
        """The county that is meant because of the name right before it: 南京市鼓楼区."""
        above = self._right_before(index, hit)
        if not above:
            return None
        within = [code for code in codes if self._below(code, above)]
        return within[0] if len(within) == 1 else None

    def _right_before(self, index: int, hit: Hit) -> tuple[str, ...]:
        """The codes of the name that ends where this one begins; empty if there is none."""
        if not index:
            return ()
        earlier = self.hits[index - 1]
        between = self.text[earlier.end : hit.start]
        if between in {"", "·", "省", "市"} and earlier.name.kind in {"city", "bare", "province"}:
            return earlier.name.codes
        return ()

    def _below(self, code: str, above: tuple[str, ...]) -> bool:
        city = city_code(self.gazetteer, code)
        province = self.gazetteer.province_of(code)
        return city in above or (province is not None and province.code in above)

    def _through(self, index: int, code: str) -> Occurrence | None:
        city = city_code(self.gazetteer, code)
        return self._at(index, self.hits[index].name.kind, (city,), code) if city else None

    def _at(self, index: int, kind: Kind, cities: tuple[str, ...], through: str = "") -> Occurrence:
        hit = self.hits[index]
        begin, finish = self.begins[index], self.finishes[index]
        return Occurrence(hit.start, hit.end, kind, cities, through, begin, finish)


def _meant_alone(codes: Sequence[str]) -> str:
    """The county that a short name means by itself; empty if it is not certain.

    A district of that name would be called with 区: 昌邑法院 is that of the county-level city.
    """
    counties = [code for code in codes if code[4:] >= FIRST_COUNTY]
    if len(codes) == 1:
        return codes[0]
    return counties[0] if len(counties) == 1 else ""
