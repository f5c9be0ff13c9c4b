"""The phases of a project that a text names: 一期, 二期工程, 一、二期, 首期."""

from __future__ import annotations

from generator.patterns import late_regex

_NUMBER = "[一二三四五六七八九1-9]"
# 工期, 分三期建设, 共两期 name none; 三期叠加, 第二期培训班 and 一期一会 something else.
_END = (
    r"期(?!间|待|货|刊|限|满|末|望|许|盼|权|数|房|款|课|班|会|叠加|培训|学员|节目|债|票据|贷|临床"
    r"|活动|讲座|论坛|患|肝|癌|连载)"
)
PHASES = late_regex(
    rf"(?<![工前后同分共各长短中近早晚预定汛学周假花孕十0-9年月点第是这每过上下办了])第?"
    rf"(?:首期(?=[^，。]{{0,3}}(?:项目|工程|投资|建|投产|开工|竣工|动工|总投资))"
    rf"|{_NUMBER}(?:(?:期?(?:、|和|与|及|以及|[至到—-])|期)第?{_NUMBER})*{_END})"
)
"""The phases that a text names in one go."""
_DIGITS = {digit: number for number, digit in enumerate("一二三四五六七八九", 1)}
_EACH = late_regex(f"首|{_NUMBER}")
_RANGE = late_regex(rf"({_NUMBER})期?[至到—-]第?({_NUMBER})")
# The whole project, after something was said of a phase.
_WHOLE = late_regex(r"(?:整个|全部|该)?(?:项目|工程)(?!.{0,2}期)|整个|全面|整体|全部")


def numbers_of(said: str) -> tuple[int, ...]:
    """The numbers of the phases in a match of `PHASES`, in order."""
    if (spanned := _RANGE.search(said)) is not None:
        return tuple(range(_number(spanned[1]), _number(spanned[2]) + 1))
    return tuple(dict.fromkeys(_number(one) for one in _EACH.findall(said)))


def _number(digit: str) -> int:
    return 1 if digit == "首" else _DIGITS.get(digit) or int(digit)
