"""English words that may be Chinese names in pinyin, told by their letters alone."""

from __future__ import annotations

from generator.patterns import late_regex

# Initials and finals (ISO 7098), with u for ü.
_SYLLABLES = late_regex(
    "(?:(?:[zcs]h?|[bpmfdtnlgkhjqxryw])?(?:iang|iong|uang|[aeio]ng|ia[on]|ua[ni]|[ae]i|ao|ou"
    "|[aeiu]n|er|i[aeu]|u[aeio]|[aeiou]))+"
)
# Names of Chinese places that are no pinyin.
_OTHERS = frozenset(
    "harbin hohhot urumqi lhasa ordos kashgar karamay turpan hulunbuir hotan aksu xilingol golmud"
    " altay qiqihar shigatse nyingchi chamdo hami korla".split()
)


def may_be_pinyin(word: str) -> bool:
    """Whether ``word`` (Latin letters) can be divided into syllables of pinyin, or is one of a few
    Chinese places spelt otherwise: Hefei, Harbin; not Roads."""
    lower = word.lower().replace("'", "").replace("’", "")
    return _SYLLABLES.fullmatch(lower) is not None or lower in _OTHERS
