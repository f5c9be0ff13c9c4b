"""Readings: by phrase, places by the gazetteer, nothing lost."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.gazetteer import load
from generator.markup.nodes import plain_text
from generator.pinyin.readings import Reader
from generator.pinyin.ruby import ruby


@cache
def reader() -> Reader:
    return Reader(load())


def read(text: str) -> str:
    return " ".join(" ".join(syllables) for _, syllables in reader().words(text) if syllables)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("重庆市重点项目", "chóng qìng shì zhòng diǎn xiàng mù"),
        ("长治与长沙的增长", "cháng zhì yǔ cháng shā de zēng zhǎng"),
        ("都匀、六安、漯河", "dū yún lù ān luò hé"),
        ("朝阳产业", "zhāo yáng chǎn yè"),
        ("朝阳市", "cháo yáng shì"),
        ("东阿县与阿里地区", "dōng ē xiàn yǔ ā lǐ dì qū"),
        ("两只基金", "liǎng zhī jī jīn"),
        ("只用了125天", "zhǐ yòng le tiān"),
        ("被列为重点，增幅为6%", "bèi liè wéi zhòng diǎn zēng fú wéi"),
        ("谈得最多，改得更快", "tán de zuì duō gǎi de gèng kuài"),
        ("CATL 5G（NR）", ""),
        ("", ""),
    ],
)
def test_readings(text: str, expected: str) -> None:
    assert read(text) == expected


def test_every_place_is_read_as_the_gazetteer_says() -> None:
    for place in load().places():
        if len(place.hans) < 2 or not place.hans.isalpha() or place.level == "zone":
            continue
        joined = read(place.hans).replace(" ", "")
        expected = place.pinyin.lower()
        for mark in " '’-":
            expected = expected.replace(mark, "")
        assert joined == expected, place.hans


@given(st.text(st.characters(codec="utf-8") | st.sampled_from("重庆长行了得为都一不，。 a1<&")))
@settings(max_examples=200, derandomize=True, deadline=None)
def test_pieces_cover_the_text(text: str) -> None:
    words = reader().words(text)
    starts = [start for start, _ in words]
    assert starts[:1] == ([0] if text else [])
    for (start, syllables), end in zip(words, [*starts[1:], len(text)], strict=False):
        assert end > start
        assert len(syllables) in (0, end - start)


def test_markup_keeps_its_text_and_marks() -> None:
    html = '<p>签约<a href="x.html">长治<em>银行</em></a>，<code>重庆</code> &amp; 5G</p>'
    made = ruby(html, reader())
    assert 'href="x.html"' in made
    assert "<em><ruby>银" in made
    assert "<code>重庆</code> &amp; 5G" in made
    bare = made
    for piece in ("yín", "háng", "cháng", "zhì", "qiān", "yuē"):
        bare = bare.replace(f'<rt lang="zh-Latn">{piece}</rt>', "")
    assert plain_text(bare.replace("<ruby>", "").replace("</ruby>", "")) == plain_text(html)


def test_a_reading_that_an_editor_gave_stands() -> None:
    html = "<p><ruby>漯<rt>luò</rt></ruby>河</p>"
    assert ruby(html, reader()).startswith("<p><ruby>漯<rt>luò</rt></ruby><ruby>河")


def test_text_of_another_length_is_read_by_itself() -> None:
    made = ruby("<p>銀河</p>", reader(), "<p>完全是另一段</p>")
    assert made == (
        '<p><ruby>銀<rt lang="zh-Latn">yín</rt></ruby><ruby>河<rt lang="zh-Latn">hé</rt></ruby></p>'
    )
    # Taiwan's words are longer; the rest of the text is read as it would be without them.
    made = ruby("<p>全長五公尺，長度</p>", reader(), "<p>全长五米，长度</p>")
    assert made.count('長<rt lang="zh-Latn">cháng</rt>') == 2
