"""Reads halves and quarters of years, spans of months, centuries and five-year plans in Chinese
text.
"""

from __future__ import annotations

import re
from fractions import Fraction

from generator.figures.chinese.dates_common import (
    NUM,
    TO,
    YEAR,
    figure,
    months_in_all,
    number,
    span,
    year_fact,
    year_of,
)
from generator.figures.chinese.units import MEASURE_WORD
from generator.figures.shared.figure import Fact, Figure
from generator.figures.shared.numeral import english_cardinal, english_ordinal
from generator.patterns import late_regex

_NUMERALS = frozenset("0123456789〇零一二两三四五六七八九十百千万亿")

_HALF = late_regex(rf"(?:(?P<y>{YEAR})年)?(?P<h>[上下])半(?:财|学)?年(?!度考|级)")
_QUARTER = late_regex(
    rf"(?:(?P<y>{YEAR})年)?(?:(?:第?(?P<q>[一二三四1-4])季(?:度(?!假)|(?=[末底](?![尾集季])))|(?P<head>首)季(?:度|(?!节|度)))|[前头首](?P<n>[两二三23])个?季(?:度|(?![节剧后]))"
    r"|第(?P<nth>[一二三四1-4])季(?![度节剧])"
    rf"|第?(?P<a>[一二三1-3])(?:{TO}|、第?)(?P<b>[二三四2-4])季度)"
)
# 第3季营收: a quarter, as Taiwan and Hong Kong write it; 综艺第3季 is a season.
_RESULTS = late_regex(
    "营收|财[报测]|获利|净利|毛利|盈余|盈利|法人|出货|[季年]增|[季年]减|载客率|转盈|转亏|GDP|经济|合并"
    "|业绩|销售|零售|通胀|失业|出口|进口|投资|产能|订单|库存|报价|指数|生产总值|房价|租金"
)
_SEASON = late_regex(
    "综艺|剧|节目|开播|播出|嘉宾|动[漫画]|番|联[盟赛]|赛[季事]|球[员队迷]|出赛|更新|加盟|效力|新秀|打满|上场|收官|口碑|评分|真人秀|影[集视]|片|选秀|导演|主演|网飞|Netflix"
)


def _is_of_a_firm(text: str, match: re.Match[str]) -> bool:
    """Whether 第3季 is a quarter of a year: what has results by quarters is named, no show."""
    around = max(0, match.start() - 24), match.end() + 24
    return bool(_RESULTS.search(text, *around)) and not _SEASON.search(text)


# 一季度一交: each quarter
_EACH = late_regex("一[交付次结缴收评检换清查发报]")
_FIRST_MONTHS = late_regex(
    rf"(?:(?P<y>{YEAR})年)?[前头首](?:(?P<n>{NUM}|两)个月|(?P<m>[0-9]{{1,2}}|[两三四五六七八九十])月(?![份亮色光]))"
)
_CENTURY = late_regex(
    rf"(?<![上本这下])(?<!(?<!元)前)(?P<c>{NUM})世纪|(?P<this>上个?|本)世纪(?=[初末]|中叶|以来|[前后上下]半)"
)
_PLAN = late_regex(
    r"(?:(?P<open>[“\"「『‘'\'])\s?)?(?P<n>十[一二三四五六七八九]?|[一二三四六七八九])五"
    r"(?:\s?(?P<close>[”\"」』’'\']))?\s?(?P<tail>规划|计划|时期|期间)?"
)
# 十四五 alone is a plan, but not 十四五个.
_LARGER = tuple("十百千万亿")


_ABOUT = {
    1: ("mid-year", "first half", "by the middle of"),
    2: ("later this year", "second half", "rest of the year", "latter half", "end of the year"),
}


def read_half_year(text: str, at: int) -> Figure | None:
    """``上半年``, ``2024年下半年``."""
    match = _HALF.match(text, at)
    if not match:
        return None
    y, h = year_of(match["y"]), 1 if match["h"] == "上" else 2
    word = ("first", "second")[h - 1]
    months = ((1, 6), (7, 12))[h - 1]
    ways: list[tuple[Fact, ...]] = [
        (span(*months),),
        tuple(Fact("month", Fraction(m)) for m in months),
        (Fact("label", text=f"{word} six months"),),
        (Fact("label", text=f"in the {word} six"),),
    ]
    if h == 1:
        until = (Fact("label", text="months to"), Fact("label", text="months through"))
        half = Fact("number", Fraction(6), "months")
        ways += [(half, label, Fact("month", Fraction(6))) for label in until]
        ways += months_in_all(6, -1)
        ways += [(Fact("label", text=label),) for label in ("half-year", "half-yearly", "interim")]
    ways += _bounds(text, match.end(), *months)
    ways += [(Fact("label", text=label),) for label in _ABOUT[h]]
    if y > 0:
        ways.append((Fact("label", text=f"{('early', 'late')[h - 1]} {y}"),))
    of = f"of {y}" if y > 0 else "of the year"
    value = f"{y}-H{h}" if y > 0 else f"H{h}"
    ways = [(*way, *year_fact(y)) for way in ways]
    return figure(match, f"the {word} half {of}", value, "half-year", *ways, kind="period")


def read_quarter(text: str, at: int) -> Figure | None:
    """``四季度``, ``前三季度``, ``一至三季度``."""
    match = _QUARTER.match(text, at)
    if not match or (match["q"] == "一" and _EACH.match(text, match.end())):
        return None
    if match["nth"] and not (match["y"] or _is_of_a_firm(text, match)):
        return None
    if match["nth"] and match["y"] and _SEASON.search(text, max(0, at - 24), match.end() + 24):
        return None  # 2024年第三季开播
    if match["n"] and not match.group().endswith("度") and _SEASON.search(text):
        return None  # 加盟首三季
    y = year_of(match["y"])
    of = f" of {y}" if y > 0 else ""
    prefix = f"{y}-" if y > 0 else ""
    n = number(match["n"]) if match["n"] else -1
    if n > 0:
        words = english_cardinal(n)
        ways = [(span(1, 3 * n), *year_fact(y))]
        ways += [(Fact("month", Fraction(1)), Fact("month", Fraction(3 * n)), *year_fact(y))]
        ways += [_quarters_in_all(n, label, y) for label in ("in", "over", "in the", "over the")]
        ways += months_in_all(3 * n, y)
        ways += [(*way, *year_fact(y)) for way in _bounds(text, match.end(), 1, 3 * n)]
        value = f"{prefix}Q1/{prefix}Q{n}"
        english = f"the first {words} quarters{of}"
        return figure(match, english, value, "quarter", *ways, kind="period")
    a = 1 if match["head"] else number(match["q"] or match["nth"] or match["a"])
    b = number(match["b"])
    ways = [(span(3 * a - 2, 3 * a), *year_fact(y))]
    if b == -1:
        months = tuple(Fact("month", Fraction(m)) for m in (3 * a - 2, 3 * a))
        ways.append((*months, *year_fact(y)))
        bounds = _bounds(text, match.end(), 3 * a - 2, 3 * a)
        ways += [(*way, *year_fact(y)) for way in bounds]
        if a == 1 and _STARTED.match(text, match.end()):
            ways += [(Fact("label", text=phrase),) for phrase in _START]
        english = f"the {english_ordinal(a)} quarter{of}"
        return figure(match, english, f"{prefix}Q{a}", "quarter", *ways, kind="period")
    if b <= a:
        return None
    ways = [(span(3 * a - 2, 3 * b), *year_fact(y))]
    ways.append((_quarter_fact(a), _quarter_fact(b), *year_fact(y)))
    each = tuple(span(3 * q - 2, 3 * q) for q in (a, b))
    ways.append((*each, *year_fact(y)))
    english = f"the {english_ordinal(a)} to {english_ordinal(b)} quarters{of}"
    value = f"{prefix}Q{a}/{prefix}Q{b}"
    return figure(match, english, value, "quarter", *ways, kind="period")


# 首季开门红: also "a strong start to the year".
_STARTED = late_regex("[^，。；]{0,6}(?:开门红|开局|开好局|起好步|起步)")
_START = ("start to the year", "start of the year", "beginning to the year", "start to 20")


def _bounds(text: str, end: int, first: int, last: int) -> list[tuple[Fact, ...]]:
    """The English for the beginning or end of a period: 上半年末 is "the end of June", 二季度以来
    "since April".
    """
    if text.startswith(("末", "底"), end):
        return [(Fact("month", Fraction(last)),)]
    if text.startswith(("以来", "起", "初", "开始"), end):
        return [(Fact("month", Fraction(first)),)]
    return []


def _quarters_in_all(n: int, label: str, y: int) -> tuple[Fact, ...]:
    """前三季度 is also "in three quarters"."""
    fact = Fact("label", text=f"{label} {english_cardinal(n)} quarters")
    return (Fact("number", Fraction(n), "quarters"), fact, *year_fact(y))


def _quarter_fact(q: int) -> Fact:
    return Fact("ordinal", Fraction(q))


# 入狱前三个月: the three months before it, not of the year.
_EVENT = late_regex(
    "(?:入狱|出狱|入伍|选举|大选|怀孕|投票|开演|首映|开赛|出生|去世|离世|逝世|退休|结婚|离婚|婚|开业|开幕|上市|毕业|高考|中考|考试|比赛|大赛|出发|离职|入职|分娩|预产"
    "|投产|通车|手术|到期|开学|春节|国庆|病发|发病|案发|事发|事故|搬家|开工|竣工|交房|倒闭|破产|拆迁|落成|登台|上任|卸任|手术|赛)\\Z"
)


def read_first_months(text: str, at: int) -> Figure | None:
    """``前8个月``."""
    match = _FIRST_MONTHS.match(text, at)
    if at and (text[at - 1] in "提之以目日此先事生" or _EVENT.search(text, max(0, at - 4), at)):
        return None
    n = number(match["n"] or match["m"]) if match else -1
    if not match or not 2 <= n <= 12:
        return None
    y = year_of(match["y"])
    ways = [(span(1, n), *year_fact(y))]
    ways += [(Fact("month", Fraction(1)), Fact("month", Fraction(n)), *year_fact(y))]
    ways += months_in_all(n, y)
    month = (Fact("month", Fraction(n)), *year_fact(y))
    ways += [(Fact("label", text=end), *month) for end in ("the end of", "end-", "by late")]
    during = Fact("number", Fraction(n), "months")
    if y < 0:  # or the months before
        ways += [(during, Fact("label", text=word)) for word in ("previous", "preceding", "prior")]
    of = f" of {y}" if y > 0 else ""
    iso = f"{y}-" if y > 0 else "--"
    english = f"the first {english_cardinal(n)} months{of}"
    return figure(match, english, f"{iso}01/{iso}{n:02}", "month", *ways, kind="period")


def read_century(text: str, at: int) -> Figure | None:
    """``21世纪``."""
    match = _CENTURY.match(text, at)
    if match and match["this"]:
        n = 21 if match["this"] == "本" else 20
        names = (f"{english_ordinal(n)} century", "the century", "last century", "this century")
        alternatives = [(Fact("label", text=name),) for name in names]
        english = f"the {names[0]}"
        nth = (Fact("ordinal", Fraction(n)),)
        ways = (nth, *alternatives)
        return figure(match, english, str(n), "century", *ways, kind="period", optional=True)
    n = number(match["c"]) if match else -1
    if not match or n < 1:
        return None
    facts = (Fact("ordinal", Fraction(n)),)
    if text.endswith(("公元前", "纪元前"), 0, at):
        before = f"the {english_ordinal(n)} century BC"
        return figure(match, before, f"-{n}", "century", facts, kind="period")
    return figure(
        match, f"the {english_ordinal(n)} century", str(n), "century", facts, kind="period"
    )


def read_plan(text: str, at: int) -> Figure | None:
    """``“十四五”规划``; since the sixth plan, the n-th begins in 1951 + 5n."""
    match = _PLAN.match(text, at)
    if not match or bool(match["open"]) != bool(match["close"]):
        return None
    if not match["open"] and not match["tail"]:
        bare = len(match["n"]) == 2 and not (at and text[at - 1] in _NUMERALS)
        after = match.end()
        if not bare or text.startswith(_LARGER, after) or MEASURE_WORD.match(text, after):
            return None
    if not match["open"] and len(match["n"]) == 1:
        return None
    n = number(match["n"])
    period = " period" if match["tail"] in ("时期", "期间") else ""
    facts = (Fact("ordinal", Fraction(n)),)
    years = (Fact("year", Fraction(1951 + 5 * n)), Fact("year", Fraction(1955 + 5 * n)))
    since: list[tuple[Fact, ...]] = []
    if text.startswith(("以来", "开局"), match.end()):
        since = [(years[0], Fact("label", text="since"))]
    return figure(
        match, f"the {english_ordinal(n)} Five-Year Plan{period}", str(n), "five-year plan",
        facts, (*facts, Fact("number", Fraction(5), "years")), years, *since, kind="plan",
    )  # fmt: skip
