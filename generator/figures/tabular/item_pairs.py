"""Which item of an English list belongs to which of the Chinese one."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from generator.figures.tabular.aligning import paired
from generator.figures.tabular.labels import Label, label_of, likeness
from generator.patterns import late_regex

# What an item begins with: all before a colon, or before what it says of it. A number may be a part
# of a name: 地铁3号线, Metro Line 3.
_LABEL = late_regex(
    r"(?P<head>[^:：\n]{1,40})[:：]"
    r"|(?:[0-9]{1,4}(?=[号期季年月日组标批])"
    r"|(?:Line|No\.|Phase|Stage|Route|Zone|Lot|Group|Building|Section)\s[0-9]{1,4}\b"
    r"|[^:：0-9，,。;；—])*"
)
_WORDS = late_regex(r"[A-Za-z&.-]+")
# The most characters, and words, of the name of a company.
_LONGEST, _MOST_WORDS = 8, 3


def item_pairs(
    chinese: Sequence[str], english: Sequence[str], agree: Callable[[str, str], bool]
) -> list[tuple[int, int]]:
    """The pairs of items of two lists of one length, by the names and words that they begin with
    (a list may be sorted anew), and by their order where these say nothing. ``agree`` tells whether
    two items have the same figures."""
    pairs, _ = paired(
        [_label_of(item, english=False) for item in chinese],
        [_label_of(item, english=True) for item in english],
        lambda a, b: float(agree(chinese[a], english[b])),
        likeness,
    )
    return sorted(pairs.items())


def _label_of(item: str, *, english: bool) -> Label:
    found = _LABEL.match(item.strip())
    text = (found["head"] or found[0]).strip() if found else ""
    return label_of(_company_at_start(text, english=english) or text, english=english)


def _company_at_start(text: str, *, english: bool) -> str:
    """The known company that a label begins with; empty if there is none."""
    # Imported late: other parts of that package read figures.
    from generator.entities.companies import find_company

    if english:
        words = [word for word, _ in zip(_WORDS.finditer(text), range(_MOST_WORDS), strict=False)]
        names = [text[: word.end()] for word in words]
    else:
        names = [text[:size] for size in range(2, _LONGEST + 1)]
    return next((name for name in reversed(names) if find_company(name)), "")
