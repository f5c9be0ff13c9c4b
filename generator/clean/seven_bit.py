"""Chinese in seven bits, as old mail programs wrote it: HZ (RFC 1843) and ISO-2022-CN (RFC 1922).

Both write GB 2312 in pairs of printable ASCII: HZ between ``~{`` and ``~}``, the other after an
escape sequence between two control characters. Python has a codec for the first alone, which takes
a whole text; an address with a tilde in it would spoil it.
"""

from __future__ import annotations

from generator.patterns import late_regex

HZ, ISO_2022_CN = "HZ", "ISO-2022-CN"
# A run ends with its line at the latest.
_RUN = late_regex(rb"~\{((?:[!-w][!-~])+)(?:~\}|(?=\r?\n|\Z))")
_CLOSED_RUN = late_regex(rb"~\{(?:[!-w][!-~])+~\}")
_TILDES = late_regex(rb"~(?:~|\r?\n)")
_SHIFTED = late_regex(rb"\x0e((?:[!-w][!-~])+)\x0f?")
_ESCAPE = late_regex(rb"\x1b\$\)A")
# ISO-2022-CN may have characters of Taiwan's CNS 11643 too, for which Python has no table.
_TAIWAN = late_regex(rb"\x1b\$(?:\)G|\*H|\+[I-M])")


def seven_bit(data: bytes) -> str:
    """Which of the two ``data`` is in: `HZ`, `ISO_2022_CN`, or nothing."""
    if not data.isascii():
        return ""
    if b"\x0e" in data and _ESCAPE.search(data):
        return ISO_2022_CN
    return HZ if b"~{" in data and _CLOSED_RUN.search(data) else ""


def decode_seven_bit(data: bytes, name: str) -> str:
    """``data``, which is in the encoding of that ``name``, as text."""
    runs = _RUN if name == HZ else _SHIFTED
    made, at = [], 0
    for run in runs.finditer(data):
        made += [_plain(data[at : run.start()], name), _paired(run[1])]
        at = run.end()
    return "".join([*made, _plain(data[at:], name)])


def _paired(pairs: bytes) -> str:
    """GB 2312 has the same pairs with the high bit set where it stands beside ASCII."""
    return bytes(byte | 0x80 for byte in pairs).decode("gb18030", errors="replace")


def _plain(data: bytes, name: str) -> str:
    """What stands between the runs; a tilde before a line's end joins two lines in HZ."""
    if name == HZ:
        data = _TILDES.sub(lambda match: b"~" if match[0] == b"~~" else b"", data)
    else:
        data = _ESCAPE.sub(b"", data).translate(None, b"\x0e\x0f")
    return data.decode("ascii", errors="replace")


def needs_taiwan(data: bytes) -> bool:
    """Whether text in ISO-2022-CN has characters of CNS 11643, which cannot be read."""
    return data.isascii() and b"\x0e" in data and _TAIWAN.search(data) is not None
