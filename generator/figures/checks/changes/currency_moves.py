"""Currencies that gain or lose against others, the other way round: 人民币对美元跌破7.3 that became
"the yuan strengthened past 7.3 to the dollar".
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from generator.figures.checks.needing import needing
from generator.figures.matching.comparison import Comparison
from generator.figures.shared.currencies import in_chinese, in_english, may_be
from generator.figures.shared.problem import FigureProblem
from generator.patterns import late_regex

_AGAINST = late_regex("[\u4e00-\u9fff]{0,10}?[对兑]换?")
_UP = late_regex("升(?!级|降)|涨(?!跌|幅)|上调|调升|走强|走高|走升|走俏|反弹|攀升|上行|升值")
_DOWN = late_regex("贬(?!值压力)|跌(?!幅|势)|下调|调降|调贬|走弱|走低|回落|下挫|下行|失守|重挫")
_PRICED = late_regex("[0-9]\\s?[\u4e00-\u9fff]元")
_STOP = late_regex("[。；！？\n]")
# The verbs of a currency that is the subject, with what may be between.
_MOVE = late_regex(
    r"(?:['’]s\s(?:[a-z]+\s){1,3})?(?:\s(?:has|had|have|was|were|is|once|then|briefly|also|further|sharply|slightly|at\sone\spoint|itself|[a-z]+ly)){0,4}\s"
    r"(?:(?P<up>strengthen(?:ed|s|ing)?|r[io]se[sn]?|gain(?:ed|s)?|climb(?:ed|s)?|appreciat(?:ed|es|ing)|firm(?:ed|s)(?!\ssaid)|advanc(?:ed|es)|jump(?:ed|s)|surg(?:ed|es)|rebound(?:ed|s)|ralli(?:ed|es)|stronger|higher)"
    r"|(?P<down>weaken(?:ed|s|ing)?|f[ae]ll(?:en|s)?|slid(?:es)?|slip(?:ped|s)?|drop(?:ped|s)?|depreciat(?:ed|es|ing)|declin(?:ed|es)|los(?:t|es)\s(?:ground|value|[0-9])|eas(?:ed|es)|sank|tumbl(?:ed|es)|plung(?:ed|es)|plummet(?:ed|s)|soften(?:ed|s)|weaker|lower))\b"
)
_OTHER = late_regex(
    r"\b(?:though|although|but|despite|after|before|then|later|earlier|having|recover\w*|revers\w*|expect\w*|forecast\w*|may|might|could|would|if|fear\w*)\b"
)
_PART = late_regex(
    "先|后又|随后|冲高|此前|一度|转|但|虽|预计|有望|或将|可能|如果|若|止|扭|结束|终结|连[涨跌]"
)


@needing(chinese=("兑", "对人民币", "对美", "对欧", "对英镑", "对日", "对港"))
def turned_currency_moves(comparison: Comparison) -> Iterator[FigureProblem]:
    """A currency that gains in the Chinese and loses in the English, or the other way round."""
    text, lower = comparison.text, comparison.lower
    named = in_chinese(text)
    for one, other in pairwise(named):
        if one.code == other.code or not _AGAINST.fullmatch(text, one.end, other.start):
            continue
        stop = _STOP.search(text, other.end)
        rest = text[one.end : stop.start() if stop else len(text)]
        if _PRICED.search(rest) and in_chinese(rest)[-1].code == one.code:
            continue  # 日元对美元从76.40日元跌到76.33日元, of the dollar
        up, down = _UP.search(rest), _DOWN.search(rest)
        if bool(up) == bool(down) or _PART.search(text) or _OTHER.search(lower):
            continue
        own: set[bool] = set()
        found = ""
        for subject in in_english(lower):
            move = _MOVE.match(lower, subject.end)
            if move is None:
                continue
            first, second = may_be(lower, subject, one.code), may_be(lower, subject, other.code)
            if first == second:
                continue
            own.add(bool(move["up"]) == first)
            found = found or comparison.english[subject.start : move.end()]
        if own == {not up}:
            moved = up or down
            yield FigureProblem("changed", moved.group() if moved else "", found=found)
            return
