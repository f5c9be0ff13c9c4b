"""Sort the lines of a page: those of the article, its description, and those to remove."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache

import msgspec

from generator.clean.boilerplate import repeats, same_text, why_removed
from generator.clean.choices import BY_EDITOR, NO_CHOICES, Choices
from generator.clean.dates import Day, Rank, day_in
from generator.clean.describe import note_beside, note_line
from generator.clean.description import ACCOUNT, Description
from generator.clean.head_notes import note_head_line
from generator.clean.likelihood import folded
from generator.clean.pictures import (
    caption_of,
    image_in,
    is_address,
    is_caption,
    may_be_caption,
)
from generator.clean.title_marks import is_of_a_medium
from generator.clean.written_dates import in_digits
from generator.patterns import late_regex

_FORUM_TITLE = late_regex(r"^(?:查看|浏览)完整(?:版本|版)\s*[:：]\s*(?P<title>\S.*)$")
_FORUM_DAY = late_regex(r"发表于\s*(?P<day>\d{4}-\d{1,2}-\d{1,2})")
_BLANKS = " \t\u3000\xa0"
CAPTION = "photo caption"
COVERING_NOTE, FOOTNOTE, OUTSIDE = "covering note", "footnote", "outside the article"
QUOTED = "quoted mail"
BEHIND = "behind the article"
PLAYER = "player"
_PROMPTS = ("share prompt", "navigation", "site notice", "advertisement", "placeholder")
ASIDE = (COVERING_NOTE, FOOTNOTE, QUOTED)
_SIGNED = 2
_PARAGRAPH = 30
_DATE_ALONE = late_regex(r"^(?:19|20)\d{2}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日$")
# …企业500余家。返回搜狐，查看更多: the text of a portal's link at the end of a copied text.
_PROMPT = late_regex(
    r"(?<=\S)\s*(?:返回|回到)[\u4e00-\u9fff]{2,4}[，,]\s*(?:点击)?查看更多[>》»…]*$"
)
# …設立示範工坊。（編輯：李錫璋）1130314: the editor, and the date in Taiwan's calendar.
_EDITED = late_regex(
    r"(?<=[。！？」』”])\s*[（(](?:责任编辑|编辑|编译|责编|核稿|译者|責任編輯|編輯|編譯|責編|譯者)[：:]"
    r"[^（）()]{2,24}[）)](?:\d{6,8})?$"
)
# A date split into a line for the year, one for the day and one for the time.
_YEAR, _MONTH_DAY = late_regex(r"^(?:19|20)\d{2}$"), late_regex(r"^(\d{2})/(\d{2})$")
# Removed lines that may be the head of the page: buttons and breadcrumbs beside the date.
_BESIDE_HEAD = frozenset(("navigation", "forum line", "share prompt"))
_HEAD = late_regex(r"(?:19|20)\d\d[-/.年]\d|来源|稿源|作者|记者|采[写访]|撰文|文\s*[/丨|｜／]")
_HEAD_SIGN = late_regex(r"(?<!图片)(?<!照片)来源|作者|编辑|责编|\d:\d\d")
_CLOCK = late_regex(r"^\d{2}:\d{2}(?::\d{2})?$")
# A breadcrumb with one line for each section: 首页, /, 财经.
_BETWEEN = frozenset("/>|»›→＞｜")
_CRUMB_MOST = 6
_OFFICE = late_regex(
    r"^[^。，；]{2,40}(?:政府|委员会|办公室|局|厅|部|委|院|会|处|中心|公司|协会|集团)$"
)


class Removed(msgspec.Struct, frozen=True, gc=False):
    """A line that is not part of the article: its number on the page, its text, the reason."""

    line: int
    text: str
    why: str


class Image(msgspec.Struct, frozen=True):
    """A picture on the page: its address and its caption, either of which may be empty."""

    url: str
    caption: str


@dataclass(frozen=True)
class Line:
    """A line of the article: its number, its stripped text, and how it began.

    A row of a table has the ``table``'s number, and its cells between bars. An ``item`` is one of a
    list, without a mark of its own.
    """

    number: int
    text: str
    indented: bool
    after_blank: bool
    table: int = 0
    item: bool = False


@dataclass(frozen=True)
class Outline:
    """What the markup says about the lines of a page, by their numbers from 1.

    ``reasons`` maps lines that are not part of the article to the reason. Lines in ``before`` and
    ``behind`` are beside it and may describe it. ``tables`` maps lines to numbers of tables;
    ``items`` are lines of lists.
    """

    reasons: Mapping[int, str] = field(default_factory=dict)
    before: frozenset[int] = frozenset()
    behind: frozenset[int] = frozenset()
    tables: Mapping[int, int] = field(default_factory=dict)
    items: frozenset[int] = frozenset()

    @property
    def is_of_a_page(self) -> bool:
        """Whether the outline shows the place of the article on its page, not just accompanying
        notes."""
        return any(why not in ASIDE for why in self.reasons.values())


@dataclass
class Sorted:
    """All lines of a page, each in one of the groups."""

    lines: list[Line] = field(default_factory=list)
    removed: list[Removed] = field(default_factory=list)
    images: list[Image] = field(default_factory=list)
    found: Description = field(default_factory=Description)


def classify_lines(
    text: str, outline: Outline = Outline(), choices: Choices = NO_CHOICES
) -> Sorted:
    """Sort the lines of a repaired, Simplified page; every line ends up in one place.

    An editor's choice for a line wins; the details in the line are recorded in any case.
    """
    result = Sorted()
    rows = text.split("\n")
    spaced = _uses_blank_lines(rows)
    seen: set[str] = set()
    after_blank = True
    picture = False
    last = ""
    for number, row in enumerate(rows, 1):
        line = row.strip(" \t\u3000\xa0\u200b\ufeff\x0b\x0c")
        if not line:
            after_blank = True
            continue
        result.found.line = number
        if number in outline.reasons:
            why = _why_outside(line, number, outline, result)
            picture = False
            if number in choices.kept:
                result.lines.append(Line(number, line, row[:1] in _BLANKS, after_blank))
            else:
                result.removed.append(Removed(number, line, why))
            continue
        following = rows[number].strip() if number < len(rows) else ""
        prompt = None if number in choices.kept else _PROMPT.search(line)
        if prompt:
            result.removed.append(Removed(number, prompt[0].strip(), "navigation"))
            line = line[: prompt.start()]
        edited = None if number in choices.kept else _EDITED.search(line)
        if edited:
            result.removed.append(Removed(number, edited[0].strip(), "credits"))
            line = line[: edited.start()]
        table = outline.tables.get(number, 0)
        found = Line(number, line, row[:1] in _BLANKS, after_blank, table, number in outline.items)
        why = ""
        touching = not after_blank or bool(following)
        if picture and not table and spaced and touching and may_be_caption(line):
            why = CAPTION
            result.images[-1] = msgspec.structs.replace(result.images[-1], caption=line)
        why = why or ("" if table else _why(found, result, last, seen))
        why = why or ("navigation" if not table and _is_crumb(line, last, following) else "")
        why = why or ("" if table else _split_date(line, last, following, result))
        picture = why == "image address"
        if number in choices.dropped:
            why = BY_EDITOR
        if why and number not in choices.kept:
            result.removed.append(Removed(number, line, why))
        else:
            result.lines.append(found)
            result.found.begun |= len(line) >= _PARAGRAPH and "。" in line
            seen.add("".join(line.split()))
        last, after_blank = line, False
    return result


def _why_outside(line: str, number: int, outline: Outline, result: Sorted) -> str:
    """Return the reason for the removal of a line outside the article; record the details in it."""
    why = outline.reasons[number]
    if why == CAPTION:
        prompt = why_removed(line)
        if prompt in _PROMPTS:
            return prompt
        _add_caption(line, result, own=False)
    before = number in outline.before
    if not before and number not in outline.behind:
        return why
    own = why == BEHIND
    told = note_beside(line, result.found, number, before=before, own=own) or why
    if why == CAPTION and not _HEAD_SIGN.search(line):  # the day of a picture
        result.found.days = [day for day in result.found.days if day.line != number]
    return told


def _why(found: Line, result: Sorted, last: str, seen: set[str]) -> str:
    """Return the reason for the removal of a line, or an empty string; record the details in it."""
    line = found.text
    image = image_in(line)
    if image:
        result.images.append(Image(*image))
        return "image address"
    if is_address(line):
        return "address"
    if last and same_text(line, last) and len(line) > 3:
        return "repeated line"
    if is_caption(line) and not _is_listed(line, last, result):
        above = bool(result.removed) and result.removed[-1].why == "image address"
        _add_caption(
            " ".join(line.split()), result, own=not (above and last == result.removed[-1].text)
        )
        return CAPTION
    why = why_removed(line, _is_place)
    if (
        why in ("", PLAYER)
        and not (result.found.begun or result.found.days)
        and is_of_a_medium(line)
    ):
        return ""  # 视频 | …, the title
    if not why and _is_signature(line, result):
        result.found.note_source(result.lines[-1].text, ACCOUNT)
        result.found.signed = day_in(line)
        return ""
    told = (
        note_line(line, result.found, found.number)
        if why in ("", "site notice", "view counter", "comment counter", "tools", "newspaper")
        else note_head_line(folded(line), result.found, found.number)
        if _HEAD.search(line) and why in _BESIDE_HEAD and (why != "forum line" or "源" in line)
        else ""
    )
    if told:
        return why if why == "newspaper" else told
    if why:
        title, day = _FORUM_TITLE.match(line), _FORUM_DAY.search(line)
        if title:
            result.found.note("title", title["title"])
        if day and why == "forum line":
            result.found.days.append(Day(_padded(day["day"]), Rank.PUBLISHED, found.number))
        return why
    return "repeated paragraph" if repeats(line, seen) else ""


def _add_caption(line: str, result: Sorted, *, own: bool) -> None:
    """Record a caption: that of the last picture, if it has none, or else (or if it is not
    beside that picture, ``own``) one of a picture that is not on the page."""
    caption = caption_of(line)
    if result.images and not result.images[-1].caption and not own:
        result.images[-1] = msgspec.structs.replace(result.images[-1], caption=caption)
    else:
        result.images.append(Image("", caption))


def _is_listed(line: str, last: str, result: Sorted) -> bool:
    """Return whether the arrow before a line marks an item of a list of other articles."""
    above = result.removed[-1] if result.removed else None
    return line[0] in "▶◀" and above is not None and above.text == last and above.why != CAPTION


def _is_crumb(line: str, last: str, following: str) -> bool:
    """Return whether a line is a separator in a breadcrumb, or the name of a section beside one."""
    beside = last in _BETWEEN or following in _BETWEEN
    return line in _BETWEEN or (beside and len(line) <= _CRUMB_MOST)


def _split_date(line: str, last: str, following: str, result: Sorted) -> str:
    """Return the reason for the removal of a part of a date; the date is recorded at its year."""
    day = _MONTH_DAY.match(following)
    if _YEAR.match(line) and day:
        found = day_in(f"{line}-{day[1]}-{day[2]}")
        result.found.days += [Day(found, Rank.BESIDE, result.found.line)] if found else []
        return "date and source" if found else ""
    if (_MONTH_DAY.match(line) and _YEAR.match(last)) or (
        _CLOCK.match(line) and _MONTH_DAY.match(last)
    ):
        return "date and source"
    return ""


def _is_signature(line: str, result: Sorted) -> bool:
    """Return whether a date alone signs a document: an office on the previous line, text above."""
    office = result.lines[-1].text if len(result.lines) > _SIGNED else ""
    return bool(_DATE_ALONE.match(in_digits(line))) and bool(_OFFICE.search(office))


def _padded(day: str) -> str:
    year, month, date = day.split("-")
    return f"{year}-{int(month):02}-{int(date):02}"


def _uses_blank_lines(rows: list[str]) -> bool:
    """Return whether the page separates paragraphs by blank lines, so that adjacent lines belong
    together."""
    filled = sum(1 for row in rows if row.strip())
    return filled > 0 and len(rows) - filled >= 0.5 * filled


@cache
def _is_place(name: str) -> bool:
    """Return whether a word alone is the name of an administrative division."""
    from generator.gazetteer import detect

    return any(match.at and match.at[0][2] == name for match in detect(name))
