"""Find the city of a newspaper, station or office."""

from __future__ import annotations

from functools import cache
from itertools import islice

from generator.gazetteer import tables
from generator.one_by_one import simplified
from generator.patterns import late_regex

SIGNATURE = late_regex(r"记者|記者|通讯员|讯|訊")
SIGNATURES = 20  # the greatest number of bylines to check in a text
OUTLET = late_regex(
    r"[\u4e00-\u9fff]{2,12}?(?:日报|日報|晚报|晚報|早报|晨报|商报|都市报|时报|特区报|发布|發布|融媒|新闻网|新聞網"
    r"|在线|广播电视台|電視台|电视台|网|網|报)(?:全媒体|融媒体|全媒體|首席|本报|见习|特约)*$"
)
SOURCE_LINE = late_regex(r"(?:来源|來源|稿源)[：:]\s*([^\s|｜]{2,24})")


@cache
def source_city(name: str) -> str:
    """The code of the city of a source; empty for provincial and national ones.

    西江日报 belongs to Zhaoqing, 广安日报 to Guang'an; 南方+, 吉林日报 and 人民日报 to no city.
    """
    name = simplified(name.strip())
    if not name:
        return ""
    known = tables.papers()
    for paper in sorted(known, key=len, reverse=True):
        if paper in name:
            return known[paper]
    return city_named(name)


def city_named(text: str) -> str:
    """The code of the first city named in a short text; empty if there is none."""
    from generator.gazetteer import load
    from generator.gazetteer.finding import name_list

    gazetteer = load()
    for found, _, _ in name_list().find(text):
        if found.kind in {"city", "bare"}:
            return found.codes[0]
        if found.kind in {"county", "zone"} and len(found.codes) == 1:
            city = gazetteer.city_of(found.codes[0])
            return city.code if city else ""
    return ""


def source_in(text: str) -> str:
    """The code of the city of the newspaper in a byline or source line; empty if there is none."""
    signed = SOURCE_LINE.findall(text)
    for signature in islice(SIGNATURE.finditer(text), SIGNATURES):
        outlet = OUTLET.search(text, max(0, signature.start() - 24), signature.start())
        if outlet:
            signed.append(outlet[0])
    for name in signed:
        city = source_city(name)
        if city:
            return city
    return ""
