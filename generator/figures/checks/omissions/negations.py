"""A negation that the English lacks: 不承担采暖任务 that became "is responsible for heating",
无人问津 "just one each", 没有增加 "up from the estimate".

English may negate in hundreds of ways (unpaid, failed to, exempt, day trippers), so only a sentence
without any word that might negate is reported, and only for Chinese that English rarely turns
into a positive statement.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.figures.checks.needing import needing
from generator.figures.matching.comparison import Comparison
from generator.figures.shared.problem import FigureProblem
from generator.patterns import late_regex

_NEGATED = late_regex(
    "(?<![会知])不会(?![儿有])|不承担|不受(?:此|限|影响)|未发生|未造成|尚未(?!可知)|未能|未获|无需|无须|不需要?"
    "|无证(?!明)|未经|不予|未休|未缴|未付|未参|惜售|不含|不过夜|不收|不设|不必(?!说)|不涉|不属于|不参与"
    "|不裁|不构成|不影响|免收|免征|免除|驳回|不包括|不纳入|零事故|零投诉|无人(?:员)?(?:伤亡|受伤)|不存在|不足以"
)
# Words in lower case that negate, or by which English says what a negation says.
NEGATING = late_regex(
    r"n['’]t(?![a-z])|(?<![a-z])(?:not|no|never|none|nor|neither|nobody|nothing|nowhere|without"
    r"|cannot|un(?!it|der|ion|iver|til|ique)[a-z]{3,}|non[a-z-]+"
    r"|(?:fail|lack|refus|reject|avoid|prevent|stop|ceas|exempt|waiv|except|exclud|illegal|halt|suspen"
    r"|cancel|scrap|abolish|forb[ia]d|prohib|overrul|spar(?:ed|es|ing)|impossib|reluct|declin|clos|resist|los[et]"
    r"|wrong|innocen|quash|absen|miss(?:ed|ing)|short|withh|ignor|neglect|skip|remain|wait|await|pend"
    r"|held|hold|keep|kept|maintain|sav(?:e|ing)|escap|drop|remov|lift|difficult|hard|mere|free|cut"
    r"|bar(?:s|red|ring)?(?![a-z])|ban(?:s|ned|ning)?(?![a-z])|leav|den(?:y|ie[sd]|ying|ial))[a-z]*"
    r"|dis(?:miss|allow|qualif|approv|agree|continu|appear|appoint|satisf|regard|obey|prov|count)[a-z]*"
    r"|(?:irre|il(?:legit|licit)|im(?:prop|mun|mature|practic|perm)|in(?:complete|valid|accura|consis"
    r"|elig|suff|adeq|capab|depend|visib|correct|abil|applic))[a-z]*|[a-z]+less|yet|only|rather"
    r"|instead|zero|hardly|barely|rarely|seldom|few|fewer|little|away|unable|beyond|before|left|same"
    r"|below|outside|against|apart|ex-[a-z]+|day[-\s](?:trip|visit)[a-z]*|same[-\s]day|stay[a-z]*|outstanding|ow(?:e|ed|es|ing)"
    r"|(?:turn|rul|vot|shot|threw|thrown|throw|strik|struck)[a-z]*\s(?:[a-z]+\s){0,3}(?:down|out)|to\sbe"
    r"|but\sfor|all\sbut|net\sof|minus|plus|if|less|any|whether|still\sto|on\spaper|far\sfrom|safe|safely|stands?|stood|intact|secure|on\s(?:schedule|track|time)|as\s(?:usual|normal|planned)|persist[a-z]*|even|too|must\snot)(?![a-z])"
)

_OF_SENTENCE = late_regex(
    "(?:(?<![会能得])不会(?![吧儿有是的])|不承担|不受(?:此|限|影响)|未发生|未造成|尚未(?!可知)|未获|无需|无须|未缴|未付|不收|不涉及|不构成|不影响|免收|免征"
    "|不包括|不纳入|不存在)[^，。；！？]{2,}[，。；]"
)
# "No. 1" negates nothing.
NUMBERED = late_regex(r"(?<![a-z])nos?\.?\s?(?=[0-9])")


@needing(chinese=(_NEGATED,))
def lost_negations(comparison: Comparison) -> Iterator[FigureProblem]:
    """A negation of which the English has no trace. Without figures only that of a sentence counts
    whose verb it denies, since terms and remarks are translated freely.
    """
    if not comparison.figures and not _OF_SENTENCE.search(comparison.text):
        return
    yield from _lost(comparison, _NEGATED, NEGATING, "not")


def _lost(
    comparison: Comparison, chinese: re.Pattern[str], english: re.Pattern[str], expected: str = ""
) -> Iterator[FigureProblem]:
    """The first words of the Chinese that match, if nothing in the lower-case English does."""
    found = chinese.search(comparison.text)
    if found and not english.search(NUMBERED.sub("", comparison.lower)):
        yield FigureProblem("missing", found.group(), expected)


_NONE = late_regex(
    r"无人(?:[问报竞受伤]|死亡|遇难|生还|应[答征])|(?:没有|无|未造成|未有)人员?(?:受伤|伤亡|死亡|遇难|被困|失联)|无一[人例家](?!外)|零(?:报名|伤亡|投诉|事故|新增|失误|失球)"
    r"|[一][场球分]未[胜进得]|颗粒无收|未尝?一胜"
)
_NONE_ENGLISH = late_regex(
    r"(?i:\b(?:no|nobody|none|not|never|nothing|zero|nil|without|neither|nor|nought|free|fail\w*|yet|lack\w*"
    r"|un[a-z]+|[a-z]+less|cannot|avoid\w*|escap\w*|clean|everyone|all|0)\b|n['’]t\b)"
)


@needing(chinese=(_NONE,))
def lost_none(comparison: Comparison) -> Iterator[FigureProblem]:
    """无人问津 that became "just one each", 一场未胜 "won one"."""
    yield from _lost(comparison, _NONE, _NONE_ENGLISH)


_NO_CHANGE = late_regex(
    r"(?:(?<!还)(?<!不仅)(?<!不但)(?<!非但)没有|未有?|并未|并无)(?:明显|显著|出现|作|做|发生)?(?:增加|增长|上涨|上升|提高|上调|下降|减少|下调|涨价|降价)"
)
_DENIED = late_regex(
    r"(?i:\b(?:no|not|none|never|nor|neither|nothing|without|unchanged|same|flat|level|steady|constant|stable|kept|ke[pe]p?s?|held|hold\w*"
    r"|maintain\w*|remain\w*|stay\w*|still|yet|un[a-z]+|any|fail\w*|cannot|freez\w*|frozen?|stuck|within|as\s[a-z]+\sas)\b|n['’]t\b)"
)


@needing(chinese=(_NO_CHANGE,))
def lost_no_change(comparison: Comparison) -> Iterator[FigureProblem]:
    """较概算没有增加 that became "up from the estimate"."""
    yield from _lost(comparison, _NO_CHANGE, _DENIED)
