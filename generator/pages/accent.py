"""The style sheet with the accent colour of site.yaml; it adds to the program's own."""

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
    """The accent colour."""

    accent: Accent


def units(library: Library, shared: Shared) -> Iterator[tuple[str, AccentItem]]:
    """One unit if site.yaml has a colour."""
    if shared.site.accent.light:
        yield "", AccentItem(shared.site.accent)


def artifacts(item: AccentItem, shared: Shared) -> Iterator[Artifact]:
    """The style sheet."""
    yield Artifact(address(item.accent), "accent in site.yaml", render, item)


def address(accent: Accent) -> str:
    """The address of the style sheet."""
    return f"assets/accent-{digest_of(style(accent).encode())[:8]}.css"


def render(item: AccentItem, shared: Shared) -> bytes:
    """The bytes of the style sheet."""
    return style(item.accent).encode()


def style(accent: Accent) -> str:
    """The rules for light and dark mode; print stays black."""
    light = _RULES.format(accent.light, text_on(accent.light))
    dark = _RULES.format(accent.dark, text_on(accent.dark))
    return (
        f"@media screen {{ :root {{ {light} }} }}\n"
        "@media screen and (prefers-color-scheme: dark) "
        f'{{ :root:not([data-theme="light"]) {{ {dark} }} }}\n'
        f'@media screen {{ :root[data-theme="dark"] {{ {dark} }} }}\n'
    )


KIND = Kind("accent", units, artifacts)
