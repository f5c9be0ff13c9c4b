"""A text as a YAML scalar: the one writer for front matter of every kind."""

from __future__ import annotations

import json

from generator.patterns import late_regex
from generator.reading import UNSEEN

# Safe without quotes, in a block and inside [ ] and { } alike: text that begins with a letter
# of another script than Latin (a word of ASCII may be a date, a number, yes, null …) and has
# none of the characters that YAML gives meaning (YAML 1.2.2, sections 5.3 and 7.3.3).
_MEANING = late_regex(r"""[\[\]{},:#"'&*!|>%@`\\\ufeff]""")
# What YAML cannot hold (section 5.1), and no one-line text needs.
_UNREADABLE = late_regex("[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
# What no editor's file may hold beside.
_UNSEEN = late_regex(rf"(?:(?![\x00-\x9f])[{UNSEEN}])+")


def scalar(text: str) -> str:
    """``text`` as a YAML scalar on one line; reading it gives ``text`` again, trimmed.

    Line breaks, control characters and runs of white space become one space.
    """
    text = " ".join(_UNSEEN.sub("", _UNREADABLE.sub(" ", text)).split())
    if not text or text.isascii() or not text[0].isalpha() or _MEANING.search(text):
        return json.dumps(text, ensure_ascii=False)
    return text
