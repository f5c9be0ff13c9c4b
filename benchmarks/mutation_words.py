"""Words to replace with others that make a sound English sentence wrong, by class of error.

Each class has changes: words with their replacements, and a pattern for their context in which
``{}`` stands for any of the words.
"""

from __future__ import annotations

Change = tuple[dict[str, str], str]
_NUMBER = r"(?:(?:US|HK)?[$€£¥])?\d"
_TURNS = {
    "rose": "fell", "fell": "rose", "increased": "decreased", "decreased": "increased",
    "increase": "decrease", "decrease": "increase", "up": "down", "down": "up",
    "grew": "shrank", "growth": "decline", "decline": "growth", "dropped": "climbed",
    "higher": "lower", "lower": "higher", "reduced": "raised", "gained": "lost",
    "cut": "raised", "climbed": "slipped", "jumped": "slid", "more than": "less than",
    "rise": "fall", "fall": "rise", "drop": "rise", "fallen": "risen", "risen": "fallen",
    "grown": "shrunk", "declined": "risen",
}  # fmt: skip
_UNITS = {
    "square meters": "cubic meters", "square metres": "square feet", "kilometers": "meters",
    "meters": "kilometers", "metres": "kilometres", "kilometres": "miles", "tons": "kilograms",
    "tonnes": "kg", "hectares": "acres", "years": "months", "months": "years", "days": "weeks",
    "hours": "days", "minutes": "hours", "weeks": "months", "kilowatts": "kilowatt-hours",
    "kilowatt-hours": "kilowatts", "percentage points": "percent", "km": "miles", "mu": "hectares",
    "households": "people", "megawatts": "kilowatts", "kW": "kWh", "kWh": "kW", "MW": "kW",
    "GW": "MW", "gigawatts": "megawatts", "GWh": "GW", "MWh": "MW",
    "gigawatt-hours": "gigawatts", "megawatt-hours": "megawatts", "kg": "tonnes",
    "kilograms": "grams", "miles": "kilometers", "acres": "hectares", "feet": "meters",
    "seconds": "minutes", "decades": "years", "quarters": "years",
}  # fmt: skip
_PERIODS = {
    "first half": "second half", "second half": "first half", "first quarter": "second quarter",
    "third quarter": "first three quarters", "first three quarters": "third quarter",
    "first nine months": "first three months", "first six months": "last six months",
    "last year": "this year", "this year": "last year", "next year": "this year",
    "last month": "this month", "this month": "next month", "a year": "a month",
    "a month": "a year", "a day": "a week", "daily": "weekly", "monthly": "yearly",
    "annual": "monthly", "beginning": "end", "early": "late", "morning": "evening",
    "afternoon": "morning", "evening": "morning",
}  # fmt: skip
_MULTIPLES = {
    "doubled": "tripled", "tripled": "doubled", "twice": "three times", "doubling": "tripling",
    "quadrupled": "doubled", "three times": "twice", "half": "twice", "double": "half",
    "threefold": "fivefold",
}  # fmt: skip
_ORDINALS = {
    "first": "second",
    "second": "third",
    "third": "fourth",
    "fourth": "fifth",
    "fifth": "sixth",
}

_WEEKDAYS = {
    "Monday": "Tuesday", "Tuesday": "Thursday", "Wednesday": "Friday", "Thursday": "Monday",
    "Friday": "Sunday", "Saturday": "Wednesday", "Sunday": "Saturday",
}  # fmt: skip
_DONE = {
    "has completed": "plans to complete", "has built": "plans to build", "was": "will be",
    "has reached": "is expected to reach", "have been": "will be", "has been": "will be",
    "were": "will be", "has attracted": "aims to attract", "has invested": "plans to invest",
}  # fmt: skip
_PLANNED = {
    "plans to build": "has built", "plans to complete": "has completed", "will be": "was",
    "is expected to reach": "has reached", "is to be": "was", "will reach": "has reached",
    "plans to invest": "has invested", "will have": "has", "are to be": "were",
    "are expected to": "have begun to", "aims to": "has begun to", "is expected to be": "has been",
}  # fmt: skip
_FUTURE = {
    "rose": "will rise", "reached": "will reach", "increased": "will increase",
    "fell": "will fall", "grew": "will grow", "totaled": "will total", "exceeded": "will exceed",
    "has increased": "will increase", "has reached": "will reach", "has grown": "will grow",
    "accounted for": "will account for", "amounted to": "will amount to",
    "stood at": "will stand at", "completed": "will complete", "has completed": "will complete",
    "decreased": "will decrease", "dropped": "will drop", "invested": "will invest",
    "built": "will build", "created": "will create", "received": "will receive",
    "produced": "will produce", "attracted": "will attract", "signed": "will sign",
    "generated": "will generate", "declined": "will decline", "provided": "will provide",
    "has invested": "will invest", "raised": "will raise", "cut": "will cut",
}  # fmt: skip
_VERBS = (
    "rose", "fell", "increased", "grew", "dropped", "climbed", "declined", "decreased", "jumped",
    "risen", "fallen", "grown", "rise", "fall", "increase", "decrease", "drop", "grow", "rising",
    "falling", "growing", "increasing", "up", "down",
)  # fmt: skip
_TO = {one: f"{one} to" for one in _VERBS} | {f"{one} by": f"{one} to" for one in _VERBS}
_OPPOSITES = {
    "exports": "imports", "imports": "exports", "surplus": "deficit", "deficit": "surplus",
    "revenue": "expenditure", "expenditure": "revenue", "men": "women", "women": "men",
    "male": "female", "female": "male", "urban": "rural", "rural": "urban", "births": "deaths",
    "profit": "loss", "losses": "profits", "profits": "losses", "highest": "lowest",
    "lowest": "highest", "largest": "smallest", "maximum": "minimum", "minimum": "maximum",
    "longest": "shortest", "domestic": "foreign", "boys": "girls", "girls": "boys",
    "inflow": "outflow", "outflow": "inflow", "exported": "imported", "imported": "exported",
    "gains": "losses", "buy": "sell", "sold": "bought", "bought": "sold", "wins": "defeats",
    "killed": "injured", "injured": "killed", "north": "south", "south": "north", "east": "west",
    "west": "east", "eastern": "western", "northern": "southern", "southern": "northern",
}  # fmt: skip
CHANGES: dict[str, tuple[Change, ...]] = {
    "direction": (
        (_TURNS, rf"(?<!make )(?<!uses )(?<!built )\b({{}})\b(?! to)(?=(?: by| of)? {_NUMBER})"),
    ),
    "multiple": ((_MULTIPLES, r"\b({})\b(?! of (?:the|this|next|last) (?:year|match|game))"),),
    "period": ((_PERIODS, r"\b({})\b(?!-)"),),
    "unit": ((_UNITS, r"(?:(?<=\d )|(?<=illion )|(?<=thousand )|(?<=hundred ))({})\b"),),
    "vague number": ((
        {
            "dozens": "thousands", "tens of thousands": "millions", "hundreds": "dozens",
            "thousands": "millions", "millions": "thousands", "several": "dozens of",
        },
        r"(?<!of )\b({})\b",
    ),),
    "currency": (
        ({"yuan": "US dollars", "US dollars": "yuan", "euros": "yuan", "yen": "yuan",
          "dollars": "euros", "pounds": "dollars", "renminbi": "US dollars", "RMB": "US$"},
         r"\b({})\b"),
        ({"US$": "¥", "HK$": "US$", "$": "€", "€": "$", "£": "$", "¥": "$"}, r"({})(?=\d)"),
    ),
    "scale": (
        ({"million": "billion", "billion": "million", "trillion": "billion"}, r"(?<=\d )({})\b"),
    ),
    "ordinal or count": (
        (_ORDINALS, r"\b({})\b(?= (?!quarter|half|of |half-)[a-z]+)"),
    ),
    "hedge": (
        (
            {
                "more than": "nearly", "over": "nearly", "nearly": "more than", "almost": "over",
                "at least": "at most", "up to": "at least", "less than": "more than",
                "under": "over",
            },
            rf"\b({{}})\b(?= {_NUMBER})",
        ),
        ({"reached": "exceeded", "totaled": "exceeded", "totalled": "exceeded"},
         rf"\b({{}})\b(?= {_NUMBER})"),
    ),
    "planned or done": (
        (_PLANNED, r"\b({})\b(?=[^.]*\d)"),
        (_DONE, r"\b({})\b(?=[^.]*\d)"),
    ),
    "average or total": (
        ({"an average of": "a total of", "a total of": "an average of", "on average": "in total",
          "averaged": "totalled", "totalled": "averaged", "totaled": "averaged",
          "in total": "on average"}, r"\b({})\b"),
    ),
    "level or change": (
        ({"to": "by", "by": "to"},
         r"\b(?:r[io]sen?|fell|fallen|increased|grew|grown|dropped|climbed|cut|reduced|raised"
         rf"|narrowed|widened|expanded|shrank|declined)\s({{}})(?=\s{_NUMBER})"),
        ({"reached": "rose by", "stood at": "rose by", "came to": "increased by",
          "totalled": "grew by"}, rf"\b({{}})(?=\s{_NUMBER})"),
    ),
    "another base": (
        ({"year on year": "month on month", "year-on-year": "month-on-month",
          "month on month": "year on year", "month-on-month": "year-on-year",
          "a year earlier": "a month earlier", "a month earlier": "a year earlier",
          "from last year": "from last month", "the previous year": "the previous month",
          "the previous month": "the previous year", "five years ago": "a year ago"}, r"\b({})\b"),
    ),
    "hedge turned": ((
        {
            "more than": "less than", "over": "under", "nearly": "slightly more than",
            "almost": "just over", "above": "below", "below": "above", "less than": "at least",
            "at least": "no more than", "no more than": "no less than", "up to": "more than",
            "no less than": "no more than", "exceeding": "falling short of",
            "exceeded": "fell short of",
        },
        rf"(?<!no )(?<!not )\b({{}})\b(?= {_NUMBER})",
    ),),
    "result as future": ((_FUTURE, rf"\b({{}})\b(?=[^.;,]{{0,40}}\s{_NUMBER})"),),
    "future as result": (
        ({other: one for one, other in _FUTURE.items()}
         | {"is expected to reach": "reached", "are expected to reach": "reached",
            "is expected to grow": "grew", "is expected to exceed": "exceeded",
            "plans to invest": "invested", "plans to build": "built"},
         rf"\b({{}})\b(?=[^.;,]{{0,40}}\s{_NUMBER})"),
    ),
    "change as level": (
        (_TO, rf"\b({{}})(?=\s{_NUMBER})"),
        ({"an increase of": "an increase to", "a decrease of": "a decrease to",
          "a rise of": "a rise to", "a drop of": "a drop to"}, rf"\b({{}})(?=\s{_NUMBER})"),
    ),
    "level as change": (
        ({f"{one} to": one for one in _VERBS if one not in ("up", "down")},
         rf"\b({{}})(?=\s{_NUMBER})"),
    ),
    "rate": (
        ({"per capita": "per household", "per person": "per household", "per day": "per hour",
          "per household": "per person", "per year": "per month", "per month": "per year",
          "per hour": "per minute", "per hectare": "per mu", "per mu": "per hectare",
          "per square meter": "per square kilometer", "per barrel": "per ton",
          "per ton": "per kilogram", "per tonne": "per kilogram", "per kilogram": "per ton",
          "per week": "per day", "per minute": "per second", "per second": "per minute",
          "per thousand": "per million", "per square kilometer": "per hectare",
          "a barrel": "a ton", "an hour": "a minute", "an ounce": "a pound",
          "each day": "each hour", "every day": "every week", "each year": "each month",
          "every year": "every month", "each month": "each year", "every month": "every year",
          "each week": "each day", "every week": "every month", "per annum": "per month"},
         r"\b({})\b"),
    ),
    "temperature": (
        ({"°C": "°F", "℃": "°F", "degrees Celsius": "degrees Fahrenheit",
          "degrees centigrade": "degrees Fahrenheit", "°F": "°C",
          "degrees Fahrenheit": "degrees Celsius", "below zero": "above zero"}, r"({})"),
        ({"minus ": "", "above zero": "below zero"}, r"\b({})"),
    ),
    "time turned": (
        ({"past": "next", "last": "next", "next": "past", "previous": "following",
          "coming": "past", "preceding": "following"},
         r"\b({})(?= (?:\d+|two|three|four|five|six|seven|eight|nine|ten|few|several) "
         r"(?:decade|year|month|week|day|quarter|hour)s?\b)"),
        ({"since": "until", "until": "since", "before": "after", "after": "before",
          "by the end of": "since the end of", "as of": "before"},
         r"\b({})(?= (?:(?:January|February|March|April|May|June|July|August|September|October"
         r"|November|December) )?\d)"),
        ({"ago": "later", "later": "earlier", "earlier": "later"},
         r"(?:(?<=years )|(?<=months )|(?<=days )|(?<=weeks ))({})\b"),
    ),
    "fraction": (
        ({"two-thirds": "one-third", "two thirds": "one third", "one-third": "two-thirds",
          "one third": "two thirds", "a third": "two thirds", "a quarter": "a third",
          "three quarters": "one quarter", "three-quarters": "one-quarter", "half of": "a third of",
          "half the": "a third of the", "one-fifth": "one-quarter", "one fifth": "one quarter",
          "a fifth": "a quarter", "one-quarter": "one-third", "one quarter": "one third",
          "three-fifths": "two-fifths", "a tenth": "a fifth", "one-tenth": "one-fifth"},
         r"\b({})\b(?! of (?:the|this|last|next) year)"),
    ),
    "times or percent": (
        ({"times": "percent"}, r"(?<=\d )({})\b(?! (?:in|at|a|per)\b)"),
        ({"percent": "times", "per cent": "times", "%": " times"}, r"(?<=\d)\s?({})(?!\w)"),
    ),
    "percent or points": (
        ({"percent": "percentage points", "per cent": "percentage points",
          "%": " percentage points"},
         r"(?:(?<=\d )|(?<=\d))({})(?!\w)"),
    ),
    "opposite word": (
        (_OPPOSITES, r"\b({})\b(?=[^.;,]{0,40}\d)"),
        (_OPPOSITES, r"(?:(?<=\d )|(?<=percent of )|(?<=illion ))({})\b"),
    ),
    "weekday": ((_WEEKDAYS, r"\b({})\b"),),
}  # fmt: skip
