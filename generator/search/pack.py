"""What the browser is given beside the index: names, Taiwan's words, and for a small site the pack.

A small site's articles take fewer bytes than the parts of an index that a query needs, and one
request: the pack of an edition has the texts that search shows there with their labels, and the
tables for them. The browser cuts them up itself. It is JSON in GB18030 (Chinese takes two bytes
in it where it takes three in UTF-8), deflated; what the browsers' GB18030 might read as another
character is escaped.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Mapping, Sequence
from typing import Any, Final, NamedTuple

import msgspec

from generator.config import Edition
from generator.patterns import late_regex
from generator.search.fold import client_table, fold
from generator.search.stemmer import rules_text
from generator.search.texts import FOLDER
from generator.search.vocabulary import taiwan

NAMES: Final = f"{FOLDER}names.json"
TAIWAN: Final = f"{FOLDER}taiwan.txt"
PACKS: Final = f"{FOLDER}pack/"
MOST_BYTES: Final = 64_000
# The browser folds these by Unicode itself, where a table does not tell.
_BY_UNICODE: Final = late_regex("[\u00c0-\u024f\u1e00-\u1eff\uff01-\uff5e]")
_UNSURE: Final = late_regex("[^\0-\x7e\u4e00-\u9fa5，。、；：？！“”‘’（）《》…％]")


class Packed(NamedTuple):
    """An article of a pack: its file of texts in each edition, its labels."""

    texts: Mapping[Edition, bytes]
    labels: tuple[str, ...]


class Names(NamedTuple):
    """The names of one thing, and the labels of topics with their names (`vocabulary`)."""

    names: Sequence[Sequence[str]]
    topics: Sequence[Sequence[str]]


def tables_for(
    names: Names, articles: Sequence[Packed], editions: Sequence[Edition]
) -> dict[str, bytes]:
    """The files to publish, by path. ``articles`` are all of the site's, the oldest first, or none
    where there are more than `MOST_ARTICLES`."""
    found = {NAMES: msgspec.json.encode({"names": names.names, "topics": names.topics})}
    rows = taiwan().items()
    found[TAIWAN] = "".join(f"{theirs} {ours}\n" for theirs, ours in rows).encode()
    packs = {
        f"{PACKS}{edition.lower()}.bin": pack(names, articles, edition) for edition in editions
    }
    if articles and max(map(len, packs.values())) <= MOST_BYTES:
        found |= packs
    return found


def pack(names: Names, articles: Sequence[Packed], edition: Edition) -> bytes:
    """The pack of an edition."""
    texts = [msgspec.json.decode(one.texts[edition]) for one in articles]
    whole = fold("\n".join(_read(text) for text in texts))
    # Names are known in either language.
    both: tuple[Edition, ...] = ("zh-Hans", "en")
    others = [other for other in both if other != edition]
    foreign = [one.texts[other] for one in articles for other in others if other in one.texts]
    known = whole + fold("\n".join(_read(msgspec.json.decode(text)) for text in foreign))
    words = [(theirs, ours) for theirs, ours in taiwan().items() if ours in known]
    asked = "".join(theirs for theirs, _ in words)
    table = (_written(group) for group in client_table(whole + asked + _ASCII))
    data: dict[str, Any] = {
        "fold": "\n".join(group for group in table if len(group) > 1),
        "names": [row for row in names.names if any(name in known for name in row)],
        "topics": names.topics,
        "taiwan": "".join(f"{theirs} {ours}\n" for theirs, ours in words),
        "labels": [" ".join(one.labels) for one in articles],
        "texts": texts,
    }
    if edition == "en":
        data["stem"] = msgspec.json.decode(rules_text())
    text = msgspec.json.encode(data).decode()
    safe = _UNSURE.sub(_escaped, text)
    deflate = zlib.compressobj(9, zlib.DEFLATED, -15, 9)
    return deflate.compress(safe.encode("gb18030")) + deflate.flush()


_ASCII: Final = "".join(map(chr, range(32, 127)))


def _written(group: str) -> str:
    """A group of characters that are folded to the first, with those that people write."""
    kept = _BY_UNICODE.sub("", group.replace("\n", ""))
    return kept[0] + "".join(c for c in kept[1:] if c < "\u3400" or _is_written(c))


def _is_written(character: str) -> bool:
    """Whether Taiwan or Hong Kong has the character, among some thousands: Big5 has it."""
    try:
        return bool(character.encode("big5hkscs"))
    except UnicodeEncodeError:
        return False


def _read(text: Mapping[str, Any]) -> str:
    return "\n".join((text["title"], text["summary"], *text["lines"]))


def _escaped(match: re.Match[str]) -> str:
    units = match.group().encode("utf-16-be")
    return "".join(f"\\u{units[at]:02x}{units[at + 1]:02x}" for at in range(0, len(units), 2))
