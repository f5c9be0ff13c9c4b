"""A number that English takes for one of something else: places in a ranking for people, units of
current for degrees, the week that something is compared with for the week in which it was."""

from __future__ import annotations

from collections.abc import Iterator

from generator.figures.english_figure import Stated
from generator.figures.figure import Figure
from generator.figures.problem import FigureProblem
from generator.patterns import late_regex

_MOVED = late_regex(
    "(?:前进|前移|上升|提升|提高|晋升|跃升|攀升|后移|下滑|下降|后退|倒退|退后|跌落)了?(?:近|约|逾|超)?\\Z"
)
# A number, in digits or in a word, and what follows it.
_NUMBER = r"[0-9A-Za-z.,-]+"
_PEOPLE = late_regex(rf"{_NUMBER}\s(?:people|persons?|men|women)\b")
_CURRENT = late_regex("[用发省耗节供售购]电|电[量费价能]|度电|[绿免]电|免费电")
_DEGREES = late_regex(rf"{_NUMBER}[\s-](?:million\s|billion\s)?degrees?\b")
_CLAUSE = late_regex("[，。；！？,;]")
# A clause is no longer than that.
_CLAUSE_LENGTH = 60
_COMPARED = late_regex(
    "(?:比|较|相比|高于|低于|多于|少于|快于|慢于)(上周|上个?月|上年|去年|上个?季度|前一[周月年])"
)
_PERIODS = late_regex("上周|上个?月|上年|去年|上个?季度|前一[周月年]")
_THAT_PERIOD = late_regex(
    rf"{_NUMBER}(?:%|\s(?:percent|per\scent))?\s(?:last|the\sprevious)\s"
    r"(?:week|month|year|quarter)\b(?!['’]s)"
)


# What counts, and what names one of several by its number: three lines, and Line 3.
_COUNTING = frozenset("条个座家台名项所辆支艘架")
_NAMED = late_regex(r"\b(?:Line|Route|Terminal|Plant|Station|Runway)\s\Z")


def mistaken(
    text: str, english: str, figures: list[Figure], saying: list[list[Stated]]
) -> Iterator[FigureProblem]:
    """Figures whose English counts people, measures warmth or dates what it does not."""
    since = _only_compared(text)
    for figure, said in zip(figures, saying, strict=True):
        wrong = []
        if figure.source.endswith("位") and _MOVED.search(
            text[max(0, figure.start - 8) : figure.start]
        ):
            wrong.append(_PEOPLE)
        if text.startswith("度", figure.end) and _CURRENT.search(_clause(text, figure)):
            wrong.append(_DEGREES)
        if figure.kind == "percent" and since and _COMPARED.search(_before(text, figure)):
            wrong.append(_THAT_PERIOD)
        if figure.kind == "count" and figure.source[-1] in _COUNTING and said:
            places = [_NAMED.search(english[max(0, one.start - 12) : one.start]) for one in said]
            if all(places) and said[0].text[0].isdigit():
                name = places[0].group() if places[0] else ""
                found = f"{name}{said[0].text}"
                yield FigureProblem("changed", figure.source, figure.english, found)
        for pattern in wrong:
            places = [pattern.match(english, one.start) for one in said]
            if places and all(places):
                found = english[said[0].start : places[0].end() if places[0] else said[0].end]
                yield FigureProblem("changed", figure.source, figure.english, found)


def _only_compared(text: str) -> bool:
    """Whether a period is named, and only as what something is compared with."""
    named = len(_PERIODS.findall(text))
    return bool(named) and named == len(_COMPARED.findall(text))


def _before(text: str, figure: Figure) -> str:
    """What stands before the figure in its clause."""
    return _CLAUSE.split(text[max(0, figure.start - _CLAUSE_LENGTH) : figure.start])[-1]


def _clause(text: str, figure: Figure) -> str:
    """The clause of the figure."""
    behind = text[figure.start : figure.start + _CLAUSE_LENGTH]
    return _before(text, figure) + _CLAUSE.split(behind)[0]


_ONE_OF = late_regex(
    "(?<![0-9〇零一二三四五六七八九十百千万亿第每.,])(?:一|1)个?"
    "(?P<unit>小时|钟头|天|周|星期|月|年|分钟|世纪)(?![0-9级度代期次号初底末])"
)
_SAID_OF = late_regex(r"\b(?:one|1)[\s-](?P<unit>minute|hour|day|week|month|year|century)\b")
# What stands in the Chinese where a span may be said by that word, and what says the Chinese one.
_SPOKEN_OF = {
    "minute": "分", "hour": "时钟点", "day": "天日昼夜", "week": "周星礼", "month": "月",
    "year": "年岁载春", "century": "世百",
}  # fmt: skip
_ENGLISH_OF = {
    "小时": ("hour", "minutes"), "钟头": ("hour", "minutes"), "天": ("day", "hours", "overnight"),
    "周": ("week", "days"), "星期": ("week", "days"), "月": ("month", "days", "weeks"),
    "年": ("year", "month", "annual", "decade"), "分钟": ("minute", "seconds"),
    "世纪": ("century", "centuries", "hundred", "100"),
}  # fmt: skip


def another_span(text: str, english: str) -> Iterator[FigureProblem]:
    """一小时 that became "one day", where nothing in the Chinese speaks of days."""
    said = _SAID_OF.search(english)
    found = _ONE_OF.search(text) if said else None
    if not said or not found:
        return
    if any(character in text for character in _SPOKEN_OF[said["unit"]]):
        return
    lowered = english.lower()
    spans = [match["unit"] for match in _ONE_OF.finditer(text)]
    if not any(word in lowered for span in spans for word in _ENGLISH_OF[span]):
        expected = f"one {_ENGLISH_OF[spans[0]][0]}"
        yield FigureProblem("changed", found.group(), expected, said.group())


_RUNNING = late_regex(
    r"(?:\s(?:straight|consecutive|successive))?\s(?P<unit>day|week|month|quarter|year)\b"
)
_LUNAR = late_regex("(?:农历|阴历|旧历)(?:的)?\\Z")
_TOLD_LUNAR = ("lunar", "Lunar", "Chinese calendar", "traditional calendar")
_MONTHS_APART = 2


def other_calendar(
    text: str, english: str, figures: list[Figure], saying: list[list[Stated]]
) -> Iterator[FigureProblem]:
    """Months running that became years, months from one to another that became two, and days of
    the lunar calendar that became days of the solar one."""
    for figure, said in zip(figures, saying, strict=True):
        if not said:
            continue
        if figure.kind == "duration" and all(s.facts[0].kind == "ordinal" for s in said):
            running = _RUNNING.match(english, said[0].end)
            unit = figure.facts[0][0].unit
            if running and unit and unit != f"{running['unit']}s":
                found = f"{said[0].text}{running.group()}"
                yield FigureProblem("changed", figure.source, figure.english, found)
        elif figure.kind == "period" and len(said) == 2 and _is_pair(english, figure, said):
            found = english[said[0].start : said[1].end]
            yield FigureProblem("changed", figure.source, figure.english, found)
    lunar = "历" in text and not any(word in english for word in _TOLD_LUNAR)
    solar = _SOLAR.search(english) if lunar else None
    for figure in figures if solar else ():
        if (
            solar
            and figure.kind == "date"
            and _LUNAR.search(text[max(0, figure.start - 4) : figure.start])
        ):
            yield FigureProblem("changed", figure.source, figure.english, solar.group())


_SOLAR = late_regex(
    r"\b(?:[0-9]{1,2}\s)?(?:January|February|March|April|May|June|July|August|September|October"
    r"|November|December)(?:\s[0-9]{1,2}\b)?"
)


def _is_pair(english: str, figure: Figure, said: list[Stated]) -> bool:
    """Whether "September and November" stands for 9月至11月."""
    months = [fact.value for fact in figure.facts[0] if fact.kind == "month"]
    first, second = sorted(said, key=lambda one: one.start)
    return (
        len(months) == 2
        and months[1] - months[0] >= _MONTHS_APART
        and english[first.end : second.start] == " and "
        and not english[: first.start].rstrip().endswith("etween")
    )
