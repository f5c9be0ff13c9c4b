"""Files beside the index: names, Taiwan's words, and for a small site the packs.

The texts of a small site take fewer bytes than the parts of an index that a query needs, and only
one request. So the pack of an edition has all texts that search shows there with their labels, and
the tables for them; the browser splits the texts into terms itself. A pack is JSON in GB18030
(two bytes for a Chinese character, where UTF-8 has three), deflated. Characters that browsers might
decode differently in GB18030 are escaped.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Mapping, Sequence
from typing import Any, Final, NamedTuple

import msgspec

from generator.config import Edition
from generator.patterns import late_regex
from generator.search.fold import ALWAYS, client_table, fold
from generator.search.stemmer import rules_text
from generator.search.texts import FOLDER
from generator.search.vocabulary import ordinary, spelled, taiwan

NAMES: Final = f"{FOLDER}names.json"
TAIWAN: Final = f"{FOLDER}taiwan.txt"
TERMS: Final = f"{FOLDER}terms.txt"
SPELLED: Final = f"{FOLDER}spelled.txt"
ORDINARY: Final = f"{FOLDER}ordinary.bin"
PACKS: Final = f"{FOLDER}pack/"
MOST_BYTES: Final = 64_000
# Characters that the browser folds itself with Unicode functions, unless they are in the table.
_BY_UNICODE: Final = late_regex("[\u00c0-\u024f\u1e00-\u1eff\uff01-\uff5e]")
_UNSURE: Final = late_regex("[^\0-\x7e\u4e00-\u9fa5，。、；：？！“”‘’（）《》…％]")


class Packed(NamedTuple):
    """An article of a pack: its text file in each edition, and its labels."""

    texts: Mapping[Edition, bytes]
    labels: tuple[str, ...]


class Names(NamedTuple):
    """Rows of names of the same thing, the labels of topics with their names, other terms
    (`vocabulary`), which are fetched only to find what was meant by a slip, and the site's own
    Traditional words with the Simplified ones."""

    names: Sequence[Sequence[str]]
    topics: Sequence[Sequence[str]]
    terms: Sequence[str] = ()
    scripts: Sequence[tuple[str, str]] = ()


def tables_for(
    names: Names, articles: Sequence[Packed], editions: Sequence[Edition]
) -> dict[str, bytes]:
    """Path → content of the files to publish.

    ``articles`` are all texts of the site, the oldest first, or none if there are more than
    `MOST_ARTICLES`. There are no packs if one would exceed `MOST_BYTES`.
    """
    found = {NAMES: msgspec.json.encode({"names": names.names, "topics": names.topics})}
    if names.terms:
        found[TERMS] = "".join(f"{term}\n" for term in names.terms).encode()
    rows = (*taiwan(), *names.scripts)
    found[SPELLED] = spelled()
    found[ORDINARY] = ordinary()
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
    # Names may occur in either language.
    both: tuple[Edition, ...] = ("zh-Hans", "en")
    others = [other for other in both if other != edition]
    foreign = [one.texts[other] for one in articles for other in others if other in one.texts]
    known = whole + fold("\n".join(_read(msgspec.json.decode(text)) for text in foreign))
    words = [pair for pair in (*taiwan(), *names.scripts) if pair[1] in known or pair[0] in known]
    asked = "".join(theirs + ours for theirs, ours in words)
    names_by = "".join(
        label for one in articles for label in one.labels if label.startswith("#by/")
    )
    table = (_written(group) for group in client_table(whole + asked + names_by + ALWAYS))
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


def _written(group: str) -> str:
    """A row of the fold table, without characters that the browser can fold or nobody types."""
    kept = _BY_UNICODE.sub("", group.replace("\n", ""))
    return kept[0] + "".join(c for c in kept[1:] if not "\u3400" <= c < "\uff00" or _is_written(c))


def _is_written(character: str) -> bool:
    """Whether the character is in use in Taiwan or Hong Kong: whether it is in Big5-HKSCS."""
    try:
        return bool(character.encode("big5hkscs"))
    except UnicodeEncodeError:
        return False


def _read(text: Mapping[str, Any]) -> str:
    return "\n".join((text["title"], text["summary"], *text["lines"]))


def _escaped(match: re.Match[str]) -> str:
    units = match.group().encode("utf-16-be")
    return "".join(f"\\u{units[at]:02x}{units[at + 1]:02x}" for at in range(0, len(units), 2))
