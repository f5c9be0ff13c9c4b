"""The container of an EPUB: a ZIP file. The same parts always give the same bytes."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterable

# The folder of the book's parts inside the ZIP file, and the file that lists them.
FOLDER = "EPUB"
PACKAGE = "package.opf"
_CONTAINER = f"""\
<?xml version="1.0" encoding="utf-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles>
<rootfile full-path="{FOLDER}/{PACKAGE}" media-type="application/oebps-package+xml"/>
</rootfiles>
</container>
"""
# The earliest time that a ZIP file can store; a fixed time keeps the bytes reproducible.
_TIME = (1980, 1, 1, 0, 0, 0)
_LEVEL = 1


def epub(parts: Iterable[tuple[str, bytes]]) -> bytes:
    """Return the EPUB with ``parts``: paths below `FOLDER` and data; one of them is `PACKAGE`.

    ``mimetype`` comes first and is not compressed (EPUB 3.3, section 4.2.3).
    """
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as book:
        _add(book, "mimetype", b"application/epub+zip", zipfile.ZIP_STORED)
        _add(book, "META-INF/container.xml", _CONTAINER.encode(), zipfile.ZIP_DEFLATED)
        for path, data in parts:
            # Pictures are compressed already.
            text = path.endswith((".opf", ".xhtml", ".css", ".svg"))
            kind = zipfile.ZIP_DEFLATED if text else zipfile.ZIP_STORED
            _add(book, f"{FOLDER}/{path}", data, kind)
    return out.getvalue()


def with_address(book: bytes, old: bytes, new: bytes) -> bytes:
    """Return a book made by `epub` with ``old`` replaced by ``new`` in all parts; any other file is
    returned unchanged."""
    try:
        with zipfile.ZipFile(io.BytesIO(book)) as there:
            parts = [(name, there.read(name)) for name in there.namelist()]
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, zlib.error):
        return book
    if not any(old in data for _, data in parts):
        return book
    own = f"{FOLDER}/"
    return epub(
        (name.removeprefix(own), data.replace(old, new))
        for name, data in parts
        if name.startswith(own)
    )


def _add(book: zipfile.ZipFile, path: str, data: bytes, kind: int) -> None:
    info = zipfile.ZipInfo(path, _TIME)
    # The default depends on the operating system.
    info.create_system = 3
    info.external_attr = 0o644 << 16
    book.writestr(info, data, compress_type=kind, compresslevel=_LEVEL)
