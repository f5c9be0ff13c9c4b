"""Remove lists of names, as spam leaves them in a page."""

from __future__ import annotations

from collections.abc import Iterator

from generator.gazetteer.names import Hit
from generator.patterns import late_regex

HAN = late_regex(r"[\u3400-\u9fff]")
# A line with at least so many names, and this share of its characters in names, is a list.
LIST_NAMES, LIST_SHARE = 8, 0.6
GAP = late_regex(r"[\s|｜/]{1,8}")


def without_lists(text: str, hits: list[Hit]) -> list[Hit]:
    """``hits`` without those in lines or columns that are only lists of names."""
    if len(hits) < LIST_NAMES:
        return hits
    kept: list[Hit] = []
    for line in _lines(text, hits):
        kept.extend(_unless_list(text, line))
    return [hit for run in _columns(text, kept) for hit in run if len(run) < LIST_NAMES]


def _lines(text: str, hits: list[Hit]) -> Iterator[list[Hit]]:
    """The hits of each line."""
    line: list[Hit] = []
    line_end = -1
    for hit in hits:
        if hit.start > line_end:
            yield line
            line = []
            line_end = text.find("\n", hit.start)
            line_end = len(text) if line_end < 0 else line_end
        line.append(hit)
    yield line


def _columns(text: str, hits: list[Hit]) -> Iterator[list[Hit]]:
    """Runs of names with only blanks or bars between them."""
    run: list[Hit] = []
    for hit in hits:
        if run and not (run[-1].end < hit.start and GAP.fullmatch(text, run[-1].end, hit.start)):
            yield run
            run = []
        run.append(hit)
    yield run


def _unless_list(text: str, line: list[Hit]) -> list[Hit]:
    if len(line) < LIST_NAMES or len({hit.name.text for hit in line}) < LIST_NAMES:
        return line
    begin = text.rfind("\n", 0, line[0].start) + 1
    finish = text.find("\n", line[-1].end)
    whole = text[begin : finish if finish >= 0 else len(text)]
    named = sum(hit.end - hit.start for hit in line)
    return [] if named >= LIST_SHARE * len(HAN.findall(whole)) else line
