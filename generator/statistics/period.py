"""The period of a figure, from the words before it in its sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.patterns import late_regex
from generator.statistics.bases import without_bases
from generator.statistics.events import FOUNDED, is_event_of_month
from generator.statistics.moments import Moment, moments
from generator.statistics.parts import FIRST_MONTHS, PART, months_of_part, span_of, year_of_part
from generator.statistics.quarters import FIRST_PART, QUARTER
from generator.statistics.spans import Period

_YEAR = late_regex(
    r"(?P<digits>(?<![0-9])(?:19|20)[0-9]{2})年(?!代|[底末初])"
    r"|(?P<this>今年|本年度?)(?![底末初])|(?P<last>去年)(?!同期|[底末初])"
)
# Seasons of two years, unless both are named (2025—2026年雪季).
_SEASON = (
    r"(?<!  )(?:冰雪|(?<!冰)雪|供暖|采暖|供热|[榨糖])季|(?<![一二三四五六七八九十])学年(?!制)|财年"
    r"|(?:财政|会计|财务)年度|(?<![0-9])(?:19|20)[0-9]{2}年?\s?[-—–~～至到/／]{1,2}\s?(?:20)?[0-9]{2}(?:年度)?"
    r"(?:[雪赛榨糖]季|[\u4e00-\u9fff]{2}季|财年|学年)"
)
# Other expressions of time, which are not interpreted: the period is then unknown.
_OTHER = late_regex(
    r"近[一二两三四五六七八九十0-9]+年|[前次翌明后]年|第[二三四五]年"
    r"|(?:19|20)[0-9]{2}年?\s?[-—–~～至到]{1,2}\s?(?:19|20)[0-9]{2}年|十[一二三四]五|同期相比|以来|开始"
    rf"|{_SEASON}"
    # Since a time, not 自贡, 自治州, 来自, 从业, 从市统计局获悉, 从行业看.
    r"|(?<![来各独亲擅])自(?![贡治贸然主动行来由有身我己觉愿立用营助费筹驾媒])"
    r"|(?<![服听遵跟盲随])从(?!业|化|事|而|严|[^，0-9年月日]{2,30}?(?:获悉|了解到|[得获]知|看|说))"
    # 前三个月 is January to March, but not in 此前三个月; 前一个月 is the month before.
    r"|[此之以提目]前(?:1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九两])个?月|前[1一]个?月"
)
# When and where the news was told, which is no period: 记者10月27日从市统计局获悉，
_TOLD = late_regex(
    r"\A[^，。；]{0,40}(?:，[^，。；]{0,40})?"
    r"(?:获悉|了解到|[得获]知|公布|发布|通报|介绍|透露|显示|消息|报道|发布会|通气会|会上|称|说)了?[，：:]"
)
_TOLD_ON = late_regex(
    r"[0-9]{1,2}月[0-9]{1,2}日|(?<![0-9])[0-9]{1,2}日|从[^，]*(?:获悉|了解到|[得获]知)"
)


# The day and place of a report: 新华社大连10月20日电, 本报10月20日讯（记者 李强）.
_DATELINE = late_regex(
    r"\A\s*[^，。；0-9]{0,24}?(?:(?:20[0-9]{2}年)?[0-9]{1,2}月)?[0-9]{1,2}日(?:专?电(?![力量费网价])|快?讯|消息)"
    r"[\s　]*(?:[（(][^（）()]{0,40}[）)])?[\s　，：:]*"
)
_SPEAKS = late_regex(
    r"(?<![0-9])(?:19|20)[0-9]{2}年|[今去前明次翌本当上]年(?![产轻人])|本年度|全年|半年|季度|(?<![0-9])[0-9]{1,2}月|[前首头][0-9一二两三四五六七八九十]{1,2}个?月"
    r"|[前首][两二三23]?季|第[一二三四1-4]季|[一二三四五六七八九十]月份?|[0-9]日|目前|截[至止]|如今|现在|当前|近年|近日|日前|昨[天日]|今[天日]|以来|期[末间]"
    r"|年[末底初前]|月末|[本上]个?月|本季度|开年|过去|未来|此[前后]|世纪|年代|[当那]时|当初|[起最]初|曾|原[来先]|十[一二三四五]五|累计|[0-9一二两三四五六七八九十]年(?:以?来|间)|近[一二两三四五六七八九十0-9]+年"
    rf"|{_SEASON}"
)
# Words of a time after the year that was named.
_NOW = late_regex(
    r"目前|如今|现在|现已|至今|当前|[一二两三四五六七八九十多数几0-9]年前|上个?世纪|当[时初]|那时"
)
# 每年3月, 同年9月, 集中在7—8月, 4月龄
_ANY_YEAR = late_regex(
    r"[每历往常同当那上]年|集中[在于]|一般|通常|往往|月(?:龄|均|平均(?!每)|交货)"
)
_DAY = late_regex(r"[0-9]{1,2}日")
_AT_PRESENT = late_regex(r"目前|如今|现在|现已|至今|当前")
# A clause that begins with a time of its own: 其中10月份, 而去年全年.
_OWN = late_regex(
    r"(?<=[，；：])(?:而|则|到|至|其中[，：]?|[^，。；0-9]{0,12}?(?:市|县|区|州|旗))?"
    r"(?P<time>(?:(?:19|20)[0-9]{2}年|今年|去年)(?![^，。；0-9]{0,10}的)"
    r"|(?:截[至止]到?)?(?<![0-9])(?:1[0-2]|0?[1-9])月(?!龄|均)|[上下]半年|全年"
    rf"|{FIRST_PART}|{QUARTER}"
    r"|年[末底]|截[至止]|目前|1[0-9]?[至到—-][0-9]{1,2}月|[“「]?十[一二三四五六]五)"
)
# A quantity, after which another time is of another figure.
_QUANTITY = late_regex(
    r"[0-9]\s?[万亿千百]*\s?(?:元|美元|吨|人|标箱|[个家户项件条座辆台套张所亩起次例列艘处班头]|公里|[千兆]瓦|平方|立方|公顷|倍|成|[%％])"
)
_BEGINS_EVENT = late_regex(rf"[^，。；]{{0,14}}?{FOUNDED}")


def speaks_of_time(text: str) -> bool:
    """Whether any time is told in ``text`` (see `without_bases`)."""
    return bool(_SPEAKS.search(_without_telling(text)))


def _without_telling(text: str) -> str:
    dated = _DATELINE.match(text)
    text = text[dated.end() :] if dated else text
    told = _TOLD.match(text)
    return text[told.end() :] if told and _TOLD_ON.search(told[0]) else text


def period(
    before: str, article_year: int, article_month: int = 0, *, loose: bool = False
) -> Period:
    """The period of a figure, from the words ``before`` it in its sentence.

    ``article_year`` is the meaning of 今年. A year alone is the whole year if it is before
    ``article_year``. Months without a year are in the article's year if they had passed by
    ``article_month`` (1 to 12, or 0 if unknown). The period is unknown if the words name several
    years or periods, or other times, unless the last clause begins with one of its own. ``loose``
    as in `single_period`.
    """
    found = single_period(before, article_year, article_month, loose=loose)
    own = None if found.is_told else _own_time(before)
    if own is None:
        return found
    said, earlier = own
    told = single_period(said, article_year, article_month, loose=loose)
    if not told.year and not loose and earlier:
        of = single_period(earlier, article_year, article_month).year
        told = single_period(f"{of}年{said}", article_year, article_month) if of else told
    return told if told.year else found


def _own_time(before: str) -> tuple[str, str] | None:
    """The words from the last clause on that begins with a time of its own, and those before it if
    they tell another figure; None if there is none."""
    plain = _without_telling(without_bases(before))
    for match in reversed(list(_OWN.finditer(plain))):
        said, earlier = plain[match.start("time") :], plain[: match.start()]
        of_year = match["time"][-1] == "年" and "，" not in said.rstrip("：:")
        if (of_year or _QUANTITY.search(earlier)) and not _BEGINS_EVENT.match(said):
            return said, "" if of_year else earlier
        return None
    return None


def single_period(
    before: str, article_year: int, article_month: int, *, loose: bool = False
) -> Period:
    """The same, where all of the words must agree.

    If ``loose``, a single month or quarter without a year (10月份, 三季度) is the last one before
    the article: for text that is not about another year.
    """
    before = _without_telling(without_bases(before))
    found = moments(before, article_year, article_month)
    if not found:
        return _plain_period(before, article_year, article_month, loose=loose)
    rest = before
    for one in found:
        rest = f"{rest[: one.start]}{' ' * (one.end - one.start)}{rest[one.end :]}"
    plain = _plain_period(rest, article_year, article_month, loose=loose)
    if _later_part(rest, found[-1].end):
        # 截至目前，今年前9个月…
        agreed = all(one.period.year in (0, plain.year) for one in found)
        return plain if agreed else Period()
    if not plain.year and _names_time(rest):
        return Period()
    if plain.year and found[-1].inferred:
        found = moments(before, article_year, article_month, plain.year)
    return _of_moments(before, found, plain, loose=loose)


def _of_moments(before: str, found: Sequence[Moment], plain: Period, *, loose: bool) -> Period:
    """The period by the times ``found``, where the other words tell the time ``plain``."""
    last = found[-1]
    if last.inferred and not plain.year and not (loose and not _ANY_YEAR.search(before)):
        return Period()
    years = {one.period.year for one in found} | ({plain.year} if plain.year else set())
    if len(years) > 1:
        return Period()
    if len({one.period for one in found}) == 1 and not plain.is_told:
        return last.period
    # Of two times, the one right before the figure is its own.
    after = before[last.end :].removeprefix("，").rstrip("：:")
    begins = before[: last.start].endswith(("，", "；", "：", "其中"))
    if plain.months == "01/12" and not plain.span:
        return last.period
    if begins and "，" not in after:
        return last.period
    return Period(years.pop())


def _names_time(text: str) -> bool:
    return any(one.search(text) for one in (_YEAR, FIRST_MONTHS, PART, _OTHER))


def _later_part(text: str, at: int) -> bool:
    """Whether ``text`` names a part of a year after ``at``."""
    return bool(FIRST_MONTHS.search(text, at) or PART.search(text, at))


def _plain_period(before: str, article_year: int, article_month: int, *, loose: bool) -> Period:
    """The period by years and their parts alone."""
    if _OTHER.search(before):
        return Period()
    dated = list(_YEAR.finditer(before))
    years = {_year(match, article_year) for match in dated}
    named = list(FIRST_MONTHS.finditer(before))
    spans = {span_of(match) for match in named}
    parts = list(PART.finditer(FIRST_MONTHS.sub(lambda one: " " * len(one[0]), before)))
    if len(years) > 1 or (years - {article_year} and _is_later(before, dated[0], named, parts)):
        return Period()
    now = _NOW.search(before, dated[-1].end()) if dated else None
    if now and (years != {article_year} or not _AT_PRESENT.match(now[0])):
        return Period()
    months = max(spans, default="")
    # Other months, or a month or another time after them, make them uncertain.
    last = named[-1].end() if named else 0
    vague = len(spans) > 1 or any(one.start() >= last for one in parts)
    if vague or now:
        spans.clear()
    if not months and not now and _is_of_part(before, parts, dated):
        spans = {months_of_part(one, article_month) for one in parts}
    part = "".join(spans) if len(spans) == 1 else ""
    if not years:
        loose = loose and not _ANY_YEAR.search(before)
        told = {year_of_part(one, article_year, article_month) for one in parts}
        if months:
            passed = months != "01/12" and int(months[3:]) <= article_month
            certain = passed and (loose or not vague)
            return Period(article_year, part) if certain else Period()
        if not loose or len(told) != 1:
            return Period()
        of = told.pop()
        return Period(of, part) if of else Period()
    year = years.pop()
    whole = not months and not parts and year < article_year
    return Period(year, "01/12" if whole and not re.search(r"[0-9]月", before) else part)


def _is_of_part(
    before: str, parts: Sequence[re.Match[str]], dated: Sequence[re.Match[str]]
) -> bool:
    """Whether a figure after ``before`` is of the part of a year that is named there: not in
    10月…，今年累计, and not after an event of that month."""
    if not parts or is_event_of_month(before):
        return False
    last = parts[-1].end()
    return not (dated and dated[-1].start() >= last) and "累计" not in before[last:]


def _is_later(before: str, year: re.Match[str], *spans: Sequence[re.Match[str]]) -> bool:
    """Whether a ``year`` is told after months of another: 1—10月增长9%，去年全年增长8%."""
    earlier = [one.end() for of in spans for one in of if one.end() <= year.start()]
    ends = [end for end in earlier if not _DAY.match(before, end)]
    return any("，" in before[end : year.start()].removeprefix("，") for end in ends)


def months_of(before: str) -> str:
    """The months that ``before`` names without a year (全年, 上半年); empty if none or several."""
    plain = _without_telling(without_bases(before))
    if _YEAR.search(plain) or _OTHER.search(plain):
        return ""
    named = list(FIRST_MONTHS.finditer(plain))
    if named and PART.search(plain, named[-1].end()):
        return ""
    spans = {span_of(match) for match in named}
    return spans.pop() if len(spans) == 1 else ""


def _year(match: re.Match[str], article_year: int) -> int:
    if match["digits"]:
        return int(match["digits"])
    return article_year if match["this"] else article_year - 1
