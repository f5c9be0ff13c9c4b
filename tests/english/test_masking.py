"""Figures and terms made safe for an engine, and its output put right."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.english.engine import Draft
from generator.english.mask_policy import MaskPolicy
from generator.english.masking import Mode, mask
from generator.english.restoring import restore
from generator.figures import verify
from generator.terms import Term, Terms

TERMS = Terms(
    [
        Term("招商引资", "investment promotion", ("attract investment",)),
        Term("世界500强", "Fortune Global 500"),
        Term("南充", "Nanchong"),
    ]
)


@pytest.mark.parametrize(
    ("mode", "source", "text"),
    [
        ("inline", "南充投资289.5亿元。", "Nanchong 投资 28.95 billion yuan。"),
        ("inline", "加大招商引资力度", "加大 investment promotion 力度"),
        ("inline", "11月3日，45个项目占80.6%。", "11月3日，45个项目占80.6%。"),
        ("inline", "两个基金位居第一", "两个基金位居第一"),
        ("inline", "引进世界500强，占三成", "引进 Fortune Global 500，占 30%"),
        ("every", "11月3日，45个项目。", "3 November，45 项目。"),
        ("marks", "投资289.5亿元，南充。", "投资7301元，T2。"),
        ("marks", "投资7301元，占地３亩", "投资7402元，占地7312亩"),
        ("plain", "南充投资289.5亿元。", "南充投资289.5亿元。"),
    ],
)
def test_what_the_engine_gets(mode: Mode, source: str, text: str) -> None:
    assert mask(source, TERMS, mode).text == text


@pytest.mark.parametrize(
    ("source", "output", "english"),
    [
        (
            "投资289.5亿元，引进200余家，在南充。",
            "An investment of 7,301 yuan, 7312 introduced, in t3.",
            "An investment of 28.95 billion yuan, more than 200 introduced, in Nanchong.",
        ),
        ("占地8800亩。", "It covers 7301 mu.", "It covers 8,800 mu (587 hectares)."),
        ("超500亿元", "over 7301 yuan", "more than 50 billion yuan"),
        ("超500亿元", "nothing of it", "nothing of it"),
    ],
)
def test_signs_are_replaced_with_their_unit(source: str, output: str, english: str) -> None:
    assert restore(mask(source, TERMS, "marks"), output).english == english


@pytest.mark.parametrize(
    ("output", "english"),
    [
        ("Good ， and  well 。", "Good, and well."),
        ("Yes；no：it（is）", "Yes; no: it(is)"),
        ("28.95 billion yuan yuan at 10:10", "28.95 billion yuan at 10:10"),
        ("1,234 《news》", "1,234 “news”"),
    ],
)
def test_english_gets_english_punctuation(output: str, english: str) -> None:
    assert restore(mask("好", TERMS, "plain"), output).english == english


@pytest.mark.parametrize(
    ("source", "output", "english"),
    [
        (
            "10亿元以上的项目5个。",
            "There are 5 projects of at least 1 billion yuan or more.",
            "There are 5 projects of at least 1 billion yuan.",
        ),
        (
            "不到3万吨。",
            "It is less than less than 30,000 tonnes or less.",
            "It is less than 30,000 tonnes.",
        ),
        (
            "前三季度增长近5%。",
            "In the the first three quarters it rose nearly nearly 5%.",
            "In the first three quarters it rose nearly 5%.",
        ),
        (
            "新增百亿项目4个。",
            "It has added 4 10-billion -yuan projects.",
            "It has added 4 10-billion-yuan projects.",
        ),
        (
            "至少10人，或超过20人。",
            "At least 10 people or more than 20 people.",
            "At least 10 people or more than 20 people.",
        ),
    ],
)
def test_what_an_engine_says_twice_is_said_once(source: str, output: str, english: str) -> None:
    assert restore(mask(source, Terms(()), "inline"), output).english == english


def test_a_sign_said_twice_is_told() -> None:
    masked = mask("投资289.5亿元。", TERMS, "marks")
    restored = restore(masked, "7301 yuan, 7301 yuan")
    assert restored.english == "28.95 billion yuan, 28.95 billion yuan"
    assert restored.faults == ('"28.95 billion yuan" is said 2 times',)


def test_the_stage_checks_what_comes_back() -> None:
    guard = MaskPolicy(TERMS)
    first = guard.prepare("南充投资289.5亿元。", again=False)
    assert first.text == "Nanchong 投资 28.95 billion yuan。"
    assert first.finish(Draft("Nanchong invested 28.95 billion yuan.", -0.1)) == (
        "Nanchong invested 28.95 billion yuan.",
        (),
    )
    _, reasons = first.finish(Draft("Nanchong invested 2.895 billion yuan.", -0.1))
    assert reasons == ('289.5亿元 (28.95 billion yuan) became "2.895 billion yuan"',)
    other = guard.prepare("南充投资289.5亿元。", again=True)
    assert other.text == "T1 投资7312元。"
    assert other.finish(Draft("T1 invested 7312 yuan.", -0.1)) == (
        "Nanchong invested 28.95 billion yuan.",
        (),
    )


def test_nothing_to_translate_goes_to_no_engine() -> None:
    masked = MaskPolicy(TERMS).prepare("……！", again=False)
    assert masked.text == ""
    assert masked.finish(Draft("", 0.0)) == ("……!", ())


def test_a_sentence_cut_by_the_engine_is_told() -> None:
    masked = MaskPolicy(TERMS).prepare("好的。", again=False)
    _, reasons = masked.finish(Draft("Good.", -0.1, cut=True))
    assert reasons == ("the engine stopped before the end of the sentence",)


def test_entries_are_those_that_touch_the_segment() -> None:
    guard = MaskPolicy(TERMS)
    assert guard.entries("南充") != guard.entries("北京")
    assert guard.entries("北京") == MaskPolicy(Terms()).entries("北京")


_parts = st.sampled_from(
    ["289.5亿元", "8800亩", "3000余名", "招商引资", "南充", "三成", "近20个", "，", "投资", "。",
     "2万元至20万元", "第三", "11月3日", "G65", "世界500强", "T1", "7301"]
)  # fmt: skip


@settings(max_examples=200, derandomize=True, deadline=None)
@given(st.lists(_parts, max_size=8).map("，".join), st.sampled_from(["inline", "every", "marks"]))
def test_an_engine_that_copies_keeps_every_figure(source: str, mode: Mode) -> None:
    masked = mask(source, TERMS, mode)
    restored = restore(masked, masked.text)
    english = restored.english
    missing = [p for p in verify(source, english) if p.kind == "missing"]
    assert all(p.source in english for p in missing)  # left to the engine, and so still Chinese
    assert restored.faults == ()


@pytest.mark.parametrize(
    ("output", "fault"),
    [
        ("Nanchong billion was built.", '"billion" stands beside Nanchong'),
        ("It was built in $Nanchong.", '"$" stands beside Nanchong'),
        ("Nanchong's works were built.", None),
        ("In Nanchong 3 works were built.", None),
    ],
)
def test_what_only_a_number_has_stands_beside_no_term(output: str, fault: str | None) -> None:
    restored = restore(mask("南充建成工程。", TERMS, "inline"), output)
    assert restored.faults == ((fault,) if fault else ())
