"""Which month 本月 and 上月 mean: in a bulletin published later, the month that it is of."""

from __future__ import annotations

from collections.abc import Iterable

from generator.patterns import late_regex
from generator.statistics.parts import FIRST_MONTHS, PART, months_of_part, span_of

_SAYS = late_regex(r"[本上]个?(?:月|季度)")
_YEAR_BEFORE = late_regex(
    r"(?:(?P<digits>(?<![0-9])(?:19|20)[0-9]{2})年|(?P<last>[去上]年)|[前明次翌每历往常同]年)\Z"
)
_NEAR = 5


def says_this_month(text: str) -> bool:
    """Whether ``text`` has 本月, 上月, or the same for a quarter."""
    return bool(_SAYS.search(text))


def this_month(
    headline: str, texts: Iterable[str], year: int, month: int, *, table: bool
) -> tuple[int, int]:
    """The year and month that 本月 means in an article of ``year`` and ``month``; the month is 0 if
    that is not certain.

    It is the last month that the ``headline`` names (1—5月: May). If it names none, what ended
    before the article counts that its ``texts`` name: for a ``table`` the only such month; in
    prose they leave it open whether 本月 is that month or the article's.
    """
    found = _ended(headline, year, month)
    if not found:
        found = {one for text in texts for one in _ended(text, year, month)}
        if not table and found:
            return (year, month if found == {(year, month)} else 0)
    if not found:
        return (year, 0 if table else month)
    return found.pop() if len(found) == 1 else (year, 0)


def _ended(text: str, year: int, month: int) -> set[tuple[int, int]]:
    """The last months of the periods that ``text`` names, up to the article's month."""
    found: set[tuple[int, int]] = set()
    if not month:
        return found
    rest = FIRST_MONTHS.sub(lambda one: " " * len(one[0]), text)
    spans = [(one.start(), span_of(one)) for one in FIRST_MONTHS.finditer(text)]
    spans += [
        (one.start(), _months_of(one.string, one.end()) or months_of_part(one, month))
        for one in PART.finditer(rest)
        if not (one["now"] or one["past"] or one["half"])
    ]
    for start, months in spans:
        if not months:
            continue
        last = int(months[3:])
        of = year if last <= month else year - 1
        named = _YEAR_BEFORE.search(text[max(0, start - _NEAR) : start])
        if named:
            told = int(named["digits"] or 0) or (year - 1 if named["last"] else 0)
            if (told, last) != (of, last):
                continue
        found.add((of, last))
    return found


def _months_of(text: str, end: int) -> str:
    """The months before ``end`` if the words there tell the end of one (10月末), else empty."""
    at = text[end - 3 : end].lstrip("年，。；、：今去 ").rstrip("月")
    if not text.startswith(("末", "底"), end) or text.startswith(("前", "以前", "之前"), end + 1):
        return ""
    return f"{int(at):02}/{int(at):02}" if at.isdigit() else ""
