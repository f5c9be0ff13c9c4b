"""What the training of a finder of wrong words relies on: errors of meaning in right English."""

from __future__ import annotations

import random
from collections.abc import Iterator

import pytest

from models.training.meaning.alterations import Altered, Pool, altered, reworded

# Chinese, English, a kind of error, and one that has to be possible.
ERRORS = [
    ("产量增长5%。", "Output rose 5%.", "direction", "Output fell 5%."),
    (
        "出口下降。",
        "There was a decline in exports.",
        "direction",
        "There was an increase in exports.",
    ),
    ("明年将建一座桥。", "It will build a bridge.", "stage", "It built a bridge."),
    ("大桥已建成。", "The bridge was completed.", "stage", "The bridge will be completed."),
    ("他没有来。", "He did not come.", "polarity", "He came."),
    ("不少于30人。", "At least 30 people came.", "polarity", "At most 30 people came."),
    ("价格涨至30元。", "The price rose to 30 yuan.", "measure", "The price rose by 30 yuan."),
    ("同比增长3%。", "It grew 3% year on year.", "measure", "It grew 3% quarter on quarter."),
    ("市长来了。", "The mayor came.", "who", "The governor came."),
    (
        "小李在浙江开店。",
        "Xiao Li opened a shop in Zhejiang.",
        "name",
        "Xiao Li opened a shop in Jiangsu.",
    ),
    ("去年完成。", "They did it last year.", "time", "They did it this year."),
    ("投资3亿元。", "Investment is 300 million yuan.", "figure", "Investment is 300 billion yuan."),
    ("全部学生参加。", "All students took part.", "scope", "Most students took part."),
    ("企业必须登记。", "Companies must register.", "modality", "Companies may register."),
    ("医院的老师。", "An old hospital has reopened.", "word", "An old prison has reopened."),
    ("新医院开业了。", "The new hospital has opened.", "omission", "The hospital has opened."),
]
SAME = [
    ("Exports rose 5%.", {"Exports rose 5 percent.", "Exports climbed 5%.", "Exports went up 5%."}),
    ("In 2020, the city built a port.", {"The city built a port in 2020."}),
    ("It was founded on March 5.", {"It was founded on 5 March."}),
    ("Three cities do not agree.", {"Three cities don't agree."}),
    ("The company is new.", {"The firm is new."}),
]
TEXTS = [
    (
        "2023年，南京和苏州的公司投资3.5亿元，增长12%，将在广东建厂。",
        "In 2023 companies in Nanjing and Suzhou invested 350 million yuan, up 12%. "
        "They will build a new factory in Guangdong.",
    ),
    (
        "张伟说，市政府没有批准该项目。",
        "Zhang Wei said the city government had not approved the project, which needs a new road.",
    ),
]


def attempts(chinese: str, english: str, number: int = 400) -> Iterator[Altered]:
    """What comes of many tries, each with another beginning of chance."""
    for seed in range(number):
        made = altered(chinese, english, random.Random(seed))
        if made:
            yield made


@pytest.mark.parametrize(("chinese", "english", "kind", "wrong"), ERRORS)
def test_error_of_each_kind_is_made(chinese: str, english: str, kind: str, wrong: str) -> None:
    found = list(attempts(chinese, english))
    assert (wrong, kind) in {(made.english, made.kind) for made in found}
    assert english not in {made.english for made in found}


@pytest.mark.parametrize(("chinese", "english"), TEXTS)
def test_errors_are_the_same_for_the_same_chance_and_never_the_text_itself(
    chinese: str, english: str
) -> None:
    pool = Pool(english for _, english in TEXTS)
    for seed in range(300):
        first, second = random.Random(seed), random.Random(seed)
        made = altered(chinese, english, first, pool)
        assert made == altered(chinese, english, second, pool)
        assert made is not None
        assert made.english != english
        assert first.random() == second.random()
        other = reworded(english, random.Random(seed))
        assert other == reworded(english, random.Random(seed))
        assert other != english


def test_what_is_planned_is_made_done_only_where_the_chinese_tells_a_plan() -> None:
    made = {one.english for one in attempts("加强管理。", "We will strengthen management.")}
    assert "We strengthened management." not in made


def test_article_and_capital_fit_the_changed_word() -> None:
    made = {one.english for one in attempts("一所大学开学了。", "A university has opened.")}
    assert "A college has opened." in made
    assert not [text for text in made if text.startswith(("A o", "A a", "An c", "An s", "a "))]


def test_pool_gives_names_of_the_same_sort() -> None:
    lines = [f"There is a plant in {place} today." for place in ("Anyang", "Luoyang", "Dezhou")]
    pool = Pool(lines)
    made = {
        altered("安阳有厂。", "They met in Anyang after noon.", random.Random(seed), pool)
        for seed in range(200)
    }
    assert Altered("They met in Luoyang after noon.", "name") in made


def test_nothing_is_made_of_a_text_without_words_to_change() -> None:
    assert altered("好。", "Hm.", random.Random(1)) is None
    assert reworded("Hm.", random.Random(1)) is None


@pytest.mark.parametrize(("english", "same"), SAME)
def test_rewording_keeps_the_meaning(english: str, same: set[str]) -> None:
    made = {reworded(english, random.Random(seed)) for seed in range(200)}
    assert same <= made
    assert english not in made
