"""Chinese quotation marks: “” and ‘’ as the mainland prints them, 「」 and 『』 as Taiwan does."""

from __future__ import annotations

from generator.patterns import late_regex

_CORNERS = str.maketrans("“”‘’", "「」『』")
# The mainland's standard (GB/T 15834) for Taiwan's.
CURLY = str.maketrans("「」『』", "“”‘’")
_HAN = late_regex(r"[\u3400-\u4dbf\u4e00-\u9fff]")
# An apostrophe between letters (Xi’an) or after one (workers’) is no quotation mark.
_MARK = late_regex(r"[“”‘]|(?<![A-Za-z])’|’(?![A-Za-z\s]|$)")


def corner_quotes(text: str) -> str:
    """``text`` with corner brackets for its curly quotation marks; none in text without Han."""
    if not _HAN.search(text):
        return text
    return _MARK.sub(lambda match: match.group().translate(_CORNERS), text)
