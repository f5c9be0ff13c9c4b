"""The interface's own words in each edition."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib.resources import files

import yaml

from generator.config import Edition
from generator.config.site import HantVariant

Words = Mapping[str, str]


def load_words(edition: Edition, to_hant: Callable[[str], str], variant: HantVariant) -> Words:
    """All words of ``edition``.

    Traditional ones are what Taiwan or Hong Kong (``variant``) say, and where that is the same,
    converted from the Simplified ones.
    """
    if edition != "zh-Hant":
        return _read(edition)
    converted = {key: to_hant(word) for key, word in _read("zh-Hans").items()}
    return converted | _read("zh-Hant") | _read(f"zh-Hant-{variant}")


def _read(name: str) -> dict[str, str]:
    text = files(__name__).joinpath(f"{name}.yaml").read_text("utf-8")
    words: dict[str, str] = yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    return words


def say(words: Words, key: str, **values: object) -> str:
    """The words for ``key`` with ``values`` filled in; ``n`` chooses between one and other.

    Raises `KeyError` for a key that is not there.
    """
    if key not in words and "n" in values:
        key = f"{key}.one" if values["n"] == 1 else f"{key}.other"
    return words[key].format(**values) if values else words[key]
