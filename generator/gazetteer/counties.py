"""Counties by their short names alone, where the sentence makes sure that they are meant.

柞水木耳卖出新花样，县里…: a text that opens with the name and speaks of its county; 湖南平江: the
name after its province. Many of these names are everyday words too (互助, 平江), so that they are
no names elsewhere.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from generator.gazetteer.finding import name_list
from generator.gazetteer.names import Hit, Name
from generator.lexicon import cut, frequency
from generator.patterns import late_regex

# By GB/T 2260 the codes of a city's districts end in 01 to 20, those of its counties follow.
FIRST_COUNTY, FIRST_CITY = "21", "81"
_SUFFIXES = ("县", "縣", "市", "旗")
_LONGEST = 4  # characters of a short name
_AROUND = 8  # characters after a name in which words are told apart
_NEAR = 160  # characters after a name in which its county is spoken of
_OPENING = 40  # characters of a text that may be blank
_RARE = 4e-7  # of a word that hardly means anything but a place
_LEADING = "\n\r\t 　“【《"
# A text that goes on so is of a county, or of a city of its rank.
_OF_A_COUNTY = late_regex(
    r"县[里城委长]|[全该本我]县(?!级)|县(?:政府|财政|乡|内|域(?!经济总)|直|属)|[，。；、的由与向从]县[\u4e00-\u9fff]{1,8}?(?:局|委|办|中心|联社|联|院|会|台|所|部|公司|站|队|馆|校)"
    r"|縣[裡裏城委長]|[全該本我]縣|[镇鎮][上里裡]|[一-鿿]{2}(?<!古)[镇鎮](?![定压静痛守江海长居安住纸])"
)
_OF_ITS_RANK = late_regex(
    r"市里(?!面)|市财政|[，。；的由与向从]市[\u4e00-\u9fff]{1,6}?(?:局|委|办|中心|联|院)|[，。；]全市"
)
_OF_A_FOREIGN_NAME = frozenset("里亚亞斯尔爾克特拉夫德姆诺諾罗羅伦倫卡莱維维·•")
_BY_SOMEBODY = late_regex(
    r"[说說](?!唱)|[，：:、]|表示|认为|告诉|介绍|坦言|回忆|先生|女士|同志|教授|医生|老师|在会上|一家人|的(?:妻子|丈夫|父|母|儿子|女儿|新书|作品|演唱|粉丝)|[获夺]得?(?:冠|金|银|奖)"
    r"|[强強][调調]|[指]出|充分|[会會][见見]|主持|出席|要求|[参參]加|[担擔]任|[执執]导|[饰飾]|科技|股份|集[团團]|[药藥][业業]"
)
# 祁门红茶和滇红, 景宁的畲乡、剑河的苗寨: one of several things.
_ONE_OF_SEVERAL = late_regex(r"的?[\u4e00-\u9fff]{1,4}[、和与]")
_MAY_BE_SOMEBODY = frozenset("带帶把被从從用也就因在为為")


def beside_a_county(text: str, end: int, *, ranked: bool = False) -> bool:
    """Whether a text goes on about a county after a name that ends at ``end``.

    With ``ranked`` of a city of a county's rank, which has 市里 for 县里.
    """
    if _BY_SOMEBODY.match(text, end):
        return False
    stop = min(len(text), end + _NEAR)
    if _OF_A_COUNTY.search(text, end, stop) is not None:
        return True
    return ranked and _OF_ITS_RANK.search(text, end, stop) is not None


def opens_with_county(text: str, start: int, end: int, code: str) -> bool:
    """Whether a text opens with the short name of the county ``code`` as its place."""
    if text[:start].rpartition("\n")[2].strip(_LEADING):
        return False
    if _BY_SOMEBODY.match(text, end):
        return False
    if frequency(text[start:end]) <= _RARE:
        after = text[end : end + 1]
        alone = after not in _OF_A_FOREIGN_NAME and after not in _MAY_BE_SOMEBODY
        if alone and _ONE_OF_SEVERAL.match(text, end) is None:
            return True
    return code[4:] >= FIRST_COUNTY and beside_a_county(text, end)


def unlisted(text: str, hits: Sequence[Hit]) -> list[Hit]:
    """Counties that are named where a text begins, or after their province, and in no list."""
    found: list[Hit] = []
    opening = len(text) - len(text[:_OPENING].lstrip(_LEADING)) - max(0, len(text) - _OPENING)
    if not hits or hits[0].start != opening:
        county = _named(text, opening, "")
        if county is not None and beside_a_county(
            text, county.end, ranked=county.name.codes[0][4:] >= FIRST_CITY
        ):
            found.append(county)
    for index, hit in enumerate(hits):
        if hit.name.kind != "province":
            continue
        if index + 1 == len(hits) or hits[index + 1].start != hit.end:
            county = _named(text, hit.end, hit.name.codes[0][:2])
            if county is not None:
                found.append(county)
    return found


def county_named(text: str, start: int, above: str) -> bool:
    """Whether the short name of a county whose code begins with ``above`` stands at ``start``."""
    return _named(text, start, above) is not None


def _named(text: str, start: int, province: str) -> Hit | None:
    """The county whose short name stands at ``start`` as a word of its own."""
    names = _short_names(text[start : start + 2])
    for name in names:
        end = start + len(name.text)
        if not text.startswith(name.text, start) or not name.codes[0].startswith(province):
            continue
        if text[end : end + 1] in "县縣市旗区區州人":
            continue
        at = start
        for word in cut(text[start : start + _AROUND]):
            at += len(word)
            if at >= end:
                break
        if at == end:
            return Hit(name, start, end)
    return None


@cache
def _short_names(two: str) -> tuple[Name, ...]:
    """Of the names that begin with ``two``, those of one county without its 县, longest first."""
    if len(two) < 2:
        return ()
    found: dict[str, set[str]] = {}
    listed = set()
    for name in name_list().beginning(two):
        listed.add(name.text)
        short, suffix = name.text[:-1], name.text[-1:]
        if name.kind == "county" and suffix in _SUFFIXES and 2 <= len(short) <= _LONGEST:
            found.setdefault(short, set()).update(name.codes)
    return tuple(
        Name(short, "known", tuple(codes))
        for short, codes in sorted(found.items(), key=lambda item: (-len(item[0]), item[0]))
        if len(codes) == 1 and short not in listed
    )
