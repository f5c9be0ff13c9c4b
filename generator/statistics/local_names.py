"""The Chinese names of currencies that articles of a place write as plain 元, for amounts that are
shown apart from their article."""

from __future__ import annotations

from generator.patterns import late_regex

_LOCAL = {"New Taiwan dollars": "新台币", "Hong Kong dollars": "港币", "patacas": "澳门币"}
_IS_NAMED = late_regex(r"币|[台港澳]元|澳门元|[A-Z$]")
_BEGINS = late_regex("(?:将近|接近|超过|突破|大约|[约近超逾])?[0-9一二两三四五六七八九十百半]")


def with_name(source: str, unit: str) -> str:
    """An amount with the name of its currency, if that is one which an article writes as plain 元
    (约9.4亿元 of Taiwan is 新台币约9.4亿元): beside figures of other articles 元 is the yuan."""
    name = _LOCAL.get(unit)
    begin = _BEGINS.search(source) if name else None
    if begin is None or _IS_NAMED.search(source):
        return source
    return f"{source[: begin.start()]}{name}{source[begin.start() :]}"
