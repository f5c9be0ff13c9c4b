"""Terms in Chinese and English: which match, and which are missing."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.terms import Term, Terms, verify_terms

TERMS = Terms(
    [
        Term("营商环境", "business environment"),
        Term("招商引资", "investment promotion", ("attract investment",)),
        Term("成渝地区双城经济圈", "Chengdu-Chongqing economic circle"),
        Term("成渝地区", "the Chengdu-Chongqing area"),
        Term("经济圈建设", "building of the economic circle"),
        Term("产业", "industry"),
        Term("吕梁", "Lüliang"),
        Term("AI", "AI"),
        Term("规上工业企业", "industrial enterprise above designated size"),
        Term("产业", "a later entry that loses"),
    ]
)


def test_the_longest_term_goes_first_wherever_it_begins() -> None:
    found = TERMS.find("推进成渝地区双城经济圈建设，成渝地区产业升级。")
    assert [f.term.source for f in found] == ["成渝地区双城经济圈", "成渝地区", "产业"]
    assert [(f.start, f.end) for f in found] == [(2, 11), (14, 18), (18, 20)]


def test_of_two_entries_the_first_wins() -> None:
    assert [f.term.english for f in TERMS.find("产业")] == ["industry"]


def test_latin_terms_are_whole_words() -> None:
    assert [f.start for f in TERMS.find("AIoT与AI产业")] == [5, 7]


def test_no_terms() -> None:
    assert Terms().find("营商环境") == []
    assert Terms().entries("营商环境") == []


@pytest.mark.parametrize(
    ("source", "english"),
    [
        ("优化营商环境", "They improved the business environments."),
        ("营商环境", "Business-environment reform"),
        ("加大招商引资力度", "The city is attracting more... attracting investment"),
        ("吕梁", "in Luliang city"),
        ("规上工业企业", "industrial enterprises above designated size"),
        ("成渝地区", "Chengdu-Chongqing area"),
        ("没有", "Nothing is asked."),
    ],
)
def test_an_allowed_form_counts_in_any_inflection(source: str, english: str) -> None:
    assert verify_terms(source, english, TERMS) == []


def test_a_missing_term_is_named_once_with_what_is_allowed() -> None:
    problems = verify_terms("招商引资，招商引资", "doing business", TERMS)
    assert [p.message for p in problems] == [
        '招商引资 should be one of "investment promotion", "attract investment"'
    ]


def test_part_of_a_word_is_no_term() -> None:
    assert verify_terms("产业", "an industrious town", TERMS)


def test_entries_change_only_with_terms_that_touch_the_text() -> None:
    other = Terms([*TERMS, Term("数字经济", "digital economy")])
    changed = Terms([Term("营商环境", "climate for business"), *TERMS])
    text = "优化营商环境"
    assert other.entries(text) == TERMS.entries(text) != []
    assert changed.entries(text) != TERMS.entries(text)
    assert len(other.entries("数字经济，数字经济")) == 1


@settings(max_examples=200, derandomize=True, deadline=None)
@given(st.text("成渝地区双城经济圈建设产业AIo招商引资", max_size=40))
def test_places_are_right_and_never_overlap(text: str) -> None:
    found = TERMS.find(text)
    assert all(text[f.start : f.end] == f.term.source for f in found)
    ends = [0, *(f.end for f in found)]
    assert all(f.start >= end for f, end in zip(found, ends, strict=False))
