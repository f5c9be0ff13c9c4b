"""Slugs: the part of an address that names an article."""

from __future__ import annotations

import re
import unicodedata

from generator.portable import is_kept, is_slug

MOST = 60


def slug_of(title: str) -> str:
    """A slug for ``title``: its Latin words and the pinyin of its Chinese ones, a–z and 0–9.

    Cut at a word within `MOST` characters; empty where nothing of the title can stand in
    an address.
    """
    # pypinyin takes a quarter of a second to load: only where a slug is made.
    from pypinyin import lazy_pinyin

    words: list[str] = []
    for piece in re.findall(r"[\u4e00-\u9fff]+|[^\u4e00-\u9fff]+", title):
        if "\u4e00" <= piece[0] <= "\u9fff":
            words += lazy_pinyin(piece)
        else:
            words += re.split(r"[^a-z0-9]+", _ascii(piece))
    slug = ""
    for word in filter(None, map(_ascii, words)):
        longer = f"{slug}-{word}" if slug else word[:MOST]
        if len(longer) > MOST:
            break
        slug = longer
    slug = f"{slug}-1" if is_kept(slug) else slug
    return slug if is_slug(slug) else ""


def _ascii(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text.lower())
    return re.sub(r"[^a-z0-9 ]+", "-", "".join(c for c in plain if not unicodedata.combining(c)))
