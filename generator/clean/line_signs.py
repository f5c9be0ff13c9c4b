"""The signs by which a model tells lines of an article from lines of its page: the form of a line,
its neighbours, its place, its words, and the words that it shares with the title and the text."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from generator.clean.line_classifier import CAPTION, Line
from generator.patterns import late_regex

SENTENCE = late_regex("[。！？!?]")
_ENDED = late_regex(r"[。！？!?…][”’）)」』]*$")
_MARK = late_regex("^[▲▼△▽◆◇●○■□★☆►▶→·•※*☞◎↑↓①-⑳]")
_NUMBER = late_regex(
    r"^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}[.．、]|第[一二三四五六七八九十]{1,3})"
)
_DATELINE = late_regex(
    r"^\s*(?:[【（(〔\[][^】）)〕\]]{2,24}[】）)〕\]]|\S{2,12}?(?:讯|电|消息|报道)[\s（(：:，,]|\S{0,8}?\d{1,2}月\d{1,2}日|[“「])"
)
SPEAKER = late_regex(r"^[^：:。，,]{1,20}[：:].{4,}[。！？!?…”」]$")
DATE = late_regex(
    r"^(?:19|20)\d\d\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日$|^二[〇○零]\S{2}年\S{1,3}月\S{1,3}日$"
)
OFFICE = late_regex(
    "^[^。，；：:]{2,40}(?:政府|委员会|办公室|办公厅|局|厅|部|委|院|会|处|中心|公司|协会|集团|学校|大学|学院|医院|社)$"
)
_WORDS = (
    ("address", late_regex(r"(?i)https?:|www\.|\.com|\.cn|@\w")),
    ("date", late_regex(r"(?:19|20)\d\d[-年./]\d|\d{1,2}月\d{1,2}日")),
    ("clock", late_regex(r"\d{1,2}:\d{2}")),
    ("reader", late_regex("[你您]|我们|小编")),
    ("speaker", SPEAKER),
    # 张三（左）, in captions
    ("side", late_regex(r"[（(](?:[左右前后中]|[前后]排)(?:[一二三四起]|[数起]?.{0,3})?[）)]")),
    ("signed", DATE),
    ("blank", late_regex(r"\s")),
    ("bar", late_regex("[|｜]")),
)
_CHARACTERS = "“《【（#>:：！？…/"
_LENGTHS = (4, 7, 10, 14, 19, 25, 33, 45, 70)
_PROSE, _PARAGRAPH, _HEADING, _LONG, _WORD = 18, 30, 24, 80, 12
_HEAD = frozenset(("date and source", "byline", "credits"))


@dataclass(frozen=True)
class Entry:
    """A line of a page; ``why`` it was removed, empty if it was not."""

    line: Line
    why: str = ""


class Page:
    """The lines of a page, those removed among them, and what their signs are compared with."""

    def __init__(self, entries: Sequence[Entry], title: str) -> None:
        """Read the lines once; ``title`` is the title of the article."""
        self.entries = entries
        texts = [entry.line.text for entry in entries]
        self.live = [place for place, entry in enumerate(entries) if not entry.why]
        self.prose = {
            place
            for place in self.live
            if len(texts[place]) >= _PROSE and SENTENCE.search(texts[place])
        }
        self.paragraphs = [
            place
            for place in self.live
            if len(texts[place]) >= _PARAGRAPH and _ENDED.search(texts[place])
        ] or sorted(self.prose)
        self._texts = texts
        self._pairs = {place: set(pairs(texts[place])) for place in self.live}
        self._shared = Counter(pair for own in self._pairs.values() for pair in own)
        self._title = set(pairs(title))

    @cached_property
    def _indented(self) -> bool:
        indented = sum(self.entries[place].line.indented for place in self.paragraphs)
        return len(self.paragraphs) > 1 and indented >= 0.7 * len(self.paragraphs)

    @cached_property
    def _headings(self) -> set[int]:
        """Short lines directly above a line of prose."""
        return {
            place
            for place in self.live
            if place not in self.prose
            and len(self._texts[place]) <= _HEADING
            and ending(self._texts[place]) == "open"
            and place + 1 in self.prose
        }

    @cached_property
    def _median(self) -> int:
        lengths = sorted(len(self._texts[place]) for place in self.paragraphs)
        return lengths[len(lengths) // 2] if lengths else 1

    @cached_property
    def _gone(self) -> int:
        return len(self.entries) - len(self.live)

    def zone(self, place: int) -> str:
        """Return whether a line is above, between or below the paragraphs."""
        if not self.paragraphs:
            return "middle"
        above = place < self.paragraphs[0]
        return "top" if above else "end" if place > self.paragraphs[-1] else "middle"

    def _kind(self, place: int) -> str:
        if not 0 <= place < len(self.entries):
            return "edge"
        why = self.entries[place].why
        if not why:
            return "prose" if place in self.prose else "short"
        if why in _HEAD:
            return "head"
        return {CAPTION: "caption", "image address": "caption", "title": "title"}.get(why, "gone")

    def signs(self, place: int) -> set[str]:
        """Return the names of all signs of the line at ``place``, which was not removed."""
        text = self._texts[place]
        zone, end, begin = self.zone(place), ending(text), beginning(text)
        size = _step(len(text), *_LENGTHS)
        found = {
            "any", f"size {size}", f"end {end}", f"size {size} end {end}", f"begin {begin}",
            f"begin {begin} end {end}", f"zone {zone}", f"zone {zone} size {size}",
            f"zone {zone} end {end}",
        }  # fmt: skip
        found |= self._of_neighbours(place, zone, end)
        found |= self._of_sharing(place, zone, end, size)
        found |= self._of_page(place, zone, end, begin)
        found |= _of_text(text, end)
        return found

    def _of_neighbours(self, place: int, zone: str, end: str) -> set[str]:
        above, below = self._kind(place - 1), self._kind(place + 1)
        found = {
            f"above {above}", f"below {below}", f"above {above} below {below}",
            f"above {above} below {below} end {end}", f"zone {zone} above {above} below {below}",
        }  # fmt: skip
        at = bisect_left(self.live, place)
        last = self.live[at - 1] if at else -1
        found.add(f"removed above {_step(place - last - 1, 1, 2, 4)}")
        text = self._texts[place]
        following = self._texts[self.live[at + 1]] if at + 1 < len(self.live) else ""
        part = _step(len(text) / self._median, 0.2, 0.35, 0.5, 0.75)
        found |= {f"part {part}", f"part {part} end {end}"}
        if not at:
            found |= {"first", f"first end {end}", f"first part {part}", f"first above {above}"}
            found.add("first dateline" if _DATELINE.match(text) else "first without dateline")
            if _DATELINE.match(following):
                found.add("first above dateline")
        if DATE.match(following):
            found.add("above signature")
        if zone == "end":
            found.add(f"behind {_step(place - self.paragraphs[-1], 2, 3, 5, 8)}")
        return found

    def _of_sharing(self, place: int, zone: str, end: str, size: int) -> set[str]:
        own = self._pairs[place]
        many = max(len(own), 1)
        title = _step(len(own & self._title) / many, 0.01, 0.15, 0.35, 0.6)
        whole = _step(
            sum(self._shared[pair] > 1 for pair in own) / many, 0.01, 0.12, 0.3, 0.5, 0.75
        )
        at = bisect_left(self.paragraphs, place)
        behind = bisect_right(self.paragraphs, place)
        around: set[str] = set()
        for near in (*self.paragraphs[max(at - 1, 0) : at], *self.paragraphs[behind : behind + 1]):
            around |= self._pairs[near]
        near = _step(len(own & around) / many, 0.01, 0.12, 0.3, 0.5)
        return {
            f"title {title}", f"title {title} zone {zone}", f"text {whole}",
            f"text {whole} end {end}", f"text {whole} size {min(size, 6)}", f"near {near}",
        }  # fmt: skip

    def _of_page(self, place: int, zone: str, end: str, begin: str) -> set[str]:
        found = {f"page {_step(self._gone, 1, 3, 8, 20)}", f"page {self._gone >= 3} end {end}"}
        indented = self.entries[place].line.indented
        if self._indented:
            found |= {f"indent {indented} {one}" for one in ("", end, zone)}
        if place in self._headings:
            found |= {"heading", f"headings {_step(len(self._headings), 2, 3, 5)}"}
            found.add(f"heading begin {begin} zone {zone}")
        if OFFICE.match(self._texts[place]):
            found |= {"office", f"office {zone}"}
        return found


def _of_text(text: str, end: str) -> set[str]:
    """Return the signs of the characters of a line: what it has, and its pairs of characters."""
    commas = sum(map(text.count, "，,、"))
    digits = sum(map(str.isdigit, text)) / len(text)
    letters = sum(one.isascii() and one.isalpha() for one in text) / len(text)
    found = {
        f"commas {_step(commas, 1, 2, 3)} end {end}", f"digits {_step(digits, 0.01, 0.15, 0.4)}",
        f"letters {_step(letters, 0.01, 0.2, 0.5)}",
        f"sentences {_step(len(SENTENCE.findall(text)), 1, 2, 3)}",
    }  # fmt: skip
    found |= {name for name, pattern in _WORDS if pattern.search(text)}
    found |= {f"has {one}" for one in _CHARACTERS if one in text}
    if re.search(r"\s", text):
        found.add(f"blank end {end}")
    parts = (text,) if len(text) <= _LONG else (text[: _LONG // 2], text[-_LONG // 2 :])
    found |= {f"={pair}" for part in parts for pair in pairs(part)}
    found |= {f"^{text[:2]}", f"^{text[:1]}", f"${text[-2:]}", f"${text[-1:]}"}
    if len(text) <= _WORD:
        found |= {f"~{one}" for one in text}
    return found


def pairs(text: str) -> list[str]:
    """Return the pairs of neighbouring Chinese characters in a text."""
    return [
        text[at : at + 2]
        for at in range(len(text) - 1)
        if "\u4e00" <= text[at] <= "\u9fff" and "\u4e00" <= text[at + 1] <= "\u9fff"
    ]


def ending(text: str) -> str:
    """Return how a line ends: with a full stop, a colon, a bracket, a comma, or openly."""
    if _ENDED.search(text):
        return "stop"
    kinds = {"：": "colon", ":": "colon"} | dict.fromkeys(")）]】", "bracket")
    return (kinds | dict.fromkeys("，、,;；", "comma")).get(text[-1], "open")


def beginning(text: str) -> str:
    """Return what a line begins with: a mark, a number, a quotation, a letter or a character."""
    if _MARK.match(text) or _NUMBER.match(text):
        return "mark" if _MARK.match(text) else "number"
    first = text[0]
    for name, characters in (("quote", '“"「『'), ("bracket", "（(【[〔「《◤"), ("tag", "#@$")):
        if first in characters:
            return name
    if first.isascii():
        return "digit" if first.isdigit() else "letter" if first.isalpha() else "other"
    return "han" if "\u4e00" <= first <= "\u9fff" else "other"


def _step(value: float, *limits: float) -> int:
    """Return the number of ``limits`` that a value reaches."""
    return bisect_right(limits, value)
