"""The datelines of press releases, financial wires and web portals, and the day that any dateline
tells: 上海2024年5月7日 /美通社/ --, 玉溪，2024年5月7日——, 全球TMT5月7日讯, 新华社昆明5月7日电.
"""

from __future__ import annotations

from datetime import date, timedelta

from generator.patterns import late_regex

_DAY = r"(?:19|20)\d{2}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日"
_ANY_DAY = r"(?:(?:\d{4}\s*年\s*)?\d{1,2}\s*月\s*)?\d{1,2}\s*日"
_HOURS = r"(?:上午|下午|早间?|晚间?|午间|盘[中后前])?"
_PLACE = r"[\u4e00-\u9fff]{2,12}"
_PLACES = rf"{_PLACE}(?:[，,、和/]\s?{_PLACE}){{0,2}}"
_DASH = r"\s*(?:-{1,2}|—{1,2}|–{1,2}|－{1,2})\s*"
_MARKS = r"[\s　]*[：:，,丨|｜—–\-－]*[\s　]*"
_WIRE = (
    r"(?:美通社|新华美通|美国商业资讯|亚洲网|新华社-亚洲网|(?i:PR\s?Newswire[-A-Za-z]*|Business\s?Wire|Globe\s?Newswire"
    r"|ACN\s?Newswire|Media\s?OutReach(?:\s?Newswire)?|Xinhua-AsiaNet|AsiaNet|EQS(?:\s?Newswire)?|Accesswire))"
)
# Not 玉溪，滇中重镇——一座…——: a dash that another one closes is part of the sentence.
_ONLY = r"(?![^。！？]*(?:——|–))"
# What writes the news itself: 市政府5月7日消息 tells who says so.
_NOT_OFFICE = r"(?<!政府)(?<![局委厅部院校厂行会办处署司])(?<!公司)(?<!集团)(?<!记者)(?<![\d月年])"

# As in `opening`: texts of which the sentence must contain one, and the pattern.
DATELINES = tuple(
    (tuple(needed.split()), late_regex(pattern))
    for needed, pattern in (
        # 上海2024年5月7日 /美通社/ --, 昆明/美通社/2024年5月7日 --, 上海--(美国商业资讯)--
        (
            "/ / ( （",
            rf"[\s　]*(?:{_PLACES})?[，,\s]*(?:{_ANY_DAY})?电?[\s\-–—]*"
            rf"(?:/\s?{_WIRE}\s?/|[（(]\s?{_WIRE}\s?[）)](?=\s*(?:{_ANY_DAY}\s*)?[-—–]))"
            rf"\s*(?:{_ANY_DAY})?{_MARKS}",
        ),
        # 香港特别行政区 - Media OutReach Newswire - 2024年5月7日 -
        ("- – —", rf"[\s　]*{_PLACES}{_DASH}{_WIRE}{_DASH}{_DAY}{_DASH}"),
        # （美通社，2024年5月7日，上海）, 【2024年5月7日，玉溪】
        (
            "年",
            rf"[\s　]*[（(【\[](?:{_WIRE}[，,\s]*)?(?:[\u4e00-\u9fff]{{2,8}}[，,\s]*)?{_DAY}"
            rf"(?:[，,\s]*[\u4e00-\u9fff]{{2,8}}(?<!通过|修订|发布|印发|公布|会议|修正|施行))?[）)】\]]{_MARKS}",
        ),
        # 玉溪，2024年5月7日——; 中国上海 - 2024年5月7日 -; 2024年5月7日，中国上海 –
        (
            "年",
            rf"[\s　]*(?:{_PLACES}(?:[，,\s]*|{_DASH}){_DAY}|{_DAY}[，,\s]+{_PLACES})"
            rf"[\s　]*(?:{_DASH}|[：:])[\s　]*{_ONLY}",
        ),
        # IT之家 5月7日消息, 彭博5月7日电, 新加坡7日电, （吉隆坡7日讯）
        (
            "讯 电 消息",
            rf"[\s　]*[（(【\[]?[A-Za-z\d+\u4e00-\u9fff]{{2,10}}{_NOT_OFFICE}[\]】]?[\s　]*"
            rf"{_ANY_DAY}{_HOURS}(?:专?电|快?讯|消息)(?=[\s　，,：:（(）)】\]丨|｜])[）)】\]]?"
            rf"(?:[\s　]*[（(][\u4e00-\u9fff·]{{2,4}}[）)])?{_MARKS}",
        ),
        # 新浪科技讯|5月7日下午消息，
        ("消息", rf"[\s　]*{_ANY_DAY}{_HOURS}消息[，,：:]\s*"),
        # 路透上海5月7日 -
        ("日", rf"[\s　]*(?:路透社?|彭博社?){_PLACE}{_ANY_DAY}(?:[（(]?电[）)]?)?{_DASH}"),
        # 36氪讯，; 36氪获悉，; 智通财经APP获悉，; 北极星太阳能光伏网讯：
        (
            "讯 获悉",
            r"[\s　]*(?:全球TMT|36氪|IT之家|界面|C114|[A-Za-z]{3,12}|[\u4e00-\u9fff]{2,12}网)"
            rf"(?:快?讯)(?=[\s　，,：:（(]){_MARKS}",
        ),
        (
            "获悉",
            r"[\s　]*(?:[\u4e00-\u9fff]{2,4}财经|格隆汇|证券时报[·•]?|36氪|财联社)(?:APP|e公司)?"
            r"(?:快讯)?获悉[，,：:]\s*",
        ),
        ("讯", r"[\s　]*(?:证券时报[·•]?)?e公司讯[，,：:\s]\s*"),
        # （早报讯）
        ("讯", rf"[\s　]*[（(【\[〔][\u4e00-\u9fff]{{2,8}}讯[）)】\]〕]{_MARKS}"),
    )
)  # fmt: skip

_SENT = r"专?[电電]|快?[讯訊]|消息|[报報][道導]|[丨|｜：:/\-—–－（(）)】\]〕］]|$"
_TOLD = late_regex(
    r"(?<!\d)(?:(?P<year>(?:19|20)\d{2})\s*年\s*)?(?:(?P<month>\d{1,2})\s*月\s*)?"
    r"(?P<day>\d{1,2})\s*日"
    rf"(?=[\s　]*(?:[，,\s]*[\u4e00-\u9fff]{{2,12}}?(?:第?[A-Z]?\d{{1,3}}版)?)?(?:{_SENT}))"
)
# How long before an article, at most, the dateline without a year lies that it was printed with.
_LONGEST = 60
_LATER = 2


class UnclearDayError(Exception):
    """The dateline tells a day that cannot be that of an article with the given date."""


def day_of_dateline(opening: str, published: date) -> date | None:
    """The day that the ``opening`` of a text tells, ``published`` being the date of the article;
    None if it tells none.

    A day without a year or month is the nearest to ``published``. Raises `UnclearDayError` if
    that is more than two months before it, or any day lies after it: one of them is wrong.
    """
    told = list(_TOLD.finditer(opening))
    if not told:
        return None
    found = told[-1]
    year, month, day = (int(found[part] or 0) for part in ("year", "month", "day"))
    if year and month:
        days = [_date(year, month, day) or published]
    else:
        near = (published + timedelta(away) for away in range(-_LONGEST, _LATER + 1))
        days = [one for one in near if one.day == day and (not month or one.month == month)]
    nearest = min(days, key=lambda one: abs((one - published).days), default=None)
    if nearest is None or (nearest - published).days > _LATER:
        raise UnclearDayError
    return nearest


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
