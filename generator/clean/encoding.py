"""Decode the bytes of a page, whatever their encoding is."""

from __future__ import annotations

from dataclasses import dataclass

from generator.clean.lost_byte import in_step
from generator.clean.misread import read_again
from generator.clean.seven_bit import decode_seven_bit, seven_bit
from generator.patterns import late_regex
from generator.reading import likely_encoding, without_widthless

_MARKS = (
    (b"\xef\xbb\xbf", "utf-8-sig", "UTF-8"),
    (b"\xff\xfe", "utf-16", "UTF-16"),
    (b"\xfe\xff", "utf-16", "UTF-16"),
)
_DECLARED = late_regex(rb"(?i)<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([a-z0-9_-]{3,20})")
_CODECS = {
    "GBK": "gb18030",
    "GB2312": "gb18030",
    "GB18030": "gb18030",
    "BIG5": "big5hkscs",
    "BIG5-HKSCS": "big5hkscs",
    "UTF-8": "utf-8",
    "UTF8": "utf-8",
}
_BREAKS = late_regex("[\x0c\x85\u2028\u2029]")  # ends of lines and pages that few programs know
_PAIRED = ("gb18030", "big5hkscs")
_NAMES = {"gb18030": "GB 18030", "big5hkscs": "Big5", "utf-8": "UTF-8"}
_EAST_ASIAN = late_regex("[ -~\\n\\r\\t\u2010-\u2030\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]")


@dataclass(frozen=True)
class Decoded:
    """The text of a page with ``\\n`` line ends, its encoding, and how many bytes were invalid."""

    text: str
    encoding: str
    bad: int = 0


def decode(data: bytes, charset: str = "") -> Decoded:
    """Decode ``data``. Never raises; invalid bytes become U+FFFD.

    The encoding is taken from: a byte order mark, the signs of HZ and ISO-2022-CN, valid UTF-8, the
    declaration of the page (or of a message, as ``charset``), and finally the likelier Chinese
    text. A text that was saved after decoding with a wrong encoding is repaired, and zero-width
    characters are removed."""
    found = _decoded(data, charset)
    text, encoding = read_again(found.text) or (found.text, found.encoding)
    text = _BREAKS.sub("\n", without_widthless(text))
    return Decoded(text, encoding, text.count("\ufffd"))


def _decoded(data: bytes, charset: str) -> Decoded:
    for mark, codec, name in _MARKS:
        if data.startswith(mark):
            return _read(data, codec, name)
    wide = wide_codec(data)
    if wide and b"\x00" in data:
        return _read(data, wide, "UTF-16")
    name = seven_bit(data)
    if name:
        text = decode_seven_bit(data, name)
        return Decoded(_lines(text), name, text.count("\ufffd"))
    try:
        return Decoded(_lines(data.decode("utf-8")), "UTF-8")
    except UnicodeDecodeError as error:
        if wide:
            return _read(data, wide, "UTF-16")
        if _mostly_utf8(data, error.start):
            return _read(data, "utf-8", "UTF-8")
    declared = _DECLARED.search(data[:4096])
    name = charset or (declared[1].decode("ascii") if declared else "")
    codec = _CODECS.get(name.upper(), "")
    if codec in ("", "utf-8"):
        codec = {"GBK": "gb18030", "Big5": "big5hkscs"}.get(likely_encoding(data), "gb18030")
    return _read(data, codec, "GBK" if codec == "gb18030" and _is_gbk(data) else _NAMES[codec])


def _is_gbk(data: bytes) -> bool:
    try:
        data.decode("gbk")
    except UnicodeDecodeError:
        return False
    return True


def _mostly_utf8(data: bytes, first_bad: int) -> bool:
    """Return whether ``data`` is UTF-8 with non-ASCII characters and only a few invalid bytes."""
    text = data.decode("utf-8", errors="replace")
    bad = text.count("\ufffd")
    sound = sum(1 for character in text if character >= "\u0080") - bad
    return sound > 20 * bad or (sound == 0 and bad * 50 < len(data) and first_bad > 0)


def wide_codec(data: bytes) -> str:
    """Return the codec of UTF-16 without a byte order mark; empty if ``data`` is not UTF-16."""
    sample = data[:20_000]
    sample = sample[: len(sample) // 2 * 2]
    for codec in ("utf-16-le", "utf-16-be"):
        text = sample.decode(codec, errors="replace")
        if len(text) > 3 and len(_EAST_ASIAN.findall(text)) >= 0.9 * len(text):
            return codec
    return ""


def _read(data: bytes, codec: str, name: str) -> Decoded:
    text = data.decode(codec, errors="replace")
    if "\ufffd" in text and codec in _PAIRED:
        text = in_step(data, codec)
    return Decoded(_lines(text.removeprefix("\ufeff")), name, text.count("\ufffd"))


def _lines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "")
