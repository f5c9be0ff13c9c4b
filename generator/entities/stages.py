"""The words of a project's progress (签约, 开工, 竣工, 投产), and which of them a text reports as
reached."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.content.entity import Stage
from generator.entities.interrupted import Word, interruption
from generator.entities.opened import BEGUN, OPEN, TOPPED, WORKING
from generator.entities.reached import is_reached, is_taken_back
from generator.patterns import late_regex

CLAUSE = late_regex(r"[^，：]+")
"""A clause of a sentence."""
# Where two words stand together, the later stage counts: 建成投产. The lookahead rejects words that
# are only a part of another word: 签约企业, 开工率, 动工之后.
_AFTER = r"(?!率|之?[前后时]|企业|额|仪式前|的?条件|以来|许可)"
# 拿地即动工 names a procedure and 从签约到投产 a span, so neither is a stage that was reached. But
# 到投产只用了一年 says that production has begun.
_APART = r"(?<![即至从])(?:(?<!到)|(?=[^，]{2,8}[用花耗]))"
_STAGES: tuple[tuple[Stage, str], ...] = (
    ("producing", rf"(?:投产|达产|量产|投入生产|试生产|投入?运营|投运|{WORKING})"),
    ("built", rf"(?:竣工|建成|落成|完工|启用|投用|投入使用|{OPEN})"),
    ("topped", TOPPED),
    ("started", rf"(?:开工|动工|奠基|开建|{BEGUN})"),
    ("signed", r"(?:签约|签署|签订|签下|签定|签(?=[^。，]{0,8}(?:协议|合同)))"),
)
_PATTERNS = tuple((stage, late_regex(f"{_APART}{pattern}{_AFTER}")) for stage, pattern in _STAGES)
STAGE_WORD = late_regex(f"{_APART}(?:{'|'.join(pattern for _, pattern in _STAGES)}){_AFTER}")
"""A word of any of these stages, reached or not."""


def stages_in(text: str, spoken: Sequence[str]) -> Iterator[Word]:
    """The furthest stage that each clause of ``text`` reports as reached, and what interrupted it,
    of the entity that the text calls by one of ``spoken``."""
    clauses = list(CLAUSE.finditer(text))
    texts = [match.group() for match in clauses]
    names = [next((said for said in spoken if said in text), "") for text in texts]
    stopped = [
        interruption(text, name, texts[number + 1 :])
        for number, (text, name) in enumerate(zip(texts, names, strict=True))
    ]
    for number, match in enumerate(clauses):
        found = []
        stop = stopped[number]
        # That it was halted or cancelled later does not undo a stage; that it was denied does.
        kept = any(word is not None for word in stopped[number + 1 :])
        reached = _furthest(texts[number], names[number], stop)
        if reached and (kept or not is_taken_back(texts[number + 1 :])):
            found.append(reached)
        if stop is not None:
            found.append(stop)
        for word in sorted(found, key=lambda word: word.start):
            yield Word(word.stage, match.start() + word.start, match.start() + word.end)


def _furthest(clause: str, name: str, stop: Word | None) -> Word | None:
    """The furthest stage that a clause reports as reached, outside of the word ``stop``."""
    for stage, pattern in _PATTERNS:
        for word in pattern.finditer(clause):
            inside = stop is not None and stop.start <= word.start() < stop.end
            if not inside and is_reached(clause, *word.span(), name):
                return Word(stage, *word.span())
    return None
