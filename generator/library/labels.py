"""The labels by which search filters and finds articles: what an article is about, when it
appeared, and who published and wrote it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from generator.gazetteer import Gazetteer
from generator.library.article import ArticleMeta
from generator.library.people import authors_of
from generator.patterns import late_regex
from generator.search.fold import fold

# Endings without which a paper or agency is known as well.
_ENDINGS: Final = (" News Agency", " Agency", "客户端", "官网", "网站", "微信公众号", "公众号")
# A paper in a longer name: 人民日报海外版, 南充日报社供图.
_PAPER: Final = late_regex(
    "[\u4e00-\u9fff]{1,6}?(?:[日晚晨早时商]报|都市报|新闻网|通讯社|电视台)|(?:新华|中新|法新|路透)社"
)
_BRACKETS: Final = late_regex("[（(）)]")
_ROLE: Final = late_regex("^(?:editor|reporter|.* by) ")


def labels_of(meta: ArticleMeta, gazetteer: Gazetteer) -> tuple[str, ...]:
    """The labels of an article, such as ``#city/zhaoqing``, ``#topic/energy``, ``#year/2024``,
    ``#month/2024-03``, ``#day/2024-03-01``, ``#date/03-01``, ``#by/chenjie``, and ``#text/en`` if
    it has English."""
    # An article about a county or a zone is found by its name too.
    places = filter(None, map(gazetteer.by_code, (*meta.cities, *meta.within)))
    labels = [f"#city/{place.slug}" for place in places]
    labels += [f"#topic/{slug}" for slug in meta.topics]
    day = meta.moment[:10]
    labels += [f"#year/{day[:4]}", f"#month/{day[:7]}", f"#day/{day}", f"#date/{day[5:]}"]
    labels += dict.fromkeys(f"#by/{key}" for name in _names(meta) if (key := by_key(name)))
    if "en" in meta.localized:
        labels.append("#text/en")
    return tuple(labels)


def by_key(name: str) -> str:
    """The letters and digits of a name, folded, and + (南方+); search.js has the same."""
    return "".join(character for character in fold(name) if character.isalnum() or character == "+")


def _names(meta: ArticleMeta) -> Iterator[str]:
    """All names of the source, the authors, the others who had a part, and the series."""
    for written in (meta.source.name, meta.source_english):
        # 本地媒体（责编张三）, Forum repost (photographs by Nanchong Daily)
        first, *rest = _BRACKETS.split(written)
        yield from (paper for part in (first, *rest) for paper in _PAPER.findall(part))
        for name in (written, first.rstrip()):
            yield name
            for ending in _ENDINGS:
                if name.endswith(ending):
                    yield name.removesuffix(ending)
        for inside in rest:
            yield from authors_of(_ROLE.sub("", inside).replace("：", "、"))
    yield from authors_of(meta.source.author)
    yield from meta.authors_english
    for credit in meta.fields.get("credits", ()):
        # The name may follow what the person did: 摄影：张三.
        yield from authors_of(credit.replace("：", "、").replace(": ", "、"))
    yield from (meta.series, meta.series_english)
    yield from meta.as_written.values()
