"""What only one of two figures is, in both languages: a change, a difference, a share, an amount
for each, a limit, a part, a total or a rest. That shows that the two are in their places, whatever
words are beside them.
"""

from __future__ import annotations

from generator.figures.checks.swapped.ties import chinese, english, tie
from generator.figures.matching.comparison import Comparison, Match

_MORE = (
    r"(?:[\s-](?!of\b|in\b|and\b|to\b|or\b)[a-z-]+){0,2}?\s(?:more|less|fewer|higher|lower|dearer|cheaper"
    r"|better|worse|larger|smaller|faster|slower|longer|shorter|above|below|short\sof|ahead\sof|behind"
    r"|over|under|up|down)\b"
)
_NOUN_OF_CHANGE = (
    r"|(?:[\s-][a-z-]+){0,3}?\s(?:rise|increase|growth|gain|jump|surge|improvement|fall|drop|decline"
    r"|decrease|cut|reduction|loss|slump|dip|advance|expansion)\b"
)
_MOVED = (
    r"\b(?:up|down|r[io]s(?:e|en|ing)|increas\w+|gr[eo]w(?:n|ing|th)?|growth|gain\w*|climb\w*|jump\w*|surg\w+"
    r"|soar\w*|expand\w*|f[ae]ll\w*|drop\w*|declin\w+|decreas\w+|shr[aiu]nk\w*|reduc\w+|slump\w*|plung\w+"
    r"|slid\w*|slipp\w+|dip\w*|narrow\w*|eas(?:e|ed|es|ing)|advanc\w+|add(?:ed|ing|s)?|los(?:e|t|es|ing)"
    r"|beating|beat|ahead|outpac\w+|exceed\w*)(?:\s[a-z'’-]+){0,2}?\s(?:by\s|of\s)?"
)
# What only one of two figures may be, in both languages; it proves only that they are in place.
_KINDS_OF = (
    # a change
    tie(
        r"(?:[增减涨跌降升缩扩]|多|少|高|低|幅|增长|减少|下降|上升|提高|回落|扩大|收窄|回升)[了约近逾超过达为更均还仅只又再]*",
        "",
        _MOVED,
        _MORE + _NOUN_OF_CHANGE,
    ),
    # a difference
    tie(
        r"(?:相差|差距|差额|高出|高于[^，。；0-9]*|低于[^，。；0-9]*|缺口|结余|节余|盈余|顺差|逆差|净增|净减|净流[入出]|自然增长率)[^，。；0-9]{0,4}",
        "",
        r"\b(?:short\sof|short\sby|(?:shortfall|gap|surplus|deficit|difference|lead|margin|excess)\sof|by)\s",
        r"(?:[\s-][a-z-]+){0,3}?[\s-](?:short\sof|short\b|surplus|deficit|gap|shortfall|more\sthan|less\sthan"
        r"|higher\sthan|lower\sthan|above|below|ahead\sof|behind)",
    ),
    # a share
    tie(
        r"(?:占比?|比重|份额|占[^，。；0-9]{1,14}|其中[^，。；0-9]{0,8})[约近逾超过达为的]*",
        "",
        r"\b(?:share(?:\sof[^,.;0-9]{1,30}?)?|proportion|account(?:s|ed|ing)?\sfor|ma[dk]e(?:s)?\sup|making\sup)\s(?:(?:was|is|of|at)\s)?",
        r"(?:\s(?:percent|per\scent))?\sof\s(?:the|its|their|all|this|that|it|them|whom|which|[a-z]+['’]s)\b"
        r"|\sshare\b",
    ),
    # an amount for each
    tie(
        r"(?:每|人均|户均|单价|单产|均价)[^，。；0-9]{0,10}",
        "",
        r"\b(?:each|every)\s[a-z-]+\s(?:[a-z-]+\s){0,4}?",
        r"(?:\s(?!and\b|in\b|of\b)[a-z-]+){0,4}?\s(?:an?|per|each|every|for\s(?:each|every|an?)|apiece|on\saverage)"
        r"\b(?!\s(?:year|day|month|week)\s(?:ago|earlier|before))",
    ),
    # an amount for one of a unit that follows: 元/股
    tie(
        "",
        r"[/每]",
        "",
        r"(?:\s(?!and\b|in\b|of\b)[a-z-]+){0,1}?\s(?:an?|per|each)\s(?!year\b)",
    ),
    # a limit
    tie(
        r"(?:不超过|不高于|至多|最多|最高|上限|封顶|限额)[^，。；0-9]{0,6}",
        "",
        r"\b(?:up\sto|capped\sat|cap\sof|no\smore\sthan|at\smost|maximum(?:\s[a-z]+)?(?:\sof|\sis)?|as\smuch\sas|ceiling\sof|limit\sof|limited\sto)\s",
        "",
    ),
    # a part
    tie(
        r"(?:其中[^，。；0-9]{0,10}|新增[^，。；0-9]{0,12})",
        "",
        r"\b(?:includ(?:es|ed|ing)|of\s(?:which|whom|them|these|those)(?:\s[a-z]+){0,2})\s",
        r"\s(?:of\s(?:which|whom|them|these|those)|added)\b",
    ),
    # a total
    tie(
        r"(?:累计|总计|合计|共|总[数量额][^，。；0-9]{0,6}|现有[^，。；0-9]{0,6})",
        "",
        r"\b(?:number(?:s|ed)?|total(?:s|led|ling|ed)?|(?:a\s)?total\sof|out\sof|part\sof|now(?:\snumber|\shas|\shave)?|altogether)\s",
        r"(?:\s[a-z-]+){0,3}?\s(?:in\sall|altogether|in\stotal|overall)\b",
    ),
    # a rest
    tie(
        r"(?:其余|剩余|余下|另外|另有)[^，。；0-9]{0,6}",
        "",
        r"\b(?:the\s(?:other|rest|remaining|last)|remaining)\s",
        r"(?:\s[a-z-]+){0,2}?\s(?:others?|left|remain(?:s|ed|ing)?|to\sgo)\b",
    ),
)


def are_of_two_kinds(comparison: Comparison, one: Match, other: Match) -> bool:
    """Whether one of the two is a change, a share or the like in both languages and the other
    one is it in neither.
    """
    fits = False
    for kind in _KINDS_OF:
        here = [chinese(comparison, (kind,), match[0]) for match in (one, other)]
        if here[0] == here[1]:
            continue
        there = [english(comparison, (kind,), match[1]) for match in (one, other)]
        if there[0] != there[1]:
            if here != there:
                return False
            fits = True
    return fits
