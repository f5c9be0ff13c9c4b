"""Pages saved in one file (.mht, .mhtml), and e-mail: as a file (.eml) or pasted with its
headers."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import timedelta, timezone
from email import message_from_bytes, policy
from email.header import decode_header
from email.message import Message as _Raw
from email.utils import parseaddr, parsedate_to_datetime

from generator.clean.encoding import decode
from generator.clean.seven_bit import decode_seven_bit, seven_bit
from generator.patterns import late_regex

SUFFIXES = (".mht", ".mhtml", ".eml")
_HEAD = late_regex(rb"\A(?:[A-Za-z][A-Za-z0-9-]{1,60}:[^\r\n]*\r?\n(?:[ \t][^\r\n]*\r?\n)*){2,}")
_KIND = late_regex(rb"(?im)^(?:mime-version|content-type):")
_PASTED = late_regex(
    r"^\s*>?\s*(?P<key>发件人|寄件者|寄件人|收件人|收件者|抄送|副本|密送|主题|主題|主旨|日期|时间|時間"
    r"|发送时间|发送日期|傳送日期|附件"
    r"|From|To|Cc|Bcc|Subject|Date|Sent|Attachments?|Reply-To)\s*[:：](?P<value>.*)$"
)
_RULE = late_regex(
    r"(?i)^[\s\-—–=_*>]*(?:原始邮件|转发的邮件|original message|forwarded message)?[\s\-—–=_*]*$"
)
_SUBJECT = frozenset(("主题", "主題", "主旨", "Subject"))
_ANSWERED = late_regex(
    r"^(?:\s*(?:re|fwd?|aw|回复|答复|转发|轉寄|回覆|转寄)\s*[:：])+\s*", re.IGNORECASE
)
_CHINA = timezone(timedelta(hours=8))
_TEXTS = ("text/html", "application/xhtml+xml", "text/plain")
_DOCUMENT = "vnd.openxmlformats-officedocument.wordprocessingml.document"


@dataclass(frozen=True)
class Part:
    """A text of a message: its bytes, its declared encoding, and whether it is HTML."""

    data: bytes
    charset: str
    html: bool


@dataclass(frozen=True)
class Message:
    """The content of a message: its texts (HTML first, the page before its frames), the Word
    documents attached to it, and its headers.

    The headers of a saved page give its address; subject, day and sender are those of an e-mail.
    """

    parts: tuple[Part, ...]
    documents: tuple[tuple[str, bytes], ...] = ()
    url: str = ""
    subject: str = ""
    day: str = ""
    sender: str = ""


def is_message(name: str, data: bytes) -> bool:
    """Return whether a file is a saved page or a message, judged by its name or its headers."""
    if name.lower().endswith(SUFFIXES):
        return True
    head = _HEAD.match(data[:20_000].lstrip())
    return head is not None and len(_KIND.findall(head[0])) > 1


def read_message(data: bytes) -> Message:
    """Parse a message. Never raises because of its content; one that is nested too deeply is
    returned empty."""
    try:
        return _read(message_from_bytes(data.lstrip(), policy=policy.compat32))
    except RecursionError:
        return Message(())


def _read(message: _Raw) -> Message:
    parts: list[Part] = []
    documents = []
    address = ""
    for part in message.walk():
        kind = part.get_content_type()
        payload = part.get_payload(decode=True)
        if part.is_multipart() or not isinstance(payload, bytes):
            continue
        if is_document(part):
            documents.append((part_name(part), payload))
        elif kind in _TEXTS and part.get_content_disposition() != "attachment":
            html = kind != "text/plain"
            address = address or (_header(part, "Content-Location") if html else "")
            parts.append(Part(payload, str(part.get_content_charset() or ""), html))
    parts.sort(key=lambda one: not one.html)
    url = _header(message, "Snapshot-Content-Location") or address
    mail = bool(message.get("To") or message.get("Message-ID") or message.get("Received"))
    return Message(
        tuple(parts),
        tuple(documents),
        url if re.fullmatch(r"https?://[^\s\"<>]+", url) else "",
        plain_subject(_header(message, "Subject")),
        _day(_header(message, "Date")) if mail else "",
        parseaddr(_header(message, "From"))[0] if mail else "",
    )


def is_document(part: _Raw) -> bool:
    """Return whether a part of a message is a Word document."""
    named = part_name(part).lower().endswith(".docx")
    return not part.is_multipart() and (named or part.get_content_type().endswith(_DOCUMENT))


def part_name(part: _Raw) -> str:
    """Return the file name of a part of a message; empty if it has none."""
    return _decoded(part.get_filename() or "")


def plain_subject(text: str) -> str:
    """Return a subject without ``Re:``, ``转发：`` and the like."""
    return _ANSWERED.sub("", " ".join(text.split())).strip()


def pasted_head(lines: list[str]) -> tuple[int, str]:
    """Return how many lines at the top of a text are pasted e-mail headers, and the subject in
    them."""
    subject, told, last = "", 0, 0
    for number, line in enumerate(lines[:20], 1):
        found = _PASTED.match(line)
        if found:
            told, last = told + 1, number
            if found["key"] in _SUBJECT and not subject:
                subject = plain_subject(found["value"])
        elif line.strip() and not _RULE.match(line):
            break
    return (last, subject) if told > 2 or (told > 1 and subject) else (0, "")


def _header(message: _Raw, key: str) -> str:
    """Return a header as text: with encoded words, or raw bytes in any encoding."""
    items = message.raw_items()
    raw = next((str(value) for name, value in items if name.lower() == key.lower()), "")
    data = raw.encode("utf-8", errors="surrogateescape")
    if not raw.isascii() or seven_bit(data):
        raw = decode(data).text
    return _decoded(raw)


def _decoded(text: str) -> str:
    """Decode the encoded words (RFC 2047) of a header."""
    made = ""
    try:
        found = decode_header(text)
    except (ValueError, LookupError):
        return text
    for part, charset in found:
        if isinstance(part, str):
            made += part
            continue
        if name := seven_bit(part):
            made += decode_seven_bit(part, name)
            continue
        codec = {"gb2312": "gb18030", "gbk": "gb18030"}.get((charset or "").lower(), charset)
        try:
            made += part.decode(codec or "utf-8", errors="replace")
        except LookupError:
            made += part.decode("utf-8", errors="replace")
    return " ".join(made.split())


def _day(text: str) -> str:
    try:
        found = parsedate_to_datetime(text)
        return (found.astimezone(_CHINA) if found.tzinfo else found).date().isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return ""
