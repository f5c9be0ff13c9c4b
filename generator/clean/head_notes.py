"""Add what the head of a page says about an article to its description."""

from __future__ import annotations

from dataclasses import replace

from generator.clean.dates import Rank, days_in
from generator.clean.description import ACCOUNT, BYLINE, LABELLED, NAMED, TEXT, Description
from generator.clean.head import Head
from generator.clean.head_line import read_head
from generator.clean.head_names import OUTLET_NAME, WORD, is_office
from generator.clean.head_tokens import IGNORED, SOURCE, has_signs, plain_head
from generator.clean.people import names_in
from generator.clean.posting import is_press
from generator.patterns import late_regex

_ODD = 12  # characters of a head that may be the name of an account, or of a column
_ALONE = frozenset("来源 信息来源 文章来源 稿源 稿件来源 作者 记者".split())
_GENERIC = late_regex(
    r"^(?=.*[\u4e00-\u9fff]{2})[\u4e00-\u9fffA-Za-z][\u4e00-\u9fffA-Za-z0-9]{2,11}$"
)
_YEAR = late_regex(r"(?:19|20)\d\d")
_VALUE, _SHORT = 20, 8
_NEXT = 2  # lines from a label to its value


def note_head_line(line: str, found: Description, number: int) -> str:
    """Return the reason for the removal of a line that is nothing but the head of a page, else an
    empty string; what such a line says is added to ``found``."""
    waiting, found.waiting = found.waiting, ("", 0)
    awaited = waiting[0] if number - waiting[1] <= _NEXT and len(line) <= _VALUE else ""
    if not (awaited or has_signs(line)):
        return ""
    plain = plain_head(line)
    if awaited:
        value = read_head(f"{awaited}:{plain}")
        if value is not None and value.is_whole and (value.sources or value.authors):
            _note(value, plain, found, number)
            return "date and source"
    head = read_head(plain)
    if head is None:
        return ""
    _take_account(head, found)
    if not head.is_whole:
        return ""
    if head.waiting and (plain != head.waiting or plain in _ALONE):
        found.waiting = (head.waiting, number)
    elif head.waiting:
        return ""
    if not (_is_sure(head) or head.waiting) or not (
        head.dated or head.sources or head.authors or head.waiting
    ):
        return ""
    _note(head, plain, found, number)
    if head.dated or head.sources or head.waiting:
        return "date and source"
    return "byline"


def note_whole_head(line: str, found: Description, number: int) -> str:
    """Do the same as `note_head_line` for a line that the markup shows beside the article, where an
    author with a bullet may be alone."""
    plain = plain_head(line)
    head = read_head(plain)
    if head is None:
        return ""
    _take_account(head, found)
    if not (head.is_whole and (_is_sure(head) or head.bullet)) or not (
        head.dated or head.sources or head.authors
    ):
        return ""
    _note(head, plain, found, number, shown=True)
    return "date and source" if head.dated or head.sources else "byline"


def _take_account(head: Head, found: Description) -> None:
    """Take the only word of a head that may be anything as the name of an account, if the line has
    a date and several other parts and is above the text."""
    several = head.timed + head.furniture + bool(head.labels or head.authors)
    alone = head.bare == [head.odd] and _GENERIC.match(head.odd)
    if head.dated and several and alone and not (found.begun or head.sources):
        head.sources.append((WORD, head.odd))
        head.odd = ""


def note_beside_title(line: str, found: Description, number: int, *, dated: bool) -> bool:
    """Add what a line between title and text says to ``found``; return whether it is a head.
    ``dated`` says that one of these lines has a date."""
    plain = plain_head(line)
    head = read_head(plain)
    if head is None or len(head.odd) > _ODD:
        return False
    if head.is_whole or head.dated:
        _note(head, plain, found, number)
    alone = head.bare == [head.odd] and _GENERIC.match(head.odd)
    if dated and alone and not head.authors:
        found.note_source(head.odd, ACCOUNT)
    return head.is_whole


def named_in(text: str) -> str:
    """Return the source in a text that the markup calls one; such an element may hold the date and
    buttons alone."""
    head = read_head(plain_head(text))
    if head is None or not head.is_whole or not (head.dated or head.furniture or head.authors):
        return text
    return head.sources[0][1] if head.sources else ""


def is_head(line: str) -> bool:
    """Return whether a line surely consists of the parts that a page has above a text: at least a
    date or a label, or author and outlet."""
    if not has_signs(line):
        return False
    head = read_head(plain_head(line))
    return head is not None and _is_sure(head)


def _is_sure(head: Head) -> bool:
    """Return whether a line is the head of a page wherever it is."""
    labelled = head.labels and (
        head.sources or head.authors or head.credits or IGNORED in head.labels
    )
    several = head.authors and (head.sources or head.furniture or head.bullet)
    recent = head.near and head.timed and (head.sources or head.authors)
    return head.is_whole and bool(head.dated or labelled or several or recent)


def may_be_head(line: str) -> bool:
    """Return whether a line has nothing but parts of a head, so that it is no title; the name of an
    office alone may be part of one."""
    head = read_head(plain_head(line)) if has_signs(line) or len(line) <= _ODD else None
    if head is None or not head.is_whole:
        return False
    return bool(head.dated or head.near or head.labels or head.furniture or head.authors) or (
        len(line) <= _SHORT
    )


def is_beside_title(line: str) -> bool:
    """Return whether a line between title and text names an author or an outlet, and nothing
    else."""
    head = read_head(plain_head(line))
    return head is not None and head.is_whole


def _note(head: Head, plain: str, found: Description, number: int, *, shown: bool = False) -> None:
    for kind, name in head.sources:
        found.note_source(name, _rank(kind, name, found, shown=shown))
    names = "、".join(head.authors)
    names = names if _latin(head) else names_in(names)
    if head.furniture and not head.labels:
        found.note("author", names)  # 联合报 罗东 夜市 below a text are keywords
    else:
        found.add_author(names)
    found.credits += [one for one in head.credits if one not in found.credits]
    beside = bool(head.labels or head.sources or head.authors or head.furniture)
    days = days_in(plain, number, beside=beside)
    if number in {day.line for day in found.days}:
        return
    if beside:
        days = [replace(day, rank=max(day.rank, Rank.BESIDE)) for day in days]
    found.days += days


def _rank(kind: str, name: str, found: Description, *, shown: bool) -> int:
    """Return how reliable the name of a source is. An account beside the date may pass on the text
    of a paper that is named below it, and the paper wins; an office named there gave the
    facts."""
    if kind == SOURCE:
        if not found.begun:
            return LABELLED
        return BYLINE if is_office(name) else NAMED if is_press(name) else TEXT
    if kind == WORD:
        return ACCOUNT
    certain = shown or not name.endswith("发布")
    return TEXT if kind == OUTLET_NAME and certain else BYLINE


def _latin(head: Head) -> bool:
    return any(name.isascii() for name in head.authors)
