"""The review of an article's English, paragraph by paragraph, and the sidecar it begins with."""

from __future__ import annotations

import datetime
import difflib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cached_property, partial

from generator.articles.chinese import read_chinese
from generator.articles.dating import day_for, day_of
from generator.articles.verify_names import glossary_names, names_of
from generator.articles.verify_table import figure_messages, is_table, table_findings
from generator.content.alignment import source_hash
from generator.content.article import Article, Sidecar, read_article, read_sidecar
from generator.content.confirmed import read_confirmed
from generator.content.flags import SUMMARY, TITLE, read_flagged
from generator.desk.absent import no_such_article
from generator.desk.desk import Desk
from generator.desk.earlier import earlier_chinese
from generator.desk.pairs import Compared, compare, plain
from generator.desk.saving import Loaded
from generator.desk.summaries import extracted
from generator.desk.workbench import Workbench
from generator.fields.keys import written
from generator.markup.document import Document, Piece, read
from generator.markup.nodes import SILENT, block_name, plain_text
from generator.problem import DigestError, Report


@dataclass(frozen=True)
class Passage:
    """A part of an article with its English.

    ``number`` counts paragraphs from 1, or is `TITLE` or `SUMMARY`. Both texts are Markdown.
    ``before`` is the Chinese of the last review, if it has changed since. ``look`` compares another
    English text with the Chinese; ``texts`` gives the plain Chinese (Simplified) and that English
    in plain text. ``checked`` says that a comment settles it, ``own`` that the English translates
    no Chinese (code, or a summary of which there is none).
    """

    number: int
    chinese: str
    english: str
    look: Callable[[str], Compared] = field(compare=False, repr=False)
    texts: Callable[[str], tuple[str, str]] = field(compare=False, repr=False)
    flags: tuple[str, ...] = ()
    confirmed: bool = False
    changed: bool = False
    before: str | None = None
    checked: bool = False
    own: bool = False

    @cached_property
    def compared(self) -> Compared:
        """The comparison of both texts; made on first use, since it takes the most time."""
        return self.look(self.english)

    @property
    def name(self) -> str:
        """Its name in addresses and forms."""
        return {TITLE: "title", SUMMARY: "summary"}.get(self.number, str(self.number))


@dataclass(frozen=True)
class Review:
    """An article under review. ``file`` is its sidecar file; ``sidecar`` is ``None`` if there is
    none. ``misfit`` says why the paragraphs of the two texts cannot be paired."""

    slug: str
    path: str
    title: str
    file: Loaded
    sidecar: Sidecar | None
    passages: tuple[Passage, ...]
    misfit: str = ""

    @property
    def open(self) -> int:
        """The number of passages that are not confirmed."""
        return sum(not passage.confirmed for passage in self.passages)

    @property
    def finished(self) -> bool:
        """Whether it is marked as reviewed, and nothing has changed since."""
        known = self.sidecar
        return (
            known is not None and known.status == "reviewed" and not (known.confirmed or self.open)
        )


def review_of(desk: Desk, slug: str) -> Review:
    """The review of an article. Raises `DigestError` if its files cannot be read."""
    article, path = _article(desk, slug)
    english = path.removesuffix(".md") + ".en.md"
    file = desk.files.load(english)
    processor, terms = desk.part(Workbench).tools(desk.root)
    report = Report()
    sidecar = read_sidecar(file.text, english, report) if file.exists else None
    if file.exists and sidecar is None:
        raise DigestError(report.errors)
    if sidecar is None:
        return Review(slug, path, article.title, file, None, ())
    document = read(article.body)
    flagged = read_flagged(sidecar.body)
    if len(document.blocks) != len(flagged.document.blocks):
        counts = f"{len(document.blocks)} ≠ {len(flagged.document.blocks)}"
        return Review(slug, path, article.title, file, sidecar, (), counts)
    now = source_hash(article.title, document.blocks)
    old = earlier_chinese(desk.root, path, sidecar.source_hash, now)
    stale = _changed(sidecar.source_hash, now)
    confirmed = read_confirmed(sidecar.confirmed)
    whole = sidecar.status == "reviewed" and not sidecar.confirmed

    gazetteer, home = processor.gazetteer, processor.home(article)
    known = glossary_names(processor.glossary.terms, gazetteer)
    title = processor.hans.text(article.title)
    names = names_of(article, processor.hans.text(desk.files.load(path).text), gazetteer, known)

    def of_table(number: int, said: str, date: datetime.date | None) -> Sequence[str] | None:
        written, at = read(said).blocks, number - 1
        if not (len(written) == 1 and is_table(document.blocks[at], written[0])):
            return None
        near = slice(max(0, at - 1), at + 2)
        left = [processor.hans.text(block) for block in document.blocks[near]]
        right = list(flagged.document.blocks[near])
        right[at - near.start] = written[0]
        messages = partial(figure_messages, date=date, home=home)
        found = table_findings(left, right, at - near.start, (), messages, home)
        return None if found is None else [one.message for one in found]

    def passage(
        number: int,
        chinese: str,
        text: str,
        *,
        prose: bool = True,
        free: bool = False,
        own: bool = False,
    ) -> Passage:
        def texts(said: str) -> tuple[str, str]:
            hans = processor.hans.text(plain(chinese)) if prose else processor.hans.text(chinese)
            return hans, plain(said) if prose else said

        def look(said: str) -> Compared:
            hans, english = texts(said)
            more = () if prose else map(plain_text, document.blocks)
            beside = tuple(map(processor.hans.text, more))
            told = (sidecar.title, *flagged.document.blocks[: number - 1]) if prose else ()
            date = day_for(day_of(article), hans, told)
            table = of_table(number, said, date) if prose else None
            found = compare(
                hans, english, terms,
                prose=prose, beside=beside, free=free, title=title, date=date, home=home,
                of_table=table,
            )  # fmt: skip
            return found.with_problems(name.message for name in names.strange(english))

        changed = number in stale
        return Passage(
            number,
            chinese,
            text,
            look,
            texts,
            flagged.flags.get(number, ()),
            (whole or number in confirmed) and not changed,
            changed,
            old.get(number) if changed else None,
            number in flagged.checked,
            own,
        )

    found = [passage(TITLE, article.title, sidecar.title, prose=False)]
    if article.summary:
        found.append(passage(SUMMARY, article.summary, sidecar.summary, prose=False, free=True))
    elif sidecar.summary:
        # The machine translates the extracted summary; a person may summarize the whole text.
        own = extracted(processor, article, read_chinese(article, processor.hans, Report()))
        found.append(passage(SUMMARY, own, sidecar.summary, prose=False, free=True, own=True))
    for number in range(1, len(document.blocks) + 1):
        left, right = _source(document, number), _source(flagged.document, number)
        if left is not None and right is not None:
            code = block_name(document.blocks[number - 1]) in SILENT
            found.append(passage(number, left, right, own=code))
    return Review(slug, path, article.title, file, sidecar, tuple(found))


def _article(desk: Desk, slug: str) -> tuple[Article, str]:
    row = desk.articles.get(slug)
    path = row.path if row else f"content/articles/{slug}.md"
    file = desk.files.load(path)
    report = Report()
    article = read_article(file.text, path, report) if file.exists else None
    if not file.exists:
        raise no_such_article(path)
    if article is None:
        raise DigestError(report.errors)
    return article, path


def _changed(before: str, now: str) -> frozenset[int]:
    """The numbers of the parts whose Chinese has changed since ``before``."""
    if not before:
        return frozenset()
    old, new = before.split("-"), now.split("-")
    found = {TITLE, SUMMARY} if old[0] != new[0] else set()
    matcher = difflib.SequenceMatcher(a=old[1:], b=new[1:], autojunk=False)
    for action, _, _, start, end in matcher.get_opcodes():
        if action != "equal":
            found |= set(range(start + 1, end + 1))
    return frozenset(found)


def piece_of(document: Document, number: int) -> Piece | None:
    """The piece that contains a block; only its first block stands for a piece, others give
    ``None``."""
    piece = next((one for one in document.pieces if number in one.numbers), None)
    return piece if piece is not None and piece.numbers[0] == number else None


def _source(document: Document, number: int) -> str | None:
    piece = piece_of(document, number)
    return document.source(piece) if piece is not None else None


def chinese_hash(desk: Desk, slug: str) -> str:
    """The ``source_hash`` of an article's present Chinese."""
    article, _ = _article(desk, slug)
    return source_hash(article.title, read(article.body).blocks)


def begun(desk: Desk, slug: str) -> str:
    """A new sidecar: a draft with the Chinese of the article in place of its English."""
    article, _ = _article(desk, slug)
    keys = {"title": article.title, "status": "draft", "source_hash": chinese_hash(desk, slug)}
    if article.summary:
        keys["summary"] = article.summary
    head = "".join(f"{key}: {written(value)}\n" for key, value in keys.items())
    return f"---\n{head}---\n\n{article.body.strip()}\n"
