"""Whether a sentence that names no project goes on about the one before: 该项目已投产。
2024年6月，因价格下跌，项目停工。次年5月复工。"""

from __future__ import annotations

from collections.abc import Sequence

from generator.entities.clauses import introduction, is_about_another, length_of_lead
from generator.entities.named import Named
from generator.entities.phases import PHASES
from generator.entities.stages import CLAUSE, stages_in
from generator.patterns import late_regex

# Beginnings of a sentence that continues the subject of the sentence before.
_GOES_ON = late_regex(r"该|这[个一家座]|项目(?!部|经理|所在|周边|负责人)|公司|企业|其(?!他|余|中)")
_THIS = late_regex(r"(?:该|这[个一家座])(?:项目|工程|公司|企业|厂|基地|园|集团|电站|大桥|铁路|港)")
_GOES_ON_ELSE = late_regex(r"项目(?:部|经理|所在|周边|负责人|的|数|总|建设|集中|落地)")
_OF_PROJECT = late_regex(r"(?:该|这[个一座])?(?:项目|工程)")
# The ends of names, and by which words later sentences call what has such a name.
_KINDS = (
    *(
        (kind, (kind,))
        for kind in ("大桥", "隧道", "电站", "机场", "医院", "学校", "水库", "工厂", "基地", "码头")
    ),
    *((kind, ("全线", "线路", "铁路")) for kind in ("铁路", "高铁", "城铁")),
    *((kind, ("全线", "公路", "高速")) for kind in ("高速", "公路")),
    ("园区", ("园区",)),
    ("园", ("园区", "产业园")),
)
# What follows such a word, if it is not a part of another one (大桥局).
_TOLD_OF = late_regex(r"[0-9，于在已总全将今去前同正计预自采设长是的由位占共项工主]")
_FIRM = late_regex(r"(?:该|这[个一家])?(?:公司|企业|集团)")
_ADVERBS = late_regex(
    r"(?:正式|全面|已经?|又|再次|再度|一度|被迫|曾|才|终于|最终|顺利|成功|如期|提前|全部|整体|宣布|陷入|全线)*"
)
# What may follow a stage that has no subject; 5月开工的大桥 names another one.
_ENDS = late_regex(r"(?:了|建设|施工|生产|运营|使用|投产|投用|至今|待料|整改)*(?:[，。；！？]|$)")


def continues(sentence: str, last: Sequence[Named], *, apart: bool, alone: bool) -> Named | None:
    """The one of ``last``, with which the sentence before ended, that ``sentence`` goes on about;
    ``None`` if it does not, or that cannot be told. ``apart`` says that a sentence about nothing in
    particular stands between, so that only 该项目 and the like lead back; ``alone`` that the
    sentence before was about nothing else, so that a sentence without a subject may go on."""
    if not last:
        return None
    begin = introduction(sentence)
    if apart:
        goes_on = _THIS.match(sentence, begin) is not None
    else:
        goes_on = (
            _GOES_ON.match(sentence, begin) is not None
            or subject_at(sentence) > 0
            or (len(last) == 1 and _is_called_by_kind(last[0], sentence, begin))
            or PHASES.match(sentence, begin) is not None
            or (alone and _begins_with_stage(sentence, begin))
        )
    if not goes_on:
        return None
    if len(last) == 1:
        # The firm behind a project has a life of its own.
        of_firm = not last[0].company and _FIRM.match(sentence, begin) and "项目" not in sentence
        return None if of_firm else last[0]
    projects = [one for one in last if not one.company]
    begin = max(begin, subject_at(sentence))
    told = _OF_PROJECT.match(sentence, begin) or PHASES.match(sentence, begin)
    return projects[0] if told and len(projects) == 1 else None


def _is_called_by_kind(one: Named, sentence: str, begin: int) -> bool:
    """Whether a sentence calls the entity by its kind alone: 临江大桥通车。大桥全长3公里."""
    for kind, said in _KINDS:
        if one.name.endswith(kind):
            word = next((word for word in said if sentence.startswith(word, begin)), "")
            return bool(word) and _TOLD_OF.match(sentence, begin + len(word)) is not None
    return False


def subject_at(sentence: str) -> int:
    """Where the first clause begins that is about the project (投资方接手，项目复工), if clauses
    about nobody in particular stand before it; 0 if it is about it from its beginning."""
    begin = introduction(sentence)
    if _GOES_ON.match(sentence, begin) or is_about_another(sentence):
        return 0
    for clause in CLAUSE.finditer(sentence, begin):
        at = clause.start() + length_of_lead(clause[0])
        if _OF_PROJECT.match(sentence, at) and not _GOES_ON_ELSE.match(sentence, at):
            return clause.start() if clause.start() > begin else 0
    return 0


def _begins_with_stage(sentence: str, begin: int) -> bool:
    clause = CLAUSE.match(sentence, begin)
    if clause is None:
        return False
    word = next(stages_in(clause[0], ()), None)
    if word is None or not _ADVERBS.fullmatch(clause[0], 0, word.start):
        return False
    return _ENDS.match(sentence, begin + word.end) is not None
