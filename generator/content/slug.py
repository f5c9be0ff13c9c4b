"""Slugs: the part of an address that names an article, a person, a series or a company."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

from generator.portable import is_reserved, is_slug

MOST = 60


def slug_of(title: str) -> str:
    """Return a slug for a new file with the title ``title``: its Latin words, and its Chinese words
    in pinyin as they are read in this context (漯河 is luo-he, 行长 hang-zhang).

    It consists of a–z, 0–9 and hyphens, cut at a word to `MOST` characters; it is empty if nothing
    of the title can be part of an address.
    """
    return _joined(_read(title))


def slug_of_name(name: str) -> str:
    """Return a slug for the page that every build makes of ``name``: a person, a series, a project.

    Its pinyin comes from a fixed dictionary, so that the addresses of published pages and feeds
    stay the same when the program learns to read a name better.
    """
    return _joined(_look_up(name))


def _joined(words: Iterable[str]) -> str:
    slug = ""
    for word in filter(None, words):
        longer = f"{slug}-{word}" if slug else word[:MOST]
        if len(longer) > MOST:
            break
        slug = longer
    slug = f"{slug}-1" if is_reserved(slug) else slug
    return slug if is_slug(slug) else ""


def _read(title: str) -> Iterator[str]:
    """Yield the words and syllables of a title, split at Chinese words and names of places."""
    if title.isascii():
        yield from _latin(title)
        return
    # Half a second to load, needed only when a new file is named.
    from generator.gazetteer import load
    from generator.pinyin.readings import pinyin_reader
    from generator.script import has_traditional, to_hans

    text = to_hans({}).text(title) if has_traditional(title) else title
    pieces = pinyin_reader(load()).words(text)
    ends = [*(start for start, _ in pieces[1:]), len(text)]
    for (start, syllables), end in zip(pieces, ends, strict=False):
        for syllable in syllables:
            # The spelling of input methods and of the cities' addresses: lv, nv.
            yield _ascii(re.sub("[üǖǘǚǜ]", "v", unicodedata.normalize("NFC", syllable)))
        if not syllables:
            yield from _latin(text[start:end])


def _look_up(name: str) -> Iterator[str]:
    """Yield the words and syllables of a name as pypinyin has them (0.25 seconds to load)."""
    from pypinyin import lazy_pinyin

    for piece in re.findall(r"[\u4e00-\u9fff]+|[^\u4e00-\u9fff]+", name):
        if "\u4e00" <= piece[0] <= "\u9fff":
            yield from map(_ascii, lazy_pinyin(piece))
        else:
            yield from _latin(piece)


def _latin(text: str) -> list[str]:
    return re.split(r"[^a-z0-9]+", _ascii(text))


def _ascii(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text.lower())
    return re.sub(r"[^a-z0-9 ]+", "-", "".join(c for c in plain if not unicodedata.combining(c)))
