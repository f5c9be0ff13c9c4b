"""The program's interface texts, each in every language.

- ``words.yaml``: texts of the published site;
- ``desk/*.yaml``: texts of the editor's desk, a file for each of its pages; ``desk/form.yaml`` also
  has the Chinese descriptions of declared keys;
- ``messages.yaml``: the Chinese of the messages of `digest check`;
- ``terms.yaml``: computing terms as Taiwan and Hong Kong call them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache, lru_cache
from pathlib import Path

import yaml

from generator.config import Edition
from generator.config.choices import HantVariant, Quotes
from generator.script.hong_kong import in_forms_of_list

Words = Mapping[str, str]
Forms = Mapping[str, str | Mapping[str, str]]
_MEANING = "meaning_"
_CURLY = str.maketrans("「」『』", "“”‘’")


def load_words(
    edition: Edition,
    to_hant: Callable[[str], str],
    variant: HantVariant,
    known: Mapping[str, Forms] | None = None,
    quotes: Quotes = "corner",
) -> Words:
    """All texts of ``edition``, key → text; those of ``known`` instead of the site's if given.

    A key that has a singular and a plural in any language is present as ``key.one`` and
    ``key.other`` too. A Traditional text is the one of Taiwan or Hong Kong (``variant``) if the
    file has one, with the characters of the converter and the marks that ``quotes`` names;
    otherwise it is converted from the Simplified one with ``to_hant``.
    """
    if known is None:
        return _words_of_sites(edition, to_hant, variant, quotes)
    return _words(edition, to_hant, variant, known, quotes)


# Cached because a preview asks for the same texts at every build.
@lru_cache(maxsize=8)
def _words_of_sites(
    edition: Edition, to_hant: Callable[[str], str], variant: HantVariant, quotes: Quotes
) -> Words:
    return _words(edition, to_hant, variant, all_words(), quotes)


def _words(
    edition: Edition,
    to_hant: Callable[[str], str],
    variant: HantVariant,
    known: Mapping[str, Forms],
    quotes: Quotes,
) -> Words:
    words: dict[str, str] = {}
    for key, forms in known.items():
        found = _of(edition, forms, to_hant, variant, quotes)
        if isinstance(found, str):
            words[key] = found
        if any(not isinstance(form, str) for form in forms.values()):
            both = {"one": found, "other": found} if isinstance(found, str) else found
            words |= {f"{key}.{number}": form for number, form in both.items()}
    return words


def _of(
    edition: Edition,
    forms: Forms,
    to_hant: Callable[[str], str],
    variant: HantVariant,
    quotes: Quotes,
) -> str | Mapping[str, str]:
    if edition != "zh-Hant":
        return forms[edition]
    own = forms.get(variant) or forms.get("zh-Hant")
    if own is None:
        return _converted(forms["zh-Hans"], to_hant)
    if variant == "hk":
        own = _converted(own, in_forms_of_list)
    return _converted(own, _curled) if quotes == "curly" else own


def _curled(text: str) -> str:
    """A Traditional text, which the files have with 「」, with “”."""
    return text.translate(_CURLY)


@cache
def all_words() -> Mapping[str, Forms]:
    """The site's texts: key → language (``en``, ``zh-Hans``, and optionally ``zh-Hant``, ``tw``,
    ``hk``) → text, or a mapping with its forms ``one`` and ``other``."""
    return _read(Path(__file__).parent.joinpath("words.yaml").read_text("utf-8"))


@cache
def desk_words() -> Mapping[str, Forms]:
    """The texts of the editor's desk, in the form of `all_words`, without the `meanings`."""
    found: dict[str, Forms] = {}
    folder = Path(__file__).parent.joinpath("desk")
    for file in sorted(folder.iterdir(), key=lambda file: file.name):
        if file.name.endswith(".yaml"):
            found |= _read(file.read_text("utf-8"))
    return {key: forms for key, forms in found.items() if not key.startswith(_MEANING)}


@cache
def meanings() -> Mapping[str, Forms]:
    """The Chinese descriptions of declared keys; the English is where each key is declared."""
    found = _read(Path(__file__).parent.joinpath("desk", "form.yaml").read_text("utf-8"))
    return {key: forms for key, forms in found.items() if key.startswith(_MEANING)}


@cache
def messages() -> Mapping[str, str]:
    """English message of `digest check`, as the code writes it → Simplified Chinese."""
    text = Path(__file__).parent.joinpath("messages.yaml").read_text("utf-8")
    return {english: str(chinese) for english, chinese in _read(text).items()}


def terms(variant: HantVariant) -> dict[str, str]:
    """Simplified computing term → the term used in Taiwan or Hong Kong (``variant``)."""
    found = _read(Path(__file__).parent.joinpath("terms.yaml").read_text("utf-8"))
    return {word: str(forms[variant]) for word, forms in found.items()}


def _read(text: str) -> dict[str, Forms]:
    found: dict[str, Forms] = yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    return found or {}


def _converted(
    word: str | Mapping[str, str], to_hant: Callable[[str], str]
) -> str | Mapping[str, str]:
    if isinstance(word, str):
        return to_hant(word)
    return {number: to_hant(form) for number, form in word.items()}


class UnknownWordError(KeyError):
    """There is no word of this name."""


def say(words: Words, key: str, **values: object) -> str:
    """The text for ``key`` with ``values`` filled in; ``n`` selects the singular or the plural.

    Raises `UnknownWordError` for a key that does not exist.
    """
    name = key
    if key not in words and "n" in values:
        name = f"{key}.one" if values["n"] == 1 else f"{key}.other"
    text = words.get(name)
    if text is None:
        raise UnknownWordError(key)
    return text.format(**values) if values else text
