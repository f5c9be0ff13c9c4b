"""The hedge of an English number: nearly, over, at least, up to (``shared/hedge.py`` has the
classes).
"""

from __future__ import annotations

from generator.figures.shared.hedge import Hedge
from generator.patterns import late_regex

# The words before a number; of several matches the longest counts.
_ENGLISH = {
    "most": (
        r"(?:(?:hardly|scarcely)\sany(?:one|body)?(?:\s\w+\s(?:has|have)\sto)?"
        r"|no(?:\s\w+\s(?:has|have|had)\sto)?|none(?:\sof\s(?:them|which|the\s\w+))?|nobody|nothing|neither"
        r"|not(?<!\bhas\snot)(?<!\bhave\snot)(?<!\bhad\snot)(?!\sonly)|never|\w{1,6}n['’]t|without(?!\s\w+\sfor\b)|nor)"
        r"(?!\s[a-z]+\sthat\b)\s(?:\w+\s){0,2}?(?:(?:may|can|could|shall|should"
        r"|must|will|is|are)\s(?:\w+\s){1,2}?)?(?:more|greater|higher"
        r"|larger|longer|older|later|farther|further|bigger|taller|heavier|thicker|wider|deeper|warmer|hotter"
        r"|faster|dearer)\sthan"
        r"|(?:not|never|\w{1,6}n['’]t|without(?!\s\w+\sfor\b)|nor|in\sno\s(?:case|event|circumstances?)"
        r"|under\sno\scircumstances)\s(?:\w+\s){0,2}?(?:exceed(?:ing|ed)?|over"
        r"|above|surpass(?:ing|ed)?|top(?:ping|ped)?)"
        r"|(?:no|nobody|none)(?:\sone)?\s(?:\w+\s){0,2}?(?:may|can|could|shall|should|must|will)"
        r"\s(?:\w+\s){1,2}?(?:exceed|over|above|upwards\sof)"
        r"|up\sto|at\s(?:the\s)?(?:very\s)?most|(?:a\s)?maximum(?:\s(?:of|is|was))?|capped\sat"
        r"|limited\sto"
        r"|a\s(?:cap|ceiling|limit)\sof|within"
    ),
    "least": (
        r"(?:no|not(?<!\bhas\snot)(?<!\bhave\snot)(?<!\bhad\snot)|never|\w{1,6}n['’]t)"
        r"\s(?:\w+\s){0,2}?(?:less|fewer|lower|smaller|shorter"
        r"|younger|lighter|thinner|narrower|shallower|colder|cooler|slower|cheaper)\sthan"
        r"|(?:not(?!\sfar\b)|never|\w{1,6}n['’]t)\s(?:\w+\s){0,2}?(?:under|below|short\sof)"
        r"|at\s(?:the\s)?(?:very\s)?least|(?:a\s)?minimum(?:\s(?:of|is|was))?|starting\s(?:at|from)(?!\san?\s)"
    ),
    "nearly": (
        r"nearly|almost|close\sto|approach(?:ing|ed|es)?|near(?:ing|ed)|(?:just|slightly"
        r"|a\slittle|a\sbit|marginally)\s"
        r"(?:under|below|short\sof|less\sthan|shy\sof)|virtually|verg(?:ing|ed|es)\son"
        r"|not\squite|not\sfar\s(?:short\sof|off|below|under)|barely\sunder"
        r"|(?:came|comes|coming|come|got|draw(?:ing|n)?|moving)\s(?:very\s)?(?:close"
        r"|near)(?:r)?\sto"
    ),
    "below": (
        r"(?:less|fewer)\sthan|under|below|short\sof|shy\sof|beneath"
    ),
    "over": (
        r"more\sthan"
        r"|(?<!take\s)(?<!taking\s)(?<!taken\s)(?<!took\s)(?<!hand\s)(?<!all\s)(?<!turned\s)over"
        r"|(?<!stand\s)(?<!stands\s)(?<!stood\s)(?<!hang\s)(?<!hangs\s)(?<!hung\s)(?<!floats\s)above"
        r"|beyond|exceed(?:ing|ed|s)?"
        r"|in\sexcess\sof|upwards?\sof|north\sof|surpass(?:ing|ed|es)?|top(?:ping|ped|s)"
        r"|outstripp?\w*"
        r"|pass(?:ing|ed|es)|cross(?:ing|ed|es)|br(?:eaks|oke|oken|eaking)(?:\sthrough|\spast)?"
    ),
    "than": (
        r"(?:greater|higher|larger|longer|older|better|bigger|lower|smaller|shorter|younger"
        r"|taller|heavier|lighter|cheaper)\sthan"
    ),
    "reach": r"as\s(?:much|many|high|long|far|large|heavy|deep|big|early|late|often|tall)\sas",
    "about": (
        r"about|around|some|approximately|approx\.?|roughly|circa|c\.|ca\.|in\sthe\s(?:region"
        r"|neighbou?rhood|order)\sof"
        r"|on\sthe\sorder\sof|(?:an\s)?estimated|~|say"
    ),
    "only": (
        r"only|just|merely|a\smere|barely|a\sscant|nothing\smore\sthan"
    ),
    "low": r"as\s(?:little|few|low|short|small)\sas",
}  # fmt: skip
_GAP = (
    r"(?:\s(?:an?|the|some|about|around|approximately|total|of|mark|figure|level|age|us|rmb|hk|by"
    r"|its|his|their))*"
    r"\s*(?:(?:us|hk|nt|a|c|s)?[$€£¥])?\s*\Z"
)
# Of a text in lower case, because matching without case takes three times as long.
_ENGLISH_RE = late_regex(
    "(?<![a-z])(?:"
    + "|".join(f"(?P<{name}>{words})" for name, words in _ENGLISH.items())
    + f"){_GAP}"
)
_LETTERS = late_regex("[a-z]+")
# First four letters of the words of which a hedge has at least one; a quick test.
_HEDGING = frozenset(
    "than to most maxi mini capp limi cap ceil with exce over abov surp top topp leas unde "
    "belo shor shy star near almo clos appr litt bit marg virt verg quit bare bene beyo upwa "
    "nort outs pass cros brea brok thro past much many high long far larg heav deep big earl "
    "late ofte tall abou arou some roug circ c ca regi neig orde esti say only just mere scan "
    "more few low smal".split()
)
# Words that may be between a hedge and the number, or at its end.
_SKIPPED = frozenset(
    "a an the total of mark figure level age us rmb hk nt c s by its his their is was".split()
)
# First four letters of the last word of a hedge, apart from skipped words.
_LAST = frozenset(
    "than exce over abov surp top topp tops to most maxi cap ceil limi at with unde belo shor leas "
    "mini from near almo appr virt on quit shy bene beyo upwa nort outs pass cros brea brok thro "
    "past as abou arou some roug circ ca regi neig orde esti say only just mere bare scan".split()
)
# Words that may be of place: over the hill, under 218 bridges.
_PLACES = late_regex(r"(?i:under|above|below|beneath|beyond)")
_THINGS = late_regex(
    r"[0-9]\s(?!(?:has|have|is|are|was|were|to|in|and|or|will|who|can|may|must|get)\b)[a-z]"
)
# Other senses of "plus" and "odd": 8,000 yuan plus bonuses, 27 odd corners.
_ADDED = late_regex(r"(?i:\s?(?<=[a-z]\s)plus\s[a-z]|(?<=[1-9]\s)odd|(?<=[1-9])\sodd\b)")
# Verbs that may have the number as their object: a road that passes 21 gates.
_VERBS = late_regex(r"(?i:pass|cross|br[eo]|top)")
_OVER = late_regex(
    r"(?i:(?:\b(?:of|to|by|with|at|for|from|is|was|are|were|be|been|well|just|slightly|little"
    r"|has|had"
    r"|have|and|but|worth|than|reach(?:ed|es)?|total(?:led|ling|s)?|invest(?:ed|s|ing)?|in"
    r"|that|the)"
    r"|[,(:;]|\A)\s*)\Z"
)
# Excludes a hedge of the next number: 60% exercise at least once a week.
_OF_NEXT = (
    r"(?!\s(?:(?:[$€£¥]|US\$)?[0-9]|an?\b|once|twice|half|one|two|three|four|five|six|seven|eight|nine|ten|some\b"
    r"|part\w*|every|thrice))"
)
_FOLLOWING = {
    "most": r"or\s(?:less|below|fewer|lower|under|younger|shorter|smaller|lighter|thinner|narrower)"
    r"|and\s(?:below|under|younger|less|lighter|shorter|smaller)\b(?!-|\s(?:of|than|the|an?)\b)"
    rf"|at\s(?:the\s)?(?:very\s)?most{_OF_NEXT}|(?:in\s)?maximum(?!\s[a-z])|(?:or|and)\s(?:within)",
    "least": r"or\s(?:more|above|over|higher|longer|older|greater|better|larger|up|taller|heavier"
    r"|bigger|wider|thicker)"
    r"|and\s(?:above|over|up|older|higher|more|upwards?|taller|heavier|larger|bigger)\b(?!-|\s(?:of|than|the|an?|one|two|three"
    r"|\S*[0-9]))|at\s(?:the\s)?(?:very\s)?least"
    rf"{_OF_NEXT}|minimum(?!\s[a-z])|upwards?\b(?!\sof)",
    "over": r"plus\b(?!\s(?:an?\b|the\b|its\b|[$€£¥]?[0-9]))"
    r"|odd\b(?!\s(?:jobs?|corners?|numbers?|years|socks?)\b)",
    "about": r"or\sso|or\sthereabouts|give\sor\stake",
}
_FOLLOWING_RE = late_regex(
    r"(?i:[\s-]*(?:(?!and\b|or\b|to\b|of\b|from\b|in\b|aged\b|older\b|[0-9])[\w$%.]{1,20}[\s-]){0,2}?(?:"
    + "|".join(f"(?P<{name}>{words})" for name, words in _FOLLOWING.items())
    + "))"
)
_NUMBER_HEDGES: dict[str, Hedge] = {
    "most": "most", "least": "least", "nearly": "nearly", "below": "below", "over": "over",
    "reach": "reach", "about": "about", "only": "only", "low": "low", "than": "than",
}  # fmt: skip
# "over five years" may mean during five years, and "under 18" an age.
_DURING = late_regex(
    r"(?i:(?<!\w)(?<!just\s)(?<!well\s)(?<!slightly\s)(?<!little\s)(?:over|within)\s(?:(?:the|an?|his|her|its|their)\s)?\Z)"
)


# "than the" compares with a known number and is no bound: fewer than the 62 of a decade ago.
_BROKE = late_regex(r"(?i:br(?:eaks|oke|oken|eaking)\b)")
_THE = late_regex(
    r"(?i:\b(?:than|short\sof|shy\sof)\s(?:the|its|their|those)\s(?:(?:US|HK)?[$€£¥])?\Z)"
)
# 40,000 yuan below the 112,300 of the others
_APART = late_regex(
    r"(?i:(?:[0-9%]|illion|percent|per\scent|points?)\s(?:[a-z]+\s){0,2}(?:below|above|under)\s"
    r"(?:the|its|their|those)\s(?:(?:US|HK)?[$€£¥])?\Z)"
)
_MARK = late_regex(
    r"(?i:[\s-](?:[a-z-]+[\s-]){0,2}?(?:mark|level|threshold|milestone|barrier|figure)\b)"
)
_OVER_THE = late_regex(r"(?i:\bover\s(?:the|those|these)\s\Z)")
_STRETCH = late_regex(
    r"[\s-](?:trading\s|working\s|match\s)?(?:days|weeks|months|years|quarters|sessions|hours)\b"
)
# Ages: the under-18s, over-60s.
_AGED = late_regex(r"(?i:\b(?:(?P<under>under)|over)-\Z)")
# "over" of extent: the fire spread over some 80 square metres.
_OVER_SOME = late_regex(
    r"(?i:\bover\s(?:some|about|around|roughly|(?P<near>nearly|almost))\s(?:[$€£¥]|(?:HK|US)\$)?\Z)"
)
_TAKES = late_regex(r"(?i:\bt[ao]k(?:e|es|en|ing)\sover\s\Z)")
_SPAN = late_regex(r"(?i:(?:second|minute|hour|day|week|month|year|decade)s?\Z)")


_SIDE = late_regex(
    r"(?i:\b(?:(?P<up>greater|higher|larger|longer|older|bigger|taller|heavier)"
    r"|lower|smaller|shorter|younger|lighter|cheaper)\sthan\s(?:age\s)?(?:(?:US|HK)?[$€£¥])?\Z)"
)


def side_of_than(english: str, start: int) -> Hedge:
    """What "older than", "younger than" before the number at ``start`` say if it is a limit."""
    found = _SIDE.search(english, max(0, start - 24), start)
    return "than" if found is None else "over" if found["up"] else "below"


def _may_hedge(before: str) -> bool:
    """Quick test whether ``before``, the words before a number in lower case, may end with a
    hedge.
    """
    if "~" in before or "c." in before:
        return True
    words = _LETTERS.findall(before)
    for word in reversed(words):
        if word[:4] in _LAST:
            return not _HEDGING.isdisjoint([word[:4] for word in words])
        if word not in _SKIPPED:
            break
    return False


def hedge_span(english: str, start: int, end: int) -> tuple[int, int]:
    """From the words of the hedge of a number to its end, or from the number to these words."""
    first = max(0, start - 44)
    match = _ENGLISH_RE.search(english[first:start].lower())
    if match:
        return first + match.start(), end
    following = _FOLLOWING_RE.match(english, end)
    return start, following.end() if following else end


def english_hedge(
    english: str, start: int, end: int, plain: bool = False, during: bool = False
) -> Hedge:
    """The hedge of the number from ``start`` to ``end``.

    If the number may be a period ``during`` which something happened, "over five years" is no
    hedge. For a ``plain`` number, "over" counts only after certain words (not: spread over nine
    towns).
    """
    before = english[max(0, start - 44) : start]
    if before.endswith("-") and english[end - 1 : end] == "s" and (aged := _AGED.search(before)):
        return "below" if aged["under"] else "least"
    spread = _OVER_SOME.search(before)
    if spread:
        return "nearly" if spread["near"] else "about"
    lower = before.lower()
    may_hedge = _may_hedge(lower)
    match = _ENGLISH_RE.search(lower) if may_hedge else None
    if may_hedge and not match and _TAKES.search(before) and _SPAN.search(english, start, end):
        return "over"  # a period, not the verb "take over"
    if match and match.lastgroup:
        if match.lastgroup != "most" and "age of" in match.group():
            return ""  # "over the age of 60" may stand for 60 and older
        if plain and not _OVER.search(before[: match.start()]):
            if before.startswith("over", match.start()):
                return ""
            if _PLACES.match(match.group()) and _THINGS.match(english, end - 1):
                return ""
        if (plain or "-" in english[start:end]) and _VERBS.match(match.group()):
            return ""  # the number is the object: breaking a 30-year monopoly
        if _BROKE.match(match.group()) and _SPAN.search(english, start, end):
            return "below"  # a record of time is a value below: they broke 38 seconds
        if (_THE.search(before) or _APART.search(before)) and not _MARK.match(english, end):
            return "than"
        if _OVER_THE.search(before) and _STRETCH.search(english, start, end + 24):
            return ""
        if during and _DURING.search(before) and not _TAKES.search(before):
            return ""
        return _NUMBER_HEDGES[match.lastgroup]
    if english[end - 1 : end] == "+" or "-plus" in english[start : end + 5]:
        return "over"
    match = _FOLLOWING_RE.match(english, end)
    if match and _ADDED.search(english, match.start(), match.end() + 2):
        return ""
    return _NUMBER_HEDGES[match.lastgroup] if match and match.lastgroup else ""
