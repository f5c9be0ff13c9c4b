"""Write and update machine-translated English sidecars."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime
from functools import partial
from itertools import chain
from pathlib import Path

from generator.articles.machine import image_words
from generator.content.confirmed import read_confirmed, write_confirmed
from generator.content.flags import Flags, place_name, read_flagged
from generator.content.sidecar import MachineText, with_flags, write_machine
from generator.english.article import English, ToTranslate, each_of, english_of
from generator.english.engines import absence
from generator.english.segments import Translation
from generator.english.translator import Translator
from generator.pipeline.result import Progress
from generator.problem import DigestError, Problem, failure
from generator.sidecars.edit import SidecarEdit
from generator.sidecars.keeping import keep_head, keep_paragraphs
from generator.sidecars.pending import Outcome, Pending, look_through, sidecar_of
from generator.writing import replace_text

Segments = Callable[[Translator, Iterable[str]], Iterator[Translation]]


def translate_site(
    edit: SidecarEdit, progress: Progress, segments: Segments = Translator.segments
) -> Iterator[Outcome]:
    """Write a machine-translated sidecar for every article that needs one.

    Yields an outcome for each article. Articles are read lazily and dropped once written, so
    memory use does not grow with their number. ``segments`` is the function that translates
    segments with a `Translator`; a cluster replaces it. Raises `DigestError` if a segment needs
    an engine and none is installed.
    """
    ahead = look_through(edit)
    before = 0
    for found in ahead:
        if isinstance(found, Pending):
            break
        before += 1
        yield found
    else:
        # Nothing to translate, so the engine is not loaded.
        return
    with open_translator(edit) as translator:
        way = partial(segments, translator)
        run = _Run(edit, translator.label, progress, before, chain([found], ahead))
        yield from run.outcomes(lambda articles: english_of(articles, way, translator.terms))


class _Run:
    """The state of one call of `translate_site`: articles in translation, outcomes to yield.

    ``before`` is the number of articles already done; ``ahead`` yields the others.
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
        self._unreported: deque[Outcome] = deque()
        self._ahead: Iterator[tuple[int, Pending | Outcome]] | None = enumerate(ahead, before + 1)
        self._seen = self._done = before

    def outcomes(
        self, translate: Callable[[Iterable[ToTranslate]], Iterator[English]]
    ) -> Iterator[Outcome]:
        for english in each_of(self._articles, translate, self._failed):
            yield from self._report()
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
        yield from self._report()

    def _articles(self) -> Iterator[ToTranslate]:
        """The articles to translate.

        After a failure it is called again and starts from the first article; the outcomes that
        were already queued are not queued twice.
        """
        ahead, self._ahead = self._ahead, None
        for number, found in ahead or enumerate(look_through(self._edit), 1):
            if isinstance(found, Pending):
                self._waiting[found.chinese.slug] = found
                yield found.chinese
            elif number > self._seen:
                self._unreported.append(found)
            self._seen = max(self._seen, number)

    def _report(self) -> Iterator[Outcome]:
        while self._unreported:
            self._done += 1
            yield self._unreported.popleft()

    def _failed(self, chinese: ToTranslate, error: Exception) -> None:
        path = self._waiting.pop(chinese.slug).bundle.article.path
        self._edit.report.extend([failure(path, error)])


@contextmanager
def open_translator(edit: SidecarEdit, cache: Path | None = None) -> Iterator[Translator]:
    """The site's translator; ``cache`` is a cache file to use instead of the site's own."""
    names = (edit.processor.glossary, edit.processor.gazetteer)
    with Translator(edit.root, edit.site.translation, *names, cache) as translator:
        yield translator


def _write(edit: SidecarEdit, item: Pending, english: English, engine: str) -> Outcome:
    title, summary, made = english.title, english.summary, list(english.parts)
    flags: Flags = dict(english.flags)
    what = "written"
    kept: dict[int, int] = {}
    checked: set[int] = set()
    translator = confirmed = ""
    if item.sidecar is None and (edit.root / item.path).exists():
        return Outcome(item.path, "written by someone else meanwhile, kept")
    if item.sidecar is not None:
        before = read_flagged(item.sidecar.body)
        kept = keep_paragraphs(item.sidecar, before, item.source_hash, made, flags)
        if kept:
            what = f"brought up to date ({item.why})"
        now = sidecar_of(edit, item.bundle)
        if now != item.sidecar:
            return Outcome(item.path, "changed by someone else meanwhile, kept")
        title, summary, head = keep_head(
            item.sidecar, before, item.source_hash, title, summary, flags
        )
        stays = {**kept, **{number: number for number in head}}
        checked = {number for number, old in stays.items() if old in before.checked}
        known = read_confirmed(item.sidecar.confirmed)
        confirmed = write_confirmed(number for number, old in stays.items() if old in known)
        translator = item.sidecar.translator
    body = with_flags(made, flags, checked)
    if len(read_flagged(body).document.blocks) != item.source_hash.count("-"):
        what = "its English paragraphs would not match those of the Chinese, so it is not written"
        hint = "simplify the article's Markdown, or write the English by hand"
        problem = Problem(
            item.bundle.article.path, field="English", message=what, hint=hint, severity="warning"
        )
        return Outcome(item.path, "not written", problems=(problem,))
    today = datetime.now(edit.site.zone).date().isoformat()
    image = item.sidecar.image if item.sidecar else None
    words = image or image_words(english)
    file = MachineText(
        title, summary, engine, today, item.source_hash, body, words, translator, confirmed
    )
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
