"""The two sides of a deal in an English text, by its verb, its voice, and "to", "from" and "by"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.figures.checks.swapped.deals_told import Deal, Family, Span, subject_before
from generator.patterns import late_regex

# Where the part of a sentence begins that has the subject of a verb; "was ordered" keeps its own.
_BEFORE = late_regex(
    r"(?i:[.;:!?]\s|\n|,\s(?:and|but|while|whereas|which|who|with|[a-z]+ing(?:\sto)?)\s"
    r"|\s(?:that|which|whom?|because|if|when|after|before|until|so|while)\s"
    r"|\sand\s(?=(?:is|was|were|has|had|will|must)\s)|(?<!is\s)(?<!was\s)(?<!are\s)(?<!were\s)(?<!been\s)\b(?:ordered|told|required|instructed"
    r"|directed|asked|requires|orders)\s)"
)
_BEHIND = late_regex(
    r"(?i:[.;:!?](?=\s|\Z)|\n|,\s(?:and|but|while|whereas|which|who|with|after|seeking)\s"
    r"|\s(?:that|which|who|because|if|when|after|before|until|while|and\s(?:is|was|were|has|had))\s)"
)
_ORDERED = late_regex(
    r"(?i:\b(?:ordered|told|required|instructed|directed|asked|requires|orders)\s\Z)"
)
_AUX = late_regex(
    r"(?i:(?:\A|(?<=\s))(?P<aux>(?:(?:is|are|was|were|be|been|being|has|have|had|will|would|must"
    r"|should|shall|can|could|may|to|agree[ds]?|plan(?:s|ned)?|intend(?:s|ed)?|want(?:s|ed)?|due|set"
    r"|ordered|told|required|also|now|already|then|since|jointly|later|recently|yesterday|and"
    r"|announced|offer(?:s|ed)?|a|net)\s)*)\Z)"
)
_BE = late_regex(
    r"(?i:\b(?:is|are|was|were|be|been|being)\s(?:[a-z]+ly\s|now\s|also\s|already\s)?\Z)"
)
_NOT = late_regex(r"(?i:\b(?:not|no|never|cannot|refus\w+|fail\w*|without|instead)\b|n['’]t\b)")
_NP_END = late_regex(
    r"(?i:[,.;:!?)](?=\s|\Z)|\s(?:for|in|at|on|with|over|under|by|from|to|as|after|before|during"
    r"|worth|who|which|that|and\s(?:is|was|were|has|had)|would|will)\b"
    r"|\s(?:[$€£¥]|(?:rmb|us\$|cny)?\s?[0-9])|\s(?:a|an|some|about|nearly|over|more)\s(?=[0-9$€£¥])|\Z)"
)
# Forms that are nouns, too: verbs only after an auxiliary, or before whom or what they pass.
_NOUN_FORM = late_regex(
    r"(?i:loans?|grants?|transfers?|awards?|advances?|guarantees?|suppl(?:y|ies)|exports?|imports?"
    r"|returns?|refunds?|rents?|ships?|lets?|leases?|lands?|purchases?|pay|takes?|sends?|draws?"
    r"|fines?|claims?|demands?|defeats?|beats|edges"
    r"|raises?|win|wins|pipes?|injects?)"
)
_VERBAL = late_regex(
    r"(?i:\b(?:to|will|would|must|should|shall|can|could|may|not|also|now|then)\s)\Z"
)
_AFTER_VERB = late_regex(
    r"\s(?:[A-Z]|(?i:the|an?|its|their|his|her|it|them|him|each|every|up|some|about|over|out|back)\s|[$€£¥0-9])"
)
# What stands before a noun.
_BEFORE_NOUN = late_regex(
    r"(?i:\b(?:the|an?|of|for|in|its|their|his|her|and|or|new|on|by|from|this|these|any)\s)\Z"
)
# After a participle that belongs to the noun before it: "goods sold in", "fees paid on".
_NO_OBJECT = late_regex(
    r"(?i:\s(?:at|in|on|as|with|under|during|after|before|when|if|online|abroad|that|which|and)\b"
    r"|[,.;:!?)]|\Z)"
)
_WITH = late_regex(r"(?i:(?:supplied|provided|presented|served)\swith\s)")
_GIVEN = late_regex(
    r"(?i:paid|awarded|granted|refunded|reimbursed|compensated|repaid|lent|loaned|owed)"
)
# "Took 68 days": only with whom something comes from.
_FROM_ONLY = late_regex(r"(?i:t[ao]|g[eo]t|dr|rais|seek|sought|demand|claim|collect)")
_COURT = late_regex(r"(?i:\sto\s(?:the\s)?(?:high\s|local\s)?court)")
_TAKE = late_regex(r"(?i:t[ao]|br)")


def english_deals(english: str, family: Family, others: Sequence[Deal] = ()) -> list[Deal]:
    """The deals of a family that the English tells, as `chinese_deals`."""
    found: list[Deal] = []
    for verb in family.english.finditer(english):
        start = max((m.end() for m in _BEFORE.finditer(english, 0, verb.start())), default=0)
        stop = _BEHIND.search(english, verb.end())
        end = min(stop.start() if stop else len(english), verb.end() + 110)
        if _NOT.search(english, max(start, verb.start() - 24), verb.start()):
            continue
        if (
            not family.is_passing
            and _TAKE.match(verb.group())
            and " over" not in verb.group()
            and not _COURT.search(english, verb.end(), end)
        ):
            continue  # only "took BYD to court"
        if (
            verb["gets"]
            and _FROM_ONLY.match(verb.group())
            and english.find(" from ", verb.end(), end) < 0
        ):
            continue
        aux = _AUX.search(english, start, verb.start())
        own = (start, aux.start("aux")) if aux else (start, verb.start())
        if own[1] - own[0] < 3:
            subject = subject_before([*others, *found], verb.start())
            if subject is None:
                continue
            own = subject
        ordered = _ORDERED.search(english, 0, start) is not None
        if aux and aux["aux"].lower() == "to " and not ordered:
            continue  # "from the city to buy": whoever
        gets = bool(verb["gets"]) and not _gives_to(english, verb, end)
        is_passive = bool(_BE.search(english, start, verb.start())) and not verb.group().endswith(
            "ing"
        )
        if not is_passive and not _is_verb(english, verb, end):
            continue
        deal = _english_deal(english, family, verb, own, end, gets=gets, is_passive=is_passive)
        found.append(deal._replace(subject=own))
    return found


def _is_verb(english: str, verb: re.Match[str], end: int) -> bool:
    """Whether the word is a verb with an object, or with "to" or "from"."""
    at = verb.start()
    if _NO_OBJECT.match(english, verb.end()) or english.startswith(" by ", verb.end(), end):
        return False  # "goods sold in", "capacity chartered by the state"
    if _NOUN_FORM.fullmatch(verb.group()) is None or _VERBAL.search(english, max(0, at - 10), at):
        return True
    return (
        not _BEFORE_NOUN.search(english, max(0, at - 12), at)
        and _AFTER_VERB.match(english, verb.end()) is not None
    )


# "Leased to" and "leased from" are of the two sides.
_OF_EITHER = late_regex(r"(?i:(?:rent|leas)[a-z]*)")


def _gives_to(english: str, verb: re.Match[str], end: int) -> bool:
    """Whether a verb that either side may be the subject of has the giver as its subject."""
    return bool(_OF_EITHER.fullmatch(verb.group())) and (
        english.find(" to ", verb.end(), end) >= 0 > english.find(" from ", verb.end(), end)
    )


def _english_deal(
    english: str,
    family: Family,
    verb: re.Match[str],
    own: Span,
    end: int,
    *,
    gets: bool,
    is_passive: bool,
) -> Deal:
    by, to, of = (_after(english, word, verb.end(), end) for word in ("by", "to", "from"))
    behind = _phrase(english, verb.end() + 1, end)
    if not family.is_passing:
        if gets:  # "lost 3-1 to B"
            return Deal(to, own, verb.span())
        if behind and _STAKE.search(english, *behind):
            behind = _after(english, "in", behind[1], end)
        return Deal(by, own, verb.span()) if is_passive else Deal(own, behind, verb.span())
    if gets:
        of = of or _owner(english, verb.end(), end)
        return Deal(of, by if is_passive else own, verb.span())
    if is_passive:
        # Money or a contract goes to who "was paid" it, goods to whom they "were sold".
        is_given = _GIVEN.match(verb.group()) or _WITH.match(english[verb.start() : end])
        return Deal(by or of, to or (own if is_given else None), verb.span())
    to = to or _after(english, "for", verb.end(), end) if behind is None else to
    return Deal(own, to or behind, verb.span())


def _owner(english: str, start: int, end: int) -> Span | None:
    """Whose stake or assets someone got: "bought SAIC's stake"."""
    whose = _WHOSE.match(english, start, end)
    return whose.span("whose") if whose else None


_STAKE = late_regex(r"(?i:\b(?:stakes?|holdings?|shareholdings?)\Z)")
_WHOSE = late_regex(
    r"\s(?:the\s)?(?P<whose>[A-Z][^.;,]{1,40}?)['’]s?\s(?:[0-9.%]+\s|[a-z-]+\s){0,2}?"
    r"(?:stakes?|shares?|holdings?|assets|business|unit|interest)\b"
)


def _after(english: str, word: str, start: int, end: int) -> Span | None:
    at = english.find(f" {word} ", start, end)
    return _phrase(english, at + len(word) + 2, end) if at >= 0 else None


def _phrase(english: str, start: int, end: int) -> Span | None:
    """The words from ``start`` as far as they are one thing."""
    stop = _NP_END.search(english, start - 1, end)
    last = stop.start() if stop else end
    return (start, last) if last > start else None
