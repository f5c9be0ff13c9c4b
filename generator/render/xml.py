"""Escape text for XML.

The same as ``xml.sax.saxutils``, which is slow to import because it imports networking modules.
"""

from __future__ import annotations


def escape(text: str) -> str:
    """``text`` escaped for the content of an element."""
    return text.replace("&", "&amp;").replace(">", "&gt;").replace("<", "&lt;")


def quoteattr(text: str) -> str:
    """``text`` as the quoted value of an attribute."""
    value = escape(text).replace("\n", "&#10;").replace("\r", "&#13;").replace("\t", "&#9;")
    if '"' not in value:
        return f'"{value}"'
    return f'"{value.replace(chr(34), "&quot;")}"' if "'" in value else f"'{value}'"
