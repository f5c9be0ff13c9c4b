"""The time of a figure whose own sentence says none: that of the clause, sentence, heading or
headline before it."""

from __future__ import annotations

from collections.abc import Sequence

from generator.markup.nodes import block_name, plain_text
from generator.patterns import late_regex
from generator.statistics.bases import begins_with_then, without_bases
from generator.statistics.events import is_event
from generator.statistics.moments import END_OF_ITS_YEAR
from generator.statistics.period import single_period, speaks_of_time
from generator.statistics.places import Place
from generator.statistics.rows import SENTENCE
from generator.statistics.sections import Sections
from generator.statistics.spans import Period
from generator.statistics.this_month import says_this_month, this_month

_PROSE = frozenset({"p", "ul", "ol", "blockquote", "dl"})
# Amounts of all the time until now, which no period of a sentence before explains.
_OF_ALL_TIME = late_regex(r"累计|历年|至今|存量|总投资|每年|年均|年产|达产")

_YEARS = late_regex(r"(?<![0-9])((?:19|20)[0-9]{2}|[今去前])年")
# 2023年预算执行情况和2024年预算草案
_TWO_YEARS = late_regex(
    r"(?<![0-9])((?:19|20)[0-9]{2})年[^，。；0-9]{0,16}(?:和|与|及|暨|、)(?!\1)(?:19|20)[0-9]{2}年(?!同期|相比)"
)
_WITHIN = late_regex(r"(?:其中|分(?:产业|行业|县区?|领域|季度)看)")
_FLOW = late_regex(
    r"(?:产值|营收|收入|产量|销量|销售额?|[成交]易?额|[进出]口额?|税收|利润|增加值|发电量|吞吐量|人次)"
    r"(?:为|达到?|约|完成|实现|突破|超过?|近|\s){0,3}\Z"
)
_STOCK = late_regex(r"人口|余额|存[栏款量]|保有量|库存|里程|总数|实有|在册")


class Course:
    """The times that an article tells from its headline through its ``blocks``.

    ``year`` and ``month`` are those of the article.
    """

    def __init__(self, blocks: Sequence[str], headline: str, year: int, month: int) -> None:
        self._blocks, self.year, self.month = blocks, year, month
        self._title = headline
        self._this_month: dict[bool, tuple[tuple[int, int], bool]] = {}
        self._headline = self._told(headline)
        self.sections = Sections(blocks, headline, year)
        # The times of the blocks read so far, as `_told` has them.
        self._read: list[list[Period | None]] = []

    def time_of(self, place: Place, *, of_period: bool) -> Period:
        """The time told before the sentence of ``place``, which tells none; unknown if the nearest
        time told is not certain.

        Only for figures that are statistics of a period (``of_period``) does it reach over a full
        stop, but over a semicolon or before 其中 for all; for what is produced or sold in a period
        it stays in the paragraph.
        """
        before = place.sentence[: place.start]
        of_all = _OF_ALL_TIME.search(before)
        if of_all and (of_all[0] != "累计" or place.row >= 0):
            return Period()
        ended = max(place.until.rfind(mark) for mark in "。！？\n") + 1
        if place.row < 0:
            found = self._told(place.until[ended:])
            if found == Period() and self.is_of_year(place):
                found = self._told(place.until[ended:], loose=True)
            if of_all:  # 前8个月…；累计完成58亿元 is of these months.
                to_date = found is not None and found.months.startswith("01/") and not found.span
                return found if found and to_date else Period()
            near = of_period or bool(_WITHIN.match(place.sentence) or _FLOW.search(before))
            if found is not None or not near:
                return found or Period()
            told = [one for one in self._times(place.until[:ended], place.block) if one is not None]
            told = _of_kind(told, before)
            if told or not of_period:
                return self._recent(max(told)) if told and told[-1] == max(told) else Period()
        elif not of_period:
            return Period()
        found = self._from_above(place.block)
        return found if _of_kind([found], before) else Period()

    def date_for(self, text: str, *, table: bool) -> tuple[int, int]:
        """The year and month by which the times in ``text`` are read: those of the article, or of
        its 本月 if ``text`` says that; the month is 0 if it is not certain which that is."""
        if not says_this_month(text):
            return self.year, self.month
        if table not in self._this_month:
            texts = [plain_text(one) for one in self._blocks if block_name(one) != "table"]
            found = this_month(self._title, texts, self.year, self.month, table=table)
            # 上月 alone may be seen from the day of the article: 前8个月…。上月，一艘货轮靠泊.
            anchored = table or any("本月" in one or "本季" in one for one in texts)
            self._this_month[table] = found, anchored
        (year, month), anchored = self._this_month[table]
        sure = anchored or (year, month) == (self.year, self.month)
        return year, month if sure else 0

    def _from_above(self, block: int) -> Period:
        """The time told by the blocks above ``block`` (from 1), if they tell a single one since the
        nearest heading with a time."""
        self._read_above(block)
        told: set[Period] = set()
        heading = False
        for at in range(block - 2, -1, -1):
            times = [one for one in self._read[at] if one is not None]
            told.update(times)
            heading = bool(times) and block_name(self._blocks[at])[0] == "h"
            if heading:
                break
        if not told:
            return self._headline or Period()
        found = told.pop() if len(told) == 1 else Period()
        return found if heading else self._recent(found)

    def _read_above(self, block: int) -> None:
        while len(self._read) < block - 1:
            self._read.append(self._of_block(len(self._read)))

    def _recent(self, found: Period) -> Period:
        """A period if it is of the article's year or the one before: later sentences of a text that
        looks farther back are of its own time again."""
        return found if found.year >= self.year - 1 else Period()

    def _of_block(self, index: int) -> list[Period | None]:
        block = self._blocks[index]
        name = block_name(block)
        heading = name[:1] == "h" and name[1:].isdigit()
        return self._times(plain_text(block), index + 1) if heading or name in _PROSE else []

    def _times(self, text: str, block: int) -> list[Period | None]:
        """The times of the sentences of ``text``, with which ``block`` begins."""
        told: list[Period | None] = []
        for one in SENTENCE.finditer(text):
            found = self._told(one.group())
            if found == Period() and self._is_of_year(text[: one.start()], block):
                # 10月份，… needs no year, but an event of that month is no time of what follows.
                loose = self._told(one.group(), loose=True)
                found = loose if loose and loose.is_told else found
            told.append(found)
        return told

    def is_of_year(self, place: Place) -> bool:
        """Whether nothing before the sentence of ``place`` is about another year than the
        article's, so that a month there needs no year."""
        return self._is_of_year(place.until, place.block)

    def _is_of_year(self, before: str, block: int) -> bool:
        named = _YEARS.findall(without_bases(before))
        if named:
            return named[-1] in ("今", str(self.year))
        self._read_above(block)
        told = [one for of in self._read[: block - 1] for one in of if one is not None]
        return (told[-1:] or [self._headline or Period()])[0].year in (0, self.year)

    def _told(self, text: str, *, loose: bool = False) -> Period | None:
        """The time that ``text`` tells: None if none, empty if it is not certain; ``loose`` as in
        `single_period`."""
        if begins_with_then(text) or _TWO_YEARS.search(text):
            return Period()
        plain = without_bases(text)
        if not speaks_of_time(END_OF_ITS_YEAR.sub("", plain.replace("全年", ""))):
            return None  # 全年 and 年末 alone do not say which.
        if is_event(plain, known=False):
            return Period()
        found = single_period(plain, *self.date_for(plain, table=False), loose=loose)
        return found if found.year <= self.year else Period()  # A plan, until the next time told.


def _of_kind(told: list[Period], before: str) -> list[Period]:
    """Those of the periods that a figure after ``before`` may have: what there is on a day
    (年末人口) has any, what is made in a period not the end of one."""
    if _STOCK.search(before):
        return told
    return [one for one in told if one.span not in ("end", "now", "day")]


def is_within(sentence: str) -> bool:
    """Whether ``sentence`` is about parts of what is told before it: 其中，一季度增长5%."""
    return bool(_WITHIN.match(sentence))
