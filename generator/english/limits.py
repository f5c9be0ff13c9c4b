"""Words of English for 余, 近, 以上, 不超过 and the like, to count them: more than, nearly, 60 or
older, younger than 18, capped at, between 5,000 and 20,000.
"""

from __future__ import annotations

from collections.abc import Sequence

from generator.figures import Figure
from generator.patterns import late_regex

_LESS_OR_MORE = (
    r"older|younger|higher|lower|larger|smaller|greater|longer|shorter|taller|heavier|lighter|bigger"
    r"|warmer|hotter|colder|cooler|faster|slower|wider|narrower|thicker|thinner|deeper|shallower"
    r"|cheaper|dearer|better|farther|further|later|earlier|sooner"
)
_WORDS = late_regex(
    r"(?i:\b(?:more than|over|above|at least|no (?:less|fewer|more) than|"
    r"not (?:less|fewer|more) than|"
    r"upwards? of|exceed\w*|in excess of|surpass\w*|top(?:ped|ping|s)|"
    r"(?:to|will|would|could|should|may|might|can) top|nearly|almost|close to|"
    r"approaching|just under|about|around|approximately|roughly|circa|some|up to|as many as|"
    r"as much as|less than|fewer than|under|below|within|at most|"
    r"plus|several|beyond|past"
    # "a master's degree or better" is a limit of no figure.
    r"|(?<!degree )(?<!degrees )(?<!diploma )(?<!certificate )(?<!education )"
    rf"(?:or|and) (?:more|so|less|fewer|above|over|under|below|up|upwards?|{_LESS_OR_MORE})"
    rf"|(?:{_LESS_OR_MORE}) than"
    r"|capp?(?:ed|s|ing)?|limit(?:s|ed|ing)?|ceilings?|floors?|maximums?|minimums?|max(?:es|ed)?|min\."
    r"|thresholds?|at (?:the )?(?:very )?(?:least|most|latest|earliest)"
    r"|(?:has|have|had|is|are|who) (?:not )?(?:yet )?turn(?:ed|ing)|turn(?:s|ed|ing)?(?= [0-9])"
    r"|not (?:yet|quite)|from the age of|starting (?:at|from)|or thereabouts|north of|south of"
    r"|shy of|short of|upper|lower)\b"
    r"|\bca?\.(?=\s?[0-9])|[0-9]\+|[<>~≈≥≤])"
)
_NUMBER = (
    r"(?:(?:US|HK)?[$€£¥]?[0-9][0-9.,]*|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven"
    r"|twelve|[a-z]+teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|a\shundred))"
)
_UNIT = r"(?:\s?(?:%|°C|℃))?(?:[\s-](?!to\b|and\b)[a-z°C]+){0,3}?"
_RANGES = late_regex(
    rf"(?i:\b(?:between|from)\s(?:the\sages\sof\s|about\s|ages?\s)?{_NUMBER}{_UNIT}\s(?:and|to)\s{_NUMBER}"
    rf"|{_NUMBER}{_UNIT}(?:\s(?:to|through)\s|\s?[-–—]\s?){_NUMBER})"
)
_LOWER = frozenset({"at least", "more than"})
_UPPER = frozenset({"no more than", "up to", "less than", "within"})


def limits_told(hedged: Sequence[Figure], english: str) -> int:
    """The number of words for approximations and limits in the English.

    A range tells a lower and an upper limit (5000元以上2万元以下 as "between 5,000 and 20,000"),
    but no more of them than the ``hedged`` figures of the Chinese have.
    """
    told = len(_WORDS.findall(english))
    lower = sum(figure.qualifier in _LOWER for figure in hedged)
    upper = sum(figure.qualifier in _UPPER for figure in hedged)
    if lower and upper and told < len(hedged):
        told += 2 * min(lower, upper, len(_RANGES.findall(english)))
    return told
