"""The HTML of pictures on pages: several sizes, width and height, lazy loading."""

from __future__ import annotations

import html
from collections.abc import Mapping
from typing import NamedTuple

from generator.config import Edition
from generator.library.article import ArticleMeta, LeadPicture
from generator.library.picture import Picture
from generator.markup.nodes import split_tags
from generator.patterns import late_regex
from generator.render import address

# The ``sizes`` attribute: the width of a picture by that of the window (.body and .lead of
# style.css).
IN_TEXT = "(min-width: 46rem) 42rem, 94vw"
LEADING = "(min-width: 50rem) 46rem, 94vw"

_SOURCE = late_regex(r'\ssrc="([^"]*)"')
_OWN_SIZE = late_regex(r'\s(?:width|height)="')
_CLASS = late_regex(r"\sclass=")
# Classes of tall pictures by their least ratio of height to width (see pictures.css). A ``long``
# one is read from top to bottom, like a text.
_SHAPES = (("long", 2.5), ("tall", 1.6), ("upright", 1.2))
_ALT = late_regex(r"\salt=")
_ENDING = late_regex(r"\s*/?>\Z")
_FILES = "files/"


class Figure(NamedTuple):
    """A lead picture for a template: ``picture`` is its HTML, the others are texts, each with its
    language if that is not the page's."""

    picture: str
    caption: str
    caption_lang: str
    credit: str
    credit_lang: str


def shown_lead(
    meta: ArticleMeta, edition: Edition, pictures: Mapping[str, Picture]
) -> tuple[LeadPicture, Picture] | None:
    """The lead picture of an article in ``edition``, if it has one among ``pictures``."""
    lead = meta.lead_picture(edition) if pictures else None
    picture = pictures.get(lead.file) if lead else None
    return (lead, picture) if lead and picture else None


def figure(lead: LeadPicture, picture: Picture, root: str) -> Figure:
    """The lead picture for a page; ``root`` is the relative path from the page to the root."""
    lang = f' lang="{lead.lang("alt")}"' if lead.lang("alt") else ""
    source = html.escape(f"{root}{_FILES}{lead.file}")
    bare = f'<img src="{source}" alt="{html.escape(lead.alt)}"{lang}>'
    made = _shown(bare, root, lead.file, picture, lazy=False, sizes=LEADING)
    made = made.replace(" decoding=", ' fetchpriority="high" decoding=', 1)
    return Figure(made, lead.caption, lead.lang("caption"), lead.credit, lead.lang("credit"))


def figure_html(lead: LeadPicture, picture: Picture, root: str) -> str:
    """The lead picture as HTML for a feed: a single file in a format that every program shows."""
    lang = f' lang="{lead.lang("alt")}"' if lead.lang("alt") else ""
    source = html.escape(f"{root}{_FILES}{lead.file}")
    image = _plain(f'<img src="{source}" alt="{html.escape(lead.alt)}"{lang}>', root, picture)
    said = " ".join(
        f'<span lang="{lead.lang(word)}">{text}</span>' if lead.lang(word) else text
        for word in ("caption", "credit")
        if (text := html.escape(getattr(lead, word), quote=False))
    )
    return f"<figure>{image}{f'<figcaption>{said}</figcaption>' if said else ''}</figure>"


def with_pictures(
    block: str, pictures: Mapping[str, Picture], *, first: bool = False, plain: bool = False
) -> str:
    """``block`` of a text with the HTML for its pictures.

    ``first`` says that the block is visible at once, so its first picture is not loaded lazily;
    ``plain`` is for feeds.
    """
    if not pictures or "<img" not in block:
        return block
    parts = split_tags(block)
    for place in range(1, len(parts), 2):
        tag = parts[place]
        source = _SOURCE.search(tag) if tag.startswith("<img") else None
        if source is None:
            continue
        root, files, path = html.unescape(source[1]).partition(_FILES)
        picture = pictures.get(path) if files else None
        if picture is None:
            continue
        if plain:
            parts[place] = _plain(tag, root, picture)
        else:
            parts[place] = _shown(tag, root, path, picture, lazy=not first, sizes=IN_TEXT)
            first = False
    return "".join(parts)


def _shape(tag: str, picture: Picture) -> str:
    """The class attribute of a picture that is too tall to be as wide as the text; else empty."""
    if not picture.width or _CLASS.search(tag):
        return ""
    ratio = picture.height / picture.width
    shape = next((name for name, least in _SHAPES if ratio > least), "")
    return f' class="{shape}"' if shape else ""


def _shown(tag: str, root: str, path: str, picture: Picture, *, lazy: bool, sizes: str) -> str:
    """The HTML of a picture on a page: ``tag`` with its size, loading hints and other sizes."""
    told = _shape(tag, picture) + _size(tag, picture)
    told += ' loading="lazy" decoding="async"' if lazy else ' decoding="async"'
    if not picture.sizes or picture.plain is None:
        return _with(tag, told)
    image = _with(_sourced(tag, root + address.picture(picture.key, picture.plain.name)), told)
    candidates = ", ".join(
        f"{root}{address.picture(picture.key, file.name)} {file.width}w" for file in picture.sizes
    )
    return (
        f'<picture><source type="image/webp" srcset="{candidates}" sizes="{sizes}">{image}'
        "</picture>"
    )


def _plain(tag: str, root: str, picture: Picture) -> str:
    if picture.sizes and picture.plain is not None:
        tag = _sourced(tag, root + address.picture(picture.key, picture.plain.name))
    return _with(tag, _size(tag, picture))


def _size(tag: str, picture: Picture) -> str:
    if not picture.width or _OWN_SIZE.search(tag):
        return ""
    file = picture.plain if picture.sizes and picture.plain else picture
    return f' width="{file.width}" height="{file.height}"'


def _sourced(tag: str, source: str) -> str:
    return _SOURCE.sub(lambda _: f' src="{html.escape(source)}"', tag, count=1)


def _with(tag: str, more: str) -> str:
    """``tag`` with the attributes ``more``, and with an empty ``alt`` if it has none."""
    alt = "" if _ALT.search(tag) else ' alt=""'
    return _ENDING.sub(f"{alt}{more}>", tag, count=1)
