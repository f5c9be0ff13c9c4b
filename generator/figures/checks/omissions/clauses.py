"""Clauses with a small number that the English leaves out or adds: 助攻一次 without English, "one
of them a penalty" without Chinese.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.figures.checks.needing import needing
from generator.figures.context.glosses import english_stems, gloss, glosses
from generator.figures.matching.agreement import agrees, expresses
from generator.figures.matching.comparison import Comparison
from generator.figures.shared.problem import FigureProblem
from generator.patterns import late_regex

_CLAUSE = late_regex("[^，。；：！？,;:、]+")
_N = "[一两三四五六七八九]"
_NO_COUNT = "(?<![再第又同唯每某之零百十0-9])"
# 其中一家来自德国, 一人伤势较重; 助攻一次.
_ONE = late_regex(
    rf"\A(?:其中|另|还|并){{1,2}}有?(?P<n>{_N})[人名家例起位座所项个](?!人)"
    rf"|\A(?P<one>一)[人名例](?!人)"
    rf"|\A[\u4e00-\u9fff]{{2,6}}(?<![再第又同唯每某之][\u4e00-\u9fff]){_NO_COUNT}"
    rf"(?P<m>{_N})[次记例张枚届](?:[\u4e00-\u9fff]{{2,6}})?\Z"
)
# Quick test: every such clause has one of these.
_COUNTED = late_regex(rf"{_N}[人名家例起位座所项个次记张枚届]")
_SAID = {
    "一": r"one|once|an?|single|sole|only|first|another|the\sother|other|1|1st|same|all|together"
    r"|every|each|as",
    "两": r"two|twice|both|second|pair|couple|double|twin|half|2|brace|either|between|neither|each",
    "三": r"three|third|3|thrice|triple|trio|hat-trick|treble|each|all",
    "四": r"four|fourth|4|quarter|quartet|all",
    "五": r"five|fifth|5|all",
    "六": r"six|sixth|6|half|all",
    "七": r"seven|seventh|7|all",
    "八": r"eight|eighth|8|all",
    "九": r"nine|ninth|9|all",
}
_SAID["二"] = _SAID["两"]
_NUMBERS = {n: late_regex(rf"(?i:\b(?:{words})\b)") for n, words in _SAID.items()}


@needing(chinese=(_ONE,))
def missing_clauses(comparison: Comparison) -> Iterator[FigureProblem]:
    """Clauses with a number of which the English has neither the number nor a word."""
    text, english = comparison.text, comparison.english
    if not _COUNTED.search(text):
        return
    stems: frozenset[str] = frozenset()
    for clause in _CLAUSE.finditer(text):
        found = _ONE.search(clause.group())
        if not found or "每" in clause.group():
            continue
        number = found["n"] or found["one"] or found["m"]
        if _NUMBERS[number].search(english):
            continue
        stems = stems or english_stems(english)
        words = clause.group()
        if not _is_spoken_of(words, stems):
            yield FigureProblem("missing", words[:20])
            return


_AND_TWO = late_regex(
    r"[0-9一二两三四五六七八九十百千][名位个人][\u4e00-\u9fff]{1,6}[和及与、](?P<words>(?P<n>[两二])[名位个][\u4e00-\u9fff]{2,4}?)(?=[，。；、被在受遇死获均都]|\Z)"
)
_FREELY_ONCE = late_regex(
    r"(?:可|能|限|仅|只)[^，。；0-9一二三四五六七八九十两]{0,8}(?<![第再又每这那首同唯统逐上下前后])(?P<words>(?P<n>一)次)(?=[，。；]|\Z)"
)


@needing(chinese=(_AND_TWO, "一次"))
def missing_second_part(comparison: Comparison) -> Iterator[FigureProblem]:
    """34名乘客和两名司机 of which the English has only the passengers; 可免费补考一次 without
    "once".
    """
    text, english = comparison.text, comparison.english
    two = _AND_TWO.search(text) if "两" in text or "二" in text else None
    unsaid = two and not _NUMBERS["两"].search(english)
    if two and unsaid and not _is_spoken_of(two["words"][2:], english_stems(english)):
        yield FigureProblem("missing", two["words"])
    once = _FREELY_ONCE.search(text) if "一次" in text else None
    if once and not _NUMBERS["一"].search(english):
        yield FigureProblem("missing", once.group(), "once")


def _is_spoken_of(words: str, stems: frozenset[str]) -> bool:
    """Whether the English has a word for one of the Chinese; true if none of them is known."""
    known = glosses()
    any_known = False
    for at in range(len(words)):
        for size in (4, 3, 2):
            word = words[at : at + size]
            if len(word) == size and word in known:
                any_known = True
                if gloss(word) & stems:
                    return True
    return not any_known


_OF_THEM = late_regex(
    r"(?i:(?<!the\s)\b(?:one|two|three|four|five|six|seven|half|several|a\sfew|all\sbut\sone)\sof\s(?:them|whom)\b"
    r"|,\samong\s(?:them|whom)\b)"
)
_PART = late_regex(
    "其中|之[一中]|中[有的间含包]|当中|包括|含|有[一两二三四五六七八九十几些的人]|另|多数|大半|部分|半|分别|一[人名家个位只条件]|[两二三四五六七八九]者|均|都|各|等|过半|成|%|之列|在内|[里内][有的]|仅|只|首|占|最|、|个别|不少|许多|有|[一两二三四五六七八九几]个"
    r"|[跑走剩死伤坏丢卖][了掉][一两二三四五六七八九几]"
)


@needing(english=("them", "whom"))
def added_subset(comparison: Comparison) -> Iterator[FigureProblem]:
    """ "one of them …", without a subset in the Chinese."""
    may = "them" in comparison.lower or "whom" in comparison.lower
    found = _OF_THEM.search(comparison.english) if may else None
    if found and not _PART.search(comparison.text):
        yield FigureProblem("added", found=found.group(), word=True)


_SPANS = frozenset({"years", "months", "weeks", "days", "hours"})


def repeated_part(comparison: Comparison) -> Iterator[FigureProblem]:
    """三年六个月 in full, and "three years" again for something else."""
    for figure in comparison.figures:
        if len(figure.facts) == 1 or figure.kind != "duration":
            continue
        parts = [fact for way in figure.facts if len(way) > 1 for fact in way]
        whole = [way[0] for way in figure.facts if len(way) == 1]
        for one in comparison.stated:
            fact = one.facts[0]
            if fact.kind != "number" or fact.unit not in _SPANS or fact not in parts:
                continue
            if any(other is not figure and expresses(other, one) for other in comparison.figures):
                continue
            expressing = [
                s for s in comparison.stated if any(agrees(a, b) for a in whole for b in s.facts)
            ]
            if expressing and one not in expressing:
                yield FigureProblem("added", found=one.text)
                return
