"""Find the file for an address in the preview's folder, and its media type."""

from __future__ import annotations

import mimetypes
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote, unquote

# The media types of a site's files; the system's table differs from machine to machine.
_TYPES = {
    ".css": "text/css; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".epub": "application/epub+zip",
    ".html": "text/html; charset=utf-8",
    ".ico": "image/x-icon",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".mjs": "text/javascript; charset=utf-8",
    ".opml": "text/x-opml; charset=utf-8",
    ".svg": "image/svg+xml; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
    ".wasm": "application/wasm",
    ".webmanifest": "application/manifest+json",
    ".webp": "image/webp",
    ".avif": "image/avif",
    ".woff2": "font/woff2",
    ".xml": "application/xml; charset=utf-8",
}
# The placeholder for the preview's own URL in its pages. Without it, each start on another port
# would have to make all pages again. It is replaced in responses by the URL of the request.
PLACE = "http://preview.invalid/"
# The suffixes of files, besides pages, that contain it.
HOLD_ADDRESSES = frozenset({".csv", ".epub", ".json", ".opml", ".txt", ".webmanifest", ".xml"})
# RFC 8615.
_WELL_KNOWN = ".well-known"
_TABLE = mimetypes.MimeTypes()


@dataclass(frozen=True)
class Moved:
    """A redirect to the page's proper address."""

    address: str


def find(folder: Path, address: str) -> Path | Moved | None:
    """The file below ``folder`` that is published at ``address`` (a path as in a request).

    `Moved` if only the ``/`` at the end is missing. None if there is no such file, if the address
    leaves the folder, and for hidden files outside of ``.well-known/``, as on a server.
    """
    try:
        names = unquote(address, errors="strict").split("/")[1:]
    except UnicodeDecodeError:
        return None
    wants_folder = names[-1:] == [""]
    parts = names[:-1] if wants_folder else names
    if not all(_plain(part) for part in parts[parts[:1] == [_WELL_KNOWN] :]):
        return None
    place = folder.joinpath(*parts)
    try:
        inside = place.resolve().is_relative_to(folder.resolve())
        if inside and place.is_dir():
            return place / "index.html" if wants_folder else Moved(f"/{quote('/'.join(parts))}/")
        return place if inside and not wants_folder and place.is_file() else None
    except (OSError, ValueError):
        # A name too long for the file system.
        return None


def media_type(name: str) -> str:
    """The Content-Type of a file with this name."""
    suffix = Path(name).suffix.lower()
    return _TYPES.get(suffix) or _TABLE.types_map[True].get(suffix, "application/octet-stream")


def is_page(address: str) -> bool:
    """Whether an address looks like that of a page."""
    name = address.rsplit("/", 1)[-1]
    return "." not in name or name.endswith(".html")


def _plain(part: str) -> bool:
    return bool(part) and not part.startswith(".") and not set(part) & set("/\\\0")
