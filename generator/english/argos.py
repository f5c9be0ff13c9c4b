"""The Argos engine: runs an Argos package in batches.

``argostranslate.translate`` translates one paragraph at a time and splits it with a model that it
downloads. This module calls CTranslate2 directly, on all segments at once, with the library's own
tokenizer, search and decoding, so that a single sentence gets the same translation as from the
library (a test compares the two).

The translation of a sentence must not depend on its neighbours. In a batch of sentences of
different lengths the shorter ones are padded, and sums over padded rows are rounded differently:
this often changes the score, and sometimes a word. So a batch holds sentences of one length only.
Then 8-bit models give the same bits however sentences are batched, and ``float32`` models the same
score to six digits (measured with CTranslate2 4.8).
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from generator.config import TranslationSettings
from generator.english.allocation import keep_freed_memory
from generator.english.choice import choose
from generator.english.engine import Draft, EngineIdentity
from generator.english.packages import Package
from generator.english.unpack import unpacked
from generator.problem import DigestError, Problem

# The message and hint for an editor if `find_engine` finds no package.
ABSENT = ("no translation package is installed", "`digest model install` gets one")
BEAM = 4
# Argos Translate's own search settings (1.12).
LENGTH_PENALTY = 0.2
# CTranslate2 truncates a source at 1,024 tokens without a warning, and models are trained on much
# shorter sentences: longer texts are split.
MAX_SOURCE_TOKENS = 256
MAX_TARGET_TOKENS = 512
# Tokens of a batch, padding included: enough to keep a core busy, few enough to save memory.
BATCH_TOKENS = 1024
# Where a text that is too long may be split, the best places first. None is inside a number or a
# name in English: those are Latin text with single spaces.
_BREAKS = tuple(
    map(
        re.compile,
        (
            r"(?<=[。！？])(?![。！？”’」』）])|(?<=[。！？][”’」』）])",
            r"(?<=[；：;])(?![”’」』）])",
            r"(?<=[，、）])(?![”’」』）])|(?<=, )",
            r"(?<=[一-鿿])(?= ?[一-鿿])|(?<= )(?=[一-鿿])|(?<=[一-鿿])(?= )",
            r"(?<=\s)",
        ),
    )
)


class ModelError(DigestError):
    """The model of a package cannot be loaded or run; ``reason`` is one line."""

    def __init__(self, package: Package, error: BaseException) -> None:
        self.reason = " ".join(str(error).split()) or type(error).__name__
        message = f"the model of {package} cannot be used: {self.reason}"
        hint = "install the package again"
        super().__init__(Problem(str(package.folder), message=message, hint=hint))


class ArgosEngine:
    """An engine for one installed package.

    Nothing is loaded before the first text. A loaded model has threads of its own, so use the
    engine only in the process that first used it. ``beam`` is the beam size, 1 to 16. ``threads``
    is the number of sentences translated at the same time, 0 for one per core; the result does not
    depend on it. ``compute_type`` is a name that CTranslate2 knows; ``default`` takes that of the
    model.
    """

    def __init__(
        self,
        package: Package,
        *,
        beam: int = BEAM,
        threads: int = 0,
        compute_type: str = "default",
    ) -> None:
        self._package = package
        self._beam = beam
        self._threads = threads or (os.cpu_count() or 1)
        self._compute_type = compute_type
        self._translator: Any = None
        self._tokenizer: Any = None

    @property
    def package(self) -> Package:
        """The package it translates with."""
        return self._package

    @property
    def identity(self) -> EngineIdentity:
        """The package, its version, and the settings that can change a result."""
        settings = f"beam={self._beam} compute={self._compute_type}"
        return EngineIdentity("argos", self._package.name, self._package.version, settings)

    def translate(self, texts: Sequence[str], beam: int | None = None) -> list[Draft]:
        """Translate ``texts``; returns one draft for each, in order. Line breaks in a text count as
        spaces.

        Raises `ModelError` if the model cannot be loaded or run.
        """
        if not texts:
            return []
        with self._named():
            self._load()
            return self._translate(texts, beam or self._beam)

    def pieces(self, text: str) -> int:
        """The number of tokens of a text; loads only the tokenizer.

        Raises `ModelError` if it cannot be loaded.
        """
        with self._named():
            # An archive has to be unpacked anyway, so load the model at the same time.
            self._load(model=self._package.archive)
            return len(self._tokenizer.encode(" ".join(text.split())))

    @contextmanager
    def _named(self) -> Iterator[None]:
        try:
            yield
        except (RuntimeError, ValueError, OSError, MemoryError) as error:
            raise ModelError(self._package, error) from None

    def _load(self, *, model: bool = True) -> None:
        if self._tokenizer is not None and (self._translator is not None or not model):
            return
        with unpacked(self._package) as package:
            if self._tokenizer is None:
                self._tokenizer = _read_tokenizer(package)
            if model:
                self._translator = self._read_model(package)

    def _read_model(self, package: Package) -> Any:
        # Imported here because it takes a tenth of a second and most builds do not need it.
        import ctranslate2

        keep_freed_memory()
        # One thread for each sentence: sums then have the same order on every machine.
        return ctranslate2.Translator(
            str(package.model),
            device="cpu",
            inter_threads=self._threads,
            intra_threads=1,
            compute_type=self._compute_type,
        )

    def _translate(self, texts: Sequence[str], beam: int) -> list[Draft]:
        pieces = [self._token_lists(" ".join(text.split())) for text in texts]
        sources = [tokens for piece in pieces for tokens in piece]
        most = self._batch_tokens(sources)
        begun: dict[int, Any] = {}
        # The longest first, so that all threads have work until the end.
        for places in sorted(_by_length(sources), key=lambda some: -len(sources[some[0]])):
            batch = [sources[place] for place in places]
            begun.update(zip(places, self._begin(batch, beam, most), strict=True))
        results = (begun[place].result() for place in range(len(sources)))
        return [self._draft([next(results) for _ in piece]) for piece in pieces]

    def _begin(self, batch: list[list[str]], beam: int, most: int) -> list[Any]:
        """Start translating a batch of sentences of one length; returns a future for each."""
        prefix = self._package.target_prefix
        found: list[Any] = self._translator.translate_batch(
            batch,
            target_prefix=[[prefix]] * len(batch) if prefix else None,
            replace_unknowns=True,
            max_batch_size=most,
            batch_type="tokens",
            beam_size=beam,
            num_hypotheses=1,
            length_penalty=LENGTH_PENALTY,
            max_input_length=0,
            max_decoding_length=MAX_TARGET_TOKENS,
            return_scores=True,
            asynchronous=True,
        )
        return found

    def _batch_tokens(self, sources: Sequence[Sequence[str]]) -> int:
        """The tokens of a batch: few enough that every thread gets one."""
        share = sum(map(len, sources)) // self._threads
        return max(max(map(len, sources), default=1), min(BATCH_TOKENS, share))

    def _draft(self, results: list[Any]) -> Draft:
        texts, score, cut = [], 0.0, False
        prefix = self._package.target_prefix
        for result in results:
            tokens = result.hypotheses[0]
            text = self._tokenizer.decode(tokens)
            if prefix and text.startswith(prefix):
                text = text[len(prefix) :]
            texts.append(text.strip())
            score += result.scores[0]
            cut = cut or len(tokens) >= MAX_TARGET_TOKENS
        return Draft(" ".join(filter(None, texts)), score, cut, max(1, len(results)))

    def _token_lists(self, text: str) -> list[list[str]]:
        """The tokens of ``text`` in one or more lists that each fit the model; none for an empty
        text.

        A long text is split near its middle: at the end of a sentence if possible, else at a weaker
        punctuation mark, else between two characters.
        """
        tokens: list[str] = self._tokenizer.encode(text)
        if len(tokens) <= MAX_SOURCE_TOKENS or len(text) < 2:
            return [tokens[:MAX_SOURCE_TOKENS]] if tokens else []
        at = _middle(text)
        return self._token_lists(text[:at]) + self._token_lists(text[at:])


def _read_tokenizer(package: Package) -> Any:
    from argostranslate.tokenizer import BPETokenizer, SentencePieceTokenizer

    if package.tokenizer.name == "bpe.model":
        tokenizer = BPETokenizer(package.tokenizer, package.from_code, package.to_code)
    else:
        tokenizer = SentencePieceTokenizer(package.tokenizer)
    tokenizer.encode("。")
    return tokenizer


def _by_length(sources: Sequence[Sequence[str]]) -> Iterable[list[int]]:
    """The indexes of the sentences, grouped by length."""
    found: dict[int, list[int]] = {}
    for place, tokens in enumerate(sources):
        found.setdefault(len(tokens), []).append(place)
    return found.values()


def _middle(text: str) -> int:
    """Where to split a text of at least two characters: of the best kind of break that occurs away
    from both ends, the one nearest to the middle."""
    half = len(text) / 2
    for breaks in _BREAKS:
        places = [match.start() for match in breaks.finditer(text)]
        near = [place for place in places if 0.2 * half < place < 1.8 * half]
        if near:
            return min(near, key=lambda place: abs(place - half))
    return len(text) // 2


def find_engine(settings: TranslationSettings) -> ArgosEngine | None:
    """The engine for the package that the settings name, or for the best one installed; ``None`` if
    there is none."""
    package = choose(settings.package)
    return engine_over(package, settings) if package else None


def engine_over(package: Package, settings: TranslationSettings) -> ArgosEngine:
    """The engine for a package with the options of the settings."""
    return ArgosEngine(
        package,
        beam=settings.beam,
        threads=settings.threads,
        compute_type=settings.compute_type,
    )
