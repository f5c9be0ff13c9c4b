"""Negations lost in one sentence of several: 不派发中期股息 that became "will pay a dividend",
未接到伤亡报告 "casualties were reported", 不得转让 "may sell it".

`negations` looks for any negating word in the whole English, which in a paragraph is nearly always
there. Here what the Chinese denies (股息, 伤亡) is looked for in the English: its sentences must
negate, and its clauses must have some word that may.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from generator.figures.checks.needing import needing
from generator.figures.checks.omissions.negations import NEGATING, NUMBERED, lost_negations
from generator.figures.context.clauses import clause_start
from generator.figures.context.glosses import gloss, glosses
from generator.figures.matching.comparison import Comparison
from generator.figures.shared.problem import FigureProblem
from generator.figures.shared.tables import table
from generator.patterns import late_regex
from generator.terms.wording import stem

_DENIES = late_regex(
    "(?<![会知是能可要得])不(?:会(?![儿有意错吧是])|得(?![不已以]|(?:低|少|小|短|[高多大长]|超|晚|迟|早)于|超|逾|[到了])|予(?!以置)|准(?![则确])|再(?=[\u4e00-\u9fff]{2})|保证|承诺|派[发息现]?|分红|分配|进行|向(?=[^，。；]{1,10}[派发收提出供支征])"
    "|裁[员减]|接受|支持|同意|承认|提供|收取|受理|包[括含]|参[加与]|出席|公开|公布|披露|涨价|加价|降价|提价|减薪|降薪|停[产工课诊业牌运]"
    "|开放(?!性)|营业|接待|适用|改变|考虑|打算|计划|存在|达标|符合|满足|认可|赔偿|退[款还票费换]|报销|计入|纳入|属于|构成|允许|设(?![防备想])|征收|征税|上市|出售|转让|追究|起诉"
    "|影响(?!力)|受(?:此|限)?影响|涉及|采用|使用|安排|举[行办]|录取|招[收录]|免费|考[英数语理化试]|供[暖热水电应]|签[署约])"
    "|未(?=(?:予|获|再|被|当庭|按[期时]|如期|及时|接到|收到|发[生现]|造成|出现|达成|通过|支付|[兑派]付|履行|完成|公布|披露|公开|批准|缴纳?|取得|办理|改变|受[伤影]|提及|宣判|回应|启动|开[工放始业]|签[署约]|上[调涨市]|下[调跌降]|取消|参[加与]|参保|参评|交付))"
    "|没有(?=(?:付|支付|兑|涨|上调|下调|参|公布|宣布|披露|批准|发[生现]|造成|出现|异常|受[伤影]|人|改变|影响|达成|取消|获得|收到|计划|必要|证据|伤亡|任何|一))|无需|无须|尚未(?!可知)|暂不|暂未|仍未|并未|均未|从未"
    "|(?<!可)否认|尚待|有待|尚需|并非|并不(?![只仅])|绝不|决不"
)
# Sentences with one of these negate; the wider `NEGATING` may in a clause.
_SURELY = late_regex(
    r"n['’]t(?![a-z])|(?<![a-z])(?:not|no|never|none|nor|neither|nobody|nothing|nowhere|without"
    r"|cannot|un(?!it|der|ion|iver|til|ique)[a-z]{3,}|non-?[a-z_]+"
    r"|(?:fail|lack|refus|reject|avoid|prevent|stop|ceas|exempt|waiv|except|exclud|illegal|halt|suspen"
    r"|cancel|scrap|abolish|forb[ia]d|prohib|overrul|spar(?:ed|es|ing)|impossib|reluct|resist"
    r"|flunk|withdr[ae]w|wait|wrong|innocen|quash|absen|miss(?:ed|es|ing)|withh|ignor|neglect|skip|await|pend(?:ing|s)"
    r"|escap|lift|difficult|bar(?:s|red|ring)?(?![a-z])|ban(?:s|ned|ning)?(?![a-z])|den(?:y|ie[sd]|ying|ial)|shelv|veto|off-limits|oppos|object(?:s|ed|ion)|unlikely|against|longer)[a-z]*"
    r"|declin\w+\sto|dis(?:miss|allow|qualif|approv|agree|appear|satisf|regard|obey|prov)[a-z]*|(?:rul|turn|vot|shot|threw|thrown|throw|strik|struck)[a-z]*\s(?:[a-z]+\s){0,3}(?:down|out)"
    r"|(?:irre|il(?:legit|licit)|im(?:prop|perm)|in(?:complete|valid|elig|suff|adeq|capab|depend|correct|abil))[a-z]*"
    r"|[a-z]{2,}less|yet|only|rather|instead|zero|hardly|barely|scarcely|struggl\w+|beyond|rarely|seldom|few|fewer|little|unable|until|subject\sto|free\s(?:of|from)|still\s(?:needs?|ha[sd]|to|awaits?|requires?)|far\sfrom|short\sof|but\sfor|outstanding|overdue|unless|ahead\sof|all\sbut|below|sub-?standard|defective)(?![a-z])"
)
_CLAUSE = late_regex("[，。；：！？,;!?\n]")
_SHORT = "mr mrs dr co inc ltd corp jan feb aug sept oct nov dec u.s u.k p.m a.m"
SENTENCE = late_regex(
    "".join(rf"(?<!\b{re.escape(word)})" for word in _SHORT.split()) + r"[.;!?](?=\s|\Z)"
)
_PART = late_regex(r"[,:](?=\s)|\s(?:and|but|while|although|though|so|because)\s")
_WORD = late_regex("[a-z]{3,}")
_LONGEST, _SHORTEST = 4, 2
# Shorter texts are headings and terms.
_SENTENCE_LENGTH = 8


stem_of = cache(stem)


@cache
def _also() -> dict[str, frozenset[str]]:
    """More English for what news denies (``data/denied.tsv``), as stems."""
    rows = (line.split("\t") for line in table("denied.tsv").splitlines()[1:])
    return {word: frozenset(stem(one) for one in said.split()) for word, said in rows}


def stems_of(denied: str) -> frozenset[str]:
    """The stems of the English of all words in the Chinese that a negation applies to."""
    known, also = glosses(), _also()
    found: set[str] = set()
    for at in range(len(denied)):
        for length in range(_SHORTEST, _LONGEST + 1):
            word = denied[at : at + length]
            if word in known:
                found |= gloss(word)
            found |= also.get(word, frozenset())
    return frozenset(one for one in found if len(one) > _SHORTEST) - _COMMON


# Stems that say nothing about what is denied.
_COMMON = frozenset(
    "the and for with from into over under that this have has been will would can may are was were"
    " day year month make take get give put set use new all one two per each out off its his her"
    " their more most".split()
)


@needing(chinese=(_DENIES,))
def lost_denials(comparison: Comparison) -> Iterator[FigureProblem]:
    """What the Chinese denies, told in sentences of the English that deny nothing."""
    text = comparison.text
    if (len(text) < _SENTENCE_LENGTH and "。" not in text) or any(lost_negations(comparison)):
        return
    if _THE_OTHERS.search(comparison.lower):
        return  # "eight are waiting; work has begun on all the others"
    for found in _DENIES.finditer(text):
        stop = _CLAUSE.search(text, found.end())
        end = stop.start() if stop else len(text)
        denied = text[found.start() + 1 : end]
        start = clause_start(text, found.start(), "，。；：！？,;")
        if any(start <= one.start < end for one in comparison.missing):
            continue  # 50批次中三批次不合格: "47 passed"
        if (
            not _TWICE.search(denied)
            and not _OF_NOUN.search(denied)
            and _is_told(comparison.lower, _verb(text, found.start(), found.end()), denied)
        ):
            yield FigureProblem("missing", _quoted(text, found.start(), found.end()), "not")
            return


_THE_OTHERS = late_regex(r"\ball\sthe\s(?:others?|rest)\b")
# 未披露的交易 may be told by one word: secret deals.
_OF_NOUN = late_regex("的(?=[\u4e00-\u9fff“《])")
_TWICE = late_regex("[不未无没非]|除非|以外|之外|禁止|取消")


def _verb(text: str, start: int, end: int) -> str:
    """The verb that is denied: 保证 of 不保证, 恢复 after 不会."""
    own = text[start + 1 : end]
    return own if own in glosses() or own in _also() else text[start + 1 : end + _SHORTEST]


def _quoted(text: str, start: int, end: int) -> str:
    """The negation with the next word."""
    word = next((n for n in range(_LONGEST, 1, -1) if text[end : end + n] in glosses()), 0)
    return text[start : end + word] if end - start < _LONGEST else text[start:end]


def _is_told(lower: str, verb: str, denied: str) -> bool:
    """Whether the English tells what is denied without a negation: its ``verb`` or, where that is
    not in it, any of its words.
    """
    lower = NUMBERED.sub("", lower)
    for words in (verb, denied):
        told = _told_without(lower, stems_of(words))
        if told is not None:
            return told
    return False


def _told_without(lower: str, stems: frozenset[str]) -> bool | None:
    """Whether the English has some of the ``stems``, and in sentences without any negation only;
    None if it has none of them.
    """
    told: bool | None = None
    start = 0
    for end in [*(mark.start() for mark in SENTENCE.finditer(lower)), len(lower)] if stems else ():
        sentence, start = lower[start:end], end
        places = [m.span() for m in _WORD.finditer(sentence) if stem_of(m.group()) in stems]
        if not places:
            continue
        # "would close" is no negation of 不会停诊.
        for a, b in places:
            sentence = f"{sentence[:a]}{'_' * (b - a)}{sentence[b:]}"
        if _SURELY.search(sentence) or any(NEGATING.search(_part(sentence, a)) for a, _ in places):
            return False
        told = True
    return told


def _part(sentence: str, at: int) -> str:
    """The clause of a sentence around a place."""
    start = max((m.end() for m in _PART.finditer(sentence, 0, at)), default=0)
    stop = _PART.search(sentence, at)
    return sentence[start : stop.start() if stop else len(sentence)]
