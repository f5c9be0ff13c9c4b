"""Whose each clause of a sentence is: of the entity that it names, of the one before it that it
continues, or of something else (临江大桥今年通车)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from generator.entities.named import Named
from generator.entities.stages import CLAUSE, STAGE_WORD
from generator.patterns import late_regex

# Names of firms and plants, which begin a clause about them even if a verb follows at once.
_FIRM = r"项目|公司|集团|产业园|科技|工厂|基地"
NOUN = (
    rf"{_FIRM}|企业|[工科物园]业?[技流]?园区?|园区|厂区|大桥|高速(?:公路)?|公路|铁路|高铁|城铁|机场|大道|快速路|隧道|电站|[发风]?电[厂场]|变电站"
    r"|水库|医院|学校|[中小大]学|学院|港区?|码头|号线|地铁|体育[馆场]|博物馆|图书馆|广场|综合体|工程|枢纽|泵站|水厂|大厦|中心|酒店|景区|新城|小镇|光伏|风电"
)
"""The last words of names of projects and companies, as a pattern."""
_DATE = (
    r"(?:(?:19|20)\d\d年|[0-9]{1,2}月(?:份|底|初|末|中旬|上旬|下旬)?|[0-9]{1,2}[日号]|年[底初末中]|[今去前明当同次上本]年|[上本]?个?月[底初末]?|[昨今前明当同次翌][日天]"
    r"|[上下]午|上?周[一二三四五六日]|[上下]半年|[一二三四]季度)"
)
_LINK = (
    r"(?:而|同时|此外|另外|其中|随后|此后|后来|目前|如今|现在|日前|近日|不久前|截至|自|从|在|于|到"
    r"|至|起|后|前|期间|又|并|且|也|已)"
)
_FRAME = late_regex(
    rf"(?:{_DATE}|{_LINK}|[、和与及])+|(?:\s*(?:因|由于|受|随着|经|按照|根据|据).{{1,40}})|(?:{_DATE}|{_LINK})+(?:因|由于|受|经).{{2,30}}"
)
LEAD = late_regex(rf"\s*(?:{_DATE}|{_LINK})*")
"""The words of time and the conjunctions that a clause may begin with."""
_VERB = r"[在已将日]|开工|动工|签|投产|竣工|建成|通车|完工|启用|封顶"
# Verbs that a clause without a subject begins with: 投资20亿元建设电池工厂.
_PREDICATE = (
    r"总?投资|计划|斥资|耗资|主要|建设|新建|规划|用于|生产|引进|占地|建筑面积|打造|成为|标志|采用"
    r"|购置"
)
_A_PHASE = r"首期|第?[一二三四五六七八九1-9](?:[、和与至到][一二三四五六七八九1-9])?期"
_FOREIGN = late_regex(
    rf"^(?!该|各|整个|全部|本项目|项目|业主|由|投资[方商主]|建设单位|施工单位|{_PREDICATE}|{_A_PHASE})(?:(?!{_VERB})[\u4e00-\u9fffA-Za-z0-9·.]){{2,24}}?(?:{_FIRM})"
)
_NOT_OTHER = (
    r"(?:该|各|其(?!中)|主|全|首|第|整|两|双|本|这|新|老|旧|是|为|作|成|由|连接|包括|包含|涵盖|涉及|与|有|可|共|建设|打造|配套"
    rf"|{_A_PHASE}|项目|工程|公司)"
)
# Other names are also parts of predicates (全长30公里的高速公路), so that they count only as the
# subject of what follows.
_FOREIGN_SUBJECT = late_regex(
    rf"^(?!该|各|其(?!中)|项目|公司|工程)(?:[^，]{{0,24}}的)?(?!{_NOT_OTHER})"
    rf"(?:(?!{_VERB})[\u4e00-\u9fffA-Za-z0-9·.“”（）]){{2,20}}?(?:{NOUN})”?"
    rf"(?:项目|工程)?(?:{_DATE}|已|也|则|又|均|正式|全[线面]|顺利|成功|于|总?投资|计划|预计|将|有望|拟|签约|开工|动工|竣工|投产|建成|通车|通航"
    r"|封顶|启用|试?运营|开业|完工|停工|复工|停产|开通|并网|奠基|贯通|合龙|落成)"
)
# 甲项目投资9亿元，乙项目投资5亿元，均于5月开工
_ALL = late_regex(
    rf"(?:{_DATE}|{_LINK})*(?:(?:[两三四五六]个|上述|这些|以上)?(?:项目|工程))?"
    r"(?:均|都|双双|全部)"
)
# A part of a road or an airport, whose stage is not that of the whole.
_SECTION = late_regex(
    rf"(?:[A-Z0-9一二三四五六七八九十东西南北中]{{1,3}}(?:号|#|标)?|[\u4e00-\u9fff]{{2,6}}?(?<![全阶]))"
    rf"(?:段|航站楼|号楼|跑道|(?<=[东西南北中A-Z])(?<![\u4e00-\u9fff].)区|号厂房|(?<=[一二三四五])阶段)(?:{_DATE}|已|也|则|又|均|正式|率先|先行|顺利|通车|开工|开通|投用|启用|封顶|竣工|建成|贯通)"
)
# Many at once, whose sum is not that of one: 全市新开工项目120个.
_MANY = late_regex(
    r"全[市省区县州国]|(?:[0-9]{2,}|[2-9两三四五六七八九十几])(?:余|多)?[个项](?!月)[^，]{0,10}(?:项目|工程)"
    r"|(?:项目|工程)[^，]{0,6}[0-9]+(?:余|多)?[个项]"
)
_DENIAL = late_regex(r"否认|辟谣|澄清|不实|不属实|谣言|误传")
_PLACED = late_regex(r"(?:位于|坐落于?|地处|落户于?|入驻|布局于?|在)[“”《]?$")
_BESIDE = late_regex(r"(?:比|较|早于|晚于|毗邻|紧邻|邻近|靠近|紧靠|临近)[“”《]?$")
_WITHIN = late_regex(rf"^[”》]?(?:内|里|区内)?的[^，、]{{0,16}}?(?:{NOUN})")
# 与甲项目同时开工的乙项目, 继甲项目之后
_WITH = late_regex(r"(?:^|[，：])(?:与|和|同|跟|比)[“《]?$")
_ALIKE = late_regex(r"^[”》]?(?:同[时期步]|一起|一道|一样|相比|相邻|配套)[^，]{0,8}的")
_AFTER = late_regex(r"继[“《]?$")
_NEARBY = late_regex(r"^[”》]?(?:旁边?|附近|周边|对面|隔壁|[东西南北]侧)的?")
# 记者5月9日获悉: the day of the report, not that of a stage.
_HEARD = late_regex(r"获悉|了解到|采访|记者|报道|消息|从[^，]{2,16}(?:得知|传来)|通报称|介绍")
_PHASE = late_regex(r"(?:第?[一二三四五六七八九十1-9]|首)期")


class Mention(NamedTuple):
    """A place that names an entity; ``owner`` is the number of the entity."""

    start: int
    end: int
    owner: int


Kind = Literal["named", "other", "many", "on", "frame"]


class Part(NamedTuple):
    """A clause, or a piece of one with a stage of its own. ``owners`` are the numbers of the
    entities that it is about; it is ``None`` for an introduction, which may be about all."""

    start: int
    end: int
    kind: Kind
    owners: frozenset[int] | None
    mentions: tuple[Mention, ...] = ()


def mentions_in(sentence: str, entities: Sequence[Named]) -> list[Mention]:
    """The places at which a sentence names the entities as what it is about, in order."""
    found = []
    for owner, one in enumerate(entities):
        for start, end in one.places(sentence):
            before, after = sentence[:start], sentence[end:]
            aside = (
                _BESIDE.search(before)
                or _NEARBY.search(after)
                or _AFTER.search(before)
                or (_WITH.search(before) and _ALIKE.search(after))
            )
            if not (aside or (_PLACED.search(before) and _WITHIN.search(after))):
                found.append(Mention(start, end, owner))
    return sorted(found)


def parts_of(sentence: str, mentions: Sequence[Mention]) -> list[Part]:
    """The clauses of a sentence, each with those that it is about."""
    parts: list[Part] = []
    for start, end in _spans(sentence, mentions):
        mine = tuple(one for one in mentions if start <= one.start < end)
        parts.append(Part(start, end, _kind(sentence[start:end], mine), frozenset(), mine))
    found: list[Part] = []
    current: frozenset[int] | None = None
    for number, part in enumerate(parts):
        owners = current
        if part.kind == "on" and current and _ALL.match(sentence, part.start, part.end):
            owners = current = current.union(*(one.owners or () for one in found))
        elif part.kind == "named":
            current = owners = frozenset(one.owner for one in part.mentions)
        elif part.kind == "other" or (current is not None and part.kind == "many"):
            current = owners = frozenset()
        elif part.kind == "frame" and current is not None:
            following = next((one for one in parts[number + 1 :] if one.kind != "frame"), part)
            if following.kind in ("named", "other"):
                owners = frozenset(one.owner for one in following.mentions)
        found.append(part._replace(owners=owners))
    return found


def is_report(clause: str) -> bool:
    """Whether a clause tells how the news was heard, and when."""
    return _HEARD.search(clause) is not None


def introduction(sentence: str) -> int:
    """Where the subject of a sentence may begin: after words of time and reasons."""
    begin = 0
    for clause in CLAUSE.finditer(sentence):
        if not is_introduction(clause[0]):
            return clause.start() + length_of_lead(clause[0])
        begin = clause.end()
    return begin


def is_introduction(clause: str) -> bool:
    """Whether a clause has only words of time or a reason, which belong to the one after it."""
    return _FRAME.fullmatch(clause) is not None


def is_about_another(sentence: str) -> bool:
    """Whether a clause of a sentence that names no entity names something else."""
    return any(_kind(clause, ()) == "other" for clause in CLAUSE.findall(sentence))


def _kind(clause: str, mentions: Sequence[Mention]) -> Kind:
    if mentions:
        return "named"
    if is_introduction(clause):
        return "frame"
    told = clause[length_of_lead(clause) :]
    if _DENIAL.search(told) and not STAGE_WORD.search(told):
        return "on"
    another = _FOREIGN.search(told) or _FOREIGN_SUBJECT.search(told) or _SECTION.match(told)
    if another:
        return "other"
    return "many" if _MANY.search(told) and not _ALL.match(told) else "on"


def _spans(sentence: str, mentions: Sequence[Mention]) -> Iterator[tuple[int, int]]:
    """The clauses, with a clause cut where a list tells stages of several (甲项目签约、乙项目投产),
    and those joined that only name one item of a list (总投资5亿元的甲项目，乙项目分别开工)."""
    spans = [
        span
        for match in CLAUSE.finditer(sentence)
        for span in _pieces(sentence, match.span(), mentions)
    ]
    joined: list[tuple[int, int]] = []
    for start, end in spans:
        if joined and _is_item(sentence, joined[-1], mentions):
            names = any(start <= one.start < end for one in mentions)
            if names and sentence[joined[-1][1] : start] == "，":
                joined[-1] = (joined[-1][0], end)
                continue
        joined.append((start, end))
    yield from joined


def _pieces(
    sentence: str, clause: tuple[int, int], mentions: Sequence[Mention]
) -> Iterator[tuple[int, int]]:
    begin, end = clause
    at = sentence.find("、", begin, end)
    while at >= 0:
        left, right = sentence[begin:at], sentence[at + 1 : end]
        until = right.find("、")
        first = right if until < 0 else right[:until]
        if (
            _tells(left, begin, mentions)
            and _tells(first, at + 1, mentions)
            and _begins_another(first, at + 1, mentions)
        ):
            yield begin, at
            begin = at + 1
        at = sentence.find("、", at + 1, end)
    yield begin, end


def _tells(piece: str, offset: int, mentions: Sequence[Mention]) -> bool:
    """Whether a piece tells something of what it names, not only describes it."""
    ends = [one.end - offset for one in mentions if offset <= one.start < offset + len(piece)]
    told = piece[ends[-1] if ends else 0 :]
    return STAGE_WORD.search(told) is not None or (bool(ends) and "投资" in told)


def _begins_another(piece: str, offset: int, mentions: Sequence[Mention]) -> bool:
    lead = length_of_lead(piece)
    if _PHASE.match(piece, lead) or _kind(piece, ()) == "other":
        return True
    stage = STAGE_WORD.search(piece)
    until = offset + (stage.start() if stage else len(piece))
    return any(offset <= one.start < until for one in mentions)


def _is_item(sentence: str, span: tuple[int, int], mentions: Sequence[Mention]) -> bool:
    """Whether a clause has nothing but a name with its description."""
    start, end = span
    last = max((one for one in mentions if start <= one.start < end), default=None)
    if last is None or sentence[last.end : end].strip("”》 "):
        return False
    begin = start + length_of_lead(sentence[start:end])
    before = sentence[begin : last.start].strip("“《 ")
    return not before or (before.endswith("的") and "投资" in before)


def length_of_lead(clause: str) -> int:
    """How long the words of time and the conjunctions are that a clause begins with."""
    lead = LEAD.match(clause)
    return lead.end() if lead else 0
