"""Join lines to paragraphs, and mark section headings."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

from generator.clean.bylines import is_adopted
from generator.clean.likelihood import folded
from generator.clean.line_classifier import Line
from generator.clean.wrapping import joined_lines, leads_on
from generator.patterns import late_regex

_SECTION = late_regex(r"^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[)）])")
# 一、 and below it （一）
_CHAPTER = late_regex("^[一二三四五六七八九十]{1,3}、")
_PART = late_regex("^[（(][一二三四五六七八九十]{1,3}[)）]")
# The end of a notice, its attachments, and the line above a table.
_CLOSING = late_regex(
    r"^(?:[表图]\s*[\d一二三四五六七八九十]|单位\s*[：:]|特此|附件|联系人|联系电话|地址|此复|此致)|^[（(](?:此件|原载|据)"
)
# The date below the office that signs a document, and its addressees.
_DATE = late_regex(r"^(?:19|20)\d\d年\d{1,2}月\d{1,2}日$|^二[〇○零]\S{2}年\S{1,3}月\S{1,3}日$")
_SALUTATION = late_regex("^(?:各|尊敬|广大|亲爱|全[省市县区镇村校体])")
# The mark or number before an item of a list, and a label before its value.
_ITEM = late_regex(
    r"^(?:[-*•·▪■●◆★※○◎□▶►]\s*|[(（]?\d{1,2}[)）.．、]\s*|[①-⑳]|[(（]?[一二三四五六七八九十]{1,3}(?:[)）、.．]|是))"
)
_PAIR = late_regex(r"^[^：:]{1,12}[：:]\s*\S")
# A line with such a mark is an item wherever it is; other marks are before headings too.
_BULLET = late_regex(r"^(?:[-*]\s+|[•·▪]\s*)(?=\S)")
_NUMBER = late_regex(r"^(?:(?i:part|no|chapter|vol)[.\s·:]*)?(?P<n>\d{1,2})$")
_MARK = late_regex("[，,；;]")
_COUNTED = 2  # numbers of sections at least
_HEADING, _HEADING_ABOVE = 45, 12


@dataclass(frozen=True)
class Paragraph:
    """A paragraph of the article (``level`` 0), a heading of level 2 or 3, or a table, which has
    ``rows`` of cells; an ``item`` of a list has its mark in the text."""

    line: int
    text: str
    level: int = 0
    rows: tuple[tuple[str, ...], ...] = ()
    item: bool = False


def paragraphs_of(lines: Sequence[Line]) -> list[Paragraph]:
    """Return the paragraphs of an article's lines; lines of one paragraph are joined."""
    joined = joined_lines(lines)
    texts = _with_headings([_paragraph(parts) for parts in joined])
    return _with_items(_with_numbers(texts))


def _with_numbers(texts: list[Paragraph]) -> list[Paragraph]:
    """Make headings of lines that are nothing but the number of a section (01, PART 2), if they
    count; a heading below such a line is one level lower."""
    places = [
        place
        for place, one in enumerate(texts[:-1])
        if not (one.rows or one.item) and _NUMBER.match(one.text)
        if not (texts[place + 1].rows or _NUMBER.match(texts[place + 1].text))
    ]
    found = [_NUMBER.match(texts[place].text) for place in places]
    digits = [one["n"] for one in found if one is not None]
    if len(digits) < _COUNTED or [*map(int, digits)] != [*range(1, len(digits) + 1)]:
        return texts
    result = list(texts)
    for place in places:
        result[place] = replace(texts[place], level=2)
        if texts[place + 1].level == 2:
            result[place + 1] = replace(texts[place + 1], level=3)
    return result


def _with_items(texts: list[Paragraph]) -> list[Paragraph]:
    """Mark runs of at least two lines with the same bullet as items of a list."""
    marks = [one.text[0] if not one.rows and _BULLET.match(one.text) else "" for one in texts]
    return [
        replace(one, item=True)
        if mark
        and mark in (marks[max(place - 1, 0)] if place else "", *marks[place + 1 : place + 2])
        else one
        for place, (one, mark) in enumerate(zip(texts, marks, strict=True))
    ]


def without_bullet(text: str) -> str:
    """Return the text of an item of a list without its mark."""
    return _BULLET.sub("", text)


def _paragraph(parts: Sequence[Line]) -> Paragraph:
    if not parts[0].table:
        return Paragraph(parts[0].number, _whole(parts), item=parts[0].item)
    rows = tuple(tuple(cell.strip() for cell in line.text.split("|")) for line in parts)
    text = " ".join(cell for row in rows for cell in row if cell)
    return Paragraph(parts[0].number, text, 0, rows)


def _whole(parts: Sequence[Line]) -> str:
    """Return the lines of one paragraph as one text, with a space between Latin words."""
    pieces = [parts[0].text]
    for before, line in pairwise(parts):
        last, first = before.text[-1:], line.text[:1]
        if _latin(last) and _latin(first) and not (last.isdigit() and first.isdigit()):
            pieces.append(" ")
        pieces.append(line.text)
    return "".join(pieces)


def _latin(character: str) -> bool:
    return character.isascii() and character.isalnum()


def _with_headings(texts: Sequence[Paragraph]) -> list[Paragraph]:
    result: list[Paragraph] = []
    # What goes on in the next line is no heading.
    running = {
        one.line
        for one, below in pairwise(texts)
        if not (one.rows or below.rows) and _MARK.search(one.text)
        if one.text.endswith("的") or leads_on(one.text, below.text)
    }

    def heads(one: Paragraph) -> bool:
        return one.line not in running and _looks_like_heading(one)

    for like_heading, group in groupby(texts, key=heads):
        run = list(group)
        # One or two such lines above a text are headings; at the end, or in longer runs, they are
        # not.
        last = len(result) + len(run) == len(texts)
        # A document's signature may precede the first of its sections.
        days = [place for place, line in enumerate(run, 1) if _DATE.match(line.text)]
        signed = days[-1] if days and like_heading else 0
        result += run[:signed]
        run = run[signed:]
        marked = like_heading and len(run) <= 2 and not last and not _is_list(run)
        for place, paragraph in enumerate(run):
            result.append(replace(paragraph, level=2 + place) if marked else paragraph)
    return _with_sections(result)


def _is_list(run: Sequence[Paragraph]) -> bool:
    """Return whether two lines that look like headings are items of the same list: the same mark or
    the same kind of number before them, or a label with its value each."""
    kinds = {_kind_of_item(one.text) for one in run}
    return len(run) > 1 and len(kinds) == 1 and "" not in kinds


def _kind_of_item(text: str) -> str:
    mark = _ITEM.match(text)
    if mark:
        return re.sub(r"\d+|[一二三四五六七八九十]+", "1", mark[0].strip())
    return ":" if _PAIR.match(text) else ""


def _with_sections(texts: Sequence[Paragraph]) -> list[Paragraph]:
    """Return paragraphs of which numbered sections (一、) are headings if one of them is, even
    below another line that looks like a heading. What is above the first of them (an addressee, a
    remark) is none. The parts （一） of a section are headings of level 3."""
    chapters = {place for place, one in enumerate(texts) if one.level and _CHAPTER.match(one.text)}
    if not chapters:
        return list(texts)
    result = list(texts)
    for place, one in enumerate(texts[:-1]):
        chapter = _CHAPTER.match(one.text)
        if chapter and _looks_like_heading(one) and not _CHAPTER.match(texts[place + 1].text):
            result[place] = replace(one, level=2)
            above = texts[place - 1] if place else one
            if (
                place
                and above.level == 2
                and place in chapters
                and len(above.text) > _HEADING_ABOVE
            ):
                result[place - 1] = replace(above, level=0)
        elif one.level and _PART.match(one.text):
            result[place] = replace(one, level=3)
    return result


def _looks_like_heading(paragraph: Paragraph) -> bool:
    text = paragraph.text
    if (
        paragraph.rows
        or paragraph.item
        or len(text) > _HEADING
        or not re.search("[\u4e00-\u9fff]", text)
        or _CLOSING.match(text)
        or is_adopted(folded(text))
        or _BULLET.match(text)
        or text.startswith(("——", "--"))
    ):
        return False
    if text.endswith(("：", ":")):
        return not _SALUTATION.match(text) and len(text) <= 12 and not re.search("[，。；、]", text)
    if _SECTION.match(text):
        return not re.search("[。；，,]$", text) and "。" not in text
    if re.search(r"[。！？；，、：…!?;,:.—][”’）》」)]*$", text) or "。" in text:
        return False
    return len(text) >= 2 and len(re.findall("[，,；;]", text)) <= 2
