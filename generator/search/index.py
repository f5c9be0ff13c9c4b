"""All files of the index, made from all texts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

import ahocorasick_rs
import msgspec

from generator.config import Edition
from generator.gazetteer import Gazetteer, Place
from generator.library.article import Card
from generator.pipeline.plan import key_of
from generator.search.fold import client_table, fold
from generator.search.occurrences import ChineseTerms, EnglishTerms
from generator.search.shards import Shards, shards
from generator.search.stemmer import rules_text
from generator.search.texts import FOLDER, Text, text_names

# Bytes of index that an occurrence of a term makes, about (measured on news).
_CHINESE_WEIGHT, _ENGLISH_WEIGHT = 0.85, 2.0
ASCII = "".join(map(chr, range(32, 127)))


class Sources(NamedTuple):
    """What an index is made of; ``cards`` are in the order of their numbers."""

    cards: Sequence[Card]
    text_of: Callable[[Card, Edition], Text]
    gazetteer: Gazetteer
    editions: Sequence[Edition]


def index_files(sources: Sources) -> dict[str, bytes]:
    """The files by their path below the site: shards, words, names of articles, tables.

    Articles are numbered from the oldest on, so that a new one leaves the others' numbers.
    """
    chinese, named = _chinese(sources)
    characters = chinese.characters()
    names = text_names(card.slug for card in sources.cards)
    files = {f"{FOLDER}articles.bin": b"".join(names[c.slug].to_bytes(4) for c in sources.cards)}
    bits = {"zh": _shards(files, "zh", shards(chinese.finish(), _CHINESE_WEIGHT))}
    del chinese
    if "en" in sources.editions:
        english = _english(sources)
        bits["en"] = _shards(files, "en", shards(english.finish(), _ENGLISH_WEIGHT))
        for letter, found in english.vocabulary().items():
            lines = "".join(f"{word} {count}\n" for word, count in found)
            files[f"{FOLDER}words/{letter}.txt"] = lines.encode()
    table = client_table(ASCII + characters)
    files[f"{FOLDER}rules.json"] = msgspec.json.encode(
        {"fold": table, "stem": msgspec.Raw(rules_text())}
    )
    manifest = {
        "version": key_of(*(part for path in sorted(files) for part in (path, files[path]))),
        "articles": len(sources.cards),
        "english": sum("en" in card.heads for card in sources.cards),
        "bits": bits,
        "cities": [[place.slug, place.short, spellings(place)] for place in named],
    }
    files[f"{FOLDER}index.json"] = msgspec.json.encode(manifest)
    return files


def spellings(place: Place) -> list[str]:
    """How a city may be typed without tones: its address, its pinyin, its English name."""
    pinyin = place.pinyin.replace("'", "").replace("’", "")
    forms: list[str] = []
    for spelled in {pinyin, pinyin.replace("ü", "v").replace("ǚ", "v").replace("ǜ", "v")}:
        syllables = fold(spelled).split()
        forms += ["".join(syllables), "".join(syllables[:-1])]
    names = [place.slug.split("-")[0] if place.slug.count("-") == 1 else "", place.short_english]
    forms += [_letters(name) for name in (place.slug, *names)]
    return sorted({form for form in forms if len(form) > 1})


def labels(card: Card, gazetteer: Gazetteer) -> list[str]:
    """Terms by which the filters find an article."""
    places = filter(None, map(gazetteer.by_code, card.cities))
    found = [f"#city/{place.slug}" for place in places]
    found += [f"#topic/{slug}" for slug in card.topics]
    found.append(f"#year/{card.moment[:4]}")
    if "en" in card.heads:
        found.append("#text/en")
    return found


def _letters(name: str) -> str:
    return "".join(character for character in fold(name) if character.isalnum())


def _chinese(sources: Sources) -> tuple[ChineseTerms, list[Place]]:
    """The terms of all Chinese texts, and the cities that are their subject or named in them."""
    terms = ChineseTerms()
    cities = sources.gazetteer.cities()
    names = ahocorasick_rs.AhoCorasick([place.short for place in cities])
    seen: set[int] = set()
    own = {code for card in sources.cards for code in card.cities}
    for number, card in enumerate(sources.cards):
        hans = sources.text_of(card, "zh-Hans")
        terms.add(number, hans)
        seen.update(match[0] for match in names.find_matches_as_indexes(hans.whole))
        if "zh-Hant" in sources.editions and "zh-Hant" in card.heads:
            _add_other_script(terms, number, hans, sources.text_of(card, "zh-Hant"))
        terms.label(number, labels(card, sources.gazetteer))
    return terms, [place for n, place in enumerate(cities) if n in seen or place.code in own]


def _add_other_script(terms: ChineseTerms, number: int, hans: Text, hant: Text) -> None:
    """Add what of ``hant`` is not the same when folded: names and terms with a form of their own.

    The rest would only be counted twice.
    """
    if fold(hans.title) != fold(hant.title):
        terms.add(number, Text(hant.title, "", ()))
    known = set(map(fold, (hans.summary, *hans.lines)))
    lines = [line for line in (hant.summary, *hant.lines) if fold(line) not in known]
    if lines:
        terms.add(number, Text("", "", lines))


def _english(sources: Sources) -> EnglishTerms:
    terms = EnglishTerms()
    for number, card in enumerate(sources.cards):
        if "en" in card.heads:
            terms.add(number, sources.text_of(card, "en"))
    return terms


def _shards(files: dict[str, bytes], language: str, made: Shards) -> int:
    for place, data in enumerate(made.files):
        files[f"{FOLDER}{language}/{place:03x}.bin"] = data
    return made.bits
