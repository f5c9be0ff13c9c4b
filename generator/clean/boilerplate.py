"""Lines of a scraped page that are not the article: spam, navigation, counters, prompts, credits.

Each rule looks at one line, in Simplified characters with folded punctuation, and gives the reason
for its removal. Rules match whole lines or require several signs, so that a sentence of the article
that merely mentions such things is kept.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from functools import cache
from importlib.resources import files

from generator.clean.likelihood import folded
from generator.patterns import late_regex

_PARAGRAPH, _NOTICES = 320, 900
_NOTICE = late_regex("^[【\\[（(]?(?:郑重|免责|特别|版权|平台)声明")
_SENTENCE = late_regex("[。;!?]")
_BARS = late_regex(r"[|丨｜│┃]")
# What pages with lists of keywords offer in a city.
_SERVICE = late_regex(
    r"(?:房产网?|二手房|租房|招聘|人才|求职|装修|租车|二手车|代孕|发票|私家侦探|侦探|上门|外围|贷款|搬家|开锁|家政|婚庆|旅行社|酒店|团购|网站建设|网站优化|SEO|推广|信息网|分类信息|论坛|交友|相亲|兼职|回收|维修|疏通|刻章|办证|按摩|会所|桑拿)$"
)
_ITEMS = late_regex(r"[|、,，\s·/_]+")
_PLACE_END = late_regex(r"(?:省|市|县|区|州|盟|旗|自治[州县区旗])$")
_CRUMB = late_regex(r"\s*(?:>+|»|›|→|--?>)\s*")


@cache
def _anchored_rules() -> tuple[tuple[str, re.Pattern[str]], ...]:
    rules = (line.split("\t", 1) for line in _data("boilerplate.tsv"))
    return tuple((why, re.compile(pattern)) for why, pattern in rules)


@cache
def _any_rule() -> re.Pattern[str]:
    """Return all rules as one pattern: most lines match none, which one search shows."""
    return re.compile("|".join(f"(?:{pattern.pattern})" for _, pattern in _anchored_rules()))


@cache
def _spam_words() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return patterns of all spam phrases, and of those that never occur in news."""
    words = _data("spam.txt")
    never = [word[1:] for word in words if word.startswith("!")]
    # The longest first, so that a phrase inside another is not counted separately.
    every = sorted((word.lstrip("!") for word in words), key=len, reverse=True)
    return re.compile("|".join(map(re.escape, every))), re.compile("|".join(map(re.escape, never)))


def _data(name: str) -> list[str]:
    text = files("generator.clean").joinpath(f"data/{name}").read_text("utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


def why_removed(line: str, is_place: Callable[[str], bool] | None = None) -> str:
    """Return the reason why a line is not part of the article; empty if it may be.

    ``line`` is stripped and Simplified; ``is_place`` returns whether a text is the name of an
    administrative division.
    """
    # A long line with a full stop is a paragraph; only spam is removed.
    if len(line) > _PARAGRAPH and "。" in line and not _NOTICE.match(line):
        return _spam(line)
    plain = folded(line)
    return _anchored(plain) or _spam(plain) or _list_of_links(plain, is_place) or _menu(plain)


def _anchored(plain: str) -> str:
    if len(plain) > (_NOTICES if _NOTICE.match(plain) else _PARAGRAPH):
        return ""
    if not _any_rule().match(plain):
        return ""
    return next((why for why, pattern in _anchored_rules() if pattern.match(plain)), "")


def _spam(plain: str) -> str:
    every, never = _spam_words()
    found = set(every.findall(plain.lower()))
    if not found:
        return ""
    several = len(found) >= 2 and not re.search("[。;]", plain)
    if several or len(found) >= 4 or (never.search(plain) and not _SENTENCE.search(plain)):
        return "spam keywords"
    return ""


def _list_of_links(plain: str, is_place: Callable[[str], bool] | None) -> str:
    """Return a reason for a line of many short items between bars, or of nothing but place
    names."""
    if _SENTENCE.search(plain):
        return ""
    bars = [item.strip() for item in _BARS.split(plain) if item.strip()]
    if _are_services(bars) or _are_services(plain.split()):
        return "link farm"
    if len(bars) >= 6 and sum(len(item) <= 10 for item in bars) >= 0.8 * len(bars):
        return "link farm"
    items = [item for item in _ITEMS.split(plain) if item]
    if len(items) < 10 or "、" in plain:
        return ""  # with 、 between them names are prose
    places = sum(1 for item in items if _is_place(item, is_place))
    return "list of places" if places >= 0.9 * len(items) else ""


def _are_services(items: list[str]) -> bool:
    """Return whether a line consists of services, mostly of the same place: 丽江房产|丽江招聘|…"""
    if len(items) < 3 or max(map(len, items)) > 10:
        return False
    services = sum(bool(_SERVICE.search(item)) for item in items)
    start = max(items, key=lambda item: sum(other.startswith(item[:2]) for other in items))[:2]
    alike = sum(item.startswith(start) for item in items)
    return services == len(items) or (services >= 2 and alike >= 0.8 * len(items) > 3)


def _is_place(item: str, is_place: Callable[[str], bool] | None) -> bool:
    if not 2 <= len(item) <= 12:
        return False
    return bool(_PLACE_END.search(item)) or (is_place is not None and is_place(item))


def _menu(plain: str) -> str:
    """Return a reason for a breadcrumb or a row of menu entries."""
    if _SENTENCE.search(plain) or len(plain) > 200:
        return ""
    crumbs = _CRUMB.split(plain)
    if len(crumbs) >= 3 and all(len(crumb) <= 16 for crumb in crumbs[:-1]):
        return "navigation"
    entries = plain.split()
    if "首页" in entries[:2] and len(entries) >= 4 and all(len(e) <= 8 for e in entries):
        return "navigation"
    return ""


def same_text(first: str, second: str) -> bool:
    """Return whether two lines differ only in white space."""
    return "".join(first.split()) == "".join(second.split())


def repeats(line: str, before: Collection[str]) -> bool:
    """Return whether a line of some length has occurred on the page before; ``before`` has lines
    without white space."""
    key = "".join(line.split())
    return len(key) >= 30 and key in before
