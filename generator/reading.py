"""Reading a text file an editor made: what is not sound UTF-8 is told, not guessed."""

from __future__ import annotations

from pathlib import Path

from generator.problem import Report

# A digest article has a few kilobytes; a file past this is a mistake, and slow to build.
MAX_BYTES = 2_000_000


def read_text(file: Path, path: str, report: Report) -> str | None:
    """The text of ``file`` with ``\\n`` line ends; ``None`` with the reason in ``report``.

    ``path`` is how messages call the file.
    """
    try:
        if file.stat().st_size > MAX_BYTES:
            size = file.stat().st_size / 1e6
            report.error(
                path, 0, "", f"{size:.1f} MB is too large", f"the limit is {MAX_BYTES // 10**6} MB"
            )
            return None
        data = file.read_bytes()
    except OSError as error:
        report.error(path, 0, "", f"cannot be read: {error.strerror or error}")
        return None
    return decode(data, path, report)


def decode(data: bytes, path: str, report: Report) -> str | None:
    """``data`` as text with ``\\n`` line ends; ``None`` with the reason in ``report``."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        name = likely_encoding(data)
        found = f"not UTF-8; it looks like {name}" if name else "not UTF-8"
        report.error(path, line, "", found, "save it as UTF-8")
        return None
    if "\x00" in text:
        line = text.count("\n", 0, text.index("\x00")) + 1
        name = likely_encoding(data)
        hint = f"it looks like {name}: save it as UTF-8" if name else "delete it"
        report.error(path, line, "", "holds a NUL character", hint)
        return None
    return text.replace("\r\n", "\n").replace("\r", "\n")


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
