"""Reading a file an editor made: what is no plain file or no sound UTF-8 is reported."""

from __future__ import annotations

import json
import stat
from pathlib import Path
from typing import Any

from generator.patterns import late_regex
from generator.problem import Report

# A digest article has a few kilobytes; a file past this is a mistake, and slow to build.
MAX_BYTES = 2_000_000
# What no page can hold (control characters and "noncharacters": HTML, section 13.2.3.5), or what
# turns round the direction of all that follows; for a class of characters. Line ends that only
# Unicode knows are no more than space in a text, but `BREAKS` where a name or title is meant.
UNSEEN = (
    r"\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069"
    r"\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"
)
BREAKS = r"\x85\u2028\u2029"
_UNSEEN = late_regex(rf"[{UNSEEN}]")
# Characters without width that came with what was pasted: they part words and figures that belong
# together, and no reader misses them. Joiners stay where they make one picture of several.
_WIDTHLESS = late_regex("[\u00ad\u061c\u180e\u200b-\u200f\u2060-\u2064\ufeff]")
_PLAIN = r"\x00-\x7f\u2010-\u2027\u2e80-\ufaff\uff00-\uffef"
_TAKEN = late_regex(
    "[\u00ad\u061c\u180e\u200b\u200e\u200f\u2060-\u2064\ufeff]"
    rf"|(?:^|(?<=[{_PLAIN}]))[\u200c\u200d]+|[\u200c\u200d]+(?=[{_PLAIN}]|$)"
)
# What is left of a character that was lost, or stands for one that only one program knew.
_LOST = late_regex("[\ufffc\ufffd\ue000-\uf8ff]|锟斤拷")
# Opening one of these may wait for ever, or read without end.
_KINDS = (
    (stat.S_ISFIFO, "a named pipe"),
    (stat.S_ISSOCK, "a socket"),
    (stat.S_ISCHR, "a device"),
    (stat.S_ISBLK, "a device"),
    (stat.S_ISDIR, "a folder"),
)


def read_text(file: Path, path: str, report: Report) -> str | None:
    """The text of ``file`` with ``\\n`` line ends; ``None`` with the reason in ``report``.

    ``path`` is how messages call the file.
    """
    try:
        wrong = unfit(file, MAX_BYTES)
        if wrong:
            report.error(path, message=wrong[0], hint=wrong[1])
            return None
        data = file.read_bytes()
    except OSError as error:
        report.error(path, message=f"cannot be read: {error.strerror or error}")
        return None
    return decode(data, path, report)


def without_widthless(text: str) -> str:
    """``text`` without characters that have no width, such as U+200B between two words."""
    if text.isascii() or not _WIDTHLESS.search(text):
        return text
    return _TAKEN.sub("", text)


def report_unseen(text: str, path: str, report: Report) -> None:
    """Report each line of an editor's ``text`` with a character that nobody sees and that spoils
    pages, since it came with what was pasted, or with one that stands for another that was lost."""
    if _LOST.search(text):
        _report_lost(text, path, report)
    if not _UNSEEN.search(text):
        return
    for number, line in enumerate(text.split("\n"), 1):
        match = _UNSEEN.search(line)
        if match:
            name = f"U+{ord(match[0]):04X}"
            report.error(
                path, number, message=f"contains the control character {name}", hint="delete it"
            )


def _report_lost(text: str, path: str, report: Report) -> None:
    for number, line in enumerate(text.split("\n"), 1):
        match = _LOST.search(line)
        if match is None:
            continue
        around = line[max(0, match.start() - 4) : match.end() + 4].strip()
        what = f"a character is missing in “{around}”"
        if "\ue000" <= match[0] <= "\uf8ff":
            what = f"“{around}” has the character U+{ord(match[0]):04X}, which no font shows"
        report.warn(path, number, message=what, hint="write what the original has there")


def unfit(file: Path, limit: int) -> tuple[str, str] | None:
    """What keeps ``file`` from being read, and what to do; nothing of a plain file to ``limit``.

    Does not open the file. Raises ``OSError`` where it cannot be looked at.
    """
    found = file.stat()
    for is_kind, name in _KINDS:
        if is_kind(found.st_mode):
            return f"{name}, not a file", "put a plain file in its place, or delete it"
    if found.st_size > limit:
        return f"{found.st_size / 1e6:.1f} MB is too large", f"the limit is {limit // 10**6} MB"
    return None


def parse_json(text: str | bytes) -> Any:
    """What ``text`` holds as JSON. Raises `ValueError`, also where it is nested too deeply."""
    try:
        return json.loads(text)
    except RecursionError:
        raise ValueError("it is nested too deeply") from None


def decode(data: bytes, path: str, report: Report) -> str | None:
    """``data`` as text with ``\\n`` line ends; ``None`` with the reason in ``report``."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        name = likely_encoding(data)
        found = f"not UTF-8; it looks like {name}" if name else "not UTF-8"
        report.error(path, line, message=found, hint="save it as UTF-8")
        return None
    if "\x00" in text:
        line = text.count("\n", 0, text.index("\x00")) + 1
        name = likely_encoding(data)
        hint = f"it looks like {name}: save it as UTF-8" if name else "delete it"
        report.error(path, line, message="contains a NUL character", hint=hint)
        return None
    return without_widthless(text.replace("\r\n", "\n").replace("\r", "\n"))


def likely_encoding(data: bytes) -> str:
    """What ``data`` that is not plain UTF-8 probably is: UTF-16, GBK, Big5 or nothing known."""
    sample = data[:100_000]
    if sample[:2] in (b"\xff\xfe", b"\xfe\xff") or sample.count(0) > len(sample) // 5:
        return "UTF-16"
    shares = {}
    for name, codec in (("GBK", "gb18030"), ("Big5", "big5hkscs")):
        text = sample.decode(codec, errors="replace")
        bad = text.count("\ufffd")
        # Mistaken double bytes give rare characters; the first level of GB 2312 and the
        # frequent half of Big5 lie in the block's common part as their encoders know it.
        common = sum(1 for char in text if char in "，。、：的是在和有不了年一人大项目标题日月")
        shares[name] = (common - 3 * bad) / max(1, len(text))
    best = max(shares, key=lambda name: shares[name])
    return best if shares[best] > 0 else ""
