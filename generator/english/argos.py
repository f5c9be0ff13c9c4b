"""The Argos engine: an Argos package, driven in batches.

``argostranslate.translate`` sends one paragraph at a time and splits it with a model
that it downloads. Here CTranslate2 is called directly, on all segments at once, with the
same tokenizer (the library's own), search and decoding, so that a single sentence comes
out as the library would give it (a test holds the two together).

What a sentence becomes does not depend on its neighbours. In a batch of sentences of several
lengths the shorter ones are padded, and sums over padded rows are rounded in another way: often
the score changes, now and then a word. So a batch holds sentences of one length only; then
8-bit models give the same bits however sentences are put together, and those of ``float32`` the
same to six digits of the score (measured with CTranslate2 4.8).
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

# What is said where `find_engine` finds no package, and what to do.
ABSENT = ("no translation package is installed", "`digest model install` gets one")
BEAM = 4
# Argos Translate's own search settings (1.12).
LENGTH_PENALTY = 0.2
# CTranslate2 cuts a source at 1,024 tokens without a word, and models learn from
# sentences far shorter than that: anything longer than this is taken apart.
MAX_SOURCE_TOKENS = 256
MAX_TARGET_TOKENS = 512
# Tokens of a batch, padding counted: large enough to keep a core busy, small for memory.
BATCH_TOKENS = 1024
# Where a text that is too long may be cut, the best places first. None lies within a figure
# or a name in English: those are Latin text with single spaces.
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
    """The model of a package cannot be loaded or run; ``reason`` says why, in one line."""

    def __init__(self, package: Package, error: BaseException) -> None:
        self.reason = " ".join(str(error).split()) or type(error).__name__
        message = f"the model of {package} cannot be used: {self.reason}"
        hint = "install the package again"
        super().__init__(Problem(str(package.folder), message=message, hint=hint))


class ArgosEngine:
    """An engine over one installed package. Nothing is loaded before the first text; what is
    loaded has threads of its own, so use it in the process that first used it.

    ``beam``: 1 to 16. ``threads``: sentences are spread over so many, 0 for all cores; the
    result does not depend on it. ``compute_type``: as CTranslate2 names them; ``default``
    takes the model's own.
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
        """The package that it translates with."""
        return self._package

    @property
    def identity(self) -> EngineIdentity:
        """Package, version, and the settings that can change a result."""
        settings = f"beam={self._beam} compute={self._compute_type}"
        return EngineIdentity("argos", self._package.name, self._package.version, settings)

    def translate(self, texts: Sequence[str], beam: int | None = None) -> list[Draft]:
        """One draft for each text, in order. A text of several lines is one sentence.

        Raises `ModelError` where the model cannot be loaded or run.
        """
        if not texts:
            return []
        with self._named():
            self._load()
            return self._translate(texts, beam or self._beam)

    def pieces(self, text: str) -> int:
        """How many pieces of words the model reads a text as; loads the tokenizer alone.

        Raises `ModelError` where that cannot be loaded.
        """
        with self._named():
            # What has to be unpacked is read at once.
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
        # Imported here: it takes a tenth of a second, and most builds do not need it.
        import ctranslate2

        keep_freed_memory()
        # One thread a sentence: sums are then made in one order, whatever the machine.
        return ctranslate2.Translator(
            str(package.model),
            device="cpu",
            inter_threads=self._threads,
            intra_threads=1,
            compute_type=self._compute_type,
        )

    def _translate(self, texts: Sequence[str], beam: int) -> list[Draft]:
        pieces = [self._pieces(" ".join(text.split())) for text in texts]
        sources = [tokens for piece in pieces for tokens in piece]
        most = self._batch_tokens(sources)
        begun: dict[int, Any] = {}
        # The longest first: threads then have work to the end.
        for places in sorted(_by_length(sources), key=lambda some: -len(sources[some[0]])):
            batch = [sources[place] for place in places]
            begun.update(zip(places, self._begin(batch, beam, most), strict=True))
        results = (begun[place].result() for place in range(len(sources)))
        return [self._draft([next(results) for _ in piece]) for piece in pieces]

    def _begin(self, batch: list[list[str]], beam: int, most: int) -> list[Any]:
        """Begin with sentences of one length; what each result will be."""
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
        """Tokens of a batch: few enough that every thread has one."""
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

    def _pieces(self, text: str) -> list[list[str]]:
        """The tokens of ``text``, in as many pieces as the model needs; none of an empty text.

        It is cut near its middle, at the end of a sentence where one is there, else at a lesser
        mark, else between two characters.
        """
        tokens: list[str] = self._tokenizer.encode(text)
        if len(tokens) <= MAX_SOURCE_TOKENS or len(text) < 2:
            return [tokens[:MAX_SOURCE_TOKENS]] if tokens else []
        at = _middle(text)
        return self._pieces(text[:at]) + self._pieces(text[at:])


def _read_tokenizer(package: Package) -> Any:
    from argostranslate.tokenizer import BPETokenizer, SentencePieceTokenizer

    if package.tokenizer.name == "bpe.model":
        tokenizer = BPETokenizer(package.tokenizer, package.from_code, package.to_code)
    else:
        tokenizer = SentencePieceTokenizer(package.tokenizer)
    tokenizer.encode("。")
    return tokenizer


def _by_length(sources: Sequence[Sequence[str]]) -> Iterable[list[int]]:
    """The places of the sentences of each length."""
    found: dict[int, list[int]] = {}
    for place, tokens in enumerate(sources):
        found.setdefault(len(tokens), []).append(place)
    return found.values()


def _middle(text: str) -> int:
    """The best place to cut a text of two characters or more: the best kind of mark there is
    away from its ends, and of those the nearest to the middle."""
    half = len(text) / 2
    for breaks in _BREAKS:
        places = [match.start() for match in breaks.finditer(text)]
        near = [place for place in places if 0.2 * half < place < 1.8 * half]
        if near:
            return min(near, key=lambda place: abs(place - half))
    return len(text) // 2


def find_engine(settings: TranslationSettings) -> ArgosEngine | None:
    """The engine over the package that the settings name, or over the best one installed."""
    package = choose(settings.package)
    return engine_over(package, settings) if package else None


def engine_over(package: Package, settings: TranslationSettings) -> ArgosEngine:
    """The engine over a package, as the settings want it."""
    return ArgosEngine(
        package,
        beam=settings.beam,
        threads=settings.threads,
        compute_type=settings.compute_type,
    )
