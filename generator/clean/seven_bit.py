"""Chinese in seven bits, as in old mail programs: HZ (RFC 1843) and ISO-2022-CN (RFC 1922).

Both encode GB 2312 in pairs of printable ASCII: HZ between ``~{`` and ``~}``, the other between two
control characters after an escape sequence. Python only has a codec for HZ; it decodes a whole text
and would be confused by an address with a tilde.
"""

from __future__ import annotations

from generator.patterns import late_regex

HZ, ISO_2022_CN = "HZ", "ISO-2022-CN"
# A run ends at the end of its line at the latest.
_RUN = late_regex(rb"~\{((?:[!-w][!-~])+)(?:~\}|(?=\r?\n|\Z))")
_CLOSED_RUN = late_regex(rb"~\{(?:[!-w][!-~])+~\}")
_TILDES = late_regex(rb"~(?:~|\r?\n)")
_SHIFTED = late_regex(rb"\x0e((?:[!-w][!-~])+)\x0f?")
_ESCAPE = late_regex(rb"\x1b\$\)A")
# ISO-2022-CN may have characters of Taiwan's CNS 11643 too, for which Python has no table.
_TAIWAN = late_regex(rb"\x1b\$(?:\)G|\*H|\+[I-M])")


def seven_bit(data: bytes) -> str:
    """Return which of the two encodings ``data`` is in: `HZ`, `ISO_2022_CN`, or an empty string."""
    if not data.isascii():
        return ""
    if b"\x0e" in data and _ESCAPE.search(data):
        return ISO_2022_CN
    return HZ if b"~{" in data and _CLOSED_RUN.search(data) else ""


def decode_seven_bit(data: bytes, name: str) -> str:
    """Decode ``data``, which is in the encoding ``name``."""
    runs = _RUN if name == HZ else _SHIFTED
    made, at = [], 0
    for run in runs.finditer(data):
        made += [_plain(data[at : run.start()], name), _paired(run[1])]
        at = run.end()
    return "".join([*made, _plain(data[at:], name)])


def _paired(pairs: bytes) -> str:
    """Decode pairs: with the high bit set, they are the usual form of GB 2312."""
    return bytes(byte | 0x80 for byte in pairs).decode("gb18030", errors="replace")


def _plain(data: bytes, name: str) -> str:
    """Decode the text between runs; in HZ, a tilde before a line end joins two lines."""
    if name == HZ:
        data = _TILDES.sub(lambda match: b"~" if match[0] == b"~~" else b"", data)
    else:
        data = _ESCAPE.sub(b"", data).translate(None, b"\x0e\x0f")
    return data.decode("ascii", errors="replace")


def needs_taiwan(data: bytes) -> bool:
    """Return whether text in ISO-2022-CN has characters of CNS 11643, which cannot be decoded."""
    return data.isascii() and b"\x0e" in data and _TAIWAN.search(data) is not None
