"""What the index finds, held against a plain scan of the texts."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.config import Edition
from generator.script import Style, to_hans, to_hant
from generator.search.fold import fold
from generator.search.stemmer import stem
from generator.search.terms import number_of, words
from generator.search.texts import ArticleTexts, Text, text_names
from tests.search.building import Given, clean
from tests.search.reader import Reader

# Slugs whose first names are the same.
TWINS = ("city-17299", "city-64814")
PAIRS = {"后": "後", "发": "發", "广": "廣", "园": "園", "里": "裡", "亿": "億"}
CHINESE = st.text("后发广园里亿产业市的，。 .%5G289ａ", max_size=40)
CHINESE_TEXT = st.builds(Text, CHINESE, CHINESE, st.lists(CHINESE, max_size=3))
ENGLISH = st.lists(
    st.sampled_from(
        "develop develops development new energy city cities' city's the of 28.95 1,200 5G"
        " high-quality Guang'an café investing invested , .".split()
    ),
    max_size=12,
).map(" ".join)
ENGLISH_TEXT = st.builds(Text, ENGLISH, ENGLISH, st.lists(ENGLISH, max_size=3))


def reader(chinese: Sequence[Text], english: Sequence[Text | None] = ()) -> Reader:
    """The index of articles with these texts; the Traditional ones are made of `PAIRS`."""
    articles = {}
    for number, text in enumerate(chinese):
        texts: dict[Edition, Text] = {"zh-Hans": text, "zh-Hant": traditional(text)}
        found = ["#city/zhaoqing", "#topic/energy", "#year/2024"]
        other = english[number] if number < len(english) else None
        if other is not None:
            texts["en"] = other
            found.append("#text/en")
        made = ArticleTexts(texts, tuple(found), ("441200",))
        articles[f"a{number}"] = Given(f"2024-05-01T00:00:00.{number:06}", made)
    return Reader(clean(articles))


def traditional(text: Text) -> Text:
    """`text` in the other script."""
    table = str.maketrans(PAIRS)
    return Text(
        text.title.translate(table),
        text.summary.translate(table),
        [line.translate(table) for line in text.lines],
    )


def fields(text: Text) -> list[str]:
    return [fold(part) for part in (text.title, text.summary, *text.lines)]


@settings(max_examples=60, derandomize=True, deadline=None)
@given(st.lists(CHINESE_TEXT, min_size=1, max_size=6), st.data())
def test_every_piece_of_a_chinese_text_is_found(texts: list[Text], data: st.DataObject) -> None:
    index = reader(texts)
    script = data.draw(st.sampled_from([texts, list(map(traditional, texts))]))
    lines = [line for text in script for line in fields(text) if line.strip()]
    if not lines:
        return
    line = data.draw(st.sampled_from(lines))
    start = data.draw(st.integers(0, len(line) - 1))
    query = line[start : data.draw(st.integers(start + 1, len(line)))].strip()
    if query:
        scan = {n for n, text in enumerate(texts) if any(query in one for one in fields(text))}
        assert scan
        assert scan <= index.chinese(query)
        if len(query) < 3 and " " not in query:
            assert index.chinese(query) == scan


@settings(max_examples=40, derandomize=True, deadline=None)
@given(st.lists(ENGLISH_TEXT, min_size=1, max_size=6), st.data())
def test_every_phrase_of_an_english_text_is_found(texts: list[Text], data: st.DataObject) -> None:
    index = reader([Text("", "", ())] * len(texts), texts)
    cut = [[[stem(word) for word in words(line)] for line in fields(text)] for text in texts]
    lines = [line for text in texts for line in fields(text) if list(words(line))]
    if not lines:
        return
    line = list(words(data.draw(st.sampled_from(lines))))
    start = data.draw(st.integers(0, len(line) - 1))
    phrase = line[start : data.draw(st.integers(start + 1, len(line)))]
    wanted = list(map(stem, phrase))
    scan = {
        number
        for number, text in enumerate(cut)
        if any(line[at : at + len(wanted)] == wanted for line in text for at in range(len(line)))
    }
    assert scan
    assert scan <= index.english(" ".join(phrase))
    if len(phrase) < 3:
        assert index.english(" ".join(phrase)) == scan


def test_titles_and_repeated_terms_weigh_more() -> None:
    text = Text("产业园", "产业兴城", ["产业的事。", "产业兴城，园区兴城。"])
    index = reader([text, Text("", "", ["产业"])])
    weights = index.weights("zh", number_of("产业"))
    assert weights == {0: 3, 1: 1}
    assert index.weights("zh", number_of("兴城")) == {0: 2}
    assert index.weights("zh", number_of("园区")) == {0: 1}


def test_a_traditional_form_of_its_own_is_found() -> None:
    texts: dict[Edition, Text] = {
        "zh-Hans": Text("软件", "", ["软件出口"]),
        "zh-Hant": Text("軟體", "", ["軟體出口"]),
    }
    index = Reader(clean({"a": Given("2024-05-01", ArticleTexts(texts))}))
    for query in ("软件", "軟件", "软体", "軟體出口"):
        assert index.chinese(query) == {0}
    assert [segment["bits"].keys() for segment in index.index["segments"]] == [{"zh"}]


def test_filters_and_cities() -> None:
    index = reader([Text("协议", "", ["与深圳的企业签约"])])
    for name in ("#city/zhaoqing", "#topic/energy", "#year/2024"):
        assert index.label(name) == {0}
    assert index.label("#text/en") == index.label("#year/2023") == set()
    cities = {slug: spellings for slug, _, spellings in index.index["cities"]}
    assert cities.keys() == {"zhaoqing", "shenzhen"}
    assert {"shenzhen", "shenzhenshi"} <= set(cities["shenzhen"])


def test_a_site_without_articles_has_an_index() -> None:
    index = reader([])
    assert index.index["articles"] == 0
    assert index.chinese("产业") == set()


def test_more_texts_make_more_shards_of_a_size() -> None:
    # Each line has its own pairs: characters one after the other, from another place on.
    texts = [
        Text("", "", ["".join(chr(0x4E00 + (n * 7919 + i * 101) % 20000) for i in range(900))])
        for n in range(120)
    ]
    index = reader(texts)
    (segment,) = index.index["segments"]
    assert segment["bits"]["zh"] >= 3
    for number in (0, 57, 119):
        line = texts[number].lines[0]
        assert number in index.chinese(line[300:304])
    assert "en" not in segment["bits"]


def test_conversions_do_not_change_a_folded_text() -> None:
    text = "后来发现，皇后的头发在干燥的里屋。着名与著名，乾隆与干部，台湾的面条。" * 2
    for variant in ("tw", "hk"):
        converted = to_hant(Style(variant=variant), {}).text(text)
        assert converted != text
        assert fold(converted) == fold(text)
    assert fold(to_hans({}).text("後來發現裡面的麵條")) == fold("後來發現裡面的麵條")


def test_folding_keeps_places() -> None:
    text = "ＡＢ　Ｃ，Zhàoqìng’s «ﬁ» ½ 廣東\u3000①"
    assert len(fold(text)) == len(text)
    assert fold("ＧＤＰ　Café ＺＨÀＯ’s") == "gdp cafe zhao's"


def test_names_of_texts_do_not_meet() -> None:
    slugs = [f"article-{number}" for number in range(300)]
    names = text_names(slugs)
    assert len(set(names.values())) == 300
    # Other articles change nothing, and two of one number are told apart.
    assert text_names(slugs[:10]) == {slug: names[slug] for slug in slugs[:10]}
    assert text_names(TWINS[:1])[TWINS[0]] == text_names(TWINS[1:])[TWINS[1]]
    assert len(set(text_names(TWINS).values())) == 2
