"""Settings that are a text in each language."""

from __future__ import annotations

import msgspec

from generator.config.editions import Edition
from generator.fields import Fields
from generator.fields.simplified import warn_of_simplified
from generator.patterns import late_regex

_HAN = late_regex("[\u3400-\u9fff]")


class LocalText(msgspec.Struct, frozen=True):
    """A text in each language; ``zh-Hant`` is converted from ``zh-Hans`` where it is empty."""

    hans: str = ""
    hant: str = ""
    en: str = ""


def read_local(
    fields: Fields, key: str, editions: tuple[Edition, ...], *, markup: bool = False
) -> LocalText:
    """Read ``{zh-Hans: …, zh-Hant: …, en: …}``; report languages that are missing for ``editions``.
    A plain string is allowed unless the site has English and Chinese. With ``markup``, it is
    Markdown."""
    if key in fields and not fields.is_mapping(key):
        text = fields.text(key, required=True, markup=markup)
        if len(editions) > 1 and "en" in editions:
            fields.error(key, "needed in each language", f"{key}: {{zh-Hans: …, en: …}}")
        return LocalText(hans=text, en=text)
    inner = fields.mapping(key, f"add `{key}: {{zh-Hans: …, en: …}}`")
    if inner is None:
        return LocalText()
    chinese = any(edition != "en" for edition in editions)
    local = LocalText(
        hans=inner.text("zh-Hans", required=chinese, markup=markup),
        hant=inner.text("zh-Hant", markup=markup),
        en=inner.text("en", required="en" in editions, markup=markup),
    )
    inner.finish()
    warn_of_simplified(inner, "zh-Hant", local.hant)
    return local


def read_name(fields: Fields, key: str, editions: tuple[Edition, ...]) -> LocalText:
    """Read the same, or a plain string in any site: a name that may be the same in each language.
    Its English is empty if it is a plain string in Chinese."""
    if key not in fields or fields.is_mapping(key):
        return read_local(fields, key, editions) if key in fields else LocalText()
    text = fields.text(key)
    if not _HAN.search(text):
        return LocalText(hans=text, en=text)
    return LocalText(hans=text)
