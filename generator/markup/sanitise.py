"""What HTML an article may hold: prose, lists, tables, pictures of the site itself.

Everything else (scripts, styles, event attributes, forms, frames, addresses such as
``javascript:``) is taken out by nh3, an HTML5 sanitiser on Mozilla's ammonia.
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
# Taken out too, but for what it showed: see `_frame`.
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
    """``markup`` with nothing but harmless elements, attributes and addresses."""
    clean = _CLEANER.clean(markup)
    if "<iframe" in clean:
        clean = _FRAMES.sub(_frame, clean)
    return _ALIGN.sub(r'\1 class="\2"', clean) if " align=" in clean else clean


def _frame(match: re.Match[str]) -> str:
    """A frame as a link to what it shows, under its title; nothing without an address."""
    found = dict(_ATTRIBUTE.findall(match.group(1)))
    address = html.unescape(found.get("src", ""))
    if address.startswith("//"):
        # As hosts of films write it: under whatever the page itself came by.
        address = f"https:{address}"
    if not is_web_address(address):
        return ""
    title = found.get("title", "").strip() or html.escape(urlsplit(address).hostname or "")
    return f'{_EMBED}"{html.escape(address)}">{title}</a>'


def unwanted_tags(markup: str) -> list[str]:
    """Names of the elements in ``markup`` that `sanitise` takes out, each once, sorted."""
    names = [name.lower() for name in _OPEN.findall(markup)]
    lost = set(names) - TAGS
    if _FRAME in lost and sanitise(markup).count(_EMBED) >= names.count(_FRAME):
        lost.remove(_FRAME)
    return sorted(lost)


def is_web_address(address: str) -> bool:
    """Whether ``address`` is an absolute ``http`` or ``https`` one that can be linked to."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return (
        parts.scheme in ("http", "https")
        and bool(parts.hostname)
        and re.search(r"[\s\"'<>\\\x00-\x1f]", address) is None
    )
