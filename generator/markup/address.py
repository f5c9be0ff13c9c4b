"""Web addresses that stand in a text, with nothing round them: where they begin and end."""

from __future__ import annotations

# An address ends at a space, a sign that no address has, or Chinese: 见https://a.cn/x。
ADDRESS = (
    r"(?<![A-Za-z0-9_/@.:=\"'-])https?://"
    r"[^\s<>\"'`{}|\\^\x00-\x1f\u2018-\u201f\u3000-\u9fff\uf900-\ufaff\uff00-\uffef]+"
)
_TRAILING = ".,;:!?*_~'\")]"


def trimmed(address: str) -> str:
    """``address`` without the punctuation that ends a sentence, and without brackets that opened
    before it."""
    end = len(address)
    while end and address[end - 1] in _TRAILING:
        if address[end - 1] == ")" and address.count("(", 0, end) >= address.count(")", 0, end):
            break
        end -= 1
    return address[:end]
