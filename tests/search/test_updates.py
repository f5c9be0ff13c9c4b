"""An index that is kept up to date has the bytes of a new one and touches only what must change."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Iterable
from contextlib import closing
from functools import partial
from pathlib import Path

import numpy as np
import pytest

from generator.config import Edition
from generator.search import merge, segments
from generator.search.fold import fold
from generator.search.index import Wanted
from generator.search.postings import postings
from generator.search.terms import number_of
from generator.search.texts import ArticleTexts, Text
from tests.search.building import Given, bring, clean, read_files, update
from tests.search.reader import Reader, chinese_terms

WORDS = "plant harbour copper develop developing news energy zone zones market city's 28.95".split()
HAN = "产业园区项目招商电池港口泊位后發广廣，。5G% "


def text(rng: random.Random, characters: str, between: str = "") -> Text:
    parts: list[str] | str = WORDS if between else characters
    lines = [between.join(rng.choices(parts, k=rng.randint(0, 30))) for _ in range(3)]
    return Text(lines[0][:12].strip(), lines[1], lines[2:])


def article(rng: random.Random, moment: str) -> Given:
    """An article in one to three editions, with filters and a city."""
    texts: dict[Edition, Text] = {"zh-Hans": text(rng, HAN)}
    if rng.random() < 0.7:
        other = text(rng, HAN)
        texts["zh-Hant"] = other if rng.random() < 0.3 else texts["zh-Hans"]
    if rng.random() < 0.5:
        texts["en"] = text(rng, HAN, " ")
    found = (f"#year/{moment[:4]}", *["#text/en"] * ("en" in texts))
    return Given(moment, ArticleTexts(texts, found, rng.choice([(), ("441200",)])))


def change(articles: dict[str, Given], rng: random.Random) -> None:
    """One edit, as editors make them."""
    slugs = sorted(articles)
    kind = rng.choice(["add", "add", "newest", "remove", "rename", "edit", "edit", "date", "many"])
    if kind in ("add", "many") or not slugs:
        for _ in range(1 if kind == "add" else 9):
            slug = f"a{rng.randrange(10**6)}"
            articles[slug] = article(rng, f"20{rng.randint(10, 29)}-01-{rng.randint(1, 28):02}")
    elif kind == "newest":
        newest = max(one.moment for one in articles.values())
        articles[f"n{rng.randrange(10**6)}"] = article(rng, newest + "T")
    elif kind == "remove":
        for slug in slugs[:: rng.choice((1, 3, len(slugs)))]:
            del articles[slug]
    elif kind == "rename":
        articles[f"r{rng.randrange(10**6)}"] = articles.pop(rng.choice(slugs))
    elif kind == "date":
        slug = rng.choice(slugs)
        articles[slug] = articles[slug]._replace(moment="2030-02-03")
    else:
        slug = rng.choice(slugs)
        articles[slug] = article(rng, articles[slug].moment)


@pytest.fixture
def narrow(monkeypatch: pytest.MonkeyPatch) -> None:
    """Segments and shards of a few articles."""
    monkeypatch.setattr(segments, "MIDDLE", 4)
    monkeypatch.setattr(segments, "OLD", 12)
    monkeypatch.setattr(merge, "TARGET", 60)
    monkeypatch.setattr(merge, "NEWEST_TARGET", 60)


@pytest.mark.parametrize("seed", range(8))
def test_any_edits_give_the_bytes_of_a_new_index(seed: int, tmp_path: Path, narrow: None) -> None:
    rng = random.Random(seed)
    articles: dict[str, Given] = {}
    state = tmp_path / "search.db"
    before: dict[str, bytes] = {}
    for _ in range(12):
        change(articles, rng)
        made = bring(state, articles)
        files = read_files(state)
        # The articles come in any order.
        shuffled = dict(rng.sample(sorted(articles.items()), len(articles)))
        assert files == clean(shuffled)
        assert made.files.keys() == files.keys()
        assert set(made.changed) == {p for p in files if before.get(p) != files[p]}
        assert set(made.removed) == before.keys() - files.keys()
        before = files


@pytest.mark.parametrize("seed", range(3))
def test_what_is_in_the_texts_is_found_in_every_segment(
    seed: int, tmp_path: Path, narrow: None
) -> None:
    rng = random.Random(seed)
    articles = {f"a{n}": article(rng, f"2024-01-{n + 1:02}") for n in range(15)}
    bring(tmp_path / "search.db", articles)
    index = Reader(read_files(tmp_path / "search.db"))
    assert [segment["articles"] for segment in index.index["segments"]] == [12, 3]
    vocabulary = index.vocabulary()
    for number, (slug, given_) in enumerate(articles.items()):
        assert index.names[number] == number_of(slug)
        for line in given_.texts.texts["zh-Hans"].lines:
            for run in fold(line).split():
                assert number in index.chinese(run)
                assert all(number in index.weights("zh", number_of(t)) for t in chinese_terms(run))
        english = given_.texts.texts.get("en")
        if english and english.summary:
            assert number in index.english(english.summary)
            assert {"plant", "zone"} & set(english.summary.split()) <= vocabulary.keys()
        assert (number in index.label("#text/en")) == (english is not None)


def library(count: int) -> dict[str, Given]:
    """So many articles with English, of a length that gives several shards to a segment."""
    rng = random.Random(count)
    common = [chr(0x4E00 + n * 7) for n in range(900)]
    made = {}
    for number in range(count):
        chinese = Text("题", "", ["".join(rng.choices(common, k=250))])
        english = Text("Title", "", [" ".join(f"w{rng.randrange(3000)}x" for _ in range(90))])
        texts: dict[Edition, Text] = {"zh-Hans": chinese, "en": english}
        made[f"a{number}"] = Given(f"2024-{number:06}", ArticleTexts(texts, ("#year/2024",)))
    return made


def edited(given_: Given) -> Given:
    """The article with another sentence."""
    hans = given_.texts.texts["zh-Hans"]
    texts: dict[Edition, Text] = {
        **given_.texts.texts, "zh-Hans": hans._replace(lines=[*hans.lines, "新增风电装机"]),
    }  # fmt: skip
    return Given(given_.moment, ArticleTexts(texts, given_.texts.labels))


def shards(paths: Iterable[str]) -> set[str]:
    return {path for path in paths if path.endswith(".bin") and path.count("/") > 2}


def test_only_the_shards_of_changed_words_are_made_again(tmp_path: Path) -> None:
    state = tmp_path / "search.db"
    articles = library(300)
    assert bring(state, articles).encoded > 60
    again = bring(state, articles)
    assert (again.encoded, again.changed, again.removed) == (0, (), ())
    # Six characters, five pairs, and a line end that was not there.
    articles["a9"] = edited(articles["a9"])
    made = bring(state, articles)
    assert 0 < made.encoded <= 11
    assert len(shards(made.changed)) == made.encoded
    assert not [path for path in made.changed if "/en/" in path or "words" in path]
    assert read_files(state) == clean(articles)


def test_a_new_article_leaves_the_older_segments_alone(tmp_path: Path) -> None:
    state = tmp_path / "search.db"
    articles = library(300)
    bring(state, articles)
    articles["new"] = articles["a3"]._replace(moment="2025")
    made = bring(state, articles)
    assert not [path for path in [*made.changed, *made.removed] if path.startswith("search/1/")]
    assert len(made.changed) < 60


def test_an_old_article_that_goes_moves_few_others() -> None:
    rng = random.Random(1)
    for count in (896, 8192):
        names = np.array(rng.sample(range(1 << 32), count), np.uint32)
        room = segments.room_bits(segments.Segment(2, 0, count))
        before = dict(zip(names.tolist(), segments.slots(names, room).tolist(), strict=True))
        assert len(set(before.values())) == count
        moved = []
        for _ in range(40):
            rest = np.delete(names, rng.randrange(count))
            after = zip(rest.tolist(), segments.slots(rest, room).tolist(), strict=True)
            moved.append(sum(before[name] != slot for name, slot in after))
        assert sum(moved) < 40


def test_articles_are_numbered_by_time_and_then_by_slug(tmp_path: Path) -> None:
    given_ = library(1)["a0"]
    articles = {slug: given_._replace(moment="2024") for slug in ("b", "c", "a")}
    articles["d"] = given_._replace(moment="2023")
    bring(tmp_path / "search.db", articles)
    index = Reader(read_files(tmp_path / "search.db"))
    # As lists have them: the newest first, those of one moment by slug.
    assert index.names.tolist() == [number_of(slug) for slug in ("d", "c", "b", "a")]


def test_words_are_counted_in_powers_of_two(tmp_path: Path) -> None:
    texts: dict[Edition, Text] = {"zh-Hans": Text("", "", ()), "en": Text("", "", ["copper"])}
    articles = {f"a{n}": Given(f"2024{n}", ArticleTexts(texts)) for n in range(5)}
    made = bring(tmp_path / "search.db", articles)
    assert Reader(read_files(tmp_path / "search.db")).vocabulary() == {"copper": 4}
    articles["a6"] = Given("20246", ArticleTexts(texts))
    made = bring(tmp_path / "search.db", articles)
    assert "search/0/words.txt" not in made.changed


# ---- What is kept


@pytest.mark.parametrize("harm", ["zeroed page", "not a database", "empty", "cut off", "gone"])
def test_a_damaged_state_is_set_aside_and_made_again(harm: str, tmp_path: Path) -> None:
    state = tmp_path / "search.db"
    articles = library(40)
    bring(state, articles)
    expected = read_files(state)
    data = bytearray(state.read_bytes())
    if harm == "zeroed page":
        data[4096:] = bytes(len(data) - 4096)
    elif harm == "not a database":
        data = bytearray(b"Caf\xe9" * 5000)
    elif harm == "cut off":
        del data[len(data) // 2 :]
    elif harm == "empty":
        data.clear()
    state.write_bytes(data)
    if harm == "gone":
        state.unlink()
    articles["a5"] = edited(articles["a5"])
    made = bring(state, articles)
    assert read_files(state) == clean(articles) != expected
    if harm in ("zeroed page", "not a database", "cut off"):
        assert made.set_aside == tmp_path / "search.db.damaged"
        assert made.set_aside.exists()
    assert bring(state, articles).set_aside is None


@pytest.mark.parametrize(
    "statement",
    [
        "update posting set chinese = zeroblob(length(chinese))",
        "update posting set english = x'010203'",
        "update posting set tables = x'c1'",
        "update file set data = zeroblob(length(data)) where path like '%/zh/%'",
        "update tally set count = 0",
        "delete from posting",
        "delete from file where path like '%/en/%'",
        "delete from file where path like '%.json'",
        "delete from layout",
        "update article set slot = 3",
    ],
)
def test_kept_parts_that_do_not_fit_are_not_used(statement: str, tmp_path: Path) -> None:
    state = tmp_path / "search.db"
    articles = library(40)
    bring(state, articles)
    with closing(sqlite3.connect(state)) as database:
        database.execute(statement)
        database.commit()
    for slug in ("a5", "a6"):
        articles[slug] = edited(articles[slug])
    del articles["a7"]
    bring(state, articles)
    assert read_files(state) == clean(articles)


def test_a_failure_leaves_the_index_as_it_was(tmp_path: Path) -> None:
    state = tmp_path / "search.db"
    articles = library(20)
    bring(state, articles)
    before = read_files(state)

    def fail() -> bytes:
        raise OSError("unreadable")

    wanted = [Wanted(slug, one.moment, "other", fail) for slug, one in articles.items()]
    with pytest.raises(OSError, match="unreadable"):
        update(state, wanted)
    assert read_files(state) == before
    assert bring(state, articles).encoded == 0


def test_postings_are_made_only_for_changed_texts(tmp_path: Path) -> None:
    articles = library(12)
    asked: list[str] = []

    def load(slug: str) -> bytes:
        asked.append(slug)
        return postings(articles[slug].texts)

    def bring_up() -> None:
        asked.clear()
        update(
            tmp_path / "search.db",
            [
                Wanted(slug, one.moment, repr(one.texts), partial(load, slug))
                for slug, one in articles.items()
            ],
        )

    bring_up()
    assert sorted(asked) == sorted(articles)
    articles["a3"] = edited(articles["a3"])
    articles["a4"] = articles["a4"]._replace(moment="2030")
    bring_up()
    assert asked == ["a3"]
