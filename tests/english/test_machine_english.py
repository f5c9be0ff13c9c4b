"""The whole way of a segment: protected, translated by the test package, restored, checked."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from generator.english.argos import ArgosEngine
from generator.english.cache import SegmentCache
from generator.english.engine import Draft, EngineIdentity
from generator.english.mask_policy import MaskPolicy
from generator.english.segments import Translation, translate
from generator.terms import Term, Terms

TERMS = Terms(
    [
        Term("南充", "Nanchong"),
        Term("肇庆", "Zhaoqing"),
        Term("营商环境", "business environment"),
        Term("规上工业企业", "industrial enterprises above designated size"),
        Term("标准地", "ready-to-build land"),
    ]
)
# What the test package has learnt to say; none of these pairs was in its training.
ENGLISH = {
    "今年1至8月，南充65个省市重点工业项目完成投资289.5亿元，占年度投资的80.6%。": (
        "From January to August this year, 65 provincial and municipal key industrial projects in"
        " Nanchong completed investment of 28.95 billion yuan, 80.6% of the annual investment."
    ),
    "上半年，全市新开工招商引资项目109个、竣工投产项目84个。": (
        "In the first half of the year, the city started 109 investment projects and put 84"
        " projects into production."
    ),
    "项目总投资约4亿元，占地313亩。": (
        "The project has a total investment of about 400 million yuan and covers 313 mu"
        " (21 hectares)."
    ),
    "目前，该项目已完成总工程量的75%。": (
        "At present, the project has completed 75% of the total work."
    ),
    "办理时间由45个工作日压缩至10个工作日。": (
        "The processing time was cut from 45 working days to 10 working days."
    ),
    "全市工业投资实现210.6亿元，同比增长33.9%。": (
        "Industrial investment in the city reached 21.06 billion yuan, up 33.9% year on year."
    ),
    "项目全面建成后，可实现年产值35亿元。": (
        "Once fully completed, the project can achieve an annual output value of 3.5 billion yuan."
    ),
    "“我们将加快项目建设。”项目负责人表示。": (
        "“We will speed up project construction,” said the head of the project."
    ),
    "到2025年，肇庆将打造5亿级新能源产业集群。": (
        "By 2025, Zhaoqing will build a 500-million-level new energy cluster."
    ),
    "近20个重点项目在南充集中开工": ("Construction of nearly 20 key projects started in Nanchong"),
    "全市粮食总产量达到30万吨。": "The total grain output of the city reached 300,000 tonnes.",
    "眉山高速公路全长35公里。": "The expressway in Meishan is 35 kilometres long.",
    "南充居全省第三。": "Nanchong ranks third in the province.",
    "南充怎么做到的？": "How did Nanchong do it?",
}


@pytest.fixture
def cache(tmp_path: Path) -> Iterator[SegmentCache]:
    """An empty cache."""
    with SegmentCache(tmp_path / "segments.db") as cache:
        yield cache


def _english(
    engine: ArgosEngine, cache: SegmentCache, segments: Sequence[str]
) -> list[Translation]:
    return list(translate(segments, policy=MaskPolicy(TERMS), engine=engine, cache=cache))


def test_figures_and_terms_survive_the_engine(engine: ArgosEngine, cache: SegmentCache) -> None:
    found = _english(engine, cache, list(ENGLISH))
    assert [one.english for one in found] == list(ENGLISH.values())
    assert [one.flags for one in found] == [()] * len(found)


@dataclass
class Careless:
    """An engine that says the same whatever it is given."""

    says: str
    identity: EngineIdentity = field(default_factory=lambda: EngineIdentity("careless", "c", "1"))
    asked: list[str] = field(default_factory=list)

    def translate(self, texts: Sequence[str], beam: int | None = None) -> list[Draft]:
        self.asked += texts
        return [Draft(self.says, -1.0) for _ in texts]


@pytest.mark.parametrize(
    ("says", "reason"),
    [
        ("Nanchong completed investment of 289.5 billion yuan.", "28.95 billion yuan"),
        ("The city completed investment of 28.95 billion yuan.", "Nanchong"),
        ("Nanchong completed 投资 of 28.95 billion yuan.", "投资"),
        ("", "nothing was translated"),
    ],
)
def test_what_is_wrong_twice_is_kept_and_flagged(
    cache: SegmentCache, says: str, reason: str
) -> None:
    engine = Careless(says)
    segment = "南充完成投资289.5亿元。"
    (made,) = translate([segment], policy=MaskPolicy(TERMS), engine=engine, cache=cache)
    assert len(engine.asked) == 2
    assert len(set(engine.asked)) == 2
    assert any(reason in flag for flag in made.flags), made.flags
    (kept,) = translate([segment], policy=MaskPolicy(TERMS), engine=engine, cache=cache)
    assert (kept.english, kept.flags, kept.origin) == (made.english, made.flags, "cache")
    assert len(engine.asked) == 2


def test_a_second_try_mends_what_the_first_spoils(cache: SegmentCache) -> None:
    class Forgetful(Careless):
        def translate(self, texts: Sequence[str], beam: int | None = None) -> list[Draft]:
            if beam is None:
                return [Draft("There was investment.", -1.0)]
            signs = re.fullmatch(r"(T1) ?完成投资([0-9]+)元。", texts[0])
            assert signs is not None
            return [Draft(f"{signs[1]} completed investment of {signs[2]} yuan.", -1.0)]

    (made,) = translate(
        ["南充完成投资289.5亿元。"],
        policy=MaskPolicy(TERMS),
        engine=Forgetful(""),
        cache=cache,
    )
    assert made.english == "Nanchong completed investment of 28.95 billion yuan."
    assert made.flags == ()
