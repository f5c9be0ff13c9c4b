"""Restore full-width punctuation that a page has replaced by ASCII."""

from __future__ import annotations

from generator.patterns import late_regex

_HAN = "\u3400-\u9fff\uf900-\ufaff"
_WIDE = "，。、；：？！“”‘’（）《》…—"
_TO_WIDE = {",": "，", ";": "；", ":": "：", "?": "？", "!": "！"}
# A mark after Chinese, or before Chinese and not after a Latin word or digit.
_AFTER = late_regex(
    rf"(?<=[{_HAN}{_WIDE}〇])([,;:?!])(?!//)[ \u3000]?(?=[^\x00-\x7f]|[0-9A-Za-z]|\Z|\()"
)
_LAST = late_regex(rf"(?<=[{_HAN}{_WIDE}])([,;:?!])(?=\s|$)")
_BEFORE = late_regex(rf"(?<=[%）)\]℃+0-9A-Za-z])([,;:?!])(?=[{_HAN}“‘（《])")
_BRACKETS = late_regex(r"[(（]([^()（）\n]{1,300})[)）]")
_OUTER = late_regex(r"[(（]([^()（）\n]{0,200}（[^()（）\n]{1,200}）[^()（）\n]{0,200})[)）]")
_QUOTES = late_regex(r'"([^"\n]{1,200})"')
_HAS_HAN = late_regex(f"[{_HAN}]")


def restore(text: str) -> str:
    """Return ``text`` with full-width punctuation between Chinese characters.

    Numbers (1,000; 10:30), addresses and Latin text keep their punctuation, and so do brackets
    around Latin text.
    """
    if not _HAS_HAN.search(text):
        return text
    text = _QUOTES.sub(lambda f: f"“{f[1]}”" if _HAS_HAN.search(f[1]) else f[0], text)
    for pattern in (_AFTER, _LAST, _BEFORE):
        text = pattern.sub(lambda found: _TO_WIDE[found[1]], text)
    if "(" in text or ")" in text:
        text = _BRACKETS.sub(lambda f: f"（{f[1]}）" if _HAS_HAN.search(f[1]) else f[0], text)
        text = _OUTER.sub(r"（\1）", text)
    return text
