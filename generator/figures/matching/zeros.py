"""Nothing that English tells without a number: 0票反对 as "none against", 新增0例 "no new cases",
溢价率为0 "without a premium", 佣金为0元 "free".
"""

from __future__ import annotations

from collections.abc import Sequence

from generator.figures.english.stated import Stated
from generator.figures.shared.figure import Fact, Figure, only_value
from generator.patterns import late_regex

_KINDS = {"count": "number", "money": "number", "percent": "share"}
_NOTHING = late_regex(
    r"(?i:\b(?:no\sone(?!\s(?:else|but)\b)"
    r"|no(?!\s(?:more|less|fewer|later|earlier|longer|doubt|matter|wonder|other|one|[a-z]+er\sthan)\b|\.)"
    r"|none|nobody|nothing|nil|nought|without|not\s(?:a\ssingle|one|any)|never"
    r"|free\sof(?!\scharge))\b|n['’]t\s(?:a\ssingle|any)\b)"
)
_FREE = late_regex(
    r"(?i:\b(?:free(?!\sof\s(?!charge))|waive[sd]?|waiving|unchanged|flat|gratis|complimentary)\b)"
)
_FEE = late_regex("[费价租息]率?[为是降至到]{1,2}\\Z")
# Words of the Chinese that English may tell by "no" too.
_OTHERS = late_regex(
    "没有?|无(?!论|线|人机|锡|法|缝|形|数|疑|症)|未(?![来央必])|从不|零(?!售|部件|件|食|工|距|碳)"
)
_FACTS = (Fact("number"), Fact("share"))


def with_nothing(
    stated: list[Stated], missing: Sequence[Figure], text: str, english: str
) -> list[Stated]:
    """The figures of the English with its words for nothing, as figures, if zeros of the Chinese
    are ``missing`` and there are as many of these words as it has reasons for them.
    """
    zeros = [
        figure for figure in missing
        if (kind := _KINDS.get(figure.kind)) and only_value(figure, kind) == 0
    ]  # fmt: skip
    if not zeros:
        return stated
    found = list(_NOTHING.finditer(english))
    if len(found) < len(zeros) + len(_OTHERS.findall(text)):
        before = text[max(0, zeros[0].start - 8) : zeros[0].start]
        paid = len(zeros) == 1 and (zeros[0].kind != "count" or _FEE.search(before))
        found = list(_FREE.finditer(english)) if paid else []
    told = [Stated(m.start(), m.end(), m.group(), _FACTS, optional=True) for m in found]
    return sorted((*stated, *told), key=lambda one: one.start)
