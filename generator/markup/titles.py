"""Markup in a headline, which should be plain text: find it for the editor, remove HTML for
feeds."""

from __future__ import annotations

import html
import re

from generator.patterns import late_regex

# Elements of running text and headings. ``<C>`` in a headline is not HTML.
_TAG = late_regex(
    r"</?(?:a|abbr|b|big|br|center|cite|code|del|div|em|font|h[1-6]|i|img|ins|kbd|mark|p|q|s|"
    r"script|small|span|strike|strong|style|sub|sup|u)(?:\s[^<>]*)?/?>",
    re.I,
)
_MARKDOWN = late_regex(
    r"\*\*(?=[^\s*])[^*]{1,200}\*\*|!?\[[^\[\]]{1,200}\]\([^\s()]{1,500}\)|\[\^[^\s\[\]]{1,50}\]"
)
_REFERENCE = late_regex(r"&(?:#[0-9]{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,31});", re.I)


def find_html(title: str) -> str:
    """The first tag or character reference in ``title``; an empty string if there is none."""
    found = _TAG.search(title)
    if found is not None:
        return found.group()
    return next((one.group() for one in _REFERENCE.finditer(title) if _means(one.group())), "")


def find_markdown(title: str) -> str:
    """The first bold text, link or mark of a footnote in ``title``; empty if there is none."""
    found = _MARKDOWN.search(title)
    return found.group() if found is not None else ""


def plain_title(title: str) -> str:
    """``title`` without tags and with its character references resolved.

    Unchanged if nothing would be left.
    """
    if "<" not in title and "&" not in title:
        return title
    text = _REFERENCE.sub(lambda one: html.unescape(one.group()), title)
    return " ".join(_TAG.sub("", text).split()) or title


def _means(reference: str) -> bool:
    return html.unescape(reference) != reference
