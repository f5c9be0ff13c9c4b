"""Sanitise the HTML of an article: prose, lists, tables and pictures are allowed.

Everything else (scripts, styles, event attributes, forms, frames, addresses such as
``javascript:``) is removed by nh3, a binding to the HTML sanitiser ammonia.
"""

from __future__ import annotations

import html
import re
from urllib.parse import urlsplit

import nh3

from generator.patterns import late_regex

TAGS = frozenset(
    "a abbr b blockquote br caption cite code dd del dfn dl dt em figcaption figure h2 h3 h4 h5 h6"
    " hr i img ins kbd li mark ol p pre q rp rt ruby s samp small span strong sub sup table tbody"
    " td tfoot th thead tr u ul var wbr".split()
)
# Removed too, but a link to its content remains: see `_frame`.
_FRAME = "iframe"
_ATTRIBUTES = {
    "*": {"lang", "title", "dir"},
    "a": {"href"},
    "iframe": {"src"},
    "img": {"src", "alt", "width", "height"},
    "ol": {"start", "reversed"},
    "td": {"align", "colspan", "rowspan"},
    "th": {"align", "colspan", "rowspan", "scope"},
}
SCHEMES = {"http", "https", "mailto", "tel"}
_CLEANER = nh3.Cleaner(
    tags={*TAGS, _FRAME},
    attributes=_ATTRIBUTES,
    url_schemes=SCHEMES,
    link_rel=None,
    strip_comments=True,
    generic_attribute_prefixes=set(),
)
_EMBED = '<a class="embed" href='
_OPEN = late_regex(r"<([a-zA-Z][a-zA-Z0-9-]*)")
_FRAMES = late_regex(r"<iframe([^>]*)>[^<]*</iframe>")
_ATTRIBUTE = late_regex(r' (src|title)="([^"]*)"')
_ALIGN = late_regex(r'(<t[dh]\b[^>]*?) align="(left|center|right)"')


def sanitise(markup: str) -> str:
    """``markup`` with only the allowed elements, attributes and URL schemes.

    A frame becomes a link to its address; ``align`` of a table cell becomes a class.
    """
    clean = _CLEANER.clean(markup)
    if "<iframe" in clean:
        clean = _FRAMES.sub(_frame, clean)
    return _ALIGN.sub(r'\1 class="\2"', clean) if " align=" in clean else clean


def _frame(match: re.Match[str]) -> str:
    """A link to the address of a frame, with its title as text; empty without a web address."""
    found = dict(_ATTRIBUTE.findall(match.group(1)))
    address = html.unescape(found.get("src", ""))
    if address.startswith("//"):
        # Embedding codes of video hosts leave out the scheme.
        address = f"https:{address}"
    if not is_web_address(address):
        return ""
    title = found.get("title", "").strip() or html.escape(urlsplit(address).hostname or "")
    return f'{_EMBED}"{html.escape(address)}">{title}</a>'


def unwanted_tags(markup: str) -> list[str]:
    """The names of the elements that `sanitise` removes from ``markup``, each once, sorted."""
    names = [name.lower() for name in _OPEN.findall(markup)]
    lost = set(names) - TAGS
    if _FRAME in lost and sanitise(markup).count(_EMBED) >= names.count(_FRAME):
        lost.remove(_FRAME)
    return sorted(lost)


def is_web_address(address: str) -> bool:
    """Whether ``address`` is a valid absolute ``http`` or ``https`` URL."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return (
        parts.scheme in ("http", "https")
        and bool(parts.hostname)
        and re.search(r"[\s\"'<>\\\x00-\x1f]", address) is None
    )
