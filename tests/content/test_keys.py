"""Changing a key of a YAML file leaves all other lines as they were typed."""

from __future__ import annotations

import pytest

from generator.fields.keys import with_key, written

TEXT = """# top
title: 一  # short
source: {name: 新华社, url: x}
lengths:
  # in characters
  en: 300

# about topics
topics:
  项目: Projects
"""


@pytest.mark.parametrize(
    ("path", "value", "before", "after"),
    [
        ("title", "二", "title: 一  # short", "title: 二  # short"),
        ("title", None, "title: 一  # short\n", ""),
        ("source.url", None, ", url: x", ""),
        ("source.author", "某", "url: x}", "url: x, author: 某}"),
        ("lengths.en", "400", "en: 300", "en: 400"),
        ("lengths.en", None, "lengths:\n  # in characters\n  en: 300\n", ""),
        ("lengths.fr", "1", "en: 300\n", "en: 300\n  fr: 1\n"),
        ("topics.项目.hant", "項目", "项目: Projects", "项目: {en: Projects, hant: 項目}"),
        ("new.key", "1", "Projects\n", "Projects\nnew:\n  key: 1\n"),
        ("title", "- a\n- b", "title: 一  # short", "title:\n  - a\n  - b"),
    ],
)
def test_one_key_changes(path: str, value: str | None, before: str, after: str) -> None:
    made = with_key(TEXT, path.split("."), value, "en")
    assert made == TEXT.replace(before, after)


@pytest.mark.parametrize(
    ("text", "path", "made"),
    [
        ("terms: {甲: a, 乙: b}\n", "terms.甲.hant", "terms: {甲: {en: a, hant: v}, 乙: b}\n"),
        ("terms: {甲: {en: a}}\n", "terms.甲.hant", "terms: {甲: {en: a, hant: v}}\n"),
        ("terms: {}\n", "terms.甲", "terms: {甲: v}\n"),
        ("terms:\n", "terms.甲", "terms: {甲: v}\n"),
        ("", "terms.甲", "terms:\n  甲: v\n"),
        ("# only this\n", "a", "# only this\na: v\n"),
        ("a: |\n  one\n  two\n\nb: 1\n", "a", "a: v\n\nb: 1\n"),
        ("a:\n- 1\n- 2\n# b\nb: 1\n", "a", "a: v\n# b\nb: 1\n"),
    ],
)
def test_every_way_of_writing_a_mapping(text: str, path: str, made: str) -> None:
    assert with_key(text, path.split("."), "v", "en") == made


def test_what_would_not_be_yaml_is_refused() -> None:
    with pytest.raises(ValueError, match="YAML"):
        with_key(TEXT, ("title",), "[a")
    with pytest.raises(ValueError, match="mapping"):
        with_key("- a\n", ("title",), "x")


@pytest.mark.parametrize(
    ("text", "as_yaml"),
    [
        ("2024-05-31", "2024-05-31"), ("no", '"no"'), ("440100", '"440100"'),
        ("zh-Hans", "zh-Hans"), ("新华社", "新华社"), ("a: b", '"a: b"'), ("Null", '"Null"'),
    ],
)  # fmt: skip
def test_a_scalar_has_quotes_where_it_needs_them(text: str, as_yaml: str) -> None:
    assert written(text) == as_yaml
