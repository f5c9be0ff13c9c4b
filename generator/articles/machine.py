"""Machine English for articles that no editor has translated, made before all other stages."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from generator.content.article import Sidecar
from generator.content.folder import Bundle, FileRef, hash_file
from generator.content.front_matter import DRAFT, end_of_front_matter
from generator.content.image import ImageWords
from generator.english.folders import CACHE, MEMORY
from generator.patterns import late_regex
from generator.pipeline.keys import key_of
from generator.pipeline.shared import Part, Shared
from generator.problem import Problem, Report, failure
from generator.reading import read_text

if TYPE_CHECKING:
    from generator.articles.document import ArticleProcessor
    from generator.english.article import English, ToTranslate
    from generator.english.translator import Translator

# The shared parts that machine English depends on, besides the bytes of the article.
PARTS: tuple[Part, ...] = ("article_settings", "glossary", "script")
_UNFINISHED = late_regex(r"^status:[ \t]*[\"']?draft\b", re.M)


class MachineEnglish:
    """The machine English of the articles of a site, by slug and by cache key.

    ``kept`` maps a key (made from the bytes of the article and the engine's identity) to a
    sidecar; ``found`` maps slugs to sidecars. ``missing`` counts articles without any English,
    ``problems`` are unexpected errors. ``drafts`` maps the hash of a file to whether it is a draft,
    so that only changed files are read for this.
    """

    def __init__(self, kept: Mapping[str, Sidecar], drafts: Mapping[str, bool]) -> None:
        self._before, self._known = kept, drafts
        self.drafts: dict[str, bool] = {}
        self.kept: dict[str, Sidecar] = {}
        self.found: dict[str, Sidecar] = {}
        self.missing = 0
        self.installed = True
        self.problems: list[Problem] = []

    def add(
        self,
        bundles: Sequence[Bundle],
        shared: Shared,
        say: Callable[[str, int, int], None],
        *,
        drafts: bool,
    ) -> None:
        """Translate the articles without English. If there is none, no engine is loaded.

        ``say`` is called with the name of the step, the number of articles done and their total.
        ``drafts`` says whether articles that are drafts are translated too.
        """
        root, settings = shared.root, shared.site.translation
        waiting = [bundle for bundle in bundles if self._waits(bundle, root, drafts=drafts)]
        if not waiting:
            return
        # Slow to import (0.2 seconds), needed only when there is something to translate.
        from generator.english.engines import find_engine

        engine = find_engine(settings)
        cached = any((root / path).is_file() for path in (CACHE, MEMORY))
        if engine is None and not cached:
            self.missing, self.installed = len(waiting), False
            return
        from generator.articles.document import ArticleProcessor
        from generator.english.translator import Translator

        with Translator(root, settings, shared.glossary, shared.gazetteer) as translator:
            processor = ArticleProcessor(root, shared.site, shared.glossary, shared.gazetteer)
            self._translate(waiting, processor, translator, shared.limited(PARTS).key, say)
            self.installed = translator.installed

    def _translate(
        self,
        waiting: Sequence[Bundle],
        processor: ArticleProcessor,
        translator: Translator,
        parts: str,
        say: Callable[[str, int, int], None],
    ) -> None:
        memory = hash_file(processor.root / MEMORY)
        identity = translator.identity
        keys = {bundle.slug: key_of(bundle.article, identity, memory, parts) for bundle in waiting}
        todo = [bundle for bundle in waiting if keys[bundle.slug] not in self._before]
        for bundle in waiting:
            known = self._before.get(keys[bundle.slug])
            if known is not None:
                self._keep(bundle.slug, keys[bundle.slug], known)
        from generator.english.article import each_of

        by_slug = {bundle.slug: bundle for bundle in todo}

        def chinese() -> Iterator[ToTranslate]:
            for bundle in todo:
                text = processor.chinese(bundle, Report())
                if text is not None:
                    yield text[0]

        def failed(article: ToTranslate, error: Exception) -> None:
            self.problems.append(failure(by_slug[article.slug].article.path, error))

        for count, english in enumerate(each_of(chinese, translator.articles, failed), 1):
            say("translate", count, len(todo))
            if english.complete:
                sidecar = machine_sidecar(by_slug[english.slug], english, translator)
                self._keep(english.slug, keys[english.slug], sidecar)
            else:
                self.missing += 1

    def _waits(self, bundle: Bundle, root: Path, *, drafts: bool) -> bool:
        """Return whether an article has no English that could be shown."""
        english = bundle.english
        if english is not None and not self._is_draft(english, root, _UNFINISHED):
            return False
        return drafts or not self._is_draft(bundle.article, root, DRAFT)

    def _is_draft(self, file: FileRef, root: Path, says_so: re.Pattern[str]) -> bool:
        found = self._known.get(file.digest)
        if found is None:
            found = says_so.search(_head(root, file.path)) is not None
        self.drafts[file.digest] = found
        return found

    def _keep(self, slug: str, key: str, sidecar: Sidecar) -> None:
        self.kept[key] = self.found[slug] = sidecar


def _head(root: Path, path: str) -> str:
    """Return the front matter of a file; problems with the file are reported where it is parsed."""
    text = read_text(root / path, path, Report())
    lines = [] if text is None else text.split("\n")
    return "\n".join(lines[: end_of_front_matter(lines)])


def machine_sidecar(bundle: Bundle, english: English, translator: Translator) -> Sidecar:
    """Return the machine English of an article in the form of a sidecar."""
    return Sidecar(
        path=f"{bundle.article.path} (by machine)",
        title=english.title,
        summary=english.summary,
        status="machine",
        engine=translator.label,
        body=english.body,
        image=image_words(english),
        written=False,
    )


def image_words(english: English) -> ImageWords | None:
    """Return the machine English of the texts of the lead picture."""
    alt, caption = (*english.image, "", "")[:2]
    return ImageWords(alt=alt, caption=caption) if alt or caption else None
