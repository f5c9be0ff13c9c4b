"""What a project brings once it is built, told as what it brings now: 建成后年接待能力将达30万人次
that became "It takes 300,000 visitors a year", 力争年内开工 "broke ground this year", 年产能20万辆
"turned out 200,000 cars".
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.figures.checks.needing import needing
from generator.figures.context.clauses import SENTENCE_BREAK, between, clause_start
from generator.figures.english.plans import BY_THEN, PLANS
from generator.figures.matching.comparison import Comparison
from generator.figures.shared.problem import FigureProblem
from generator.patterns import late_regex

_KINDS = frozenset({"money", "measure", "count", "percent", "multiple", "duration"})
_ONCE_BUILT = late_regex(
    "(?:建成|投产|达产|满产|投用|完工|竣工|通车|投运|开通|启用|运营|全部完成)(?:投[产用运]|运营|并网|达产|启用|通车)?"
    "(?:之|以)?后(?!已|，?已|，?累计|，?共|，?一直|，?至今|，?迅速|，?首)"
)
# After the words for the time: something that may be, or a year's amount.
_MAY_BE = late_regex(
    "可(?![见谓是])|将|预计|预期|能(?![源力耗效])|有望|年(?:产|处理|接待|发电|吞吐|减排|均|销售|供|节约|综合)|每年"
)
_IS = late_regex(
    "已|了|以来|累计|自[0-9]|目前|截至|去年|上年|同比|(?<![由从比较])现[有在]|如今|共计"
)
# English that leaves the result to the future, or to what is possible.
_WHEN = late_regex(
    rf"{PLANS.pattern}|(?i:\b(?:once|when|upon|after|if|until|completion|eventual\w*|promis\w+|on\strack"
    r"|under\sconstruction|being\sbuilt|unfinished|yet|future|later|tomorrow|now\sthat|since)\b)"
)
_OPEN = late_regex(
    rf"{_WHEN.pattern}|(?i:\b(?:capacit\w+|capable|able|room|space|enough|potential\w*|full(?:y)?|designed|design"
    r"|finished\sproject|means?|annual\w*\soutput\sof|allow\w*|enabl\w*|let(?:s|ting)|worth|value[ds]?|put\sat"
    r"|project(?:ed|ion)s?)\b)"
)
_NOW = late_regex(
    r"(?i:\b(?:now|already|currently|so\sfar|to\sdate)\b"
    r"|\b(?:has|have|had)\s(?:also\s|since\s)?(?:[a-z]+ed|become|brought|built|cut|made|given|taken|put)\b)"
)
_PRESENT = late_regex(
    r"(?i:(?<!\bto\s)\b(?:is|are|was|were|has|have|had|suppl(?:y|ies|ied)|carr(?:y|ies|ied)|(?:take|make|generate|produce|serve|handle|cut|save|provide|employ|create|bring|hold"
    r"|accommodate|treat|process|power|cover|meet|attract|receive|draw|yield|earn|reduce|turn|live|house|support|shorten|slash"
    r"|deliver|contribute|add|store|feed|heat)(?:s|es|d|ed)?)\b)"
)


@needing(chinese=("后",))
def once_built_as_now(comparison: Comparison) -> Iterator[FigureProblem]:
    """What will be after completion, told as what there is."""
    text, english = comparison.text, comparison.english
    for found in _ONCE_BUILT.finditer(text):
        start = clause_start(text, found.start(), "。；！？;\n")
        stop = _SENTENCE.search(text, found.end())
        end = stop.start() if stop else len(text)
        if _IS.search(text, start, end) or not _MAY_BE.search(text, found.end(), end):
            continue
        for figure, stated in comparison.unique_of(_KINDS):
            if not found.end() <= figure.start < end:
                continue
            sentence = between(english, stated.start, stated.end, SENTENCE_BREAK)
            told = BY_THEN.sub("", sentence)
            if _WHEN.search(told):
                continue
            word = _NOW.search(told)
            if word is None and not _OPEN.search(BY_THEN.sub("", english)):
                word = _PRESENT.search(told)
            if word:
                yield FigureProblem("changed", found.group(), found=word.group())
                return


_HOPED = late_regex(
    "(?:力争|争取|有望|预计|(?<![模虚比])拟)(?:[^，。；！？]{0,12}?)"
    "(?:开工|投产|通车|竣工|建成|获批|开业|上市|完工|交付|封顶|启用|投用|开通|签约|动工|运营)"
)
_REACHED = late_regex(
    r"(?i:\b(?:broke\sground|opened|started|began|went\sinto|entered|listed|topped\sout|delivered|signed"
    r"|(?:was|were|has\sbeen|have\sbeen)\s(?:approved|completed|finished|opened|launched|delivered|signed|listed|built))\b)"
)


@needing(chinese=(_HOPED,), english=(_REACHED,))
def hopes_as_done(comparison: Comparison) -> Iterator[FigureProblem]:
    """力争年内开工 that became "broke ground this year"."""
    text, english = comparison.text, comparison.english
    if _IS.search(text) or _OPEN.search(BY_THEN.sub("", english)):
        return
    hoped, reached = _HOPED.search(text), _REACHED.search(english)
    if hoped and reached:
        yield FigureProblem("changed", hoped.group(), found=reached.group())


_CAPACITY = late_regex(
    "(?:产能|生产能力|设计能力|加工能力)(?:[为达是超近约]|可?达到?|约为|超过)?\\Z"
)
_TURNED_OUT = late_regex(
    r"(?i:\b(?:produced|turned\sout|made|built|manufactured|rolled\s(?:out|off)|processed|churned\sout)\s"
    r"(?:(?:about|some|nearly|over|around|almost|more\sthan|up\sto)\s)?\Z)"
)
_ABLE = late_regex(r"(?i:\b(?:capacit\w+|can|could|able|capable|designed|potential\w*)\b)")


@needing(chinese=("产能", "能力"))
def capacity_as_output(comparison: Comparison) -> Iterator[FigureProblem]:
    """年产能20万辆 that became "turned out 200,000 cars"."""
    text, english = comparison.text, comparison.english
    for figure, stated in comparison.unique_of(_KINDS):
        if not _CAPACITY.search(text, max(0, figure.start - 12), figure.start):
            continue
        made = _TURNED_OUT.search(english, max(0, stated.start - _NEAR), stated.start)
        sentence = between(english, stated.start, stated.end, SENTENCE_BREAK)
        if made and not _ABLE.search(sentence):
            yield FigureProblem("changed", figure.source, figure.english, made.group().strip())


_SENTENCE = late_regex("[。；！？;\n]")
# Within so many characters before an amount is its verb.
_NEAR = 40
