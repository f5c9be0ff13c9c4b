"""E-mail with several Word documents: each is a page of its own, and so is the text of the e-mail
if it is more than a covering note."""

from __future__ import annotations

from base64 import encodebytes
from collections.abc import Iterator
from email import message_from_bytes, policy
from email.message import Message
from urllib.parse import quote

from generator.clean.mail import is_document, is_message, read_message
from generator.clean.sources import NOTE, read_page, size_of
from generator.problem import DigestError

# The headers that every page made from the e-mail gets: who sent it, and when.
_HEAD = ("From", "To", "Date", "Message-ID")
_KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def taken_apart(name: str, data: bytes) -> list[tuple[str, bytes]]:
    """Split an e-mail with several Word documents into pages, each an e-mail with a name.

    The text keeps the e-mail's ``name``; documents are called ``name/document.docx``. Any other
    file is returned as one page."""
    whole = [(name, data)]
    if not is_message(name, data):
        return whole
    documents = dict.fromkeys(read_message(data).documents)
    if len({document for _, document in documents}) < 2:
        return whole
    try:
        message = message_from_bytes(data.lstrip(), policy=policy.compat32)
        head = b"".join(_line(key, str(message[key])) for key in _HEAD if message[key])
        pages = dict(_documents(name, head, documents))
        _without_documents(message)
        text = message.as_bytes()
    except (ValueError, LookupError, RecursionError):
        return whole
    said = [(name, text)] if _is_article(name, text, pages) else []
    return [*said, *pages.items()]


def _line(key: str, value: str) -> bytes:
    return f"{key}: {' '.join(value.split())}\n".encode(errors="surrogateescape")


def _documents(
    name: str, head: bytes, documents: dict[tuple[str, bytes], None]
) -> Iterator[tuple[str, bytes]]:
    taken: set[str] = set()
    seen: set[bytes] = set()
    for number, (title, document) in enumerate(documents, 1):
        if document in seen:
            continue
        seen.add(document)
        plain = title.replace("\\", "/").rpartition("/")[2] or f"{number}.docx"
        if plain in taken:
            plain = f"{plain.removesuffix('.docx')}-{number}.docx"
        taken.add(plain)
        about = (
            f"MIME-Version: 1.0\nContent-Type: {_KIND}\nContent-Transfer-Encoding: base64\n"
            f"Content-Disposition: attachment; filename*=UTF-8''{quote(plain, safe='')}\n\n"
        )
        yield f"{name}/{plain}", head + about.encode() + encodebytes(document)


def _without_documents(message: Message) -> None:
    """Remove the documents from a message, in place."""
    parts = message.get_payload()
    if isinstance(parts, list):
        kept: list[Message | str] = []
        for part in parts:
            if isinstance(part, Message) and not is_document(part):
                _without_documents(part)
                kept.append(part)
        message.set_payload(kept)


def _is_article(name: str, text: bytes, documents: dict[str, bytes]) -> bool:
    """Return whether the text of an e-mail is an article: longer than a note, and not a copy of one
    of the documents."""
    try:
        page = read_page(name, text)
    except DigestError:
        return False
    if size_of(page) < NOTE:
        return False
    lines = {line.strip() for line in page.text.split("\n") if len(line) > _TELLING}
    return not any(lines and lines <= _lines(*document) for document in documents.items())


_TELLING = 12  # minimum characters of a line by which texts are compared


def _lines(name: str, document: bytes) -> set[str]:
    try:
        return {line.strip() for line in read_page(name, document).text.split("\n")}
    except DigestError:
        return set()
