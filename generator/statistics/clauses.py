"""The part of a quotation with the figure that it explains."""

from __future__ import annotations

from generator.patterns import late_regex

_DIGITS = late_regex(r"[0-9][0-9,]*(?:\.[0-9]+)?")
_CLAUSE = late_regex(r"[，；：。！？]|[,;:.] ")
_CUT = late_regex(r"[，、；：]|[,;:]? ")
_TRIM = "，、；：,;: "


def clause_of(said: str, amount: str, most: int) -> str:
    """About ``most`` characters of ``said``: the clauses that end with the one that has
    ``amount``, as many as fit; what is cut off is marked."""
    if len(said) <= most:
        return said
    at, end = _span(said, amount)
    after = _CLAUSE.search(said, end)
    until = after.start() if after and after.start() - at <= most else end
    start = 0
    if until > most:
        starts = [one.end() for one in _CLAUSE.finditer(said, 0, at)]
        near = [one for one in starts if until - one <= most]
        start = near[0] if near else _word(said, max(0, at - most // 2), at)
    cut = said[start:][:most]
    if start + len(cut) < len(said):
        half = most // 2  # A cut before it would leave too little.
        ends = _CUT.finditer(cut, max(1, end - start, half))
        stop = max((one.start() for one in ends), default=0)
        cut = cut[:stop] if stop > half else cut
    whole_end = start + len(cut) >= len(said.rstrip("。."))
    return ("…" if start else "") + cut.strip(_TRIM) + ("" if whole_end else "…")


def _span(said: str, amount: str) -> tuple[int, int]:
    """Where ``amount`` is in ``said``, or its digits; at the beginning if it has neither."""
    at = said.find(amount)
    if at >= 0:
        return at, at + len(amount)
    found = _DIGITS.search(amount)
    for one in _DIGITS.finditer(said) if found else ():
        if found and one.group() == found.group():
            return one.span()
    return 0, 0


def _word(said: str, start: int, at: int) -> int:
    """The first place from ``start`` where a word or clause begins."""
    found = _CUT.search(said, start, at)
    return found.end() if found and start else start
