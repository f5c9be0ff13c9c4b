"""Bare web addresses in a text: where they begin and end."""

from __future__ import annotations

# An address ends at white space, at a character that URLs do not contain, or at Chinese text or
# punctuation: 见https://a.cn/x。
ADDRESS = (
    r"(?<![A-Za-z0-9_/@.:=\"'-])https?://"
    r"[^\s<>\"'`{}|\\^\x00-\x1f\u2018-\u201f\u3000-\u9fff\uf900-\ufaff\uff00-\uffef]+"
)
_TRAILING = ".,;:!?*_~'\")]"


def trimmed(address: str) -> str:
    """``address`` without trailing punctuation and without unmatched closing brackets."""
    end = len(address)
    while end and address[end - 1] in _TRAILING:
        if address[end - 1] == ")" and address.count("(", 0, end) >= address.count(")", 0, end):
            break
        end -= 1
    return address[:end]
