"""Finds English translations of similar sentences, in other sidecars and in the translators'
memory."""

from __future__ import annotations

import difflib
import threading
from collections import Counter
from typing import NamedTuple

from generator.content.article import read_article, read_sidecar
from generator.content.flags import read_flagged
from generator.desk.desk import Desk
from generator.english.folders import MEMORY
from generator.english.tmx import read_tmx
from generator.markup.document import read
from generator.markup.nodes import plain_text
from generator.problem import DigestError, Report

_LEAST = 0.55
_SHOWN = 3
_TRIED = 12
_GRAM = 3


class EarlierTranslation(NamedTuple):
    """An earlier translation. ``likeness`` is the similarity of its Chinese, from 0 to 1;
    ``where`` is the slug of its article, or the path of the memory."""

    chinese: str
    english: str
    where: str
    likeness: float


class EarlierTranslations:
    """All sentence pairs of a site, indexed by sequences of three characters; read again after a
    build."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._reading = -1
        self._pairs: list[tuple[str, str, str]] = []
        self._by_gram: dict[str, list[int]] = {}

    def like(self, desk: Desk, chinese: str, but: str) -> list[EarlierTranslation]:
        """The pairs whose Chinese is most similar to ``chinese``, except those of the article
        ``but``."""
        with self._lock:
            reading = desk.articles.reading
            if self._reading != reading:
                self._read(desk)
                self._reading = reading
            seen: Counter[int] = Counter()
            for gram in _grams(chinese):
                seen.update(self._by_gram.get(gram, ()))
            best = [self._pairs[place] for place, _ in seen.most_common(_TRIED)]
        found = []
        for source, english, where in best:
            ratio = difflib.SequenceMatcher(None, chinese, source, autojunk=False).ratio()
            if ratio >= _LEAST and where != but:
                found.append(EarlierTranslation(source, english, where, round(ratio, 2)))
        return sorted(found, key=lambda one: (-one.likeness, one.where))[:_SHOWN]

    def _read(self, desk: Desk) -> None:
        self._pairs, self._by_gram = [], {}
        for row in desk.articles.rows:
            if row.english and not row.broken:
                self._add_article(desk, row.slug, row.path, row.english)
        memory = desk.root / MEMORY
        if memory.is_file():
            for unit in read_tmx(memory):
                if unit.english:
                    self._add(unit.chinese, unit.english, "content/memory.tmx")
        for place, (chinese, _, _) in enumerate(self._pairs):
            for gram in _grams(chinese):
                self._by_gram.setdefault(gram, []).append(place)

    def _add_article(self, desk: Desk, slug: str, path: str, english_path: str) -> None:
        report = Report()
        try:
            texts = desk.files.load(path).text, desk.files.load(english_path).text
        except DigestError:
            return
        article = read_article(texts[0], path, report)
        sidecar = read_sidecar(texts[1], english_path, report)
        if article is None or sidecar is None:
            return
        left = read(article.body).blocks
        right = read_flagged(sidecar.body).document.blocks
        self._add(article.title, sidecar.title, slug)
        if len(left) == len(right):
            for one, other in zip(left, right, strict=True):
                self._add(plain_text(one), plain_text(other), slug)

    def _add(self, chinese: str, english: str, where: str) -> None:
        if len(chinese) >= 2 * _GRAM:
            self._pairs.append((chinese, english, where))


def _grams(text: str) -> set[str]:
    return {text[at : at + _GRAM] for at in range(len(text) - _GRAM + 1)}
