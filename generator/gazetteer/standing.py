"""Rank the cities of a text by where they are named: as the place of the news, or in passing.

Chinese news names its place at the start of a sentence or clause (肇庆市高要区…, 昨天，绵阳市…) or
in a phrase before the verb (在…举行). A city that is named once later, inside a clause, is usually
the origin of goods, guests or money, or a comparison.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import cached_property
from itertools import pairwise

from generator.gazetteer.abroad import opens_abroad, tells_of_abroad
from generator.gazetteer.context import means_people, means_people_or_goods, sentence_around
from generator.gazetteer.occurrences import Occurrence, is_institution
from generator.gazetteer.visits import is_destination, is_scene_of_visit, is_visited
from generator.patterns import late_regex
from generator.provinces import PROVINCES

NOT_AT_ALL, BY_THE_WAY, WITHIN, BY_ITSELF, GOAL = range(5)

_OPENERS = frozenset("\n\r\t 　，。；：！？“”「」（）()《》【】】:;!?.")
_TIME_BEFORE = late_regex(
    r"(?:今年|去年|前年|明年|今[天日早晨晚春夏秋冬]|昨[天日晚]|前[天日]|日前|近日|近期|近年[来來]?|目前|如今|现在|上半年|下半年"
    r"|截至|截止|[\d一二三四五六七八九十]+(?:日|月|年|月底|月末)|[期]间|同[日时]|[当當][天日]|[随隨][后後]|获悉|[记記]者从|位于|地[处處]"
    r"|[会會]上|[后後]|以[来來]|据|據)\Z"
)
_TIME_ENDS = frozenset("年天日早晨晚春夏秋冬前近期来來在今半至止月底末间時时后後悉从於于处處上据據")
_HAPPENS = late_regex(
    r"[^，。；！？\n]{0,12}?(?:[举舉][行办辦]|召[开開]|[开闭][幕工业馆业园]|投[产用运]|[启啟][用动動]|下[线線]|落[户戶成地]|揭牌|奠基|封[顶頂]|[签簽][约約]"
    r"|通[车車]|挂牌|[动動]工|亮相|建成|竣工|[试試][运運]行|[运運][营營]|[发發]布|[设設]立|成立|[组組][织織]|[开開]展|[办辦]展|集[训訓]|冬[训訓]|[训訓][练練]|建(?![议議筑言])|的[^，。]{1,10}[里内內中旁]，|打[响響]|[闭閉]幕|[讲講授][课課]|[坐]诊|[种種][出下了]|[租包]下)"
)
_ENDS = frozenset("。！？\n")
_WITH = frozenset("与與同")
_WAYS = frozenset("至到")
_AT = frozenset("在于於")
_INSIDE = ("境内", "境內", "市境内", "市境內", "县境内", "縣境內")
_GOES_ON = late_regex(
    r"(?:同[步时日]|也|[则則]|[将將]|已|[还還]|今年|去年|[随隨]|[计計][划劃]|[启啟]|[举舉]|[设設]|建|[紧緊]|借|[抢搶]|依托|全[面力市]|[连連]|[为為]|[开開]|推|[转轉]"
    r"|新|拟|出(?![的资資钱錢])|[投加落接迎打试進进])"
)
_ALSO = late_regex(r"[^，。；\u4e00-\u9fff]?(?:也|同[步日时]|[随隨][后後]|[则則])")
# A text that begins with a national or provincial institution is about a city only if the city is
# named in a prominent place.
_OF_THE_NATION = late_regex(
    r"\s*(?:[^，。！？\n]{0,6}日，)?(?:国家[\u4e00-\u9fff]{2,10}?(?:局|委|署|馆|办|中心|部)|(?:[\u4e00-\u9fff]{2,8}(?<!本|内|中|全|东|西|南|北)部(?=[将公发通印点会召约等联启、组派核推批直说說称稱表介])|全国(?:[铁鐵]路|[\u4e00-\u9fff]{0,12}?(?:指数|票房|[销銷]量|均价))|[^，。！？\n]{0,8}各(?:省会|大|重点|主要)城市|工信部|中央[\u4e00-\u9fff]{2,6}?[组組]|[国國]台[办辦]"
    r"|国务院|国家电网|南方电网|国铁集团|中国铁路|中央气象台|中国气象局|中国疾控|中国移动|中国电信|中国联通|中国石油|中国石化|央行|中国人民银行|人民银行|证监会|中国[\u4e00-\u9fff]{2,10}?(?:协会|学会|总会|商会|总局))|最高(?:人民|[法检](?!院)[^，\n]{0,14}\n)|市场监管总局|全国[\u4e00-\u9fff]{2,10}?(?:协会|学会|委员会)"
    r"|(?:" + PROVINCES + r")"
    r"(?:(?:省|自治区|壮族自治区|回族自治区|维吾尔自治区)?(?:[\u4e00-\u9fff]{0,7}?(?:厅|局|气象台|委员会|联社)|(?:省|自治区)(?:委|政府|人大|政协|法院|高院)|省?(?:今年|去年|将|已|提出|全省|全区|计划|出台|印发|公布|发布|启动|推行|实施))))"
)
_GOES_ON_THERE = late_regex(
    r"(?<![超夜早菜股城小社园景山校院库矿林牧])[县市区州]里[^面程]|[县区][\u4e00-\u9fff]{1,5}[局委办]|市(?!场)[\u4e00-\u9fff]{1,5}局|当地"
)
# 省文物局披露，开封…: an institution informs about a city.
_TOLD_OF = late_regex(
    r"(?:披露|通[报報]|透露|介[绍紹]|宣布|宣佈|[确確][认認]|[证證][实實]|消息|[称稱]|[获獲]悉|表示|[发發]布|公布|批[复復]|[显顯]示)[，：,:]\Z"
)
_ONE_OF_SOME = late_regex(r"[、和与與等及]|[^，。]{0,8}(?:[领領]|[涨漲跌]|居|[较較]|最)")
_FULL = frozenset({"city", "county", "zone", "landmark", "home"})
_BESIDE = late_regex(
    r"[至到与與—－-]?|[港站][和与與及、]|[、，,和及 \t　·]{1,2}"
    r"|[和与與及][\u4e00-\u9fff]{2,3}的|,? and |, "
)
_LATIN_SENTENCE = late_regex(r"(?:\A|[.!?\n] ?|; )(?:The |In |On |At |And )?\Z")
_DIVISIONS = frozenset({"city", "county", "zone"})


class Standing:
    """The ranks of the places in a text."""

    def __init__(self, text: str, found: Sequence[Occurrence], roles: Sequence[float]) -> None:
        self._text = text
        self._found = found
        self._roles = roles

    @cached_property
    def _ranks(self) -> list[int]:
        found = self._found
        # 潍坊寿光: a city and its county are as certain as a full name.
        whole = {one.begin for one in found if one.kind in _FULL}
        whole |= {
            a.begin for a, b in pairwise(found) if a.begin == b.begin and a.cities == b.cities
        }
        ranks = [
            _rank(self._text, one, role, one.begin in whole)
            for one, role in zip(found, self._roles, strict=True)
        ]
        for index in range(len(found) - 1, 0, -1):
            if ranks[index] != BY_THE_WAY or not ranks[index - 1] or not self._beside(index):
                continue
            if self._text[found[index - 1].finish : found[index].begin] not in _WAYS:
                # 重庆、深圳的企业: the words after the last name apply to all.
                both = WITHIN if self._begins_sentence(index - 1) else BY_THE_WAY
                ranks[index - 1] = ranks[index] = both
            else:
                ranks[index] = ranks[index - 1]  # both ends of a route
        return ranks

    @cached_property
    def _best(self) -> dict[str, int]:
        best: dict[str, int] = {}
        for index, (one, rank) in enumerate(zip(self._found, self._ranks, strict=True)):
            if rank and self._beside(index):
                rank = max(rank, *(best.get(city, 0) for city in self._found[index - 1].cities))
            for city in one.cities:
                best[city] = max(best.get(city, 0), rank)
        return best

    def leading(self, chosen: Collection[str]) -> set[str]:
        """Those of the cities ``chosen`` that the news is about.

        These are the cities with the best rank if it is high; otherwise the first city, and those
        named next to it.
        """
        of_the_nation = self._opens_with_the_nation()
        abroad = opens_abroad(self._text)
        if len(chosen) < 2 and not of_the_nation and not abroad:
            return set() if self.are_people_abroad(chosen) else set(chosen)
        most = max(map(self._of, chosen), default=NOT_AT_ALL)
        if most < BY_ITSELF and (of_the_nation or abroad):
            surely = {city for city in chosen if self._is_surely(city, abroad)}
            return surely or self.own_place().intersection(chosen)
        best = {city for city in chosen if self._of(city) == most}
        if most >= BY_ITSELF:
            return best
        kept: set[str] = set()
        for index, one in enumerate(self._found):
            if self._ranks[index] < most:
                continue
            if kept and not self._beside(index) and not kept.intersection(one.cities):
                break
            kept.update(city for city in one.cities if city in best)
        if len(kept) > 1 and (most == BY_THE_WAY or self._later(kept)):
            return set()
        return kept

    @property
    def named(self) -> list[tuple[Occurrence, int]]:
        """The places in the order of the text, each with its rank."""
        return list(zip(self._found, self._ranks, strict=True))

    def are_people_abroad(self, chosen: Collection[str]) -> bool:
        """Whether a city is named only for somebody from there abroad: 北京的师傅教巴黎学徒."""
        named = [one for one in self._found if not set(chosen).isdisjoint(one.cities)]
        if len(named) != 1 or named[0].kind in _FULL:
            return False
        end = named[0].finish
        return means_people(self._text, end) and tells_of_abroad(self._text, end)

    def _opens_with_the_nation(self) -> bool:
        opening = _OF_THE_NATION.match(self._text)
        if opening is None:
            return False
        # 中国人民银行福州中心支行 belongs to the city.
        return all(one.begin != opening.end() for one in self._found)

    def _is_surely(self, city: str, abroad: bool) -> bool:
        """Whether a city is named by its full name, or somebody comes there, and the like."""
        if abroad and not self._of(city):
            return True
        return any(
            one.kind in _DIVISIONS
            or (one.through and self._text[one.begin - 1 : one.begin] == "在")
            or (
                _TOLD_OF.search(self._text, max(0, one.begin - 6), one.begin)
                and not _ONE_OF_SOME.match(self._text, one.finish)
            )
            or is_visited(self._text, one.begin)
            or (abroad and self._text[one.begin - 1 : one.begin] in _WITH)
            for one in self._found
            if city in one.cities
        )

    def _later(self, cities: set[str]) -> bool:
        """Whether a text of several sentences names none of ``cities`` in its first one.

        The ends of a route may be named in the sentence after the title.
        """
        end = sentence_around(self._text, len(self._text) - len(self._text.lstrip()))[1]
        route = any(
            self._text[a.finish : b.begin] in _WAYS and cities.issuperset((*a.cities, *b.cities))
            for a, b in pairwise(self._found)
        )
        if route and self._text.startswith("\n", end):
            end = sentence_around(self._text, end + 1)[1]
        return all(one.start > end for one in self._found if not cities.isdisjoint(one.cities))

    def own_place(self) -> set[str]:
        """The only place with a full name, in a text that has 县里 or the like; else empty."""
        if not _GOES_ON_THERE.search(self._text):
            return set()
        full = {
            one.cities
            for one in self._found
            if one.kind in _FULL - {"home"} and self._text[one.begin - 1 : one.begin] != "任"
        }
        return set(*full) if len(full) == 1 else set()

    def opens(self, chosen: Collection[str]) -> bool:
        """Whether the first sentence names one of ``chosen`` prominently."""
        end = sentence_around(self._text, len(self._text) - len(self._text.lstrip()))[1]
        return any(
            self._of(city) >= BY_ITSELF and city in chosen
            for one in self._found
            if one.start < end
            for city in one.cities
        )

    def _begins_sentence(self, index: int) -> bool:
        begin = self._found[index].begin
        return not begin or self._text[begin - 1] in _ENDS

    def _of(self, city: str) -> int:
        return self._best.get(city, NOT_AT_ALL)

    def _beside(self, index: int) -> bool:
        """Whether only a comma or the like is between a name and the previous one."""
        if not index:
            return False
        begin, end = self._found[index - 1].finish, self._found[index].begin
        return _BESIDE.fullmatch(self._text, begin, end) is not None


def _rank(text: str, occurrence: Occurrence, role: float, full: bool) -> int:
    if role < 1.0 or occurrence.kind == "dateline":
        return NOT_AT_ALL
    begin, end = occurrence.begin, occurrence.finish
    if occurrence.part is not None:
        begins = _LATIN_SENTENCE.search(text, max(0, begin - 12), begin) is not None
        return BY_ITSELF if begins else WITHIN
    if is_destination(text, begin) or (full and is_scene_of_visit(text, begin, end)):
        return GOAL
    if is_institution(text, occurrence):
        return WITHIN
    before = text[begin - 1 : begin]
    first = not before or before in _ENDS
    if before in _AT and text.startswith(_INSIDE, end):
        return GOAL
    if before in _AT and _HAPPENS.match(text, end):
        return BY_ITSELF
    if first and text[end : end + 1] in _WAYS:
        return BY_ITSELF
    if not full and means_people_or_goods(text, end):
        return WITHIN if first else BY_THE_WAY
    opens = not before or before in _OPENERS
    if opens or (before in _TIME_ENDS and _TIME_BEFORE.search(text, max(0, begin - 6), begin)):
        whole = full or first or _GOES_ON.match(text, end) is not None
    else:
        whole = full and (before in _AT or _ALSO.match(text, end) is not None)
    return BY_ITSELF if whole else WITHIN
