"""Whether English keeps the figures: what is told, and what sound English is let be."""

from __future__ import annotations

import pytest

from generator.figures import verify


@pytest.mark.parametrize(
    ("source", "english"),
    [
        ("完成投资289.5亿元，占80.6%。", "Investment came to 28.95 billion yuan, or 80.6 percent."),
        ("完成投资289.5亿元。", "RMB28.95bn was invested."),
        ("占地8800亩", "on 8,800 mu (587 hectares) of land"),
        ("占地8800亩", "on 587 hectares of land"),
        ("有3个项目", "three projects"),
        ("奖励2万元至20万元", "rewards of 20,000-200,000 yuan"),
        ("投入300万至500万元", "an outlay of 3 to 5 million yuan"),
        ("今年1至8月", "in the first eight months of this year"),
        ("今年1至6月", "in the first half of this year"),
        ("前三季度", "from January to September"),
        ("前8个月办结202个", "202 were settled in eight months"),
        ("前7个月出口5亿元", "seven-month exports of 500 million yuan"),
        ("前8个月出口5亿元", "exports of 500 million yuan in the eight months to August"),
        ("一季度的两行", "the two first-quarter rows"),
        ("一季度5家企业", "five first-quarter companies"),
        ("大道三期和高速都在建", "The third phase of the avenue is being built."),
        ("二期、三期和四期", "phases two, three and four"),
        ("建设分三期进行", "It is built in three phases."),
        ("11月3日10时10分", "at 10:10 a.m. on November 3rd"),
        ("11月3日下午3点", "at 3 p.m. on 3 November 2021"),
        ("昨日签约", "The deal was signed on 9 October."),
        ("第三个项目", "Project No. 3"),
        ("二期工程", "Phase II of the works"),
        ("占三成", "three in ten"),
        ("占50%", "one half"),
        ("两个基金", "both funds"),
        ("提速近3倍", "nearly quadrupled the pace"),
        ("“三个一批”活动", 'the "Three Batches" campaign'),
        ("“十四五”期间", "during the 14th Five-Year Plan period (2021-2025)"),
        ("G65高速", "the G65 expressway"),
        ("上世纪90年代", "in the 1990s"),
        ("半年后", "six months later"),
        ("办结率达100%", "every case was closed"),
        ("成立30周年", "its 30th anniversary"),
        ("全国首个", "the first in the country"),
        ("同比增长-3.5%", "It fell by 3.5%."),
        ("不超过14亿元", "not expected to exceed 1.4 billion yuan"),
        ("24小时值班", "on duty round the clock"),
        ("气温零下5摄氏度", "The temperature was minus 5 °C."),
        ("气温零下5摄氏度", "It was 5 °C below zero."),
        ("增速为负5%", "growth of -5%"),
        ("步道长两公里半", "a path of 2.5 km"),
        ("占4至5成", "40-50% of it"),
        ("投资两个亿元。", "an outlay of 200 million yuan"),
        ("投入300万至500万美元", "an outlay of US$3 to 5 million"),
    ],
)
def test_sound_english_passes(source: str, english: str) -> None:
    assert verify(source, english) == []


@pytest.mark.parametrize(
    ("source", "english", "message"),
    [
        (
            "前8个月增长5%",
            "up 5% in the last eight months",
            '前8个月 (the first eight months) became "last eight months"',
        ),
        (
            "前8个月增长5%",
            "up 5% in seven months",
            '前8个月 (the first eight months) became "seven months"',
        ),
        (
            "完成投资289.5亿元。",
            "Investment came to 2.895 billion yuan.",
            '289.5亿元 (28.95 billion yuan) became "2.895 billion yuan"',
        ),
        ("完成投资。", "It cost 3 million.", 'the figure "3 million" is not in the source'),
        ("新增45个项目。", "New projects.", "45个 (45) is missing"),
        ("八个专班", "six task forces", '八个 (eight) became "six"'),
        ("提高5个百分点", "up 5%", '5个百分点 (5 percentage points) became "5%"'),
        ("占地15亩", "15 hectares", '15亩 (15 mu (1 hectare)) became "15 hectares"'),
        ("占地15亩", "15 mu (2 hectares)", '15亩 (15 mu (1 hectare)) became "2 hectares"'),
        # What is quoted ends neither in a number nor with a full stop, and has the wrong words.
        ("2029年6月建成。", "It will be finished in July.", '2029年6月 (June 2029) became "July"'),
        (
            "件均由12.6件增至18.4件。", "The average fell from 12.6 to 18.4.",
            '18.4件 (18.4) became "12.6 to 18.4" (a fall)',
        ),
        (
            "平均降价约54%。", "Prices fell to about 54% on average.",
            '约54% (about 54%) became "fell to about 54% on average"',
        ),
        ("投资50元", "50 US dollars", '50元 (50 yuan) became "50 US dollars"'),
        ("近20个项目", "more than 20 projects", '近20个 (nearly 20) became "more than 20"'),
        ("出口增长3.5%。", "Exports fell 3.5%.", '3.5% (3.5%) became "Exports fell 3.5%" (a fall)'),
        (
            "人均收入4.2万元。", "Income was 42,000 yuan.",
            '4.2万元 (42,000 yuan) became "42,000 yuan" (not per person)',
        ),
        (
            "不少于30家。", "There were 30 or fewer of them.",
            '不少于30家 (at least 30) became "30 or fewer"',
        ),
        (
            "包裹量比去年早47天突破20亿件。",
            "The number of parcels passed 2 billion, 47 days later than the year before.",
            '47天 (47 days) became "47 days later"',
        ),
        (
            "2025年3月至2026年1月欠薪8.36万元。",
            "It owed 83,600 yuan from March 2025 to January 2025.",
            "2025年3月至2026年1月 (March 2025 to January 2026) became "
            '"March 2025 to January 2025"',
        ),
        (
            "车桩比约为13:1，占汽车总量21.6%。",
            "There are about 13 chargers per vehicle; they are 21.6% of all vehicles.",
            '13:1 (13:1) became "13 chargers per"',
        ),
        (
            "扶贫资金增长43.4%。", "Funds will be increased by 43.4%.",
            '43.4% (43.4%) became "increased by 43.4%" (planned)',
        ),
        (
            "平均审理周期由197天缩短到142天。",
            "The average time to judgment rose to 197 days from 142.",
            '197天 (197 days) became "142"',
        ),
        ("增长80.6%", "up 80%", '80.6% (80.6%) became "80%"'),
        ("11月3日签约", "signed on 4 November", '11月3日 (3 November) became "4 November"'),
        (
            "用地8800亩，签约20个项目。",
            "It has 8,800 hectares and 20 projects.",
            '8800亩 (8,800 mu (587 hectares)) became "8,800 hectares"',
        ),
        ("气温零下5摄氏度", "It was 5 °C.", '零下5摄氏度 (-5 °C) became "5 °C"'),
        ("投资两个亿。", "It cost two.", '两个亿 (200 million) became "two"'),
        ("G65高速", "the G56 expressway", "G65 (G65) is missing"),
        ("“1852”体系", "the system", "1852 (1852) is missing"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_named(source: str, english: str, message: str) -> None:
    assert [problem.message for problem in verify(source, english)] == [message]


def test_a_figure_within_a_term_may_go_unsaid() -> None:
    source = "世界500强企业"
    assert verify(source, "a Fortune company")
    assert verify(source, "a Fortune company", spared=[(0, 6)]) == []


@pytest.mark.parametrize(
    ("chinese", "english", "sound"),
    [
        ("海淀区新增岗位320个，朝阳区新增岗位510个。",
         "Haidian added 320 jobs and Chaoyang 510.", True),
        ("海淀区新增岗位320个，朝阳区新增岗位510个。",
         "Haidian added 510 jobs and Chaoyang 320.", False),
        ("挂牌的9宗地块有6宗成交。", "Six of the nine plots found buyers.", True),
        ("原价260元，现价158元。", "It costs 158 yuan instead of 260.", True),
        ("原价260元，现价158元。", "It costs 260 yuan instead of 158.", False),
    ],
)  # fmt: skip
def test_exchanged_figures_are_told_by_what_stands_beside_them(
    chinese: str, english: str, sound: bool
) -> None:
    assert (not verify(chinese, english)) is sound


def test_a_message_names_what_has_no_english_of_its_own_without_empty_brackets() -> None:
    (problem,) = verify(
        "开幕前一周，酒店价格上涨三成。", "A week after the opening, hotel prices rose 30%."
    )
    assert problem.message == '前一周 became "A week after"'
    (problem,) = verify("他打进两球，助攻一次。", "He scored two goals.")
    assert problem.message == "助攻一次 is missing in the English"
