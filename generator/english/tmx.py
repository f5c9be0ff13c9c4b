"""Reads and writes TMX 1.4, the exchange format of translators' tools.

A unit is one segment in Chinese and English as plain text. The rules come from the specification
TMX 1.4b: header attributes, ``xml:lang`` on each ``tuv``, one ``seg`` in each.
"""

from __future__ import annotations

import xml.etree.ElementTree as ElementTree
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO
from xml.sax.saxutils import escape

import msgspec

from generator import __version__
from generator.problem import DigestError, Problem

MAX_BYTES = 500_000_000
_MACHINE = "x-citydigest-machine"
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
# Characters that XML does not allow; a tool would refuse the whole file because of one.
_FORBIDDEN = dict.fromkeys([*range(9), 11, 12, *range(14, 32), 0xFFFE, 0xFFFF])


class Unit(msgspec.Struct, frozen=True):
    """One segment in both languages.

    ``engine`` names the machine that made the English; it is empty if a person wrote or edited it.
    ``note`` is a remark for the translator, such as the reason for a flag.
    """

    chinese: str
    english: str
    engine: str = ""
    note: str = ""


def write_tmx(units: Iterable[Unit], out: IO[str]) -> int:
    """Write units as TMX 1.4 to a text stream; returns how many were written.

    The same units give the same bytes. Units without English are left out.
    """
    out.write(
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<!DOCTYPE tmx SYSTEM "tmx14.dtd">\n'
        '<tmx version="1.4">\n'
        f'<header creationtool="citydigest" creationtoolversion="{__version__}" '
        'segtype="sentence" o-tmf="citydigest" adminlang="en" srclang="zh-CN" '
        'datatype="plaintext"/>\n<body>\n'
    )
    written = 0
    for unit in units:
        if unit.english and unit.chinese:
            out.write(_element(unit))
            written += 1
    out.write("</body>\n</tmx>\n")
    return written


def _element(unit: Unit) -> str:
    note = f"<note>{_text(unit.note)}</note>" if unit.note else ""
    machine = ""
    if unit.engine:
        mark = _mark(unit.english.translate(_FORBIDDEN))
        machine = f'<prop type="{_MACHINE}">{mark} {_text(unit.engine)}</prop>'
    return (
        f"<tu>{note}"
        f'<tuv xml:lang="zh-CN"><seg>{_text(unit.chinese)}</seg></tuv>'
        f'<tuv xml:lang="en">{machine}<seg>{_text(unit.english)}</seg></tuv></tu>\n'
    )


def _mark(english: str) -> str:
    """A checksum that shows whether the English was edited: tools keep a property when a translator
    changes the text beside it."""
    return f"{zlib.crc32(english.strip().encode()):08x}"


def _text(text: str) -> str:
    # XML parsers would turn a carriage return into a line feed.
    return escape(text.translate(_FORBIDDEN), {"\r": "&#13;"})


def read_tmx(file: Path, name: str = "") -> Iterator[Unit]:
    """The units of a TMX file that have Chinese (``zh`` with any region) and English.

    The file is read as a stream. Inline elements (``bpt``, ``ph`` …) are replaced by their text.
    Units that lack either language are skipped. Raises `DigestError` with the line if the file is
    not valid TMX; it calls the file ``name``.
    """
    path = name or str(file)
    try:
        if file.stat().st_size > MAX_BYTES:
            raise DigestError(Problem(path, message=f"is larger than {MAX_BYTES // 10**6} MB"))
        with file.open("rb") as stream:
            yield from _units(stream, path)
    except OSError as error:
        reason = error.strerror or str(error)
        raise DigestError(Problem(path, message=f"cannot be read: {reason}")) from None
    except ElementTree.ParseError as error:
        reason = str(error).split(":")[0]
        message = f"is not valid XML: {reason}"
        raise DigestError(Problem(path, error.position[0], message=message)) from None
    except (ValueError, LookupError) as error:
        raise DigestError(Problem(path, message=f"is not valid XML: {error}")) from None


def _units(stream: IO[bytes], path: str) -> Iterator[Unit]:
    root: ElementTree.Element | None = None
    for event, element in ElementTree.iterparse(stream, events=("start", "end")):
        if root is None:
            root = element
            if element.tag != "tmx":
                message = f"is not TMX: its root is <{element.tag}>"
                raise DigestError(Problem(path, message=message))
        if event == "end" and element.tag == "tu":
            unit = _unit(element)
            if unit:
                yield unit
            # Free what was read: a memory may hold a million units.
            element.clear()
            for child in root:
                if child.tag == "body":
                    child.clear()


def _unit(element: ElementTree.Element) -> Unit | None:
    texts: dict[str, str] = {}
    engine = ""
    for variant in element.iter("tuv"):
        language = (variant.get(_LANG) or variant.get("lang") or "").lower()
        language = language.replace("_", "-").split("-")[0]
        segment = variant.find("seg")
        if segment is not None and language not in texts:
            texts[language] = "".join(segment.itertext()).strip()
            if language == "en":
                engine = _engine(variant, texts[language])
    if not texts.get("zh") or not texts.get("en"):
        return None
    return Unit(texts["zh"], texts["en"], engine, element.findtext("note") or "")


def _engine(variant: ElementTree.Element, english: str) -> str:
    for prop in variant.iter("prop"):
        mark, _, engine = (prop.text or "").partition(" ")
        if prop.get("type") == _MACHINE and mark == _mark(english):
            return engine
    return ""
