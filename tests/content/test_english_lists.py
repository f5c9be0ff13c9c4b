"""The items of an English list are compared with those of the Chinese one by one."""

from __future__ import annotations

import pytest

from tests.sites import TestSite

PORTS = "- 苏州：出口下降3.1%\n- 无锡：出口增长1.7%\n- 常州：出口增长2.6%"
LINES = "- 地铁3号线已完成投资38亿元\n- 地铁5号线已完成投资22亿元"
HOMES = "- 新房均价1.8万元\n- 二手房均价1.2万元"
MAKERS = "1. 比亚迪在合肥的工厂年产40万辆\n2. 蔚来在合肥的工厂年产30万辆"
WORKS = "- 南岸大桥：6月通车，投资12亿元\n- 北山隧道：9月通车，投资8亿元"
SPARE = "- 全市新建小学6所、中学3所\n- 改扩建医院2家\n- 新增停车位3500个"


@pytest.mark.parametrize(
    ("chinese", "english", "lines"),
    [
        (PORTS, "- Suzhou: exports fell 3.1%\n- Wuxi: up 1.7%\n- Changzhou: up 2.6%", ()),
        (PORTS, "- Changzhou's exports up 2.6%\n- Suzhou's down 3.1%\n- Wuxi's up 1.7%", ()),
        (PORTS, "- Suzhou: exports fell 3.1%\n- Wuxi: up 2.6%\n- Changzhou: up 1.7%", (8, 9)),
        (PORTS, "- Wuxi: exports fell 3.1%\n- Suzhou: up 1.7%\n- Changzhou: up 2.6%", (7, 8)),
        (LINES, "- 3.8 billion yuan spent on Line 3\n- 2.2 billion yuan on Line 5", ()),
        (LINES, "- Metro Line 5: 2.2 billion yuan\n- Metro Line 3: 3.8 billion yuan", ()),
        (LINES, "- Metro Line 3: 2.2 billion yuan\n- Metro Line 5: 3.8 billion yuan", (7,)),
        (HOMES, "- New homes: 18,000 yuan\n- Second-hand homes: 12,000 yuan", ()),
        (HOMES, "- New homes: 12,000 yuan\n- Second-hand homes: 18,000 yuan", (7, 8)),
        (MAKERS, "1. NIO's Hefei plant makes 300,000\n2. BYD's makes 400,000 cars a year", ()),
        (MAKERS, "1. BYD's Hefei plant makes 300,000 cars\n2. NIO's makes 400,000", (7,)),
        (WORKS, "- Nan'an bridge: opens in June\n  at 1.2 billion yuan\n"
                "- Beishan tunnel: opens in September at 800 million yuan", ()),
        (WORKS, "- Nan'an bridge: opens in September\n  at 1.2 billion yuan\n"
                "- Beishan tunnel: opens in June at 800 million yuan", (7, 9)),
        # An item may be divided anew, as long as the list has all that the Chinese one has.
        (SPARE, "- Six new primary schools\n- Three secondary schools\n"
                "- Two hospitals rebuilt, 3,500 parking spaces added", ()),
    ],
)  # fmt: skip
def test_what_is_said_of_another_item_is_found(
    site: TestSite, chinese: str, english: str, lines: tuple[int, ...]
) -> None:
    site.article("list", title="本周数字", body=f"本周要点：\n\n{chinese}")
    site.english("list", title="Figures of the week", body=f"The week:\n\n{english}")

    report = site.build()

    told = {problem.split(":")[1] for problem in report.problems}
    assert told == set(map(str, lines)), report.problems
