"""Chinese quotation marks: “” and ‘’ of the mainland, 「」 and 『』 of Taiwan."""

from __future__ import annotations

from generator.patterns import late_regex

_CORNERS = str.maketrans("“”‘’", "「」『』")
# From Taiwan's marks to those of the mainland's standard (GB/T 15834).
CURLY = str.maketrans("「」『』", "“”‘’")
_HAN = late_regex(r"[\u3400-\u4dbf\u4e00-\u9fff]")
# An apostrophe between letters (Xi’an) or after one (workers’) is not a quotation mark.
_MARK = late_regex(r"[“”‘]|(?<![A-Za-z])’|’(?![A-Za-z\s]|$)")


def corner_quotes(text: str) -> str:
    """``text`` with corner brackets instead of curly quotation marks, if it has Chinese."""
    if not _HAN.search(text):
        return text
    return _MARK.sub(lambda match: match.group().translate(_CORNERS), text)
