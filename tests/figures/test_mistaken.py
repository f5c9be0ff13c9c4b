"""A number that English takes for one of something else."""

from __future__ import annotations

import pytest

from generator.figures import verify


@pytest.mark.parametrize(
    ("chinese", "right", "wrong"),
    [
        (
            "该县今年位列第63位，较上年前进4位。",
            "The county ranks 63rd this year, four places up on the year before.",
            "The county ranks 63rd this year, 4 people above the year before.",
        ),
        (
            "低收入家庭每月可领取120度免费用电额度。",
            "Low-income families get 120 kWh of electricity a month for nothing.",
            "Low-income families receive 120 degrees free of charge a month.",
        ),
        (
            "全市供热负荷比上周增加四成。",
            "The city's heating load was 40% higher than last week.",
            "The city's heating load rose 40% last week.",
        ),
        (
            "去年，全市用电量比上年增长8%。",
            "The city's electricity use rose 8% last year.",
            "The city's electricity use fell 8% last year.",
        ),
        (
            "会议开了40分钟。",
            "The meeting took 40 minutes.",
            "The meeting took 40 points.",
        ),
        (
            "全市投资500万元，涉及12个项目。",
            "The city invested 5 million yuan in 12 projects.",
            "The city invested 5 million projects, 12 in all.",
        ),
        (
            "线路全长30公里，设站12座。",
            "The line is 30 kilometres long, with 12 stations.",
            "The line is 30 stations long, with 12 stations.",
        ),
        (
            "车程缩短到一小时。",
            "The trip is cut to an hour.",
            "The trip is cut to one day.",
        ),
        (
            "会议早上8点开始。",
            "The meeting starts at 8 in the morning.",
            "The meeting starts at 8 points in the morning.",
        ),
        (
            "全市有3条地铁。",
            "The city has three metro lines.",
            "The city has Metro Line 3.",
        ),
        (
            "进口增长12%，出口下降3%。",
            "Imports rose 12% and exports fell 3%.",
            "Imports rose 12% and exports 3%.",
        ),
        (
            "产值居全国第二、全省第一。",
            "Output is second in the country and first in the province.",
            "Output is first in the country and second in the province.",
        ),
        (
            "出口连续12个月增长。",
            "Exports grew for the 12th month running.",
            "Exports grew for the 12th year running.",
        ),
        (
            "展览9月至11月举行。",
            "The exhibition runs from September to November.",
            "The exhibition takes place in September and November.",
        ),
        (
            "庙会农历八月十五举行。",
            "The fair is held on the 15th day of the eighth lunar month.",
            "The fair is held on 15 August.",
        ),
        (
            "公司去年收入5亿元。",
            "The company had revenue of 500 million yuan last year.",
            "The company made a profit of 500 million yuan last year.",
        ),
        (
            "产值创历史新高，达500亿元。",
            "Output reached a record high of 50 billion yuan.",
            "Output fell to a record low of 50 billion yuan.",
        ),
        (
            "项目分三期建设，首期投资8亿元。",
            "The project will be built in three phases, with 800 million yuan in the first.",
            "The project will be built in three phases, with 800 million yuan in each.",
        ),
    ],
)
def test_what_a_number_is_of_is_kept(chinese: str, right: str, wrong: str) -> None:
    assert verify(chinese, right) == []
    assert verify(chinese, wrong) != []
