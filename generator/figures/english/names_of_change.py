"""Names and terms with a word for a change that tell none: Great Falls, Rising Sun, the flag fall
of a taxi, a cut-off score, capital gains tax.
"""

from __future__ import annotations

import re

from generator.patterns import late_regex

_TERMS = late_regex(
    r"(?i:(?:\bflag[\s-]|\b(?:high|low|mid)[\s-]|\bfree[\s-](?=fall\s(?:tower|ride)))(?P<a>falls?|rises?)\b"
    r"|\b(?P<b>drop|cut)[\s-](?:offs?|ins?)\b(?=\s(?:points?|cent(?:re|er)s?|scores?|dates?|lines?|marks?|times?|zones?|areas?)\b)"
    r"|\bcapital\s(?P<c>gains)\b|\b(?P<d>loss)\s(?:adjuster|assessor|leader)s?\b"
    r"|\b(?P<e>fall)\s(?:guy|protection|arrest)\b|\b(?P<f>cut)\s(?:flowers?|glass)\b)"
)
# The word with a capital before or after another one, within a sentence.
_WORD = (
    "Falls?|Rise|Rising|Falling|Drops?|Cuts?|Gains?|Growth|Jump|Leap|Slide|Dip|Surge|Climb|Decline"
    "|Loss|Upper|Lower|Boom|Advance|Higher"
)
_NAMES = late_regex(
    rf"(?<=[a-z,]\s)(?:(?:The|Mount|Mt|St)\s)?[A-Z][a-z]+\s(?P<g>{_WORD})\b(?!\s(?:[0-9$€£¥]|by\b|to\b))"
    rf"|(?<=[a-z,]\s)(?P<h>{_WORD})\s[A-Z][a-z]+"
)
# Words that a headline with capitals writes with a capital too.
_LOWER = late_regex(
    r"\b(?!(?:an?|the|of|in|on|to|for|and|or|at|by|from|with|as|its|up|down|yuan|percent|cent|per"
    r"|[mbt]r?illion)\b)[a-z]{2,}\b"
)
_FEWEST = 2
# The second letter is replaced by a wide one: no pattern finds the word, and the length stays.
_WIDE = 0xFEE0
_BACK = {_WIDE + ord(c): c for c in "abcdefghijklmnopqrstuvwxyz"}


def without_names_of_change(text: str) -> str:
    """The text of the same length in which no pattern finds the word for a change of a name. In a
    headline with capitals, such words are no names.
    """
    text = _TERMS.sub(_hidden, text) if _TERMS.search(text) else text
    if _NAMES.search(text) and len(_LOWER.findall(text)) >= _FEWEST:
        text = _NAMES.sub(_hidden, text)
    return text


def with_names_of_change(text: str) -> str:
    """A part of such a text as it was."""
    return text if text.isascii() else text.translate(_BACK)


def _hidden(found: re.Match[str]) -> str:
    at = found.start(found.lastgroup or 0) - found.start() + 1
    words = found.group()
    return f"{words[:at]}{chr(_WIDE + ord(words[at]))}{words[at + 1 :]}"
