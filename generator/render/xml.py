"""Text as XML has it.

As ``xml.sax.saxutils`` does it, whose import brings half of the network with it.
"""

from __future__ import annotations


def escape(text: str) -> str:
    """``text`` as the content of an element."""
    return text.replace("&", "&amp;").replace(">", "&gt;").replace("<", "&lt;")


def quoteattr(text: str) -> str:
    """``text`` as the quoted value of an attribute."""
    value = escape(text).replace("\n", "&#10;").replace("\r", "&#13;").replace("\t", "&#9;")
    if '"' not in value:
        return f'"{value}"'
    return f'"{value.replace(chr(34), "&quot;")}"' if "'" in value else f"'{value}'"
