"""The month of a third that the text names alone: 6月下旬 … 较中旬 compares with the middle of
June, 6月上旬 … 较下旬 with the end of May.
"""

from __future__ import annotations

from generator.patterns import late_regex

_THIRD = late_regex(r"(?P<month>(?<![0-9])(?:1[0-2]|[1-9])月(?:份的?)?)?(?P<part>[上中下])旬")
_BARE = late_regex(r"(?<![月份的])[上中下]旬")
_ORDER = "上中下"
_COMPARED = tuple("比较与和同")


def with_months(text: str) -> str:
    """The text, in which each third of a month has the month that it belongs to. A third that is
    compared and comes later than the one named before is of the month before.
    """
    if not _BARE.search(text):
        return text
    parts: list[str] = []
    month, named, end = 0, "", 0
    for found in _THIRD.finditer(text):
        part = found["part"]
        if found["month"]:
            month, named = int(found["month"].split("月")[0]), part
        elif month and not text.endswith(("月", "月的"), 0, found.start()):
            later = _ORDER.index(part) > _ORDER.index(named)
            before = later and text.endswith(_COMPARED, 0, found.start())
            own = (month - 2) % 12 + 1 if before else month
            parts += [text[end : found.start()], f"{own}月"]
            end = found.start()
    return "".join([*parts, text[end:]])
