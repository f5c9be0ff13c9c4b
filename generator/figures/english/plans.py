"""English words for plans and for the future: "plans to", "is expected to", "will"."""

from __future__ import annotations

from functools import lru_cache

from generator.patterns import late_regex

PLANS = late_regex(
    r"(?i:\b(?:flag(?:s|ged)|plan(?:s|ned|ning)?\b(?!\speriod)|mean(?:s|t)?\sto\b|like(?:ly|s\sto)|anticipat\w+|foresee\w*|predict\w*|commit\w*|look(?:s|ing)?\sto|pipeline|(?:is|are|was|were)\sto\s[a-z]+|to\scome\b|in\sview|in\smind|draft\w*|\bmight\b|aim(?:s|ed|ing)?\b|target(?:s|ed|ing)?\b|goals?\b|intend\w*|hop(?:es|ed|ing)\b"
    r"|expect\w*|projected\b|projections?\b|projects\b(?=\sto)|\bshot\sat\b|push(?:es|ing)\b|forecast\w*|schedul\w+|slated|propos\w+|seek\w*|striv\w+|envisag\w+|budget\w*"
    r"|will\b|would\b|shall\b|should\b|could\b|(?-i:may)\b|can\b|due\s(?:to|for)\b|design(?:s|ed)?\sto\b|(?:is|are|was|were)\s(?:set|to|due)\b|to\sbe\b|going\sto|estimat\w+"
    r"|about\sto|eventual\w*|next\syear|planned|set\s(?:itself|a|to|out)|look\w*\sto|ambition\w*|prepar\w+"
    r"|earmark\w*|(?:put|seen)\sat\b|future|upcoming|coming|ahead|potential\w*|possible|once|when\scompleted|on\scompletion|by\s(?:20[2-9][0-9]|the\send)"
    r"|ensur\w+|guarante\w+|vow\w*|pledg\w+|promis\w+|must|need\w*|task\w*|quota|requir\w+|want\w*|call\w*\sfor|work(?:s|ing)?\stowards?|effort\w*)"
    r"|['’]ll\b)"
)
# Of ``PLANS`` what is said of the past too: "had risen to 20 GW by 2030".
BY_THEN = late_regex(r"(?i:\bby\s(?:20[2-9][0-9]|the\send))")
# From a verb to the end of the text, within its clause.
_ON = r"(?:(?!\b(?:and|but|while|after|having|has|have|from)\b|[,;.]\s)[\s\S]){0,60}\Z"
# A verb or adjective after which the clause states a plan.
MEANT = late_regex(
    r"(?i:\b(?:plan(?:s|ned|ning)?\sto|means?\sto|meant\sto|wants?\sto|proposes?\sto|wish(?:es)?\sto|aim(?:s|ed|ing)?\s(?:to|at|for)|intend(?:s|ed|ing)?\sto|hop(?:es|ed|ing)\sto"
    r"|(?:has|have|had)\s(?:aimed|planned|intended|hoped)\sto"
    r"|(?:is|are|was|were)\s(?:planned|scheduled|targeted|slated)\b|target(?:s|ed|ing)?\b(?!\s(?:layer|market|group|customer|audience|area|price))|seek(?:s|ing)?\sto)"
    rf"{_ON})"
)
_SAID_TO_BE = late_regex(
    r"(?i:\b(?:plan(?:s|ned|ning)?|mean(?:s|t)?\sto|wants?\sto|proposes?\sto|wish(?:es)?\sto|aim(?:s|ed|ing)?|intend(?:s|ed|ing)?|hop(?:es|ed|ing)|expect(?:s|ed)?|target(?:s|ed|ing)?"
    r"|seek(?:s|ing)?|slated|scheduled|will|(?:is|are)\sto|set\sto|due\sto|projected|forecast|going\sto)\b)"
)
_TELLING = (
    "plan", "aim", "intend", "means to", "meant to", "mean to", "want", "propose", "wish",
    "hop", "expect", "target", "seek", "slated", "scheduled", "will ",
    "set to", "due to", "are to ", "is to ", "projected", "forecast", "going to",
)  # fmt: skip
# Words for the future, which English also uses where Chinese has no word.
COMING = late_regex(
    r"(?i:\b(?:will|expects?\sto|(?:is|are)\s(?:(?:expected|set|due|projected|forecast|going)\s)?to)\b"
    rf"{_ON})"
)
WILL = late_regex(
    r"(?i:(?:\s(?!(?:and|but|while|which|who|or)\b)[a-z-]+){0,5}?\s(?:will|(?:is|are)\s(?:planned|scheduled)|(?:is|are)\s(?:(?:expected|set|due|going)\s)?to|(?:was|were)\s(?:due|meant|supposed|expected|set)\sto|plans?\sto)\b)"
)


# A verb in the future, or of a plan.
FUTURE = late_regex(
    r"(?i:\b(?:will(?!\snow\b)|(?:is|are)\s(?:expected|planned|set|due|scheduled|projected|forecast|slated|going)\sto"
    r"|(?:plans?|aims?|intends?|expects?|hopes?)\sto)\s(?:not\s|also\s)?[a-z]+)"
)
# Quick test: English without one of these has none of ``FUTURE``.
FUTURE_WORDS = (
    "will ", "ted to ", "ned to ", " set to ", " due to ", "uled to ", "going to ", "plan to ",
    "plans to ", "aim to ", "aims to ", "tend to ", "tends to ", "pect to ", "pects to ",
    "hope to ", "hopes to ",
)  # fmt: skip


_PROJECT = late_regex(
    r"(?i:[\s-](?:[a-z-]+\s){0,2}?(?:projects?|plants?|factory|factories|bases?|lines?|parks?|phases?|schemes?"
    r"|program(?:me)?s?|cent(?:re|er)s?|hubs?|bridges?|roads?|railways?|ports?|terminals?|mines?|complex|works"
    r"|facility|facilities|expansion|development|undertaking|venture|investment|deal|tunnels?|dams?|stations?)\b)"
)
_ITS = late_regex(
    r"(?i:\b(?:the|an?|its|their|this|that)\s(?:(?:about|nearly|roughly|more\sthan)\s)?(?:(?:US|HK)?[$€£¥])?\Z)"
)


def is_size_of_project(english: str, start: int, end: int) -> bool:
    """Whether the amount from ``start`` to ``end`` only says how large something is, planned or
    not: the 1.2 billion yuan project, its 5.6-billion-yuan second phase.
    """
    return bool(_PROJECT.match(english, end)) and bool(
        _ITS.search(english, max(0, start - 30), start)
    )


@lru_cache(maxsize=8)
def speaks_of_plans(english: str) -> bool:
    """Whether the English has words for a plan. Cached, because two checks need it."""
    return PLANS.search(english) is not None


def states_future(english: str, lower: str) -> bool:
    """Whether the English states a plan or the future; ``lower`` is the same text in lower case."""
    return any(word in lower for word in _TELLING) and bool(_SAID_TO_BE.search(english))
