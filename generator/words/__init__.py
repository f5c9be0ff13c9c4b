"""The interface's own words in each edition."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib.resources import files

import yaml

from generator.config import Edition

Words = Mapping[str, str]


def load_words(edition: Edition, to_hant: Callable[[str], str]) -> Words:
    """All words of ``edition``; Traditional ones are converted from the Simplified ones."""
    name = "en" if edition == "en" else "zh-Hans"
    text = files(__name__).joinpath(f"{name}.yaml").read_text("utf-8")
    words: dict[str, str] = yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    if edition != "zh-Hant":
        return words
    keys = list(words)
    return dict(zip(keys, (to_hant(words[key]) for key in keys), strict=True)) | {
        "edition_name": "繁體中文"
    }


def say(words: Words, key: str, **values: object) -> str:
    """The words for ``key`` with ``values`` filled in; ``n`` chooses between one and other.

    Raises `KeyError` for a key that is not there.
    """
    if key not in words and "n" in values:
        key = f"{key}.one" if values["n"] == 1 else f"{key}.other"
    return words[key].format(**values) if values else words[key]
