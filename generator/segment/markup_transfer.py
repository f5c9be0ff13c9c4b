"""Transfer the inline marks of a Chinese segment to its English translation.

Engines do not say which English word came from which Chinese one. The English of the marked
words is searched for in three ways, the most reliable first: the English of a figure or term in
it; its own translation, word for word; the run of words most similar to its translation. If
nothing is found, a link or code is appended to the segment with its own words, and emphasis
goes to the words at the same relative position in the sentence.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

import msgspec

from generator.patterns import late_regex
from generator.segment.inline import InlineTag, Marked, render_inline
from generator.segment.segment import Segment
from generator.terms import Terms
from generator.terms.wording import Word, stems, words

# The title in an image's Markdown; the group is the caption, without the credit after a bar.
_TITLE = late_regex(r'\s"([^"|｜]+?)(?:\s*[|｜][^"]*)?"\s*\)\Z')
# The least similarity (Dice coefficient of the stems) between a run of words and a translation.
_LIKENESS = 0.5
# A mark on at least this share of a segment counts as a mark on all of it.
_WHOLE = 0.85

Span = tuple[int, int]


def phrases(segments: Sequence[Segment]) -> list[str]:
    """The marked Chinese words to translate by themselves, in order, each once.

    Their translations help to place the marks. The alternative texts and captions of images are
    included, because they have to be translated in any case; code is not.
    """
    wanted: dict[str, None] = {}
    for segment in segments:
        for mark in segment.marks:
            if mark.kind == "image":
                words = (mark.alt, _caption(mark.opening))
                wanted |= {said.strip(): None for said in words if _has_chinese(said)}
                continue
            said = segment.text[mark.start : mark.end]
            if mark.kind in ("code", "object") or not _has_chinese(said):
                continue
            if not _covers(mark, segment):
                wanted[said.strip()] = None
    return list(wanted)


def transfer_marks(
    segment: Segment, english: str, translated: Mapping[str, str], terms: Terms | None = None
) -> str:
    """The Markdown of ``english``, a segment's translation, with every mark of the segment.

    ``translated`` maps the ``phrases`` to their English, as far as available. ``terms`` are the
    terms with fixed English.
    """
    terms = terms or Terms()
    placed: list[InlineTag] = []
    tail: list[str] = []
    taken: list[Span] = []
    for mark in segment.marks:
        said = segment.text[mark.start : mark.end]
        if mark.start == mark.end:
            placed.append(_object(mark, segment, english, translated))
            continue
        span = _span(mark, said, segment, english, translated, terms, taken)
        if span is None and mark.kind in ("link", "code"):
            words_of = translated.get(said.strip(), said) if mark.kind == "link" else said
            tail.append(render_inline(Marked(words_of, (_moved(mark, 0, len(words_of)),))))
            continue
        if span is None:
            span = _proportional(mark, segment, english)
        if span is not None:
            taken.append(span)
            placed.append(_moved(mark, *span))
    body = render_inline(Marked(english, tuple(_nested(placed))))
    return _with_tail(body, tail)


def _moved(mark: InlineTag, start: int, end: int) -> InlineTag:
    return msgspec.structs.replace(mark, start=start, end=end)


def _has_chinese(text: str) -> bool:
    return any("\u4e00" <= c <= "\u9fff" for c in text)


def _covers(mark: InlineTag, segment: Segment) -> bool:
    return mark.end - mark.start >= _WHOLE * len(segment.text.rstrip("。！？；：，.!?"))


def _object(
    mark: InlineTag, segment: Segment, english: str, translated: Mapping[str, str]
) -> InlineTag:
    """An image, line break or note, moved to the same relative position in the English."""
    opening = mark.opening
    if mark.kind == "image" and mark.alt.strip() in translated:
        alt = translated[mark.alt.strip()].replace("[", "(").replace("]", ")")
        opening = re.sub(r"\A!\[.*?\](?=[(\[])", lambda _: f"![{alt}]", opening, flags=re.DOTALL)
    caption = _caption(opening) if mark.kind == "image" else ""
    if caption.strip() in translated:
        said = translated[caption.strip()].replace('"', "”").replace("|", "/")
        opening = opening.replace(f'"{caption}', f'"{said}', 1)
    before_it = segment.text[max(0, mark.start - 1) : mark.start]
    if before_it in ("（", "(") and (gap := re.search(r"\(\s*\)", english)):
        # An object alone in brackets: the translation has empty brackets.
        at = gap.start() + 1
        return msgspec.structs.replace(mark, start=at, end=at, opening=opening)
    bare_end = len(segment.text.rstrip("。！？；：，.!?”’）"))
    if mark.start == 0:
        at = 0
    elif mark.start >= len(segment.text):
        at = len(english)
    elif mark.start >= bare_end:
        # After a colon in the Chinese (网址：…), it goes after the colon of the English too.
        stops = '.!?;,”’")' if before_it in ("：", ":") else '.!?;:,”’")'
        at = len(english.rstrip(stops))
    else:
        at = _word_end(english, round(mark.start / len(segment.text) * len(english)))
    if mark.kind == "image" or opening.lstrip("<").startswith(("http://", "https://")):
        before = " " if at and not english[at - 1].isspace() else ""
        after = " " if english[at : at + 1].isalnum() else ""
        opening = f"{before}{opening}{after}"
    return msgspec.structs.replace(mark, start=at, end=at, opening=opening)


def _caption(image: str) -> str:
    """The caption in the title of an image's Markdown, without the credit after a bar."""
    title = _TITLE.search(image)
    return title[1] if title else ""


def _word_end(english: str, near: int) -> int:
    ends = [word.end for word in words(english)]
    return min(ends, key=lambda end: abs(end - near), default=len(english))


def _span(
    mark: InlineTag,
    said: str,
    segment: Segment,
    english: str,
    translated: Mapping[str, str],
    terms: Terms,
    taken: Sequence[Span],
) -> Span | None:
    """The span of the marked words' English; it does not cross a span in ``taken``.

    None if it is not found.
    """
    if not english.strip():
        return None
    if _covers(mark, segment) and mark.kind != "code":
        return _trimmed(english)
    exact = [said] if not _has_chinese(said) else []
    for wording in exact + _fixed_english(said, terms):
        if (span := _literal(wording, english, taken)) is not None:
            return span
    if mark.kind == "code":
        return None
    wording = translated.get(said.strip(), "")
    if not wording:
        return None
    return _literal(wording.rstrip("."), english, taken) or _similar(wording, english, taken)


def _trimmed(english: str) -> Span:
    """The whole English without its final punctuation."""
    end = len(english.rstrip().rstrip(".!?;:,"))
    return (0, end) if end else (0, len(english))


def _fixed_english(said: str, terms: Terms) -> list[str]:
    """The English of the terms and figures that make up at least half of the Chinese words."""
    forms: list[str] = []
    for found in terms.find(said):
        if 2 * (found.end - found.start) >= len(said):
            forms += found.term.forms
    # Imported only where marks are placed: it takes a tenth of a second.
    from generator.figures import read

    forms += [f.english for f in read(said) if 2 * len(f.source) >= len(said)]
    return forms


def _literal(wording: str, english: str, taken: Sequence[Span]) -> Span | None:
    """The first free span of the wording, compared without case, inflection and articles."""
    wanted, said = stems(wording), words(english)
    if not wanted:
        return _exact(wording, english, taken)
    for at in range(len(said) - len(wanted) + 1):
        stretch = said[at : at + len(wanted)]
        if tuple(word.stem for word in stretch) == wanted:
            span = (stretch[0].start, stretch[-1].end)
            if _is_free(span, taken):
                return span
    return _exact(wording, english, taken)


def _exact(wording: str, english: str, taken: Sequence[Span]) -> Span | None:
    at = english.find(wording) if wording else -1
    span = (at, at + len(wording))
    return span if at >= 0 and _is_free(span, taken) else None


def _similar(wording: str, english: str, taken: Sequence[Span]) -> Span | None:
    """The free run of words that is most similar to the wording."""
    wanted, said = set(stems(wording)), words(english)
    best: tuple[float, int, Span] | None = None
    size = len(wanted)
    for length in range(1, min(len(said), 2 * size) + 1):
        for at in range(len(said) - length + 1):
            stretch = said[at : at + length]
            if stretch[0].stem not in wanted or stretch[-1].stem not in wanted:
                continue
            span = (stretch[0].start, stretch[-1].end)
            likeness = _likeness(stretch, wanted)
            if likeness >= _LIKENESS and _is_free(span, taken):
                rank = (likeness, -length, span)
                best = max(best, rank, key=lambda r: r[:2]) if best else rank
    return best[2] if best else None


def _likeness(stretch: Sequence[Word], wanted: set[str]) -> float:
    common = len({word.stem for word in stretch} & wanted)
    return 2 * common / (len(stretch) + len(wanted))


def _is_free(span: Span, taken: Sequence[Span]) -> bool:
    """Whether a span crosses no taken one: each is apart from it, contains it or is inside it."""
    start, end = span
    apart = (end <= low or high <= start for low, high in taken)
    inside = (low <= start and end <= high for low, high in taken)
    around = (start <= low and high <= end for low, high in taken)
    return all(any(ways) for ways in zip(apart, inside, around, strict=True))


def _proportional(mark: InlineTag, segment: Segment, english: str) -> Span | None:
    """The English words at the same relative position as the marked Chinese ones."""
    said = words(english)
    if not said or not segment.text:
        return _trimmed(english) if english.strip() else None
    size, count = len(segment.text), len(said)
    first = min(count - 1, round(mark.start / size * count))
    last = max(first, min(count, round(mark.end / size * count)) - 1)
    return said[first].start, said[last].end


def _nested(marks: Sequence[InlineTag]) -> list[InlineTag]:
    """The marks, outer ones first, each shortened so that it crosses no other."""
    done: list[InlineTag] = []
    order = {id(mark): number for number, mark in enumerate(marks)}
    for mark in sorted(marks, key=lambda m: (m.start, -m.end, order[id(m)])):
        end = mark.end
        for outer in done:
            if outer.start < mark.start < outer.end < end:
                end = outer.end
        done.append(_moved(mark, mark.start, end))
    return done


def _with_tail(body: str, tail: Sequence[str]) -> str:
    """The text with the unplaced marks ``tail`` in brackets before its final punctuation."""
    if not tail:
        return body
    match = re.search(r"[.!?;:,]?\s*\Z", body)
    at = match.start() if match else len(body)
    return f"{body[:at]} ({', '.join(tail)}){body[at:]}"
