"""Take the first sentences of a text within a limit, and their counterparts in English."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from generator.segment import english_sentences, sentences
from generator.summary.clauses import cut_english_short, shortened
from generator.summary.dating import dated
from generator.summary.dating_english import dated_english
from generator.summary.formalities import is_formal, is_lead_in
from generator.summary.opening import (
    beside_a_picture,
    of_the_house,
    parted,
    without_english_opening,
)
from generator.summary.reference_day import is_of_a_city_paper, told_by

# The last characters of a sentence, including closing quotation marks and brackets.
_ENDS = tuple("。！？!?….”’」』）)》；;")


class SentencePlace(msgspec.Struct, frozen=True):
    """The place of a sentence: index of the paragraph, index of the sentence in it, and the number
    ``of`` sentences in the paragraph."""

    paragraph: int
    sentence: int
    of: int


class Extract(msgspec.Struct, frozen=True):
    """A summary with the places of its sentences; ``doubtful`` is the day of the paper if 昨日 and
    the like may count from it as well as from the dateline."""

    text: str
    places: tuple[SentencePlace, ...]
    doubtful: str = ""


class _Sentence(msgspec.Struct, frozen=True):
    """A sentence without a dateline and the like, with its places; ``told`` is what was before it
    in its paragraph."""

    text: str
    places: tuple[SentencePlace, ...]
    told: str = ""


def extract(paragraphs: Sequence[str], limit: int, day: str = "", printed: str = "") -> Extract:
    """The first sentences of ``paragraphs``, with at most ``limit`` characters.

    Dateline, byline and labels are left out. If the first sentence is too long, it is shortened
    after a complete clause. A sentence that cannot be shortened, or a line that does not end like a
    sentence, is skipped at the beginning and ends the summary later. If no sentence fits, the first
    one is taken as a whole. ``day`` is the article's date, for relative time (see ``dating``), or
    that of its dateline; then ``printed`` is the article's.
    """
    taken: list[str] = []
    places: list[SentencePlace] = []
    length = 0
    before = doubtful = ""
    for found in _news(paragraphs):
        if taken and found.told and told_by(found.told, day) != day[:10]:
            break  # another report
        if printed[:10] != day[:10] and is_of_a_city_paper(found.told):
            doubtful = printed
        part = dated(found.text, day, before, printed=printed, doubtful=bool(doubtful))
        before += found.text
        # A line before a list, a line of links or a caption is not a sentence.
        if not part.endswith(_ENDS) or length + len(part) > limit:
            if taken:
                break
            part = shortened(part, limit)
            if not part:
                continue
            return Extract(part, found.places, doubtful)
        taken.append(part)
        places.extend(found.places)
        length += len(part)
    if taken:
        return Extract("".join(taken), tuple(places), doubtful)
    first = next(_news(paragraphs), None) or next(_news(paragraphs, formal=True), None)
    if first is None:
        return Extract("", ())
    said = dated(first.text, day, printed=printed, doubtful=bool(doubtful))
    return Extract(said, first.places, doubtful)


def _news(paragraphs: Sequence[str], *, formal: bool = False) -> Iterator[_Sentence]:
    """The sentences of a text without captions and notices, and without what is ``formal``; those
    of one quotation are joined, and a line like 决定免去： with what follows it."""
    lead: tuple[str, tuple[SentencePlace, ...]] = "", ()
    for number, paragraph in enumerate([*paragraphs, ""]):
        begins = is_lead_in(paragraph)
        if lead[0] and (begins or not paragraph):
            yield _Sentence(*lead)
            lead = "", ()
        if begins:
            lead = paragraph.strip(), (SentencePlace(number, 0, 1),)
            continue
        parts = [part for part in sentences(paragraph.replace("\n", "")) if part.strip()]
        held = ""
        first = 0
        for index, part in enumerate(parts):
            held += part
            if index + 1 < len(parts) and _open(held, parts[index + 1 :]):
                continue
            news, told = held.strip(), ""
            if first == 0 and not beside_a_picture(news):
                told, news = parted(news)
            if not formal and is_formal(news):
                news = ""
            if news and not beside_a_picture(news) and not of_the_house(news):
                places = (SentencePlace(number, at, len(parts)) for at in range(first, index + 1))
                yield _Sentence(lead[0] + news, (*lead[1], *places), told)
                lead = "", ()
            held, first = "", index + 1


_PAIRS = ("“”", "「」", "《》", "（）")


def _open(held: str, following: Sequence[str]) -> bool:
    """Whether a quotation or bracket is open that the following sentences close."""
    return any(
        held.count(pair[0]) > held.count(pair[1]) and any(pair[1] in part for part in following)
        for pair in _PAIRS
    )


def translated(
    places: Sequence[SentencePlace],
    paragraphs: Sequence[str],
    limit: int,
    day: str = "",
    doubtful: str = "",
) -> str:
    """The English of the sentences at ``places``, from the English ``paragraphs``.

    If a paragraph has as many English sentences as Chinese ones, they correspond one to one;
    otherwise the English sentences at the same relative position are taken. The result has at most
    ``limit`` characters; its first sentence is shortened after a clause if that is possible, and
    else taken as a whole. ``day`` is the article's date, for relative time; ``doubtful`` is another
    day from which that may count (see `Extract`).
    """
    chosen: list[tuple[int, int]] = []
    split = {place.paragraph: _english(paragraphs, place.paragraph) for place in places}
    for place in places:
        count = len(split[place.paragraph])
        first = place.sentence * count // place.of
        last = max(first + 1, -(-(place.sentence + 1) * count // place.of))
        for index in range(first, min(last, count)):
            if (place.paragraph, index) not in chosen:
                chosen.append((place.paragraph, index))
    text = ""
    passed = ""
    for paragraph, index, said in _whole_quotations(sorted(chosen), split):
        before = " ".join(split[paragraph][:index])
        sentence = dated_english(without_english_opening(said), day, before, doubtful)
        if not sentence or beside_a_picture(sentence, True) or of_the_house(sentence, True):
            continue
        if not text and not sentence.endswith(_ENGLISH_ENDS):
            # A label, a salutation, the number of a document: used only if there is nothing else.
            passed = passed or sentence
            continue
        longer = f"{text} {sentence}" if text else sentence
        if len(longer) > limit:
            return text or cut_english_short(sentence, limit) or sentence
        text = longer
    return text or passed


_ENGLISH_ENDS = tuple(".!?…\"”’')];:")


def _whole_quotations(
    chosen: Sequence[tuple[int, int]], split: dict[int, list[str]]
) -> Iterator[tuple[int, int, str]]:
    """The chosen sentences; those of one quotation are joined."""
    held, first = "", (0, 0)
    for at, (paragraph, index) in enumerate(chosen):
        first = first if held else (paragraph, index)
        held = f"{held} {split[paragraph][index]}" if held else split[paragraph][index]
        goes_on = at + 1 < len(chosen) and chosen[at + 1][0] == paragraph
        if goes_on and held.count("“") > held.count("”"):
            continue
        yield *first, held
        held = ""


def _english(paragraphs: Sequence[str], number: int) -> list[str]:
    if number >= len(paragraphs):
        return []
    parts = english_sentences(" ".join(paragraphs[number].split()))
    return [part.strip() for part in parts if part.strip()]
