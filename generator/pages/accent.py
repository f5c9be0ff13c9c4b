"""The style sheet of the site's own colour, beside the program's."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from generator.config.colour import text_on
from generator.config.look import Accent
from generator.library.index import Library
from generator.pages.kind import Artifact, Kind
from generator.pipeline.keys import digest_of
from generator.pipeline.shared import Shared

_RULES = "--accent: {0}; --link: {0}; --mark: {0}; --on-accent: {1};"


class AccentItem(msgspec.Struct, frozen=True):
    """The colour."""

    accent: Accent


def units(library: Library, shared: Shared) -> Iterator[tuple[str, AccentItem]]:
    """One, where site.yaml has a colour."""
    if shared.site.accent.light:
        yield "", AccentItem(shared.site.accent)


def artifacts(item: AccentItem, shared: Shared) -> Iterator[Artifact]:
    """The style sheet."""
    yield Artifact(address(item.accent), "accent in site.yaml", render, item)


def address(accent: Accent) -> str:
    """Where the style sheet lies."""
    return f"assets/accent-{digest_of(style(accent).encode())[:8]}.css"


def render(item: AccentItem, shared: Shared) -> bytes:
    """The style sheet's bytes."""
    return style(item.accent).encode()


def style(accent: Accent) -> str:
    """The colours in the light and in the dark; print stays black."""
    light = _RULES.format(accent.light, text_on(accent.light))
    dark = _RULES.format(accent.dark, text_on(accent.dark))
    return (
        f"@media screen {{ :root {{ {light} }} }}\n"
        "@media screen and (prefers-color-scheme: dark) "
        f'{{ :root:not([data-theme="light"]) {{ {dark} }} }}\n'
        f'@media screen {{ :root[data-theme="dark"] {{ {dark} }} }}\n'
    )


KIND = Kind("accent", units, artifacts)
