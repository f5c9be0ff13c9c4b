"""The network that comes with the program finds plain mistakes, and doubts no plain translation."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.meaning.test_check_meaning import doubts
from tests.sites import TestSite

MODELS = Path(__file__).parents[2] / "models"
# Chinese, right English, the word of it that is replaced, and a wrong one. Their scores are far
# from the threshold, so that another processor's rounding changes nothing.
PAIRS = [
    (
        "全市工业产值增长明显，出口也在上升。",
        "The city's industrial output grew markedly, and exports rose as well.",
        "grew",
        "shrank",
    ),
    (
        "园区将于明年开工建设一座污水处理厂。",
        "The park will start building a sewage treatment plant next year.",
        "building",
        "demolishing",
    ),
    (
        "该公司亏损扩大，决定关闭三家工厂。",
        "The company's losses widened, and it decided to close three factories.",
        "losses",
        "profits",
    ),
    (
        "这座大桥连接城北和机场。",
        "The bridge links the north of the city with the airport.",
        "north",
        "south",
    ),
    (
        "医院新建的门诊楼昨天启用。",
        "The hospital's new outpatient building opened yesterday.",
        "hospital's",
        "school's",
    ),
    (
        "粮食减产，农民收入下降。",
        "Grain output fell and farmers' incomes declined.",
        "fell",
        "rose",
    ),
    (
        "当地居民反对建设垃圾焚烧厂。",
        "Local residents oppose the building of a waste incinerator.",
        "oppose",
        "support",
    ),
    (
        "项目完成后，进口依赖将大幅降低。",
        "Once the project is finished, dependence on imports will be much lower.",
        "imports",
        "exports",
    ),
    ("多数工人领到了工资。", "Most of the workers have been paid.", "Most", "Few"),
]


@pytest.mark.parametrize("wrong", [False, True])
def test_plain_mistakes_are_found(
    site: TestSite, monkeypatch: pytest.MonkeyPatch, wrong: bool
) -> None:
    monkeypatch.setenv("CITYDIGEST_MODELS", str(MODELS))
    site.article("plain", title="城市新闻", body="\n\n".join(chinese for chinese, *_ in PAIRS))
    texts = [english.replace(old, new, 1) if wrong else english for _, english, old, new in PAIRS]
    site.english("plain", title="City news", body="\n\n".join(texts))
    found = doubts(site.digest("check", "--meaning"))
    assert len(found) == (len(PAIRS) if wrong else 0)
    for line, (*_, new) in zip(found, PAIRS, strict=False):
        assert f"“{new}”" in line
