"""What keeps a pair right: another form of a figure, another value on both sides, a second pair
beside it. Each form stands beside a wrong one that is still found.
"""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.figures import verify

# A Chinese sentence, its English with a gap, right forms for the gap, and wrong ones.
STYLES = [
    (
        "上半年，全市社会消费品零售总额达1286.5亿元。",
        "Retail sales in the city came to {} in the first half of the year.",
        "128.65 billion yuan|RMB128.65 billion|Rmb128.65bn|CNY 128.65bn|¥128.65 billion"
        "|128.65 billion renminbi|128.65bn yuan|128.65 bn yuan|128,650 million yuan"
        "|128.65 billion yuan ($18 billion)|128.65 billion yuan (US$17.9bn)|about 130 billion yuan"
        "|more than 128 billion yuan|just under 129 billion yuan",
        "128.65 million yuan|126.85 billion yuan|more than 129 billion yuan|about 140 billion yuan"
        "|128.65 billion yuan ($180 billion)|128.6 billion yuan|128.7 billion yuan",
    ),
    (
        "上半年，全市社会消费品零售总额增长6.8%。",
        "{}, retail sales in the city rose 6.8 percent.",
        "In the first six months|In H1|From January to June|In the January–June period"
        "|In the half year to June 30|In the six months ended June 30"
        "|In the year to the end of June|Through June|In the first half of 2025",
        "In the first quarter|In the second half|In the year to the end of July|Through July"
        "|In the six months ended July 31",
    ),
    (
        "全市零售额同比增长6.8%。",
        "Retail sales in the city rose {}.",
        "6.8 percent year on year|6.8% y/y|6.8 per cent on the year|6.8 pct from a year before"
        "|6.8% from 12 months earlier|6.8% on the same period of last year"
        "|more than 6.5% on the year|nearly 7% year on year",
        "6.8 percent month on month|8.6% year on year|more than 7% on the year",
    ),
    (
        "参加培训的约3.6万名职工中，有1/3来自外地。",
        "About {} workers took part in the training, {{}} of them from elsewhere.".replace(
            "{{}}", "a third"
        ),
        "36,000|36K|36k|36 thousand",
        "3,600|360,000|36m",
    ),
    (
        "三分之一的受访者有两个孩子。",
        "{} of those asked have two children.",
        "A third|One in three|One of every three|33 percent|33.3%",
        "Two thirds|30 percent|A quarter",
    ),
    (
        "去年，女性占31.1%。",
        "Women made up {} of the total last year.",
        "31.1 percent|nearly a third|more than 31%|almost a third",
        "nearly 30 percent|more than a third|nearly a quarter",
    ),
    (
        "该平台注册用户达4100万。",
        "{} people have signed up to the platform.",
        "41 million|41m|41M|Forty-one million",
        "4.1m|410m|14m",
    ),
    (
        "项目计划工期20个月。",
        "The project should take {}.",
        "20 months|a year and eight months|one year and eight months|twenty months",
        "a year and six months|two years and eight months|20 weeks",
    ),
    (
        "湖面面积萎缩了30平方公里。",
        "The lake has shrunk by {} from before.",
        "30 square kilometres|30 km²|30 sq km|3,000 hectares",
        "30 km|30 m²|3 km²",
    ),
    (
        "公司预计全年亏损3.2亿至4.1亿元。",
        "The company expects to lose {} this year.",
        "between 320 million and 410 million yuan|320-410m yuan|320m to 410m yuan",
        "320-410bn yuan|between 230 million and 410 million yuan",
    ),
    (
        "2024年5月31日，项目在该市开工。",
        "Work on the project began in the city {}.",
        "on May 31, 2024|on 31 May 2024|on May 31|on 31/5/2024|on 5/31/2024|on 31.5.2024",
        "on May 30, 2024|on May 31, 2023|on 30/5/2024|in June 2024",
    ),
    (
        "审计发现违规资金2.36亿元，已追回1.8亿元。",
        "Auditors found 236 million yuan to have been misused, {} still outstanding.",
        "56 million yuan of it|with 180 million recovered and 56 million",
        "66 million yuan of it|80 million yuan of it",
    ),
    (
        "全市公交集团新购公交车300辆，投资3.6亿元。",
        "The city has bought 300 buses for 360 million yuan{}.",
        "|, an average of 1.2 million yuan each|, or 1.2 million yuan apiece",
        ", an average of 2.1 million yuan each|, or 12 million yuan apiece",
    ),
]  # fmt: skip
_JOINED = (
    ("{}{}", "{} {}"),
    ("{}；{}", "{}; {}"),
    ("{}，{}", "{}, while {}"),
    ("{}，{}", "{}, and {}"),
)


@pytest.mark.parametrize(("chinese", "english", "right", "wrong"), STYLES)
def test_equal_forms_are_let_be_and_others_found(
    chinese: str, english: str, right: str, wrong: str
) -> None:
    flagged = [form for form in right.split("|") if verify(chinese, english.format(form))]
    missed = [form for form in wrong.split("|") if not verify(chinese, english.format(form))]
    assert (flagged, missed) == ([], [])


@pytest.mark.parametrize(("joined", "joined_english"), _JOINED)
def test_two_right_pairs_are_right_together(joined: str, joined_english: str) -> None:
    pairs = [(c, e.format(r.split("|")[0])) for c, e, r, _ in STYLES]
    for (one, its), (other, others) in pairwise(pairs):
        cut = 0 if joined == "{}{}" else 1
        chinese = joined.format(one[: len(one) - cut], other)
        english = joined_english.format(its[: len(its) - cut], others)
        assert verify(chinese, english) == []


@settings(max_examples=60, derandomize=True, deadline=None)
@given(st.integers(101, 999), st.integers(11, 99), st.integers(13, 999))
def test_other_values_on_both_sides_are_right(amount: int, rate: int, firms: int) -> None:
    chinese = f"全市{firms}家企业实现产值{amount / 10}亿元，同比增长{rate / 10}%。"
    english = (
        f"The city's {firms} firms had output of {amount / 100:g} billion yuan, up {{}} percent."
    )
    assert verify(chinese, english.format(rate / 10)) == []
    assert verify(chinese, english.format((rate + 1) / 10)) != []
