"""Writes a text as a YAML scalar; all writers of front matter use it."""

from __future__ import annotations

import json

from generator.patterns import late_regex
from generator.reading import UNSEEN

# A text needs no quotes, in block and flow style, if it begins with a letter of another script than
# Latin (an ASCII word may be a date, a number, yes, null …) and has none of the characters that
# have a meaning in YAML (YAML 1.2.2, sections 5.3 and 7.3.3).
_MEANING = late_regex(r"""[\[\]{},:#"'&*!|>%@`\\\ufeff]""")
# Characters that YAML does not allow (section 5.1), and control characters, which no one-line text
# needs.
_UNREADABLE = late_regex("[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
# Invisible characters, which no file of an editor should have.
_UNSEEN = late_regex(rf"(?:(?![\x00-\x9f])[{UNSEEN}])+")


def scalar(text: str) -> str:
    """``text`` as a YAML scalar on one line; parsing it returns ``text``, trimmed.

    Line breaks, control characters and runs of white space become one space.
    """
    text = " ".join(_UNSEEN.sub("", _UNREADABLE.sub(" ", text)).split())
    if not text or text.isascii() or not text[0].isalpha() or _MEANING.search(text):
        return json.dumps(text, ensure_ascii=False)
    return text
