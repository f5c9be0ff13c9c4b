"""The stage on a cluster: the same results as on one machine, bounded memory, no trust in
workers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import msgspec
import pytest

pytest.importorskip("distributed", reason='needs Dask: pip install "citydigest[cluster]"')

from generator.cluster.batch_queue import BatchQueue, Work
from generator.cluster.environment import Translating
from generator.cluster.messages import (
    MadeSegment,
    SentSegment,
    TriedDraft,
    encode_segments,
    read_segments,
)
from generator.cluster.on_worker import BatchTranslator
from generator.cluster.translation import ClusterStage
from generator.config import TranslationSettings
from generator.english.cache import SegmentCache
from generator.english.engine import Draft, EngineIdentity
from generator.english.mask_policy import MaskPolicy
from generator.english.segments import WINDOW, Stage, Translation, translate
from generator.terms import Term, Terms
from tests.cluster.fake_dask import Client, reply
from tests.cluster.test_batch_queue import pool_of_one

TERMS = (Term("南充", "Nanchong"), Term("开工", "started work"))
IDENTITY = EngineIdentity("Echo", "two-words", "1")


class Echo:
    """An engine that returns the Latin letters of a text; the first draft is worse than the
    second."""

    identity = IDENTITY

    def __init__(self) -> None:
        self.asked: list[str] = []

    def translate(self, texts: Sequence[str], beam: int | None = None) -> list[Draft]:
        self.asked += texts if beam is None else ()
        return [Draft(_english(text, beam), -len(text) / 8) for text in texts]


def _english(text: str, beam: int | None) -> str:
    if "坏" in text and beam is None:
        return "It is and it is and it is and it is and"
    latin = "".join(char if char.isascii() and char.isalnum() else " " for char in text)
    return f"It says {' '.join(latin.split()) or 'this'} here."


def cluster_stage(
    cache: SegmentCache, engine: Echo, *, trusted: bool, spoil: Any = None
) -> tuple[ClusterStage, Client]:
    """A stage with a worker in this process; ``spoil`` changes its answer as a hostile one
    would."""
    translating = Translating(TranslationSettings(), IDENTITY, "", (), TERMS)
    translator = BatchTranslator(translating, engine)

    def work(name: str, seconds: float, payload: bytes) -> bytes:
        made = translator.make(msgspec.msgpack.decode(payload, type=list[SentSegment]))
        return reply([spoil(one) if spoil else one for one in made])

    client = Client()
    stage = Stage(MaskPolicy(Terms(TERMS)), engine, cache, {"记忆。": "From memory."})
    queue = BatchQueue(pool_of_one(client), Work(work, encode_segments, read_segments))
    return ClusterStage(stage, queue, trusted=trusted), client


def texts(count: int) -> list[str]:
    """Segments: some repeat, some fail at first, some have no words."""
    kinds = ("南充{}个项目开工。", "坏的第{}句。", "……", "记忆。", "第{}期占地{}亩。")
    return [kinds[n % 5].replace("{}", str(n // 7 % 60)) for n in range(count)]


@pytest.fixture
def kept(tmp_path: Path) -> Iterator[SegmentCache]:
    """An empty cache."""
    with SegmentCache(tmp_path / "there.db") as cache:
        yield cache


def rows(file: Path) -> list[list[tuple[object, ...]]]:
    """The content of a cache."""
    import sqlite3
    from contextlib import closing

    with closing(sqlite3.connect(file)) as database:
        return [
            database.execute(f"select * from {table} order by 1").fetchall()
            for table in ("draft", "verdict")
        ]


@pytest.mark.parametrize("trusted", [True, False])
def test_results_and_cache_are_the_same_as_on_one_machine(
    kept: SegmentCache, tmp_path: Path, trusted: bool
) -> None:
    segments = texts(700)
    engine = Echo()
    stage, client = cluster_stage(kept, engine, trusted=trusted)
    there = list(stage.translations(segments))
    with SegmentCache(tmp_path / "here.db") as cache:
        here = list(
            translate(
                segments,
                policy=MaskPolicy(Terms(TERMS)),
                engine=Echo(),
                cache=cache,
                memory={"记忆。": "From memory."},
            )
        )
    assert [plain(one) for one in there] == [plain(one) for one in here]
    assert rows(tmp_path / "there.db") == rows(tmp_path / "here.db")
    # Each text was sent once, however often it came.
    assert len(engine.asked) == len(set(engine.asked)) > 100
    # And again: nothing is sent.
    before = len(client.sent)
    assert [one.english for one in stage.translations(segments)] == [one.english for one in here]
    assert len(client.sent) == before


def plain(one: Translation) -> tuple[object, ...]:
    """A translation without its origin."""
    return one.source, one.english, one.score, one.flags, one.engine


def test_memory_does_not_grow_with_the_archive(kept: SegmentCache) -> None:
    taken = 0

    def endless() -> Iterator[str]:
        nonlocal taken
        while True:
            taken += 1
            yield f"南充第{taken % 50}句。"

    stage, _ = cluster_stage(kept, Echo(), trusted=True)
    answers = stage.translations(endless())
    for _ in range(3 * WINDOW):
        next(answers)
    assert taken <= 6 * WINDOW


def test_english_of_a_hostile_worker_is_checked(
    kept: SegmentCache,
) -> None:
    def spoil(made: MadeSegment) -> MadeSegment:
        bad = TriedDraft("It cost 99 billion yuan.", -0.5, False, 1)
        return msgspec.structs.replace(
            made, first=bad, again=None, english="<script>", flags=(), score=0.0
        )

    stage, _ = cluster_stage(kept, Echo(), trusted=False, spoil=spoil)
    found = list(stage.translations(["南充3个项目开工。"]))
    assert found[0].english == "It cost 99 billion yuan."
    assert any("99 billion yuan" in flag for flag in found[0].flags)


@pytest.mark.parametrize(
    "change",
    [
        {"first": None},
        {"score": float("inf")},
        {"english": "x" * 300_000},
        {"first": [1, 2, 3]},
        {"flags": "no list"},
    ],
)
def test_invalid_answer_is_reported_and_not_cached(
    kept: SegmentCache, tmp_path: Path, change: dict[str, object]
) -> None:
    def spoil(made: MadeSegment) -> object:
        fields = {name: getattr(made, name) for name in made.__struct_fields__}
        return list((fields | change).values())

    stage, _ = cluster_stage(kept, Echo(), trusted=True, spoil=spoil)
    [found] = stage.translations(["南充3个项目开工。"])
    assert found.failed.startswith("failed 3 times; at last: ")
    assert found.english == ""
    assert rows(tmp_path / "there.db") == [[], []]
