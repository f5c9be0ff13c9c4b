"""English that states a change by a figure, or to it: "rose by 20%", "to 20%", "fell 20%", "an
increase of 20%".
"""

from __future__ import annotations

from generator.figures.english.stated import Stated
from generator.patterns import late_regex

_MOVED = (
    r"(?i:\b(?:r[io]se[ns]?|rising|increas\w+|gr[eo]wn?|growing|up|gain\w*|climb\w*|jump\w*|surg\w+"
    r"|soar\w*|expand\w*|widen\w*|rais(?:e|es|ed|ing)|lift\w*|extend\w*|lengthen\w*|f[ae]ll\w*"
    r"|drop\w*|declin\w+|decreas\w+|down|lower\w*|shr[aiu]nk\w*|reduc\w+|cut(?:s|ting)?|slump\w*"
    r"|plung\w+|slid\w*|slipp\w+|dip\w*|narrow\w*|slow\w*|shorten\w*|boost\w*|improv\w+|went\sup|recover\w*|rebound\w*|bounc\w+|return\w*|came\sback|crept|edged|inched|mount\w*"
    r"|rocket\w*|advanc\w+|swell\w*|swelled|accelerat\w+|eas(?:ed|es|ing)|tumbl\w+|shed(?:s|ding)?"
    r"|trimm?\w*|slash\w*|reced(?:ed|es|ing)|s[au]nk|enlarg\w+|upgrad\w+|hik(?:e|es|ed|ing)|ebb(?:ed|s|ing)|subsid(?:ed|es|ing)|retreat(?:ed|s|ing))\b)"
)
APPROACH = (
    r"(?:(?:about|around|some|nearly|almost|over|just|only|more\sthan|less\sthan|roughly|an?|the"
    r"|a\sfurther|at\sleast|another|as\s(?:much|many)\sas|(?:average|total|high|low|level)\sof|record)\s)*(?:(?:US|HK|RMB)?\s?[$€£¥])?"
)
# What may be between the verb and the figure in one clause; the comma of 200,000 ends no clause.
WITHIN = r"(?:[^.;,]|[.,](?=[0-9]))"
_BY_ENGLISH = late_regex(
    rf"(?:{_MOVED}{WITHIN}{{0,70}},?\sby\s"
    r"|(?i:\b(?:rise|increase|growth|gain|jump|surge|climb|fall|drop|decline|decrease|reduction|cut"
    rf"|saving)\sof\s)){APPROACH}\Z"
)
# A change without "by": they rose 850 yuan, up 28 jin.
BARE_ENGLISH = late_regex(
    r"(?i:\b(?:rose|grew|climbed|jumped|surged|soared|fell|dropped|declined|decreased|increased|slumped"
    rf"|plunged|slid|slipped|dipped|gained|lost|shrank|added|ha(?:s|ve|d)\s(?:risen|grown|fallen|shrunk|slid))\s){APPROACH}\Z"
)
_TO_ENGLISH = late_regex(
    rf"(?:,\sto\s|(?:{_MOVED}|(?i:\b(?:brought|bring(?:s|ing)?|taken|tak(?:es|ing)|took|push(?:ed|es|ing))\b))(?:(?!\b(?:from|between)\b){WITHIN}){{0,60}}"
    r"(?<!\bclose)(?<!\bcloser)(?<!\bnear)(?<!\bby\sup)\sto\s)"
    rf"{APPROACH}\Z"
)
# Quick tests: most English has none of these words there.
_BY_OR_OF = late_regex(r"\s(?:by|[Oo][Ff])\s")
_TO_WORD = late_regex(r"\sto\s")
_GROWN_ENGLISH = late_regex(
    rf"(?i:\b(?:an?|the)\s(?:[a-z-]+\s){{0,2}}?(?:rise|increase|growth|gain|jump|surge|fall|drop|decline|decrease)\sof\s"
    rf"|\b(?:r[io]s(?:e|en|ing)|gr[eo]w(?:n|ing)?|up(?<!set up)(?<!made up)(?<!put up)"
    r"(?<!built up)(?<!taken up)(?<!drawn up)(?<!signed up)(?<!snapped up)(?<!picked up)"
    r"(?<!bought up)(?<!backed up)(?<!held up)|climb(?:ed|ing)"
    r"|f[ae]ll(?:en|ing)?|down|drop(?:ped|ping)|"
    rf"declin(?:ed|ing)|increas(?:ed|ing)|decreas(?:ed|ing))\sby\s|(?:,\s|\b(?:is|was|are|were|went|gone|goes|came|comes?|moved|edged)\s)(?:up|down)\s(?!to\b)"
    rf"){APPROACH}\Z"
)
_MORE_THAN = late_regex(
    r"(?i:\s(?:[a-z]+\s)?(?:more|less|fewer|higher|lower)\sthan\s(?:in|the|a(?!\s(?:hundred|thousand|million|billion|dozen|decade|century))|last|that|those|a\syear|its|it)\b)"
)
# Quick test: without any of these words before it, a figure is no amount of change.
_CHANGE_WORDS = (" by ", "up ", "down ", " of ")


def is_by(ahead: str) -> bool:
    """Whether ``ahead``, the English before a figure, states a change by that figure."""
    return bool(_BY_OR_OF.search(ahead) and _BY_ENGLISH.search(ahead))


def is_to(ahead: str) -> bool:
    """Whether ``ahead``, the English before a figure, states a change to that figure."""
    return bool(_TO_WORD.search(ahead) and _TO_ENGLISH.search(ahead))


def is_change(english: str, stated: Stated) -> bool:
    """Whether ``english`` states that something changed by the figure ``stated``."""
    ahead = english[max(0, stated.start - 50) : stated.start]
    return bool(
        (any(word in ahead for word in _CHANGE_WORDS) and _GROWN_ENGLISH.search(ahead))
        or (_is_grown(stated) and BARE_ENGLISH.search(ahead))
        or _MORE_THAN.match(english, stated.end)
    )


def _is_grown(stated: Stated) -> bool:
    """Whether a verb of change before the figure states its amount: it fell 3%, but not: it lost 3
    goals.
    """
    return stated.facts[0].kind == "share"
