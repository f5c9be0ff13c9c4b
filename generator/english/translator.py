"""The translator of a site: its engine, terms, cache and translators' memory."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property
from pathlib import Path

from generator.config import TranslationSettings
from generator.content.glossary import Glossary
from generator.english.article import English, ToTranslate, english_of
from generator.english.cache import SegmentCache
from generator.english.engine import EngineIdentity
from generator.english.engines import find_engine
from generator.english.folders import CACHE, MEMORY
from generator.english.mask_policy import MaskPolicy
from generator.english.segments import Stage, Translation, translate_here
from generator.english.tmx import read_tmx
from generator.gazetteer import Gazetteer
from generator.terms import Term, Terms
from generator.terms.names import place_terms

# Names of engines for readers; another engine adds its name. The package that comes with the
# program has a name of its own: readers must know that a small model wrote the text.
_NAMES = {"translate-zh_en-digest": "City Digest’s own small model", "argos": "Argos Translate"}


class Translator:
    """Translates articles; loads a model only when a segment needs one.

    ``identity`` is the engine of the installed package, else the one whose results are in the
    cache, else ``None``. Use it as a context manager, since it keeps the cache open. ``cache``
    overrides the path of the cache file.
    """

    def __init__(
        self,
        root: Path,
        settings: TranslationSettings,
        glossary: Glossary,
        gazetteer: Gazetteer,
        cache: Path | None = None,
    ) -> None:
        self._root = root
        self.settings = settings
        self._names = (glossary, gazetteer)
        self._engine = find_engine(settings)
        self._cache = SegmentCache(cache or root / CACHE)
        own = self._engine.identity if self._engine else None
        self.identity: EngineIdentity | None = own or self._cache.last_engine()

    def __enter__(self) -> Translator:
        return self

    def __exit__(self, kind: object, error: object, trace: object) -> None:
        self._cache.close()

    @cached_property
    def terms(self) -> Terms:
        """The site's terms, made when first used."""
        return site_terms(*self._names)

    @property
    def label(self) -> str:
        """The name of the engine for readers."""
        return label(self.identity) if self.identity else "a translator's memory"

    @property
    def installed(self) -> bool:
        """Whether there is an engine for segments that are not in the cache."""
        return self._engine is not None

    def articles(self, articles: Iterable[ToTranslate]) -> Iterator[English]:
        """The English of each article, in order."""
        return english_of(articles, self.segments, self.terms)

    def segments(self, texts: Iterable[str]) -> Iterator[Translation]:
        """The English of each segment, in order."""
        return translate_here(self.stage(), texts)

    def stage(self) -> Stage:
        """The stage of this site, for one run."""
        policy = MaskPolicy(self.terms)
        return Stage(policy, self._engine, self._cache, load_memory(self._root))


def site_terms(glossary: Glossary, gazetteer: Gazetteer) -> Terms:
    """The terms of the glossary, followed by the names of places."""
    own = [Term(term.source, term.english, term.also) for term in glossary.terms if term.english]
    return Terms([*own, *place_terms(gazetteer)])


def load_memory(root: Path) -> dict[str, str]:
    """A map from segments to a translator's English, from ``content/memory.tmx``; empty without
    that file."""
    file = root / MEMORY
    if not file.is_file():
        return {}
    return {unit.chinese: unit.english for unit in read_tmx(file, MEMORY) if unit.english}


def label(identity: EngineIdentity) -> str:
    """The name of an engine for readers: ``Argos Translate (translate-zh_en, 1.9)``."""
    name = _NAMES.get(identity.package) or _NAMES.get(identity.engine, identity.engine)
    inside = ", ".join(filter(None, (identity.package, identity.version)))
    return f"{name} ({inside})" if inside else name
