"""Detect the kind of a file, and say what to do with one that cannot be imported."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace

from generator.clean.docx import is_word
from generator.clean.encoding import wide_codec
from generator.clean.mail import is_message
from generator.clean.seven_bit import needs_taiwan, seven_bit
from generator.patterns import late_regex
from generator.problem import DigestError, Problem

# The first bytes of a file; unlike its name, they are reliable.
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ARCHIVES = (b"Rar!", b"7z\xbc\xaf\x27\x1c", b"\x1f\x8b", b"BZh91AY", b"\xfd7zXZ")
_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM\x00", b"II*\x00", b"MM\x00*")
_CONTROL = late_regex(rb"[\x00-\x08\x0b\x0e-\x1a\x1c-\x1f]")
_ENOUGH = 32  # the minimum number of bytes for a decision
# Documents that a search of a folder includes, so that each is reported and not silently skipped.
REFUSED = (".doc", ".wps", ".rtf", ".pdf", ".odt", ".ofd", ".pages", ".webarchive")

_PDF = Problem(
    "",
    message="is a PDF, whose text the import does not read",
    hint="open it, copy the text and paste it at the desk, or save it as a .txt file",
)
_OLD_WORD = Problem(
    "",
    message="is a file of an old Office program (.doc, .wps)",
    hint="open it in Word or WPS and save it as .docx",
)
_PROTECTED = Problem(
    "",
    message="is protected by a password",
    hint="open it, save it without a password, and import that",
)
_RICH_TEXT = Problem(
    "", message="is rich text (.rtf)", hint="open it in Word or WPS and save it as .docx"
)
_OPEN_DOCUMENT = Problem(
    "", message="is an OpenDocument text (.odt)", hint="open it and save it as .docx"
)
_NO_WORD = Problem(
    "",
    message="is not a Word document",
    hint="copy the text of the article into a .txt file",
)
_DAMAGED = Problem(
    "",
    message="the Word document is damaged",
    hint="open it in Word or WPS and save it again",
)
_ARCHIVE = Problem("", message="is an archive of files", hint="unpack it, and import the files")
_PICTURE = Problem(
    "", message="is a picture", hint="type its text into a .txt file, or add it to an article"
)
_WEB_ARCHIVE = Problem(
    "",
    message="is a web archive of Safari",
    hint="save the page as “Page Source”, or from another browser",
)
_NO_TEXT = Problem(
    "",
    message="is not text",
    hint="the import reads .txt, .html, .mhtml, .eml and .docx",
)


def kind_of(name: str, data: bytes) -> str:
    """Return ``word``, ``message``, or an empty string for text and HTML.

    Raises `DigestError` for any other kind of file, with what to do about it.
    """
    if data.startswith(_ZIP):
        if is_word(data):
            return "word"
        raise _refused(name, _zipped(name, data))
    found = _other(data)
    if found is not None:
        raise _refused(name, found)
    if is_message(name, data):
        return "message"
    if _is_binary(data):
        raise _refused(name, _NO_TEXT)
    return ""


def _refused(name: str, problem: Problem) -> DigestError:
    return DigestError(replace(problem, path=name))


def _other(data: bytes) -> Problem | None:
    start = data[:1024].lstrip()
    if start.startswith(b"%PDF-"):
        return _PDF
    if data.startswith(_OLE):
        protected = "EncryptedPackage".encode("utf-16-le") in data
        return _PROTECTED if protected else _OLD_WORD
    if start.startswith(b"{\\rtf"):
        return _RICH_TEXT
    if data.startswith(b"bplist00"):
        return _WEB_ARCHIVE
    if data.startswith(_ARCHIVES):
        return _ARCHIVE
    riff = data[:4] == b"RIFF" and data[8:12] == b"WEBP"
    if data.startswith(_PICTURES) or riff or data[4:12] in (b"ftypheic", b"ftypavif", b"ftypmif1"):
        return _PICTURE
    return None


def _zipped(name: str, data: bytes) -> Problem:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist())
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        return _DAMAGED if name.lower().endswith(".docx") else _ARCHIVE
    if "[Content_Types].xml" in names:
        return _NO_WORD
    return _OPEN_DOCUMENT if {"mimetype", "content.xml"} <= names else _ARCHIVE


def _is_binary(data: bytes) -> bool:
    """Return whether a tenth of the bytes are control characters, and the text is not UTF-16."""
    sample = data[:4096]
    if sample[:2] in (b"\xff\xfe", b"\xfe\xff") or len(sample) < _ENOUGH:
        return False
    if seven_bit(sample) or needs_taiwan(sample):  # shifts are control characters
        return False
    return len(_CONTROL.findall(sample)) > 0.1 * len(sample) and not wide_codec(data)
