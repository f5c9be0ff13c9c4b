"""The stage: order, what is kept, what is made again, the second try. No model is needed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from generator.english import segments as stage
from generator.english.cache import SegmentCache
from generator.english.engine import Draft, EngineIdentity
from generator.english.making import BATCH
from generator.english.segments import Translation, translate

ECHO = EngineIdentity("echo", "echo-zh_en", "1")


@dataclass
class Echo:
    """An engine that puts brackets around a text, and notes what it was asked."""

    identity: EngineIdentity = ECHO
    calls: list[tuple[tuple[str, ...], int | None]] = field(default_factory=list)
    fail_at: int = -1

    def translate(self, texts: Sequence[str], beam: int | None = None) -> list[Draft]:
        if len(self.calls) == self.fail_at:
            raise KeyboardInterrupt
        self.calls.append((tuple(texts), beam))
        return [Draft(f"<{text}>", -float(len(text))) for text in texts]

    @property
    def texts(self) -> list[str]:
        return [text for texts, _ in self.calls for text in texts]


@dataclass(frozen=True)
class Way:
    """A segment handed over with its terms in English; ``!`` fails the check, ``?`` only the
    first time."""

    segment: str
    again: bool
    terms: Mapping[str, str]

    @property
    def text(self) -> str:
        if self.segment.isascii():
            return ""
        text = self.segment
        for chinese, english in self.terms.items():
            text = text.replace(chinese, english)
        return f"{text}/again" if self.again else text

    def finish(self, draft: Draft) -> tuple[str, tuple[str, ...]]:
        if not self.text:
            return self.segment, ()
        bad = "!" in self.segment or ("?" in self.segment and not self.again)
        return draft.text.strip("<>"), ("it is wrong",) if bad else ()


@dataclass
class Plain:
    """A preparation with a glossary of its own."""

    terms: Mapping[str, str] = field(default_factory=dict)

    def entries(self, segment: str) -> list[bytes]:
        return [f"{zh}={en}".encode() for zh, en in self.terms.items() if zh in segment]

    def prepare(self, segment: str, *, again: bool) -> Way:
        return Way(segment, again, self.terms)


@pytest.fixture
def cache(tmp_path: Path) -> Iterator[SegmentCache]:
    """An empty cache."""
    with SegmentCache(tmp_path / "segments.db") as cache:
        yield cache


def _run(
    cache: SegmentCache, segments: Sequence[str], engine: Echo | None, **more: str
) -> list[Translation]:
    return list(translate(segments, policy=Plain(more), engine=engine, cache=cache))


def test_results_come_in_order_and_each_text_goes_to_the_engine_once(cache: SegmentCache) -> None:
    engine = Echo()
    segments = ["较长的一句。", "短。", "较长的一句。", "中等句。"]
    found = _run(cache, segments, engine)
    assert [t.source for t in found] == segments
    assert [t.english for t in found] == segments
    assert {t.origin for t in found} == {"engine"}
    assert found[0].engine == engine.identity
    assert engine.texts == ["短。", "中等句。", "较长的一句。"]


def test_a_second_run_makes_nothing(cache: SegmentCache) -> None:
    first = _run(cache, ["一。", "二!", "三?"], Echo())
    engine = Echo()
    second = _run(cache, ["一。", "二!", "三?"], engine)
    assert engine.calls == []
    assert {t.origin for t in second} == {"cache"}
    assert [(t.english, t.score, t.flags) for t in second] == [
        (t.english, t.score, t.flags) for t in first
    ]


def test_what_fails_is_tried_once_more_without_a_beam_and_then_flagged(cache: SegmentCache) -> None:
    engine = Echo()
    good, mended, bad = _run(cache, ["好。", "补?", "坏!"], engine)
    assert engine.calls == [(("坏!", "好。", "补?"), None), (("坏!/again", "补?/again"), 1)]
    assert (good.english, good.flags) == ("好。", ())
    assert (mended.english, mended.flags) == ("补?/again", ())
    # Both ways fail: the first result stays, and says so.
    assert (bad.english, bad.flags) == ("坏!", ("it is wrong",))


def test_a_changed_glossary_entry_touches_only_the_segments_that_hold_its_term(
    cache: SegmentCache,
) -> None:
    segments = ["标准地改革。", "招商引资大会。", "天气很好。"]
    _run(cache, segments, Echo(), 标准地="standard land", 招商引资="attracting investment")
    engine = Echo()
    found = _run(
        cache, segments, engine, 标准地="ready-to-use land", 招商引资="attracting investment"
    )
    assert engine.texts == ["ready-to-use land改革。"]
    assert [t.origin for t in found] == ["engine", "cache", "cache"]


def test_another_package_version_or_setting_translates_anew(cache: SegmentCache) -> None:
    _run(cache, ["一。"], Echo())
    for identity in (
        EngineIdentity("echo", "echo-zh_en", "2"),
        EngineIdentity("echo", "echo-zh_en", "1", "beam=1"),
    ):
        engine = Echo(identity)
        assert _run(cache, ["一。"], engine)[0].origin == "engine"


@dataclass(frozen=True)
class Stricter(Way):
    """A release of which the checks doubt more: every segment with ``二``."""

    def finish(self, draft: Draft) -> tuple[str, tuple[str, ...]]:
        english, flags = super().finish(draft)
        return english, ("it has a two",) if "二" in self.segment else flags


class StricterPlain(Plain):
    def prepare(self, segment: str, *, again: bool) -> Way:
        return Stricter(segment, again, self.terms)


def test_a_new_release_checks_the_drafts_anew_and_asks_for_none(
    cache: SegmentCache, monkeypatch: pytest.MonkeyPatch
) -> None:
    segments = ["一。", "坏!", "补?"]
    first = _run(cache, segments, Echo())
    monkeypatch.setattr(stage, "CHECKS", "of the next release")
    engine = Echo()
    second = _run(cache, segments, engine)
    assert engine.calls == []
    assert [(t.english, t.flags, t.origin) for t in second] == [
        (t.english, t.flags, "cache") for t in first
    ]


def test_what_a_new_release_doubts_is_flagged_and_only_that_tried_again(
    cache: SegmentCache, monkeypatch: pytest.MonkeyPatch
) -> None:
    _run(cache, ["一。", "二。"], Echo())
    monkeypatch.setattr(stage, "CHECKS", "of the next release")
    engine = Echo()
    found = list(translate(["一。", "二。"], policy=StricterPlain(), engine=engine, cache=cache))
    assert engine.calls == [(("二。/again",), 1)]
    assert [t.flags for t in found] == [(), ("it has a two",)]


def test_without_an_engine_a_new_release_still_checks_anew(
    cache: SegmentCache, monkeypatch: pytest.MonkeyPatch
) -> None:
    _run(cache, ["一。", "二。"], Echo())
    monkeypatch.setattr(stage, "CHECKS", "of the next release")
    for _ in range(2):
        found = list(translate(["一。", "二。"], policy=StricterPlain(), engine=None, cache=cache))
        assert [(t.english, t.origin) for t in found] == [("一。", "cache"), ("二。", "cache")]
        assert [t.flags for t in found] == [(), ("it has a two",)]
    # What could not be tried again then is tried when there is an engine.
    engine = Echo()
    list(translate(["一。", "二。"], policy=StricterPlain(), engine=engine, cache=cache))
    assert engine.texts == ["二。/again"]


def test_what_needs_no_engine_is_not_sent(cache: SegmentCache) -> None:
    engine = Echo()
    assert _run(cache, ["G65", "2+2"], engine)[0].english == "G65"
    assert engine.calls == []


def test_nothing_to_translate_never_calls_the_engine(cache: SegmentCache) -> None:
    engine = Echo()
    assert _run(cache, [], engine) == []
    assert engine.calls == []


def test_without_an_engine_the_cache_serves_what_the_last_one_left(cache: SegmentCache) -> None:
    _run(cache, ["一。"], Echo())
    kept, missing = _run(cache, ["一。", "二。"], None)
    assert (kept.english, kept.origin, kept.engine) == ("一。", "cache", ECHO)
    assert (missing.english, missing.origin, missing.engine) == ("", "none", None)


def test_without_an_engine_and_a_cache_nothing_is_made(cache: SegmentCache) -> None:
    assert [t.origin for t in _run(cache, ["一。"], None)] == ["none"]


def test_a_translator_s_memory_wins(cache: SegmentCache) -> None:
    engine = Echo()
    _run(cache, ["一。"], engine)
    found = list(
        translate(
            ["一。", "二。"],
            policy=Plain(),
            engine=engine,
            cache=cache,
            memory={"一。": "One, as a person says it."},
        )
    )
    assert [(t.english, t.origin) for t in found] == [
        ("One, as a person says it.", "memory"),
        ("二。", "engine"),
    ]


def test_a_break_loses_only_the_batch_in_flight(cache: SegmentCache) -> None:
    segments = [f"第{n:04}句。" for n in range(3 * BATCH)]
    with pytest.raises(KeyboardInterrupt):
        _run(cache, segments, Echo(fail_at=2))
    engine = Echo()
    assert len(_run(cache, segments, engine)) == len(segments)
    assert len(engine.texts) == BATCH


def test_segments_are_taken_in_windows(cache: SegmentCache) -> None:
    taken = 0

    def endless() -> Iterator[str]:
        nonlocal taken
        while True:
            taken += 1
            yield f"第{taken % 300}句。"

    found = translate(endless(), policy=Plain(), engine=Echo(), cache=cache)
    assert next(found).english == "第1句。"
    assert taken == stage.WINDOW
    for _ in range(stage.WINDOW):
        next(found)
    assert taken == 2 * stage.WINDOW
