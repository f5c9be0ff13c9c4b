"""Find the lines of a page that are still among the lines of an article copied from it.

Rules recognize lines by their form (`boilerplate`), and the frame finds where the article begins
and ends (`frame`). What is left between both (captions, standfirsts, advertisements, names of
sections, titles of other articles) has no form of its own. A model weighs the signs of each line
(`line_signs`): its weights are in ``data/lines.tsv``, made by ``make_tables.lines`` from labelled
texts. A text without other lines of a page is left alone, and so is what a document has around its
text: a salutation, numbered sections, tables, attachments, a signature.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache
from importlib.resources import files

from generator.clean.frame import is_page_number
from generator.clean.line_classifier import Line, Removed
from generator.clean.line_signs import DATE, OFFICE, SENTENCE, SPEAKER, Entry, Page, ending
from generator.patterns import late_regex

# Reasons for the removal of lines that only a page has, and how many make a copied page.
_PAGE = frozenset((
    "navigation", "tools", "paging", "share prompt", "site notice", "comment counter",
    "view counter", "turn of page", "imprint", "advertisement", "player", "link farm", "forum line",
    "beside the article",
))  # fmt: skip
_COPIED = 3
# The weight from which a line goes; a sentence is lost less easily than a short line.
SHORT_LIMIT, SENTENCE_LIMIT = 0.8, 1.6
_OWN = late_regex("^(?:附[件表录：:]|注[：:]|备注|特此|此复|此致|[（(]此件)")
_SALUTATION = late_regex("^(?:各|尊敬|广大|亲爱|有关|全[省市县区镇村校体]|[省市县区]).{0,30}[：:]$")
_SECTION = late_regex(
    r"^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[)）]|第\S{1,3}[章节条])"
)
_LABEL = late_regex("摘要|导读|提示|来源|更多|阅读|声明")
_SPOKEN = 14  # characters of a line in which somebody speaks: 记者：……
_COLUMN, _RAGGED = 5, (-2, -1, 0, 1)  # lines of a text that a narrow column has broken


def lines_beside(lines: Sequence[Line], removed: Sequence[Removed], title: str) -> list[Line]:
    """Return those of the remaining ``lines`` of a text that belong to the page, not to the
    article; ``removed`` are the lines already removed, ``title`` is the article's title."""
    if not lines or not copied(removed):
        return []
    page = Page(entries_of(lines, removed), title)
    weights = _weights()
    found = []
    for place in candidates(page):
        line = page.entries[place].line
        weight = sum(weights.get(sign, 0.0) for sign in sorted(page.signs(place)))
        if weight > (SENTENCE_LIMIT if ending(line.text) == "stop" else SHORT_LIMIT):
            found.append(line)
    return found


def copied(removed: Iterable[Removed]) -> bool:
    """Return whether so many lines of a page were removed that the text was copied with them."""
    return sum(one.why in _PAGE and not is_page_number(one.text) for one in removed) >= _COPIED


def entries_of(lines: Sequence[Line], removed: Iterable[Removed]) -> list[Entry]:
    """Return all lines of a page in order; a line of which only the end was removed remains."""
    staying = {line.number for line in lines}
    entries = [Entry(line) for line in lines]
    entries += [
        Entry(Line(one.line, one.text, indented=False, after_blank=False), one.why)
        for one in removed
        if one.line not in staying
    ]
    return sorted(entries, key=lambda entry: entry.line.number)


def candidates(page: Page) -> list[int]:
    """Return the places of the lines that the model may remove."""
    lines = {place: page.entries[place].line for place in page.live}
    if _is_column([line.text for line in lines.values()]):
        return []
    last = page.paragraphs[-1] if page.paragraphs else -1
    signed = last
    for above, place in zip(page.live, page.live[1:], strict=False):
        if place > last and DATE.match(lines[place].text) and OFFICE.match(lines[above].text):
            signed = place
    return [
        place
        for place, line in lines.items()
        if not (last < place <= signed or line.table or _is_kept(line.text))
    ]


def _is_kept(text: str) -> bool:
    """Return whether a line has a form that documents and interviews have, and pages do not."""
    if _OWN.match(text) or _SALUTATION.match(text) or _SECTION.match(text):
        return True
    spoken = len(text) >= _SPOKEN and "：" in text[:12] and SPEAKER.match(text)
    return bool(spoken and SENTENCE.search(text) and not _LABEL.search(text[:8]))


def _is_column(texts: Sequence[str]) -> bool:
    """Return whether most lines are equally long because a narrow column has broken them."""
    lengths = Counter(map(len, texts))
    most = max(lengths, key=lambda length: sum(lengths[length + by] for by in _RAGGED), default=0)
    full = sum(lengths[most + by] for by in _RAGGED)
    if full < _COLUMN or full < 0.5 * len(texts) or not 12 <= most <= 60:
        return False
    return sum(ending(text) != "stop" for text in texts if len(text) - most in _RAGGED) >= full / 2


@cache
def _weights() -> dict[str, float]:
    text = files("generator.clean").joinpath("data/lines.tsv").read_text("utf-8")
    rows = (row.split("\t") for row in text.splitlines() if row and not row.startswith("# "))
    return {name: float(weight) for name, weight in rows}
