"""Select those of the names found in a text that are places there."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from generator.gazetteer import namesakes, tables
from generator.gazetteer.context import named_after
from generator.gazetteer.counties import FIRST_COUNTY, beside_a_county, grows_goods
from generator.gazetteer.finding import may_be_pieces, name_list
from generator.gazetteer.foreign import is_of_foreign_name, is_texas
from generator.gazetteer.names import Hit
from generator.gazetteer.persons import is_called, is_person
from generator.gazetteer.pieces import goes_on_whole, is_rare, made_of_pieces
from generator.gazetteer.works import SHIP_BEGINS, is_ship
from generator.patterns import late_regex

# Characters that may be before a county's name of two characters (叶县); after others it is a part
# of other words (人文县城).
OPENERS = frozenset(
    "在于於到赴从從为為是把对對向和与與及省市州区區盟县縣的了、，。：；！？“”（）()《》 \n\t"
)
_WHOLE = frozenset({"county", "zone", "landmark", "city"})
_DIVIDED = frozenset({"county", "known", "short", "city", "bare"})
_FUNCTIONS = frozenset("从從和于於将將同")  # 从|江阴, where the leftmost match is 从江
_DIRECTIONS = frozenset("东南西北中東")
# A province's character and the first two digits of its code, by GB/T 2260.
PROVINCES = {
    "冀": ("13",),
    "晋": ("14",),
    "蒙": ("15",),
    "辽": ("21",),
    "吉": ("22",),
    "黑": ("23",),
    "苏": ("32",),
    "浙": ("33",),
    "皖": ("34",),
    "闽": ("35",),
    "赣": ("36",),
    "鲁": ("37",),
    "豫": ("41",),
    "鄂": ("42",),
    "湘": ("43",),
    "粤": ("44",),
    "桂": ("45",),
    "琼": ("46",),
    "渝": ("50",),
    "川": ("51", "50"),
    "黔": ("52",),
    "滇": ("53",),
    "藏": ("54",),
    "陕": ("61",),
    "甘": ("62",),
    "陇": ("62",),
    "青": ("63",),
    "宁": ("64",),
    "疆": ("65",),
}
_MAY_HIDE = _DIRECTIONS | _FUNCTIONS
_OF_PEOPLE = frozenset({"bare", "known", "short"})
_PERSONAL = _OF_PEOPLE | {"county"}
_NAMES_OF_SHIPS = _OF_PEOPLE | {"landmark"}
# 安吉·克雷格: a foreigner's name.
_FOREIGN = frozenset("·•")
_COUNTIES = frozenset({"known", "short"})
_KNOWN = frozenset({"bare", "known"})
# Words whose last character does not form a word with the name: 今年|大庆, but 周年大庆.
_WORDS_BEFORE = frozenset(
    "中国 中國 全国 全國 我国 我國 今年 去年 明年 前年 昨天 今天 明天 前天 当天 當天 每天 春天 夏天"
    " 秋天 冬天".split()
)
_SUFFIXES = frozenset("市区區")
# 仁和|镇: a town with the name of a district elsewhere.
_TOWN_BEGINS = frozenset("镇鎮乡鄉")
_TOWN_ENDS = late_regex(r"[\u4e00-\u9fff]{1,4}?(?:[镇鎮乡鄉]|街道|苏木)")
_NO_TOWN = OPENERS | frozenset("被给将让说使里月年日时间后跟由看今")
_TOWN_AFTER = frozenset("市县縣区區旗州的，。、；：“《（\n \u3000")
_TOWN = late_regex(
    r"[镇鎮](?![街域级級江静靜定痛守压壓海村]|[^，。]{0,2}[联聯])|[乡鄉](?![村镇鎮亲親愁土间間音下情贤賢友邻鄰道野])"
)
# The end of a foreigner's name: 亚历克斯·米纳.
TRANSLITERATED = late_regex(r"[\u4e00-\u9fff][·•][\u4e00-\u9fff]{1,3}\Z")


def hits_in(text: str) -> Iterator[Hit]:
    """The names in a text without parts of other words, people, dishes and the like."""
    hits, soft = name_list().hits(text)
    pieces = made_of_pieces(text, soft) if soft else {}
    # 上海|洋山港: a name right before another name is whole, although 海洋 is a word.
    whole = {hit.start for hit in hits if hit.start not in pieces and hit.name.kind in _WHOLE}
    last = -1
    for number, hit in enumerate(hits):
        if hit.end in whole:
            broken = hit.name.kind not in {"bare", "province"} and hit.start in pieces
        else:
            broken = hit.start in pieces or _guarded(text, hit)
        meant = None
        if broken or text[hit.start] in _MAY_HIDE:
            stop = hits[number + 1].start if number + 1 < len(hits) else len(text)
            meant = _instead(text, hit, stop, pieces.get(hit.start, 0), broken=broken)
        if meant is None and not broken and not _misleading(text, hit, last == hit.start):
            meant = hit
        if meant is not None:
            last = meant.end
            yield meant


def _instead(text: str, hit: Hit, stop: int, shorter: int, *, broken: bool) -> Hit | None:
    """The name to use instead of ``hit``, the leftmost longest match, if ``hit`` is wrong there.

    ``shorter`` is the end of ``hit`` without its last character if that belongs to another word,
    otherwise 0.
    """
    found = _without_suffix(text, hit, shorter) if shorter else None
    if found is None and text[hit.start] in _DIRECTIONS:
        found = _after_direction(text, hit)
    if found is None and (broken or text[hit.start] in _FUNCTIONS):
        found = _hidden(text, hit, stop)
    return found


def _after_direction(text: str, hit: Hit) -> Hit | None:
    """The county in 川东|营山县, where the leftmost match is 东营."""
    if text[hit.start - 1 : hit.start] not in PROVINCES:
        return None
    within = PROVINCES[text[hit.start - 1]]
    for name in name_list().beginning(text[hit.start + 1 : hit.start + 3]):
        if name.kind in _DIVIDED and text.startswith(name.text, hit.start + 1):
            near = any(code[:2] in within for code in name.codes)
            ends = hit.start + 1 + len(name.text)
            return Hit(name, hit.start + 1, ends) if near and ends > hit.end else None
    return None


def _hidden(text: str, hit: Hit, stop: int) -> Hit | None:
    """The name that starts inside the wrong match ``hit``: 镇江 in 昨|天镇|江.

    It ends after ``hit`` and at ``stop`` or earlier.
    """
    for start in range(hit.start + 1, hit.end):
        for name in name_list().beginning(text[start : start + 2]):
            under = Hit(name, start, start + len(name.text))
            if not hit.end < under.end <= stop or not text.startswith(name.text, start):
                continue
            plain = name.kind not in {"trap", "short", "home"} and not name.cautious
            soft = [(start, under.end)] if may_be_pieces(name) else []
            whole = plain and not _guarded(text, under) and not made_of_pieces(text, soft)
            return under if whole and not _misleading(text, under, False) else None
    return None


def _without_suffix(text: str, hit: Hit, end: int) -> Hit | None:
    """The known name 桐乡 in 桐乡|市场, where the longest match is 桐乡市."""
    if text[end] not in _SUFFIXES:
        return None
    for name in name_list().beginning(text[hit.start : hit.start + 2]):
        same = name.codes[:1] and name.codes[0][:4] == hit.name.codes[0][:4]
        if same and name.text == text[hit.start : end]:
            shorter = Hit(name, hit.start, end)
            plain = name.kind in _KNOWN and not name.cautious
            whole = plain and not _guarded(text, shorter)
            return shorter if whole and not _misleading(text, shorter, False) else None
    return None


def _is_of_town(text: str, start: int, end: int) -> bool:
    """Whether a name is only the end of a town's name: 丰镇 in 岳池县乾丰镇."""
    before = text[start - 1 : start]
    inside = text[end - 1] == "镇" and before != "" and before not in _NO_TOWN
    if inside and (start == 1 or text[start - 2] in _TOWN_AFTER):
        return True
    return any(text[begin:end] in _towns() for begin in (start - 1, start - 2) if begin >= 0)


def _begins_town(text: str, start: int, end: int) -> bool:
    """Whether a town's name begins with the name of a county: 巴彦|浩特镇."""
    town = _TOWN_ENDS.match(text, end)
    return town is not None and text[start : town.end()] in _towns()


@cache
def _towns() -> frozenset[str]:
    return frozenset(name for _, names in tables.towns() for name in names.split())


def _guarded(text: str, hit: Hit) -> bool:
    """Whether the character after a name shows that it is a part of another word."""
    after = text[hit.end : hit.end + 1]
    return bool(after) and after in hit.name.after and not goes_on_whole(text, hit.end)


def _misleading(text: str, hit: Hit, follows: bool) -> bool:
    """Whether the context shows that a name is not a place, or a part of another word.

    ``follows`` says that another place's name ends where this one begins.
    """
    name, start, end = hit.name, hit.start, hit.end
    before = text[start - 1] if start else "\n"
    after = text[end] if end < len(text) else "\n"
    if before in name.before and text[max(0, start - 2) : start] not in _WORDS_BEFORE:
        return True
    if not follows:
        left = text[max(0, start - 6) : start]
        if left.endswith(tables.having_namesakes()) or (
            "·" in left and TRANSLITERATED.search(left)
        ):
            return True
        if name.kind in _COUNTIES and is_of_foreign_name(text, start, end):
            return True
        if name.text == "德州" and is_texas(text, start):
            return True
        if name.text[-1] in _TOWN_BEGINS and _is_of_town(text, start, end):
            return True
        if name.kind in _COUNTIES and _begins_town(text, start, end):
            return True
    if (
        len(name.text) < 4
        and name.kind in _OF_PEOPLE
        and not follows
        and is_person(text, start, end)
    ):
        return True
    if len(name.text) < 4 and name.kind in _PERSONAL and is_called(text, start, end):
        return True
    if after in _FOREIGN and name.kind in _COUNTIES:
        return True
    if after in _TOWN_BEGINS and name.kind in _OF_PEOPLE and _TOWN.match(text, end):
        # 吴起|镇 is the seat of 吴起县; 仁和|镇 is probably not in the district 仁和.
        return all(code[4:] < FIRST_COUNTY for code in name.codes)
    if after in SHIP_BEGINS and name.kind in _NAMES_OF_SHIPS and is_ship(text, start, end):
        return True
    if name.kind in {"bare", "known"}:
        if after in namesakes.BEARS_NOTHING:
            return False
        if namesakes.school_end(text, end):
            return False
        if named_after(text, end):
            return True
        if not namesakes.is_ware(text, end):
            return False
        if name.kind == "known" and not start and beside_a_county(text, end):
            return False
        return not grows_goods(text, start, end)
    if name.kind == "short":
        return (
            after in "江河湖山海岛路街港"
            or named_after(text, end)
            or namesakes.school_end(text, end) > 0
        )
    if name.kind == "county":
        if len(name.text) == 2 and not follows and before not in OPENERS:
            return True
        if len(name.text) == 2 and after in "级級委域":
            return not is_rare(name.text[0])
        if len(name.text) == 2 and namesakes.is_ware(text, end):
            return not grows_goods(text, start, end)
        return name.text.endswith(("区", "區")) and after in "域间間块塊"
    return False
