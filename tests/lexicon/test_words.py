"""Words as a reader takes them, where matching from the left would not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.lexicon import cut, frequency, spans, warm_up


@pytest.mark.parametrize(
    "words",
    [
        "水库 里 水位 上升",
        "一把手 表示",
        "更是 只有 三个",
        "政府 干预 市场",
        "一直 发生",
        "大豆 面积",
        "美国 制裁",
        "美丽 江苏",
        "全国 历史 文化 名城",
        "合作伙伴 表示",
        "宁波 港",
    ],
)
def test_everyday_collisions_are_cut_into_words(words: str) -> None:
    assert cut(words.replace(" ", "")) == words.split()


def test_other_writing_is_one_piece_and_a_name_its_characters() -> None:
    assert cut("余承阔说HTTP/2，涂某") == ["余", "承", "阔", "说", "HTTP/2，", "涂", "某"]


@given(st.text() | st.text("中国的水库里了，。 a1\n\0▁\u3000"))
def test_the_pieces_are_the_text(text: str) -> None:
    assert "".join(cut(text)) == text
    assert [text[start:end] for start, end in spans(text)] == cut(text)


def test_frequencies_tell_common_words_from_rare_and_unknown_ones() -> None:
    assert frequency("中国") > frequency("水库") > 0
    assert frequency("国水") == 0


def test_a_frequency_is_the_same_after_many_texts() -> None:
    words = ["水库", "宁波", "的", "HTTP", "", "水库里"]
    before = [frequency(word) for word in words]
    warm_up()
    assert [frequency(word) for word in words] == before
