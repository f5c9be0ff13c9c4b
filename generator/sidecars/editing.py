"""English sidecars for articles: written by machine, brought up to date, confirmed."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import partial
from itertools import chain
from pathlib import Path, PurePosixPath

from generator.articles.document import ArticleProcessor
from generator.articles.machine import image_words
from generator.config import Site, load_site
from generator.content.alignment import changed_parts, confirming
from generator.content.article import Sidecar, read_sidecar
from generator.content.flags import Flags, place_name, read_flagged
from generator.content.folder import Bundle, gather
from generator.content.glossary import load_glossary
from generator.content.sidecar import (
    MachineText,
    stamp,
    with_flags,
    write_machine,
)
from generator.english.article import English, ToTranslate, each_of, english_of, segment_count
from generator.english.engines import absence
from generator.english.segments import Translation
from generator.english.translator import Translator
from generator.gazetteer import load as load_gazetteer
from generator.markup.document import read
from generator.pipeline.result import Progress
from generator.problem import DigestError, Problem, Report, UsageError, did_you_mean, failure
from generator.reading import read_text
from generator.sidecars.keeping import keep_head, keep_paragraphs
from generator.writing import replace_text


@dataclass(frozen=True)
class Pending:
    """An article to translate: ``why`` says that it has no English, or what has changed."""

    bundle: Bundle
    path: str
    why: str
    chinese: ToTranslate
    source_hash: str
    sidecar: Sidecar | None = None

    @property
    def segments(self) -> int:
        """How many segments it has."""
        return segment_count(self.chinese)


@dataclass(frozen=True)
class Outcome:
    """What became of an article's sidecar, and what is doubtful in it."""

    path: str
    what: str
    written: bool = False
    flagged: int = 0
    problems: tuple[Problem, ...] = ()


@dataclass
class SidecarEdit:
    """A site whose sidecars are worked on. Articles that are wrong are in ``report``."""

    root: Path
    site: Site
    processor: ArticleProcessor
    bundles: Sequence[Bundle]
    report: Report = field(default_factory=Report)


def open_edit(root: Path, slugs: Sequence[str]) -> SidecarEdit:
    """The site at ``root`` with the articles of ``slugs``, or all of them.

    Raises `DigestError` where settings or glossary are wrong, `UsageError` for a slug that
    is none.
    """
    report = Report()
    site = load_site(root, report)
    glossary = load_glossary(root, report)
    if site is None or report.errors:
        raise DigestError(report.errors)
    bundles = gather(root, report)
    known = {bundle.slug: bundle for bundle in bundles}
    wrong = [slug for slug in slugs if slug not in known]
    if wrong:
        raise UsageError(
            Problem(slug, message="no such article", hint=did_you_mean(slug, known))
            for slug in wrong
        )
    chosen = [known[slug] for slug in dict.fromkeys(slugs)] if slugs else bundles
    processor = ArticleProcessor(root, site, glossary, load_gazetteer())
    return SidecarEdit(root, site, processor, chosen, report)


def look_through(edit: SidecarEdit) -> Iterator[Pending | Outcome]:
    """What is to be translated, and what is left as it is with the reason, article by article."""
    for bundle in edit.bundles:
        path = bundle.english.path if bundle.english else bundle.article.path[:-3] + ".en.md"
        source = edit.processor.chinese(bundle, edit.report)
        if source is None:
            continue
        chinese, now = source
        sidecar = _sidecar(edit, bundle)
        if bundle.english is None:
            yield Pending(bundle, path, "has no English", chinese, now)
        elif sidecar is not None:
            changed = changed_parts(sidecar.source_hash, now) if sidecar.source_hash else []
            if sidecar.status == "draft":
                yield Outcome(path, "an editor's draft, kept")
            elif sidecar.status == "reviewed":
                yield _reviewed(sidecar, changed)
            elif sidecar.source_hash and not _aligns(sidecar):
                yield _apart(sidecar, chinese, now)
            elif changed:
                why = f"changed: {', '.join(changed)}"
                yield Pending(bundle, path, why, chinese, now, sidecar)
            else:
                yield Outcome(path, "machine translation, up to date")


def find_pending(edit: SidecarEdit) -> Iterator[Pending]:
    """What is to be translated."""
    return (found for found in look_through(edit) if isinstance(found, Pending))


def _sidecar(edit: SidecarEdit, bundle: Bundle) -> Sidecar | None:
    if bundle.english is None:
        return None
    path = bundle.english.path
    text = read_text(edit.root / path, path, edit.report)
    return None if text is None else read_sidecar(text, path, edit.report)


def _reviewed(sidecar: Sidecar, changed: Sequence[str]) -> Outcome:
    if not changed:
        return Outcome(sidecar.path, "reviewed, kept")
    what = f"the Chinese has changed since: {', '.join(changed)}"
    hint = confirming(sidecar.path)
    problem = Problem(sidecar.path, sidecar.source_hash_line, "source_hash", what, hint, "warning")
    return Outcome(sidecar.path, "reviewed, kept", problems=(problem,))


Segments = Callable[[Translator, Iterable[str]], Iterator[Translation]]


def translate_site(
    edit: SidecarEdit, progress: Progress, segments: Segments = Translator.segments
) -> Iterator[Outcome]:
    """Write a machine's sidecar for every article that needs one.

    Articles are read as they are asked for, and forgotten when they are written, so memory
    does not grow with their number. ``segments``: what translates, a translator's own way or
    another. Raises `DigestError` where a segment needs an engine and none is installed.
    """
    ahead = look_through(edit)
    before = 0
    for found in ahead:
        if isinstance(found, Pending):
            break
        before += 1
        yield found
    else:
        # Nothing is loaded where nothing is missing.
        return
    with open_translator(edit) as translator:
        way = partial(segments, translator)
        run = _Run(edit, translator.label, progress, before, chain([found], ahead))
        yield from run.outcomes(lambda articles: english_of(articles, way, translator.terms))


class _Run:
    """One call of `translate_site`: the articles on their way, and what became of others.

    ``before`` articles have been seen to; ``ahead`` are the others.
    """

    def __init__(
        self,
        edit: SidecarEdit,
        engine: str,
        progress: Progress,
        before: int,
        ahead: Iterator[Pending | Outcome],
    ) -> None:
        self._edit, self._engine, self._progress = edit, engine, progress
        self._waiting: dict[str, Pending] = {}
        self._left: deque[Outcome] = deque()
        self._ahead: Iterator[tuple[int, Pending | Outcome]] | None = enumerate(ahead, before + 1)
        self._seen = self._done = before

    def outcomes(
        self, translate: Callable[[Iterable[ToTranslate]], Iterator[English]]
    ) -> Iterator[Outcome]:
        for english in each_of(self._articles, translate, self._failed):
            yield from self._told()
            item = self._waiting.pop(english.slug)
            self._done += 1
            self._progress("translate", self._done, len(self._edit.bundles))
            if english.failed:
                self._edit.report.error(
                    item.bundle.article.path, field="English", message=english.failed
                )
            elif not english.complete:
                why, how = absence(self._edit.site.translation)
                path = item.bundle.article.path
                raise DigestError(Problem(path, field="English", message=why, hint=how))
            else:
                yield _write(self._edit, item, english, self._engine)
        yield from self._told()

    def _articles(self) -> Iterator[ToTranslate]:
        """What is to be translated; where it begins anew, after a failure, nothing is said
        again."""
        ahead, self._ahead = self._ahead, None
        for number, found in ahead or enumerate(look_through(self._edit), 1):
            if isinstance(found, Pending):
                self._waiting[found.chinese.slug] = found
                yield found.chinese
            elif number > self._seen:
                self._left.append(found)
            self._seen = max(self._seen, number)

    def _told(self) -> Iterator[Outcome]:
        while self._left:
            self._done += 1
            yield self._left.popleft()

    def _failed(self, chinese: ToTranslate, error: Exception) -> None:
        path = self._waiting.pop(chinese.slug).bundle.article.path
        self._edit.report.extend([failure(path, error)])


@contextmanager
def open_translator(edit: SidecarEdit, cache: Path | None = None) -> Iterator[Translator]:
    """The translator of the site; ``cache`` is another file than the site's own for it."""
    names = (edit.processor.glossary, edit.processor.gazetteer)
    with Translator(edit.root, edit.site.translation, *names, cache) as translator:
        yield translator


def _aligns(sidecar: Sidecar) -> bool:
    """Whether a machine's sidecar has a block for each of the Chinese it was made from."""
    return _blocks(sidecar) == sidecar.source_hash.count("-")


def _blocks(sidecar: Sidecar) -> int:
    return len(read_flagged(sidecar.body).document.blocks)


def _apart(sidecar: Sidecar, chinese: ToTranslate, now: str) -> Outcome:
    """A sidecar whose blocks are not those of the Chinese any more: it is not written over."""
    document = read_flagged(sidecar.body).document
    left, right = len(document.blocks), now.count("-")
    what = f"has {left} paragraphs, but was made from {sidecar.source_hash.count('-')}"
    hint = confirming(sidecar.path)
    line, place = sidecar.body_line, ""
    if left != right:
        # Only where something is wrong: it reads the figures and names of both texts.
        from generator.articles.counterpart import first_misfit

        misfit = first_misfit(read(chinese.body).blocks, document.blocks)
        if misfit is not None:
            line = document.line_of(misfit.at) + sidecar.body_line - 1
            place = f"paragraph {misfit.number}"
            there = "here" if misfit.missing else "in the Chinese"
            what = f"seems to have no counterpart {there}; this file has {left} paragraphs, "
            what += f"the Chinese {right}"
            hint = "make them pair off"
            if sidecar.status == "machine":
                hint += ", or delete the file to have it translated again"
    problem = Problem(sidecar.path, line, place, what, hint, "warning")
    return Outcome(
        sidecar.path, "does not align with the Chinese, left as it is", problems=(problem,)
    )


def _write(edit: SidecarEdit, item: Pending, english: English, engine: str) -> Outcome:
    title, summary, made = english.title, english.summary, list(english.parts)
    flags: Flags = dict(english.flags)
    what = "written"
    kept: set[int] = set()
    if item.sidecar is None and (edit.root / item.path).exists():
        return Outcome(item.path, "written by someone else meanwhile, kept")
    if item.sidecar is not None:
        before = read_flagged(item.sidecar.body)
        kept = keep_paragraphs(item.sidecar, before, item.source_hash, made, flags)
        if kept:
            what = f"brought up to date ({item.why})"
        now = _sidecar(edit, item.bundle)
        if now != item.sidecar:
            return Outcome(item.path, "changed by someone else meanwhile, kept")
        title, summary = keep_head(item.sidecar, before, item.source_hash, title, summary, flags)
    body = with_flags(made, flags)
    if len(read_flagged(body).document.blocks) != item.source_hash.count("-"):
        what = "its English would not pair off with the Chinese, so it is not written"
        hint = "simplify the article's Markdown, or write the English by hand"
        problem = Problem(
            item.bundle.article.path, field="English", message=what, hint=hint, severity="warning"
        )
        return Outcome(item.path, "not written", problems=(problem,))
    today = datetime.now(edit.site.zone).date().isoformat()
    image = item.sidecar.image if item.sidecar else None
    words = image or image_words(english)
    file = MachineText(title, summary, engine, today, item.source_hash, body, words)
    text = write_machine(file)
    with replace_text(edit.root / item.path) as stream:
        stream.write(text)
    begin = text.count("\n") - body.strip().count("\n") - 1
    lines = read_flagged(body).lines
    problems = tuple(
        Problem(
            item.path,
            line=lines[flag.block] + begin if flag.block in lines else 0,
            field=place_name(flag.block),
            message=f"“{flag.source}” → “{flag.english}”: {'; '.join(flag.reasons)}",
            hint="correct it, then delete the comment",
            severity="warning",
        )
        for flag in english.flagged
        if flag.block not in kept and flag.block in flags
    )
    return Outcome(item.path, what, True, len(flags), problems)


def confirm(edit: SidecarEdit) -> list[str]:
    """Stamp the sidecars with the Chinese of today; the paths of those that changed."""
    stamped = []
    for bundle in edit.bundles:
        source = edit.processor.chinese(bundle, edit.report)
        if bundle.english is None:
            path = bundle.article.path
            hint = f"`digest translate {PurePosixPath(path).stem}` writes one"
            edit.report.error(path, field="English", message="there is none to confirm", hint=hint)
            continue
        if source is None:
            continue
        file = edit.root / bundle.english.path
        sidecar = _sidecar(edit, bundle)
        if sidecar is not None and _blocks(sidecar) != source[1].count("-"):
            done = _apart(sidecar, *source)
            edit.report.extend(replace(p, severity="error") for p in done.problems)
            continue
        text = read_text(file, bundle.english.path, edit.report)
        made = stamp(text, source[1]) if text is not None else text
        if made is not None and made != text:
            with replace_text(file) as stream:
                stream.write(made)
            stamped.append(bundle.english.path)
    return stamped
