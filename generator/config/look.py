"""Settings of the appearance of a site: menu, footer, logo, favicon and accent colour."""

from __future__ import annotations

import re
from pathlib import Path, PurePosixPath
from typing import Any

import msgspec

from generator.config import colour
from generator.config.editions import Edition
from generator.config.local import LocalText, read_local
from generator.fields import Fields
from generator.problem import did_you_mean

# The lists that a menu entry may name.
LISTS = ("latest", "cities", "topics", "archive", "search")
_PICTURES = (".svg", ".png", ".jpg", ".jpeg", ".webp", ".avif", ".gif")
_ICONS = {".svg": "image/svg+xml", ".png": "image/png", ".ico": "image/x-icon"}


class MenuEntry(msgspec.Struct, frozen=True):
    """An entry of the menu. ``to`` is a list of `LISTS`, the slug of a page of the site's own, or a
    web address, which needs a ``name``. ``line`` is its line in site.yaml."""

    to: str
    name: LocalText
    line: int

    @property
    def outside(self) -> bool:
        """Whether the entry leads to another site."""
        return "/" in self.to


class Accent(msgspec.Struct, frozen=True):
    """The colour of links and marks in the light and the dark colour scheme; empty for the
    default."""

    light: str = ""
    dark: str = ""


class Footer(msgspec.Struct, frozen=True):
    """Markdown for the end of every page, and the line in site.yaml at which each language
    begins."""

    text: LocalText = LocalText()
    lines: tuple[int, int, int] = (0, 0, 0)


def read_look(fields: Fields, editions: tuple[Edition, ...]) -> dict[str, Any]:
    """Read ``menu``, ``footer`` and ``accent``, and return their values by key."""
    return {
        "menu": _menu(fields, editions),
        "footer": _footer(fields, editions),
        "accent": _accent(fields),
    }


def icon_type(file: str) -> str:
    """Return the media type of an icon, judged by its file name; empty if it is not supported."""
    return _ICONS.get(PurePosixPath(file).suffix.lower(), "")


def check_files(fields: Fields, root: Path, logo: str, favicon: str) -> None:
    """Report a logo or favicon that is not a picture in ``content/files/``."""
    for key, value, endings in (("logo", logo, _PICTURES), ("favicon", favicon, tuple(_ICONS))):
        if not value:
            continue
        path = PurePosixPath(value)
        if path.parts[:1] != ("files",) or ".." in path.parts:
            hint = "put it in content/files/ and write files/name"
            fields.error(key, f'"{value}" is not below files/', hint)
        elif path.suffix.lower() not in endings:
            fields.error(key, f'"{value}" is not a picture for this', f"one of {' '.join(endings)}")
        elif not (root / "content" / path).is_file():
            there = sorted((root / "content" / path.parent).glob("*"))
            near = did_you_mean(value, [f"{path.parent}/{one.name}" for one in there])
            hint = near or f"put it in content/{path.parent}/"
            fields.error(key, f'there is no file "{value}"', hint)


def _menu(fields: Fields, editions: tuple[Edition, ...]) -> tuple[MenuEntry, ...]:
    found: list[MenuEntry] = []
    for item, line in fields.items("menu"):
        if isinstance(item, str):
            if "/" in item:
                hint = f"write {{name: …, to: {item}}}"
                fields.error_at(line, "menu", f'"{item}" needs a name', hint)
                continue
            entry = MenuEntry(item, LocalText(), line)
        else:
            to = item.text("to", required=True)
            name = read_local(item, "name", editions) if "name" in item else LocalText()
            if to and "/" in to and "name" not in item:
                item.missing("name", "add `name: {zh-Hans: …, en: …}`")
            item.finish()
            if not to:
                continue
            if "/" in to and not re.fullmatch(r"https?://[^\s/]+(/\S*)?", to):
                hint = "http:// or https://, a list, or the name of a page"
                item.error("to", f'"{to}" is not a web address', hint)
                continue
            entry = MenuEntry(to, name, line)
        if any(entry.to == other.to for other in found):
            fields.error_at(line, "menu", f'duplicate entry "{entry.to}"', "keep one")
            continue
        found.append(entry)
    return tuple(found)


def _footer(fields: Fields, editions: tuple[Edition, ...]) -> Footer:
    if "footer" not in fields:
        fields.mapping("footer")
        return Footer()
    if not fields.is_mapping("footer"):
        text = read_local(fields, "footer", editions, markup=True)
        return Footer(text, 3 * (fields.line("footer"),))
    inner = fields.mapping("footer")
    lines = (0, 0, 0)
    if inner is not None:
        lines = (inner.line("zh-Hans"), inner.line("zh-Hant"), inner.line("en"))
    return Footer(read_local(fields, "footer", editions, markup=True), lines)


def _accent(fields: Fields) -> Accent:
    if not fields.is_mapping("accent"):
        written = fields.text("accent")
        light = _readable(fields, "accent", written, colour.LIGHT_GROUND, "the light pages")
        return Accent(light, colour.readable(light, colour.DARK_GROUND) if light else "")
    inner = fields.mapping("accent")
    if inner is None:
        return Accent()
    light, dark = inner.text("light", required=True), inner.text("dark")
    inner.finish()
    light = _readable(inner, "light", light, colour.LIGHT_GROUND, "the light pages")
    dark = _readable(inner, "dark", dark, colour.DARK_GROUND, "the dark pages")
    if light and not dark:
        dark = colour.readable(light, colour.DARK_GROUND)
    return Accent(light, dark)


def _readable(fields: Fields, key: str, written: str, ground: str, where: str) -> str:
    if not written:
        return ""
    found = colour.parsed(written)
    if not found:
        fields.error(key, f'"{written}" is not a colour', 'in quotes, like "#a0231f"')
        return ""
    contrast = colour.contrast(found, ground)
    if contrast < colour.ENOUGH:
        message = (
            f'"{written}" cannot be read on {where}: its contrast is {contrast:.1f}, '
            f"text needs {colour.ENOUGH}"
        )
        near = colour.readable(found, ground)
        fields.error(key, message, f'the nearest that can is "{near}"')
        return ""
    return found
