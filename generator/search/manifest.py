"""The small files of the index, which the browser reads before it requests shards."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from functools import lru_cache
from typing import Any, Final

import msgspec
import numpy as np

from generator.gazetteer import Place
from generator.gazetteer import load as load_gazetteer
from generator.search.files import Files, segment_folder
from generator.search.fold import ALWAYS, client_table, fold
from generator.search.merge import LANGUAGES
from generator.search.numbers import names_of
from generator.search.pack import NAMES, ORDINARY, PACKS, SPELLED, TAIWAN, TERMS
from generator.search.segments import NEWEST, Segment, room_bits
from generator.search.state import Entry, State
from generator.search.stemmer import rules_text
from generator.search.texts import FOLDER
from generator.search.vocabulary import taiwan

# The format that search.js must be able to read; a site's own copy of it may be too old. Increase
# it when the format of any file of the index changes, or the way in which texts are split into
# terms.
FORMAT: Final = 5
_ARTICLES: Final = f"{FOLDER}articles.bin"


def write_tables(
    articles: Sequence[Entry],
    parts: Sequence[Segment],
    layout: dict[str, int],
    state: State,
    files: Files,
    *,
    moved: bool = True,
) -> None:
    """Write the names of articles, the tables of characters and stems, and the manifest.

    ``articles`` are all articles, the oldest first; ``layout`` is as in `State.layout`. If
    ``moved`` is false, the articles and their order are the same as in the last update.
    """
    if moved or _ARTICLES not in files.digests:
        names = names_of([entry.slug for entry in articles])
        ordered = np.array([names[entry.slug] for entry in articles], ">u4")
        files.put(_ARTICLES, ordered.tobytes())
    fold_path, stem_path = f"{FOLDER}fold.json", f"{FOLDER}stem.json"
    characters = "".join(name for name, _ in state.tally("fold"))
    if TAIWAN in files.digests:
        characters += "".join(theirs for theirs, _ in taiwan())
    files.put(fold_path, _fold_table(ALWAYS + characters))
    english = sum(entry.english > 0 for entry in articles)
    if english:
        files.put(stem_path, rules_text())
    else:
        files.drop(stem_path)
    described = [_segment(part, layout, files) for part in parts]
    version = hashlib.blake2b(digest_size=12)
    for one in described:
        version.update(one["version"].encode())
    version.update(files.digests[fold_path].encode())
    known = (NAMES, TAIWAN, TERMS, SPELLED, ORDINARY, *files.below(PACKS))
    tables = [path for path in known if path in files.digests]
    for path in tables:
        version.update(files.digests[path].encode())
    version.update(
        b"".join([f"{one.slug}\n{one.moment}\n".encode() + one.digest for one in articles])
    )
    manifest = {
        "format": FORMAT,
        "version": version.hexdigest(),
        "articles": len(articles),
        "english": english,
        "segments": described,
        "packed": any(path.startswith(PACKS) for path in tables),
        "named": NAMES in tables,
        "termed": TERMS in tables,
        "cities": _cities({code for code, _ in state.tally("city")}),
    }
    files.put(f"{FOLDER}index.json", msgspec.json.encode(manifest))


@lru_cache(maxsize=1)
def _fold_table(characters: str) -> bytes:
    return msgspec.json.encode(client_table(characters))


def _segment(part: Segment, layout: dict[str, int], files: Files) -> dict[str, Any]:
    folder = segment_folder(part.level)
    version = hashlib.blake2b(digest_size=8)
    paths = files.below(folder)
    for path in paths:
        version.update(f"{path}\n{files.digests[path]}\n".encode())
    words = f"{folder}words/"
    bits = {
        language: layout[f"{part.level}/{language}"]
        for language in LANGUAGES
        if f"{part.level}/{language}" in layout
    }
    letters = "".join(path[len(words)] for path in paths if path.startswith(words))
    one_file = part.level == NEWEST and f"{folder}words.txt" in files.digests
    return {
        "level": part.level,
        "articles": part.articles,
        "room": room_bits(part),
        "bits": bits,
        "words": "*" if one_file else letters,
        "version": version.hexdigest(),
    }


def _cities(codes: set[str]) -> list[tuple[str, str, list[str]]]:
    """The places with the given codes, cities before counties and zones: slug, short name and
    possible spellings."""
    gazetteer = load_gazetteer()
    places = [place for place in gazetteer.cities() if place.code in codes]
    cities = {place.code for place in places}
    others = map(gazetteer.by_code, sorted(codes - cities))
    places += [place for place in others if place is not None]
    return [(place.slug, place.short, spellings(place)) for place in places]


def spellings(place: Place) -> list[str]:
    """The spellings that readers may type for a city: slug, pinyin without tones, English name."""
    pinyin = place.pinyin.replace("'", "").replace("’", "")
    forms: list[str] = []
    for spelled in {pinyin, pinyin.replace("ü", "v").replace("ǚ", "v").replace("ǜ", "v")}:
        syllables = fold(spelled).split()
        forms += ["".join(syllables), "".join(syllables[:-1])]
    names = [place.slug.split("-")[0] if place.slug.count("-") == 1 else "", place.short_english]
    forms += [_letters(name) for name in (place.slug, *names)]
    return sorted({form for form in forms if len(form) > 1})


def _letters(name: str) -> str:
    return "".join(character for character in fold(name) if character.isalnum())
