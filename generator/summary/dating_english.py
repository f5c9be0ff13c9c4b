"""Replace relative time of English by dates; `dating.py` does the same for Chinese."""

from __future__ import annotations

import re
from datetime import date, timedelta

from generator.months import MONTHS
from generator.patterns import late_regex
from generator.summary.dating import day_of
from generator.summary.quotations import outside_quotes

_QUOTED = late_regex(r"“[^”]*”|\"[^\"]*\"")
_YEARS = {"last": -1, "this": 0, "next": 1}
_PREPOSITION = (
    r"of|in|from|for|than|over|during|by|since|until|till|through|throughout|to|with|between|within"
    r"|into|for all of|versus|against|to the end of|on|beyond|before|after|as of|around|about"
    r"|unlike|like|toward|towards|despite|(?:early|late|soon|same|much|many|such) as"
    r"|(?:in|since|by|from|until|till|for|of|to|before|after) (?:early|late)"
)
# "the last year" is the twelve months before; "this year and next" leaves the second year out.
_NOT_AFTER = (
    r"(?<!\b[Tt]he )(?<!\ba )(?<!\b[Ii]ts )(?<!\b[Hh]is )(?<!\b[Hh]er )(?<!\b[Oo]ur )"
    r"(?<!\b[Mm]y )(?<!\b[Tt]heir )(?<!\bvery )(?<!\b[Oo]ne )(?<!\b[Ee]very )(?<!\b[Ee]ach )"
    r"(?<!\bwhose )(?<!\b[Ss]ee you )"
    r"(?<!['’]s )(?<!\bfinal )(?<!\bend )(?<!\bmid )(?<!\bboth )(?<![-/])"
)
_PART = r"(?:this|last|next)\b(?! (?:year|month)\b)"
_ALONE = (
    rf"(?![-–/]| long\b)(?!,? (?:and|or) (?:in )?(?:the )?(?:{_PART}|year (?:before|after)))"
    r"(?!,? ?[(\[][^)\]]*\d)(?!,? (?:19|20)\d\d\b)"
)
_VERBS = (
    r"is|was|marks|marked|has|had|saw|sees|will|would|may|might|could|can|should|must|looks"
    r"|looked|brings|brought|began|begins|ended|ends|promises|proved|turned|became|set|also|alone"
)
# 2027's edition is called the 2027 edition.
_NUMBERED = late_regex(
    r" (?:editions?|festivals?|marathons?|games|fairs?|expos?|forums?|conferences?|summits?"
    r"|championships?|congress|convention|gala)\b",
    re.I,
)
_YEAR = late_regex(
    rf"(?<![Tt]his and )(?<![Ll]ast and )(?<![Tt]his or )"
    rf"(?:\b(?P<before>(?i:{_PREPOSITION}))\s+)?\b{_NOT_AFTER}"
    rf"(?P<which>[Tt]his|[Ll]ast|[Nn]ext) year\b(?P<owner>['’]s)?{_ALONE}"
    rf"(?P<verb>(?=\s+(?:{_VERBS})\b))?"
)
# The year before last; "the month after next". Not in "the year before last year's flood".
_FAR = late_regex(
    rf"(?:\b(?P<before>(?i:{_PREPOSITION}))\s+)?\b(?P<the>[Tt]he) (?P<unit>year|month)"
    rf" (?P<way>before last|after next)\b(?!['’]s| (?:year|month|week|season)){_ALONE}"
    rf"(?P<verb>(?=\s+(?:{_VERBS})\b))?"
)
# Before these, "this year" followed by a verb is its subject; not in "output this year is".
_BEGINS = late_regex(
    r"(?:^|[.,;:\x00]|\b(?:and|but|that|while|because|when|as|so|says?|said))\s*\Z"
)
# "last year and this year", of which the second needs no preposition of its own.
_JOINED = late_regex(
    r"\b(?:(?:this|last|next) (?:year|month)|(?:year|month) (?:before last|after next))"
    r",? (?:and|or|to)\s*\Z",
    re.I,
)
_BETWEEN = late_regex(r"\bbetween [^.;]* and\s*\Z", re.I)
_MONTHS = rf"(?:{'|'.join(MONTHS)}|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
_MONTH_DAY = late_regex(
    rf"\b(?P<date>{_MONTHS} \d{{1,2}}(?:st|nd|rd|th)?),?(?: of)?"
    rf" (?P<which>this|last|next) year\b(?!['’]s){_ALONE}"
)
_MONTH_ALONE = late_regex(rf"(?:\b|[-–])(?:{_MONTHS}|Q[1-4])\s*\Z")
# Parts of a year: "the winter last year" is of a year, not in it.
_PART_OF_YEAR = late_regex(
    r"\b(?:spring|summer|autumn|winter|half|quarters?|beginning|middle)\s*\Z", re.I
)
_MONTH = late_regex(
    rf"(?:\b(?P<before>(?i:{_PREPOSITION}))\s+)?\b{_NOT_AFTER}(?P<which>[Tt]his|[Ll]ast|[Nn]ext)"
    rf" month\b(?!['’]s){_ALONE}"
)
_END_OF_YEAR = late_regex(
    r"\b(end|start|beginning|middle|rest|remainder|course) of the year\b"
    r"(?!,? (?:\d|before|after|of|in which|when)|-| \()"
)
_PERIOD = late_regex(
    r"\b([Tt]he (?:first|second|last) half(?: of the year)?"
    r"|[Tt]he (?:first|second|third|fourth|last) quarter"
    r"|[Tt]he first (?:two|three|four|five|six|seven|eight|nine|ten|eleven|\d{1,2})"
    r" (?:quarters|months)|[Jj]anuary (?:to|through|[-–]) [A-Z][a-z]+)(?: of the year)?\b"
    r"(?!,? (?:of|in) (?:\d|last|this|the|each|every|an?|its|his|their|next|operation|[A-Z])| \d"
    r"|[-–/]| (?:of|after|since|hours?|dozen|miles?|million|billion|minutes?|moon|finals?)\b"
    r"|['’]s? )"
)
# In a match, halves and quarters are not of the year.
_MATCH = late_regex(
    r"\b(?:goals?|scor(?:e|ed|ing|er)|match|penalty|half-?time|kick-?off|striker)\b"
)
_DAY = late_regex(
    r"(?:\b(?P<before>(?i:by|until|till|before|after|since|from|as of|(?:early|late|soon) as"
    r"|to|than|between)) )?"
    r"(?:(?P<far>(?:[Tt]he )?day (?:before|after)) )?"
    r"(?<!\ba )(?<!\bof )(?<!\bfor )(?<!\bbetter )(?<!\bbrighter )(?<!['’]s )(?<!-)"
    r"(?<!\b[Tt]oday and )(?<!\b[Tt]oday or )(?<!\bthe )(?<!\bin )(?<!\b[Ii]ts )(?<!\b[Oo]ur )"
    r"\b(?P<day>[Yy]esterday|[Tt]omorrow)\b(?: (?P<part>morning|afternoon|evening|night)\b)?"
    r"(?!['’]s|-|/)(?!,? (?:and|or) (?:today|tomorrow)\b)(?!, today\b| to today\b)"
    r"(?!,? ?[(\[][^)\]]*\d)(?!, (?:[A-Z][a-z]{2,8}\.?|the) \d)"
)
# "began today", not "as it is known today": what happened on the day of the article.
_TODAY = late_regex(
    r"(?P<verb>\b(?:[a-z]{2,}ed|began|held|put|went|took|came|saw|set|met|rose|fell|hit|said|left|made"
    r"|won|sent|laid|gave|ground)) today"
    r"(?=[.,;]|\s*\Z| (?:in|at|on|by|with|for|that|after|when|as)\b)"
    r"(?!, (?:[A-Z][a-z]{2,8}\.?|the) \d)(?! as (?:it|they|in)\b)"
)
_LASTING = late_regex(
    r"\b(?:is|are|be|been|being|has|have|had|still|as|so|called|known|used)\s(?:[a-z]+ly\s)?\Z"
)
_STARTS = late_regex(r"(?:^|[.:;!?\x00]|\bbefore|\bafter)\s*(?:The day (?:before|after) )?\Z")
# Names: Tomorrow Park, Yesterday Once More.
_NAMED = late_regex(
    r" (?:(?:Once|Today|Holding|Group|Park|Plaza|Caf[eé]|Bar|Hotel|Show|World|Museum|Company"
    r"|Technology|Square|Land|City|Star|Children|Is|Never|Advancing|Capital)\b)"
)
_OWN_YEAR = late_regex(r"\b(?:19|20)\d\d\b")
_PLAN = late_regex(r"\b(?:will|plans?|aims?|expected|target|to be)\b")
_NUMBER_WORDS = dict(
    zip(
        "one two three four five six seven eight nine ten eleven twelve".split(),
        range(1, 13),
        strict=True,
    )
)


def dated_english(sentence: str, day: str, before: str = "", doubtful: str = "") -> str:
    """An English sentence with relative time replaced by dates; arguments as for `dated`.
    ``doubtful`` is another day from which the words may count: what would differ stays."""
    when = day_of(day)
    if when is None:
        return sentence
    other = day_of(doubtful) or when
    years = _OWN_YEAR.findall(before)

    def year(match: re.Match[str]) -> str:
        return _year(match, when)

    def month(match: re.Match[str]) -> str:
        steps = _YEARS[match["which"].lower()]
        years, number = divmod(when.year * 12 + when.month - 1 + steps, 12)
        bare = match["before"] or ("In" if match["which"][0].isupper() else "in")
        said = f"{MONTHS[number]} {years}"
        if not match["before"] and _JOINED.search(match.string, 0, match.start()):
            return said
        return f"{bare} {said}"

    def month_day(match: re.Match[str]) -> str:
        return f"{match['date']}, {when.year + _YEARS[match['which']]}"

    def end_of_year(match: re.Match[str]) -> str:
        told = _OWN_YEAR.findall(match.string, 0, match.start()) or years
        if told and int(told[-1]) != when.year:
            return match[0]
        return f"{match[1]} of {when.year}"

    def apply(part: str) -> str:
        if when == other and ("esterday" in part or "omorrow" in part):
            part = _DAY.sub(lambda match: _day(match, when), part)
        if when == other and " today" in part:
            part = _TODAY.sub(lambda match: _today(match, when), part)
        if when.year != other.year:
            return part
        same_month = when.month == other.month
        if same_month and (" before last" in part or " after next" in part):
            part = _FAR.sub(lambda match: _far(match, when), part)
        if same_month and " month" in part:
            part = _MONTH.sub(month, part)
        if " year" in part:
            part = _MONTH_DAY.sub(month_day, part)
            part = _YEAR.sub(year, part)
            part = _END_OF_YEAR.sub(end_of_year, part)
        return _english_periods(part, when, int(years[-1]) if years else None)

    return outside_quotes(sentence, apply, _QUOTED)


def _year(match: re.Match[str], when: date) -> str:
    text, start, before = match.string, match.start(), match["before"] or ""
    number = str(when.year + _YEARS[match["which"].lower()])
    lead = f"{before} " if before else ""
    if match["owner"]:
        if _NUMBERED.match(text, match.end()):
            return f"{lead}{'The' if not lead and match['which'][0].isupper() else 'the'} {number}"
        return f"{lead}{number}'s"
    if before:
        return f"{before} {number}"
    joined = _JOINED.search(text, 0, start) or _BETWEEN.search(text, 0, start)
    if _MONTH_ALONE.search(text, 0, start) or joined:
        return number
    if match["verb"] is not None and _BEGINS.search(text, 0, start):
        return number
    if _PART_OF_YEAR.search(text, 0, start):
        return f"of {number}"
    return f"{'In' if match['which'][0].isupper() else 'in'} {number}"


def _far(match: re.Match[str], when: date) -> str:
    """The year or month that is two before or after that of the article."""
    text, start, before = match.string, match.start(), match["before"] or ""
    steps = -2 if match["way"] == "before last" else 2
    said = str(when.year + steps)
    if match["unit"] == "month":
        years, number = divmod(when.year * 12 + when.month - 1 + steps, 12)
        said = f"{MONTHS[number]} {years}"
    if before:
        return f"{before} {said}"
    joined = _JOINED.search(text, 0, start) or _BETWEEN.search(text, 0, start)
    if joined or (match["verb"] is not None and _BEGINS.search(text, 0, start)):
        return said
    return f"{'In' if match['the'] == 'The' else 'in'} {said}"


def _day(match: re.Match[str], when: date) -> str:
    text, word, after = match.string, match["day"], match.string[match.end() :]
    first = match.start("day")
    if word[0].isupper() and (_NAMED.match(after) or not _STARTS.search(text, 0, first)):
        return match[0]
    if word == "Tomorrow" and after[1:2].isupper() and " will " not in after[:80]:
        return match[0]
    steps = 1 if word[1:] == "omorrow" else -1
    if match["far"]:
        steps *= 2
    if match["far"] and ("before" in match["far"]) != (steps < 0):
        return match[0]
    that = when + timedelta(days=steps)
    said = f"{MONTHS[that.month - 1]} {that.day}, {that.year}"
    if match["part"]:
        said = f"the {match['part']} of {said}"
    upper = match[0][0].isupper()
    return f"{match['before'] or ('On' if upper else 'on')} {said}"


def _today(match: re.Match[str], when: date) -> str:
    if match["verb"] in ("used", "known", "called") or _LASTING.search(
        match.string, 0, match.start()
    ):
        return match[0]
    return f"{match['verb']} on {MONTHS[when.month - 1]} {when.day}, {when.year}"


def _english_periods(text: str, when: date, told: int | None) -> str:
    given: set[int] = set()

    def named(match: re.Match[str]) -> str:
        if _OWN_YEAR.search(text, 0, match.start()) or _MATCH.search(text):
            return match[0]
        planned = _PLAN.search(text, max(0, match.start() - 40), match.end() + 60)
        past = _english_end(match[1]) > when.month and not planned
        if told is not None and told != when.year - bool(past):
            return match[0]
        year = when.year - bool(past)
        if year in given:
            return match[1].removesuffix(" of the year")
        given.add(year)
        return f"{match[1].removesuffix(' of the year')} of {year}"

    return _PERIOD.sub(named, text)


def _english_end(period: str) -> int:
    words = period.lower().split()
    if "half" in words:
        return 5 if "first" in words else 11
    if words[-1] == "quarter":
        order = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4}
        return order[words[1]] * 3 - 1
    if words[0] == "january":
        last = words[-1].capitalize()
        return MONTHS.index(last) + 1 if last in MONTHS else 1
    count = int(words[2]) if words[2].isdigit() else _NUMBER_WORDS.get(words[2], 1)
    return count * 3 - 1 if words[3].startswith("quarter") else count
