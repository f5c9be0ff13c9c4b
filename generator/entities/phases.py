"""The phases of a project that a text names (一期, 二期工程, 一、二期, 首期), and which of its
clauses are about which of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from generator.entities.clauses import is_introduction, length_of_lead
from generator.entities.stages import CLAUSE, STAGE_WORD
from generator.patterns import late_regex

_NUMBER = "[一二三四五六七八九1-9ⅠⅡⅢⅣⅤⅥ]"
# 工期, 分三期建设, 共两期 name none; 三期叠加, 第二期培训班 and 一期一会 something else.
_END = (
    r"期(?!间|待|货|刊|限|满|末|望|许|盼|权|数|房|款|课|班|会|叠加|培训|学员|节目|债|票据|贷|临床"
    r"|活动|讲座|论坛|患|肝|癌|连载)"
)
PHASES = late_regex(
    rf"(?<![分共各同第每这上下办了过十百0-9年月点])第?"
    rf"(?:首期(?![^，。]{{0,2}}(?:款|付|租|学|班|培训|课|债|资金|出资|缴|节目|活动))"
    rf"|{_NUMBER}(?:(?:期?(?:、|和|与|及|以及|[至到—-])|期)第?{_NUMBER})*{_END})"
)
"""The phases that a text names in one go."""
_DIGITS = {
    digit: number
    for digits in ("一二三四五六七八九", "ⅠⅡⅢⅣⅤⅥ")
    for number, digit in enumerate(digits, 1)
}
_EACH = late_regex(f"首|{_NUMBER}")
_RANGE = late_regex(rf"({_NUMBER})期?[至到—-]第?({_NUMBER})")
# The whole project, after something was said of a phase.
_WHOLE = late_regex(
    r"(?:整个|全部|该|这[个一])?(?:项目|工程)(?!.{0,2}期)|整个|整体|全部|(?:计划)?总投资[^，]{1,14}，[共计划将]*分[两二三四五六2-6]期"
)
# 开工建设二期
_AFTER_STAGE = late_regex(r"(?:建设|了|的是|的|其|该|项目|启动)*")


class Stretch(NamedTuple):
    """A part of a text about one phase: its numbers with commas, "" for the whole project."""

    start: int
    end: int
    phase: str


def numbers_of(said: str) -> tuple[int, ...]:
    """The numbers of the phases in a match of `PHASES`, in order."""
    if (spanned := _RANGE.search(said)) is not None:
        return tuple(range(_number(spanned[1]), _number(spanned[2]) + 1))
    return tuple(dict.fromkeys(_number(one) for one in _EACH.findall(said)))


def stretches(text: str, spoken: Sequence[str], inherited: str = "") -> list[Stretch]:
    """The text in parts that are each about one phase of the project that it calls by one of
    ``spoken``; ``inherited`` is the phase that the sentence before was about."""
    bare, names = text, list[int]()
    for said in spoken:
        at = bare.find(said)
        while at >= 0:
            names.append(at)
            bare = f"{bare[:at]}{chr(0) * len(said)}{bare[at + len(said) :]}"
            at = bare.find(said)
    if not inherited and not PHASES.search(bare):
        return [Stretch(0, len(text), "")]
    changes = [(0, inherited)]
    held = 0  # where words of time begin that belong to the clause after them
    for clause in CLAUSE.finditer(bare):
        if is_introduction(clause[0]):
            continue
        begin, end = clause.span()
        if _WHOLE.match(bare, begin + length_of_lead(clause[0])):
            changes.append((held, ""))
        changes += [(held, "") for at in names if begin <= at < end][:1]
        for match in PHASES.finditer(bare, begin, end):
            phase = ",".join(map(str, numbers_of(match[0])))
            words = list(STAGE_WORD.finditer(bare, begin, match.start()))
            last = changes[-1][0] if changes[-1][0] > held else held
            follows = not words or (
                len(words) == 1
                and _AFTER_STAGE.fullmatch(bare, words[0].end(), match.start())
                and not STAGE_WORD.search(bare, match.end(), end)
            )
            changes.append((last if follows else match.start(), phase))
        held = end
    starts = [start for start, _ in changes]
    return [
        Stretch(start, end, phase)
        for (start, phase), end in zip(changes, [*starts[1:], len(text)], strict=True)
        if start < end
    ]


def _number(digit: str) -> int:
    return 1 if digit == "首" else _DIGITS.get(digit) or int(digit)
