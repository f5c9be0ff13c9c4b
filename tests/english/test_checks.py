"""What is told of a wrong translation, and that a right one is let be."""

from __future__ import annotations

import pytest

from generator.english.checks import check
from generator.terms import Term, Terms

TERMS = Terms(
    [Term("营商环境", "business environment"), Term("三个一批", "Three Batches (三个一批)")]
)


@pytest.mark.parametrize(
    ("source", "english"),
    [
        (
            "全市完成投资289.5亿元，优化营商环境。",
            "The city invested 28.95 billion yuan and improved its business environment.",
        ),
        ("推进“三个一批”活动。", "It promoted the “Three Batches (三个一批)” campaign."),
        ("他说：“好。”", 'He said: "Good."'),
        ("（一）加快建设；", "1) speed up construction;"),
        ("“马上办，", "“Do it at once,"),
        ("项目建设提速", "Projects speed up"),
        ("学位2700个", "2,700 school places"),
        ("人民币300万元", "RMB 3 million"),
        ("合计300万元", "Total: 3 million yuan"),
        ("每平方米300元", "300 yuan per square metre"),
        ("截至2024年", "As of 2024"),
        ("占地约300亩", "About 300 mu (20 hectares) of land"),
        ("2023年9月", "September 2023"),
        ("约300亩", "About 300 mu (20 hectares)"),
        ("1.2万户", "12,000 households"),
        ("资金从何而来", "Where the money comes from"),
        ("。", ""),
        ("越来越大，越来越好。", "Bigger and bigger, better and better."),
        ("加快建设，加快建设，加快建设。", "Build faster, build faster, build faster."),
        ("市委书记、市长、副市长", "The Party secretary, the mayor and the deputy mayor"),
    ],
)
def test_sound_english_passes(source: str, english: str) -> None:
    assert check(source, english, TERMS) == ()


@pytest.mark.parametrize(
    ("source", "english", "reason"),
    [
        ("加快项目建设。", "", "nothing was translated"),
        ("加快项目建设。", "...", "nothing was translated"),
        ("新增45个。", "There were 54 more.", '45个 (45) became "54"'),
        ("优化营商环境", "Better climate for firms", '营商环境 should be "business environment"'),
        ("加快项目建设。", "Speed up 项目 now.", 'Chinese is left over: "项目"'),
        ("加快项目建设。", "Build on the land on the land.", '"on the land" is repeated'),
        ("加快项目建设工作。", "Faster very very very fast work.", '"very" is repeated'),
        (
            "全市上下凝心聚力推进重大项目建设，为高质量发展注入强劲动力，确保完成全年任务。",
            "Projects go on.",
            "much shorter than the source (3 words for 36 characters)",
        ),
        (
            "好。",
            "It is a very good thing that has come to pass in this fine town of ours.",
            "much longer than the source (17 words for 1 characters)",
        ),
        ("学位2700个", "2,700", "“学位” has no English"),
        ("泊位6个", "6", "“泊位” has no English"),
        ("总投资12亿元", "1.2 billion yuan", "“总投资” has no English"),
        ("新增床位约800张", "About 800", "“新增床位” has no English"),
        ("加快建设进度。", "Speed up the work of", 'ends in mid-sentence: "… up the work of"'),
        ("钱从何来？", "Where the money comes from", 'ends in mid-sentence: "… the money'),
        ("加快建设进度", "The city speeds up its", 'ends in mid-sentence: "… city speeds'),
        ("加快（重点）项目。", "Speed up (key projects.", "( is opened and not closed"),
        ("加快“重点”项目。", 'Speed up "key projects.', '" is opened and not closed'),
        ("加快“重点”项目。", "Speed up key” projects.", "” is closed and never opened"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said(source: str, english: str, reason: str) -> None:
    reasons = check(source, english, TERMS)
    assert len(reasons) == 1
    assert reasons[0].startswith(reason)


@pytest.mark.parametrize(
    ("chinese", "english", "lost"),
    [
        ("招商100余次。", "Investment promotion was carried out 100 times.", True),
        ("招商100余次。", "It went out to seek investment more than 100 times.", False),
        ("近20个项目、200余家企业。", "Nearly 20 projects and 200 companies.", True),
        ("近20个项目、200余家企业。", "Nearly 20 projects and over 200 companies.", False),
        ("近500家企业、近3万名求职者。", "Nearly 500 firms and 30,000 job seekers.", False),
        ("约3万人报名，约2千人入围。", "Some 30,000 applied and 2,000 were chosen.", False),
        ("约3万人报名，约2千人入围。", "Some 30,000 applied. Then 2,000 were chosen.", True),
        ("约3万人报名，约2千人入围。", "Of 30,000 who applied, some 2,000 were chosen.", True),
        ("整合资金10亿元以上。", "It pooled 1 billion yuan or more.", False),
        ("整合资金10亿元。", "It pooled 1 billion yuan.", False),
        ("60岁及以上老人免费乘车。", "People aged 60 and up ride free.", False),
        ("60岁及以上老人免费乘车。", "People who are 60 or older ride free.", False),
        ("60岁及以上老人免费乘车。", "Anyone who has turned 60 rides free.", False),
        ("60岁及以上老人免费乘车。", "People aged 60 ride free.", True),
        ("18岁以下学生半价。", "Students younger than 18 pay half.", False),
        ("18岁以下学生半价。", "Students of 18 pay half.", True),
        ("90平方米及以下住房免税。", "Homes of 90 square metres or smaller are exempt.", False),
        ("90平方米及以下住房免税。", "Homes of 90 square metres are exempt.", True),
        ("每家补贴不超过500万元。", "Grants are capped at 5 million yuan each.", False),
        ("每家补贴不超过500万元。", "There is a ceiling of 5 million yuan a company.", False),
        ("每家补贴不超过500万元。", "Each company gets 5 million yuan.", True),
        ("罚款5000元以上2万元以下。", "Fines range from 5,000 to 20,000 yuan.", False),
        ("罚款5000元以上2万元以下。", "The fine is between 5,000 and 20,000 yuan.", False),
        ("处三年以上十年以下有期徒刑。", "The penalty is three to ten years in prison.", False),
        ("罚款5000元以上2万元以下。", "The fine is 5,000 yuan or 20,000 yuan.", True),
        (
            "温度不低于18℃、不高于26℃。",
            "It must be no colder than 18°C and no warmer than 26°C.",
            False,
        ),
    ],
)
def test_a_lost_approximation(chinese: str, english: str, lost: bool) -> None:
    found = [reason for reason in check(chinese, english) if "approximation" in reason]
    assert bool(found) is lost


def test_an_approximation_is_named_where_it_is_lost() -> None:
    english = "Some 30,000 applied and 2,000 were chosen. It cost 5 million yuan."
    reasons = check("约3万人报名，约2千人入围。花费近500万元。", english)
    assert reasons == ("an approximation is lost: 近500万元 (nearly 5 million yuan)",)


@pytest.mark.parametrize(
    ("chinese", "english", "reason"),
    [
        (
            "甲地投资10亿元，乙地投资20亿元。",
            "Jia invested 2 billion yuan and Yi invested 1 billion yuan.",
            "10亿元 and 20亿元 may have changed places",
        ),
        (
            "2020年投资10亿元，2021年投资20亿元。",
            "It invested 2 billion yuan in 2020 and 1 billion yuan in 2021.",
            '10亿元 (1 billion yuan) became "2 billion yuan"',
        ),
        (
            "投资10亿元。",
            "It invested 1 billion yuan dollars.",
            'two units stand together: "1 billion yuan dollars"',
        ),
        (
            "投资10亿元。",
            "It invested 1 billion yuan million yuan.",
            'two units stand together: "1 billion yuan million"',
        ),
    ],
)
def test_figures_in_a_wrong_place(chinese: str, english: str, reason: str) -> None:
    terms = Terms([Term("甲地", "Jia"), Term("乙地", "Yi")])
    assert reason in check(chinese, english, terms)


def test_a_sentence_turned_round_is_sound() -> None:
    chinese = "甲地投资10亿元，乙地投资20亿元。"
    terms = Terms([Term("甲地", "Jia"), Term("乙地", "Yi")])
    assert check(chinese, "Yi invested 2 billion yuan and Jia 1 billion yuan.", terms) == ()
    assert check(chinese, "Jia and Yi invested 1 and 2 billion yuan.", terms) == ()


@pytest.mark.parametrize(
    ("source", "english", "lost"),
    [
        (
            "团队增至近百人，硕士以上占七成。",
            "The team has grown to 100, and 70% have a master's degree or better.",
            True,
        ),
        ("60岁以上须提供证明。", "Those of 60 need a medical certificate or better.", True),
        ("60岁以上须提供证明。", "Those aged 60 or better need a certificate.", False),
    ],
)
def test_a_degree_or_better_is_no_approximation_of_a_figure(
    source: str, english: str, lost: bool
) -> None:
    assert any("approximation" in reason for reason in check(source, english)) is lost
