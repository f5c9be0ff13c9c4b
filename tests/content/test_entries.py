"""Reordering a YAML list or mapping loses nothing, and comments move with their entries."""

from __future__ import annotations

import re
from itertools import permutations

import pytest

from generator.fields.entries import Entry, entries_of, with_entries

TEXT = """# Ours
title: x   # t
topics:   # head
  # all of them

  # the first
  新能源: New energy  # n
  交通:   # tt
    en: Transport
    slug: transport   # s

  # about land
  土地: {en: Land, slug: land}
  long: |
    a
    b

  # foot
menu:
- latest
# c
- to: about
  name:
    zh-Hans: 甲  # z
    en: A
- {to: "https://x.y", name: {zh-Hans: 乙, en: B}}   # three

# lead
lead: a
line: [a, {to: b, name: c}]  # behind
many: [
  latest,   # newest
  # own
  {name: {zh-Hans: a,
     en: b}, to: about},
  "c"   # last
  # end
]
"""
KEYS = [("topics", True), ("menu", False), ("line", False), ("many", False)]


def words(text: str) -> set[str]:
    return set(re.split(r"[\s,\[\]{}]+", text))


@pytest.mark.parametrize(("key", "mapping"), KEYS)
def test_in_any_order_every_entry_and_comment_is_kept(key: str, mapping: bool) -> None:
    entries = entries_of(TEXT, key)
    assert with_entries(TEXT, key, entries, mapping=mapping) == TEXT
    for order in permutations(entries):
        made = with_entries(TEXT, key, order, mapping=mapping)
        assert [one.body for one in entries_of(made, key)] == [one.body for one in order]
        if key in ("topics", "menu"):
            assert sorted(made.split("\n")) == sorted(TEXT.split("\n"))
        else:
            assert words(made) >= words(TEXT)


@pytest.mark.parametrize(("key", "mapping"), KEYS)
def test_an_entry_more_or_less_leaves_the_others(key: str, mapping: bool) -> None:
    entries = entries_of(TEXT, key)
    more = with_entries(TEXT, key, [*entries, Entry("新: b" if mapping else "新")], mapping=mapping)
    assert [one.body for one in entries_of(more, key)][:-1] == [one.body for one in entries]
    less = with_entries(TEXT, key, entries[1:], mapping=mapping)
    assert [one.body for one in entries_of(less, key)] == [one.body for one in entries[1:]]
    gone = with_entries(TEXT, key, [], mapping=mapping)
    assert entries_of(gone, key) == ()
    assert "lead: a\n" in gone


def test_what_would_say_something_else_is_refused() -> None:
    for body in ("a: b\nc: d", "- x: [", "a: &x b", "*x"):
        with pytest.raises(ValueError, match="edit the file as text"):
            with_entries(TEXT, "topics", [Entry(body), Entry("q: *x")], mapping=True)
