"""A paragraph in segments, and its English with the marks on the right words."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.segment import paragraph, parse_inline, phrases, segments
from generator.terms import Term, Terms

TERMS = Terms([Term("宁德时代", "CATL"), Term("营商环境", "business environment")])


def test_sentences_of_a_paragraph_without_marks() -> None:
    found = segments("近日，**市委**召开大会。\n会议*强调，要抓项目。要快*！")
    assert [s.text for s in found] == ["近日，市委召开大会。", "会议强调，要抓项目。", "要快！"]
    marked = [[s.text[m.start : m.end] for m in s.marks] for s in found]
    assert marked == [["市委"], ["强调，要抓项目。"], ["要快"]]


def test_long_sentences_come_in_pieces() -> None:
    found = segments("整治城市环境；加快项目建设。", soft=8, hard=10)
    assert [(s.text, s.ends) for s in found] == [
        ("整治城市环境；", False),
        ("加快项目建设。", True),
    ]
    english = ["The environment was improved.", "The projects were sped up."]
    assert paragraph(found, english) == "The environment was improved; the projects were sped up."


@pytest.mark.parametrize(
    ("markdown", "english", "translated", "expected"),
    [
        (
            "[宁德时代](u)投资**289.5亿元**，优化*营商环境*。",
            "CATL invested 28.95 billion yuan and improved the business environment.",
            {},
            "[CATL](u) invested **28.95 billion yuan** and improved the *business environment*.",
        ),
        (
            "要求[加快建设](u)。",
            "It asked to accelerate construction.",
            {"加快建设": "Accelerating the construction."},
            "It asked to [accelerate construction](u).",
        ),
        (
            "大会强调**狠抓项目**。",
            "The meeting stressed a firm grip on projects.",
            {"狠抓项目": "a grip on projects"},
            "The meeting stressed a firm **grip on projects**.",
        ),
        ("见[全文](u)。", "Read on.", {"全文": "full text"}, "Read on ([full text](u))."),
        ("见[全文](u)。", "Read on.", {}, "Read on ([全文](u))."),
        ("运行`digest build`。", "Run digest build.", {}, "Run `digest build`."),
        ("运行`digest`。", "Run it.", {}, "Run it (`digest`)."),
        ("**近日召开大会。**", "A meeting was held.", {}, "**A meeting was held**."),
        ("![图](a.png)好", "Good", {"图": "A chart"}, "![A chart](a.png) Good"),
        ("好[^1]。", "Good.", {}, "Good[^1]."),
        ("**甲**乙丙丁。", "One two three four.", {}, "**One** two three four."),
        ("[**宁德时代**](u)来了", "CATL came", {}, "[**CATL**](u) came"),
    ],
)
def test_marks_stay_on_the_right_words(
    markdown: str, english: str, translated: dict[str, str], expected: str
) -> None:
    assert paragraph(segments(markdown), [english], translated, TERMS) == expected


def test_phrases_are_what_has_to_be_translated_for_the_marks() -> None:
    found = segments("![图](a.png)见**[全文](u)**和`代码`，[x](y)。**整句都是。**")
    assert phrases(found) == ["图", "全文"]


def test_a_block_of_an_image_only() -> None:
    found = segments("![图](a.png)")
    assert [s.text for s in found] == [""]
    assert paragraph(found, [""], {"图": "A chart"}) == "![A chart](a.png)"


def test_as_many_translations_as_segments() -> None:
    with pytest.raises(ValueError, match="1 segments, 0 translations"):
        paragraph(segments("一。"), [])


_PIECES = st.sampled_from(
    ["**", "*", "[", "](u)", "`", "![图](a)", "[^1]", "市委", "投资3亿元", "。", "；", "，", "重点"]
)


@settings(max_examples=300, derandomize=True, deadline=None)
@given(st.lists(_PIECES, max_size=20).map("".join), st.integers(4, 40))
def test_text_and_links_are_never_lost(markdown: str, hard: int) -> None:
    found = segments(markdown, soft=hard, hard=hard)
    assert all(len(s.text) <= hard for s in found)
    source = parse_inline(markdown.strip())
    assert "".join(s.lead + s.text + s.trail for s in found) == source.text
    english = paragraph(found, ["The city works on it." if s.text else "" for s in found])
    for mark in source.marks:
        if mark.kind in ("image", "object") or (mark.kind == "link" and mark.start < mark.end):
            assert (mark.closing or mark.opening) in english
