"""Find the lines of the article, and its title, among the lines that the rules have left."""

from __future__ import annotations

from collections.abc import Collection, Sequence, Set
from dataclasses import replace
from itertools import pairwise

from generator.clean.beside import copied, lines_beside
from generator.clean.boilerplate import same_text
from generator.clean.dates import Rank
from generator.clean.description import BYLINE, SITE, TEXT, Candidate, Description
from generator.clean.ends import lines_after
from generator.clean.frame import Frame, framed
from generator.clean.head_notes import note_beside_title
from generator.clean.line_classifier import Line, Removed, Sorted
from generator.clean.posting import note_head
from generator.clean.raw_page import RawPage
from generator.clean.titles import TITLE, may_be_title, take_title, titles
from generator.clean.wrapping import is_one_word, sentence_lines
from generator.patterns import late_regex

# The reason for what the model removes.
PAGE_LINE = "part of the page"
_SHORT_TITLE = 6
_KIND_OF_DOCUMENT = late_regex(
    "(?:通知|公告|通告|公报|报告|意见|决定|决议|办法|方案|规定|批复|函|名单|通报|公示|[讲演]话|发布[会稿])(?:[（(].{1,8}[)）])?$"
)
_WHOLE_TITLE = 12  # characters of a title's first line at least
# 关于投资建设某项目的公告, below the name of the company.
_NOTICE_OF_COMPANY = late_regex(
    r"^(?:关于|第[一二三四五六七八九十]{1,3}届|20\d\d年).{4,}(?:公告|报告书?|说明|提示|决议|通知)(?:[（(].{1,12}[)）])?$"
)
_COMPANY = late_regex(r"^[\u4e00-\u9fffA-Za-z0-9（）()]{4,36}(?:公司|银行)$")


def article_lines(
    page: RawPage,
    result: Sorted,
    parts: list[Removed],
    removed: list[Removed],
    kept: Collection[int],
) -> tuple[str, list[Line], list[Candidate]]:
    """Return the title, the lines of the text, and the titles that the page offers.

    ``parts`` are the lines removed because of their text, not because of the markup. Lines that are
    removed here are added to ``removed``; lines in ``kept`` stay.
    """
    title, lines, offered = titled_lines(page, result, parts, removed, kept)
    after = {one.line: one for one in lines_after(lines, title, removed) if one.line not in kept}
    removed += after.values()
    lines = [line for line in lines if line.number not in after]
    if page.outline.is_of_a_page:
        return title, lines, offered
    beside = {line.number for line in lines_beside(lines, removed, title)}
    gone = beside - set(kept) - _in_sentences(lines)
    removed += [Removed(one.number, one.text, PAGE_LINE) for one in lines if one.number in gone]
    return title, [line for line in lines if line.number not in gone], offered


def titled_lines(
    page: RawPage,
    result: Sorted,
    parts: list[Removed],
    removed: list[Removed],
    kept: Collection[int],
) -> tuple[str, list[Line], list[Candidate]]:
    """Do the same as `article_lines`, but for what the model removes from a copied text."""
    lines, known = result.lines, page.title or result.found.title
    frame = framed(lines, parts)
    if page.outline.is_of_a_page:
        frame = replace(frame, outside=frame.behind)
    else:
        _note_head(frame, result.found, parts)
    lines = _without(lines, frame, removed, kept)
    if page.titled and lines and lines[0].number == 1:
        known = lines[0].text
    offered = titles(lines, known)
    title, lines = take_title(lines, known, removed, kept)
    if not page.titled and not page.title:
        title, lines = _with_rest(title, result.lines, lines, removed, {*kept})
    title, lines = _with_company(title, result.lines, lines, removed, {*kept})
    if page.titled:  # the heading of the page says the title again
        _, lines = take_title(lines, title, removed, kept, again=True)
    return title, _without_title_again(lines, title, removed, kept), offered


def _note_head(frame: Frame, found: Description, parts: Collection[Removed]) -> None:
    """Use the lines between title and text as a description of the article; a date there has
    priority over all others."""
    near = [day for day in found.days if frame.title < day.line < frame.text]
    for line in frame.outside:
        if line.number < frame.text:
            below = frame.title < line.number
            note_head(line.text, found, line.number, below=below)
            if below:
                note_beside_title(line.text, found, line.number, dated=bool(near))
    # The name of a paper alone between title and text is not that of the site.
    for one in list(found.candidates):
        between = one.field == "source" and frame.title < one.line < frame.text
        if between and frame.title and (SITE, one.value) in found.sources:
            found.sources.append((BYLINE if one.value.endswith("发布") else TEXT, one.value))
    # A list of other articles has their dates.
    listed = [one.line for one in parts if one.line >= frame.end and one.why == "navigation"]
    found.days = [
        replace(day, rank=Rank.BANNER)
        if listed and day.line > listed[0] and day.rank == Rank.BARE
        else day
        for day in found.days
    ]
    near = [day for day in found.days if frame.title < day.line < frame.text]
    if copied(parts) and frame.title and near and all(day.rank == Rank.BANNER for day in near):
        raised = [replace(day, rank=Rank.BESIDE) for day in near]
        found.days = [day for day in found.days if day not in near] + raised
        near = raised
    if frame.title and any(day.rank > Rank.BANNER and day.rank != Rank.UPDATED for day in near):
        found.days = [day if day in near else replace(day, rank=Rank.BANNER) for day in found.days]


def _with_rest(
    title: str, every: Sequence[Line], lines: list[Line], removed: list[Removed], kept: Set[int]
) -> tuple[str, list[Line]]:
    """Return the title with the line below it if that has its rest: a word is broken, or the first
    line lacks the kind of document. ``every`` has the lines of the page."""
    for line, below in pairwise(every):
        whole = line.text + below.text
        numbers = {line.number, below.number}
        if not (same_text(line.text, title) or same_text(below.text, title)) or kept & numbers:
            continue
        if below.number > line.number + 1 or not len(below.text) < len(line.text) >= _WHOLE_TITLE:
            continue
        kind = _KIND_OF_DOCUMENT.search(below.text) and not _KIND_OF_DOCUMENT.search(line.text)
        short = len(below.text) <= _WHOLE_TITLE and same_text(line.text, title)
        if may_be_title(whole) and (is_one_word(line.text, below.text) or (kind and short)):
            removed[:] = [one for one in removed if one.line not in numbers]
            removed += [Removed(one.number, one.text, TITLE) for one in (line, below)]
            return whole, [one for one in lines if one.number not in numbers]
    return title, lines


def _in_sentences(lines: Sequence[Line], inside: Set[int] = frozenset()) -> set[int]:
    """Return the numbers of lines that are parts of broken sentences; if ``inside`` is given, only
    of those that have a line in it. They are text, whatever they look like alone."""
    every = [{line.number for line in one} for one in sentence_lines(lines)]
    found = [one for one in every if not inside or one & inside]
    return {number for one in found for number in one}


def _without(
    lines: list[Line], frame: Frame, removed: list[Removed], kept: Collection[int]
) -> list[Line]:
    """Return the lines of the article; add the others to ``removed``, unless they are in
    ``kept``."""
    gone = {line.number for line in frame.outside} - set(kept)
    inside = {one.number for one in lines if frame.text <= one.number < frame.end} - gone
    gone -= _in_sentences([one for one in lines if one.number >= frame.text], inside)
    removed += [
        Removed(one.number, one.text, "beside the article") for one in lines if one.number in gone
    ]
    return [line for line in lines if line.number not in gone]


def _without_title_again(
    lines: list[Line], title: str, removed: list[Removed], kept: Collection[int]
) -> list[Line]:
    """Return the lines without those that repeat the title, which happens if a text is there
    twice."""
    again = [
        line
        for line in lines[1:]
        if len(title) > _SHORT_TITLE and same_text(line.text, title) and line.number not in kept
    ]
    removed += [Removed(line.number, line.text, TITLE) for line in again]
    return [line for line in lines if line not in again]


def _with_company(
    title: str,
    every: Sequence[Line],
    lines: list[Line],
    removed: list[Removed],
    kept: Set[int],
) -> tuple[str, list[Line]]:
    """Return the title of a company's notice, of which the company and the subject are lines of
    their own, and the ``lines`` of the text without them; ``every`` has the lines of the page."""
    for above, line in pairwise(every):
        company = "".join(above.text.split())
        parts = (above, line)
        if not any(same_text(one.text, title) for one in parts) or kept & {
            one.number for one in parts
        }:
            continue
        if not (_COMPANY.match(company) and _NOTICE_OF_COMPANY.match(line.text)):
            continue
        gone = {one.number for one in parts}
        removed[:] = [one for one in removed if one.line not in gone]
        removed += [Removed(one.number, one.text, TITLE) for one in parts]
        return company + line.text, [one for one in lines if one.number not in gone]
    return title, lines
