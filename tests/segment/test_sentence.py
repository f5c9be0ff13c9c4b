"""Sentences of Chinese and English paragraphs."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.segment import english_sentences, sentences
from tests.segment.labelled import labelled


@pytest.mark.parametrize(
    ("paragraph", "expected"),
    [
        ("全年投资3.5亿元。增速２．５％。", ["全年投资3.5亿元。", "增速２．５％。"]),
        ("详见www.example.cn。欢迎来电！", ["详见www.example.cn。", "欢迎来电！"]),
        ("网址是http://a.cn/?q=1，请查。好。", ["网址是http://a.cn/?q=1，请查。", "好。"]),
        ("他说：“马上办。”随后离开。", ["他说：“马上办。”", "随后离开。"]),
        ("“马上办！”他说。会议结束。", ["“马上办！”他说。", "会议结束。"]),
        ("“钱从哪里来？”的疑问有了答案。", ["“钱从哪里来？”的疑问有了答案。"]),
        ("《路在何方？》出版了。大家都读。", ["《路在何方？》出版了。", "大家都读。"]),
        ("（记者张三。）会议结束。", ["（记者张三。）", "会议结束。"]),
        ("有甲、乙……等十家。再见……走吧", ["有甲、乙……等十家。", "再见……", "走吧"]),
        ("真的？！不会吧！！", ["真的？！", "不会吧！！"]),
        ("机会——无限——就在这里。走！", ["机会——无限——就在这里。", "走！"]),
        ('他说。"我来了。"她说。', ["他说。", '"我来了。"她说。']),
        ("“马上办！”市民李先生高兴地说。散会。", ["“马上办！”市民李先生高兴地说。", "散会。"]),
        ("“钱从哪里来？”王女士曾经担心。", ["“钱从哪里来？”王女士曾经担心。"]),
        ("他说：“马上办。”李明补充说，行。", ["他说：“马上办。”", "李明补充说，行。"]),
        ("看《叮咚上线！老师好》。好。", ["看《叮咚上线！老师好》。", "好。"]),
        ("《中国，加油！》和《站起来？》获奖。", ["《中国，加油！》和《站起来？》获奖。"]),
        ("“走出去！引进来！”是口号。", ["“走出去！引进来！”是口号。"]),
        ("　　第一句。　第二句", ["　　第一句。　", "第二句"]),
        ("增长3.5%. 下一句", ["增长3.5%. ", "下一句"]),
        ("“谁签约、谁负责”，‘谁主管’！\n会后", ["“谁签约、谁负责”，‘谁主管’！\n", "会后"]),
        ("", []),
        ("没有标点", ["没有标点"]),
    ],
)
def test_chinese_sentences(paragraph: str, expected: list[str]) -> None:
    assert sentences(paragraph) == expected


@pytest.mark.parametrize(
    ("paragraph", "expected"),
    [
        ("Output rose 3.5 percent. It fell.", ["Output rose 3.5 percent. ", "It fell."]),
        ("The U.S. firm came. Mr. Li left.", ["The U.S. firm came. ", "Mr. Li left."]),
        ("ABC Co., Ltd. signed. Good.", ["ABC Co., Ltd. signed. ", "Good."]),
        ("It ranks No. 1 in Sichuan. Next.", ["It ranks No. 1 in Sichuan. ", "Next."]),
        ('"Why?" he asked. "Go!" She left.', ['"Why?" he asked. ', '"Go!" ', "She left."]),
        ("He works for Acme Inc. The firm grew.", ["He works for Acme Inc. ", "The firm grew."]),
        (
            "The city (pop. 2 million) grew. It did.",
            ["The city (pop. 2 million) grew. ", "It did."],
        ),
        ("Foo Inc. Chairman Li left. He did.", ["Foo Inc. Chairman Li left. ", "He did."]),
        ("(It closed in 2021.) New ones opened.", ["(It closed in 2021.) ", "New ones opened."]),
        ("", []),
    ],
)
def test_english_sentences(paragraph: str, expected: list[str]) -> None:
    assert english_sentences(paragraph) == expected


@pytest.mark.parametrize(("half", "share"), [("dev", 1.0), ("held-out", 0.9)])
def test_sentences_of_paragraphs_that_are_hard_to_cut(half: str, share: float) -> None:
    texts = labelled(half)
    wrong = [text.made for text in texts if text.made not in text.wanted]
    assert len(texts) >= 70
    assert len(wrong) <= (1 - share) * len(texts), wrong if half == "dev" else len(wrong)


_CHINESE = st.text("市项目亿3.5。！？…，；：“”‘’\"'（）()《》的等说 \n　aA/?=", max_size=60)


@settings(max_examples=300, derandomize=True, deadline=None)
@given(_CHINESE)
def test_no_chinese_is_lost(paragraph: str) -> None:
    parts = sentences(paragraph)
    assert "".join(parts) == paragraph
    assert all(parts)


@settings(max_examples=300, derandomize=True, deadline=None)
@given(st.text("市项目亿3。！？…，；：“”‘’（）《》的等说", max_size=60))
def test_closing_marks_stay_with_their_sentence(paragraph: str) -> None:
    assert not any(part[0] in "。！？”’）》" for part in sentences(paragraph)[1:])


@settings(max_examples=300, derandomize=True, deadline=None)
@given(st.text("The No. Co, U.S!?\"') 3\n", max_size=60))
def test_no_english_is_lost(paragraph: str) -> None:
    assert "".join(english_sentences(paragraph)) == paragraph
