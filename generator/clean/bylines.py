"""Lines that name the author, photographer or sender of a text, and the details in them."""

from __future__ import annotations

import re

from generator.clean.dates import day_in
from generator.clean.description import ACCOUNT, BYLINE, Description
from generator.clean.head_names import ACCOUNT_NAME, OUTLET_NAME, kind_of_word
from generator.clean.known_outlets import is_known_outlet
from generator.clean.likelihood import folded
from generator.clean.outlets import OUTLET
from generator.clean.people import is_name, people_in
from generator.patterns import late_regex

_ROLE = r"(?:全媒体|融媒体|全媒|首席|本报|本网|本台|见习|实习|特约)*"
_BYLINE = late_regex(
    rf"^[□■○●◆◇▲△☆★—–-]*\s*[(\[【]?\s*(?:(?:文/图|图/文|文/片|文/摄|文/视频|文|图|撰文|采写)\s*[:/|]?\s*)?(?P<outlet>{OUTLET})?(?:\s*/)?\s*"
    rf"{_ROLE}(?:记者|专栏作者)\s*[:/|]?\s*(?P<names>[^:。,!?()]{{2,60}}?)\s*[)\]】]?$"
)
# 本报记者 张三 西安报道, 记者 张三 发自北京, 记者张三/台北报导
_SENT_FROM = late_regex(
    r"(?<=[\u4e00-\u9fff])(?:\s+|\s*/\s*)(?:[\u4e00-\u9fff、]{2,10}(?<!摄影|综合)报[道导]|[\u4e00-\u9fff、]{2,6}(?:摄影|综合)报[道导]|发自[\u4e00-\u9fff、]{2,10})$"
    r"|(?<=[\u4e00-\u9fff]{2})发自[\u4e00-\u9fff、]{2,10}$"
)
# 某报记者 张三  某报编辑 李四: each role with its names.
_ROLES = late_regex(
    r"(?:^|(?<=\s))(?P<before>[\u4e00-\u9fffA-Za-z·]{0,14}?)(?P<role>记者|评论员|编辑|责编|校对|审核|审校|通讯员|实习生|摄影|视觉|统筹)"
    r"(?:\s*[:|/]\s*|\s+)(?P<names>[\u4e00-\u9fff·]{2,5}(?:[\s、]+[\u4e00-\u9fff·]{2,5})*?)(?=\s+[\u4e00-\u9fffA-Za-z]{0,8}(?:记者|评论员|编辑|责编|校对|审核|审校|通讯员|实习生|摄影|视觉|统筹)(?:\s|[:|/])|\s*$)"
)
_WRITERS = ("记者", "评论员")
_POST = late_regex("(?:全媒体|融媒体|全媒|首席|高级|见习|实习|特约|特派)+$")
# 【某报专讯】, 某某网消息：
_OPENED = late_regex(
    rf"^\s*(?:[【\[(](?P<paper>[\u4e00-\u9fff]{{2,8}}?)(?:专讯|专电|讯|消息)[】\])]|(?P<outlet>{OUTLET})(?:消息|讯)\s*[:：(])"
)
_DATELINE = late_regex(
    rf"[(【]\s*(?:通讯员\s*[:/]?\s*[^:。!?()【】记]{{2,20}}?\s+)?(?P<outlet>{OUTLET})?\s*{_ROLE}记者\s*[:/]?\s*(?P<names>[^:。!?()【】]{{2,40}}?)\s*[)】]"
)
# 某社某地1月9日电 (张三)
_WIRE = late_regex(
    rf"^(?P<outlet>{OUTLET})\S{{2,12}}?\d{{1,2}}日(?:电|讯)\s*[(]\s*(?P<names>[^:。!?()]{{2,24}}?)\s*[)]"
)
# 某报3月5日讯, 某报讯 记者某某报道, 某报记者 某某 报道：
_NEWS = late_regex(
    r"^[(\[【]?(?P<outlet>[\u4e00-\u9fffA-Za-z0-9+·]{2,12}?)(?P<day>(?:\d{1,2}月)?\d{1,2}日)?(?:讯|消息)"
    r"(?=[\s(:,)\]】])(?P<by>[(]\S{0,4}记者)?"
)
_TOLD = late_regex(
    r"^[(\[【]?(?P<outlet>[\u4e00-\u9fffA-Za-z0-9+·]{2,12}?)??\s*"
    r"(?:(?:\d{1,2}月)?\d{1,2}日)?(?:(?:讯|消息|电)\s*)?[(\[【]?"
    rf"{_ROLE}记者\s*(?P<names>[\u4e00-\u9fff·、\s]{{2,24}}?)\s*"
    r"(?:通讯员[\u4e00-\u9fff、\s]{2,12})?(?:报[道导]\s*[)\]】]?(?=[\s:,]|$)|[)\]】])"
)
# 〔记者某某／台南报导〕
_ISLAND = late_regex(
    r"^\s*[\[(【〔](?P<outlet>[\u4e00-\u9fff]{2,6}(?:报|社|网|新闻))?记者(?P<names>[\u4e00-\u9fff、]{2,16})\s*/\s*[\u4e00-\u9fff、]{2,10}报[导道][\])】〕]"
)
# （中央社记者某某花莲县15日电）
_TAIWAN = late_regex(
    r"^\s*[(](?P<outlet>[\u4e00-\u9fff]{2,4}社)(?:记者)?(?P<names>[\u4e00-\u9fff]{4,9}?)\d{1,2}日(?:综合)?(?:外电|电|专电)[)]"
)
# 新华社发, 某报供稿
_AGENCY = late_regex(
    rf"^[(]?(?P<outlet>{OUTLET})\s*(?:发|供稿|专稿|特稿|供图|专电)(?:\s+[\u4e00-\u9fff]{{2,4}}(?:摄影|摄)?)?[)]?$"
)
# 据新华社电, 新华社北京3月5日电, 综合某报报道
_AFTER_AGENCY = late_regex(
    rf"^[(]?(?:(?:据|(?:本文)?综合自?|摘编自)\s*(?P<outlet>{OUTLET})(?:\s*[、和及]\s*{OUTLET}){{0,4}}|{OUTLET}"
    r"(?:[\u4e00-\u9fff]{2,8}?\d{1,2}月\d{1,2}日|专?(?=[电讯])))\s*(?:电|报道|消息|讯|综合)?[)]?$"
)
# 据《某报》报道，: used as the source only if no other source is named.
_REPORTED = late_regex(
    rf"^\s*(?:据|综合)(?:《(?P<paper>[^》]{{2,14}})》|(?P<outlet>{OUTLET}))(?:\d{{1,2}}月\d{{1,2}}日|\d{{1,2}}日|今日|昨日)?(?:报道|消息|电|援引)"
)
_REPRINT = late_regex(
    r"^[(]?(?:本文)?(?:原载于?|转载自|转载于|转自|来源于|摘自|摘编自|选自|首发于|来自)\s*:?\s*(?:微信)?(?:公众号|公号)?\s*[:《“\"]?\s*(?P<outlet>[^《》“”\"()。:]{2,16})[》”\"]?"
    r"\s*[(]?(?:(?:19|20)\d\d年[^()。]{4,20})?[)]?$"
)
_BY_ROLE = late_regex(
    r"^[(]?(?P<role>(?:本报|本网|本刊|本台|本期|本版|值班|责任|执行|图片|视频|见习|实习)*"
    r"(?:编辑|责编|校对|审核|摄影|摄影师|摄像|监制|记者|通讯员))(?:\s+|\s*[:|/]\s*)(?P<names>[^:。!?()]{2,30})[)]?$"
)
_BY_OFFICE = late_regex(
    r"^[(][\u4e00-\u9fff]{2,14}(?:部|局|办|处|科|委|院|所|站|中心|镇|街道|公司|社|报|台)\s+(?P<names>[^:。!?()]{2,20})[)]$"
)
# （本报记者张三、李四参与采写）, 参与采写：张三 李四, 实习生张三对本文亦有贡献
_HELPED = late_regex(
    r"^[(\[【]?\s*(?:(?P<who>(?:本[报网台刊社])?(?:记者|通讯员|实习生|实习记者|见习记者)?)\s*(?P<names>[^:。!?()]{2,60}?)\s*"
    r"(?:(?:共同)?参与(?:了)?(?:本文|此文)?(?:的)?(?:采写|采访|报道|写作|撰写)|对(?:本文|此文|本报道)(?:亦|也|均)?有贡献|亦有贡献)"
    r"|参与(?:采写|采访|报道|写作|撰写)(?:的?(?:记者|人员|者))?\s*[:/|]\s*(?P<listed>[^:。!?()]{2,60}?))\s*[)\]】]?[。]?$"
)
# 东莞, 2023年3月15日 – , 昆明/美通社/2024年5月7日 -- , 新华社昆明2024年5月7日电
_DATED = late_regex(
    r"^[(【]?[^。!?;:]{0,30}?(?P<day>(?:19|20)\d\d年\d{1,2}月\d{1,2}日)\s*(?:[/—–]|--|-\s|[电讯](?![池力商动子网站缆信器机视影价量业号])|[电讯]\s*[(]|[)】])"
)
_BRACKETED = late_regex(r"^[(][\u4e00-\u9fff·\s、]{2,20}[)]$")
_HANDED_IN = late_regex(
    r"^[(]?[\u4e00-\u9fff]{2,14}(?:供稿|供图)[)]?$|^[(][\u4e00-\u9fff]{2,14}提供[)]$"
)


# （2024年6月28日某市人大常委会第二十六次会议通过）, ——2024年1月16日在某市第八届人大第三次会议上
_ADOPTED = late_regex(
    r"^[(]\s*(?=.*(?:会议?|大会|常委会|代表大会|常务会|政府|党组|委员会))[^()。]{6,120}"
    r"(?:通过|批准|决定|研究同意|修订|修正|公布|施行|审议)\s*[)]$"
    r"|^(?:——|--|—)\s*[^。]{0,20}\d{1,2}月\d{1,2}日[^。]{0,6}在[^。]{4,60}(?:会议?|大会|全会)上(?:的.{2,8})?$"
)


def note_byline(plain: str, found: Description) -> str:
    """Return ``byline`` or ``credits`` if a folded line is exactly that, else an empty string; the
    names in it are added to ``found``."""
    for pattern in (_AGENCY, _AFTER_AGENCY, _REPRINT):
        agency = pattern.match(plain)
        if agency:
            found.note_source(agency["outlet"] or "", BYLINE)
            return "byline"
    if plain[:1] == "(" and plain[-1:] == ")" and is_known_outlet(plain[1:-1].strip()):
        found.note_source(plain[1:-1], BYLINE)
        return "byline"
    signed = _helped(plain, found) or _signed(plain, found)
    if signed:
        return signed
    if plain[:1] == "〔" and plain[-1:] == "〕":
        plain = plain[1:-1].strip()
    plain = _SENT_FROM.sub("", plain)
    roles = _note_roles(plain.strip(" ()[]【】□■"), found)
    if roles:
        return roles
    byline = _BYLINE.match(plain)
    people = people_in(byline["names"]) if byline else None
    if byline is None or people is None:
        return ""
    found.note_source(_outlet(byline["outlet"]), BYLINE)
    found.add_author(people[0])
    if people[1]:
        found.credits.append(f"通讯员：{people[1]}")
    return "byline"


def _note_roles(plain: str, found: Description) -> str:
    """Return the kind of a line that consists of roles with names of people; the names are added to
    ``found``."""
    told = list(_ROLES.finditer(plain))
    if not told or _ROLES.sub("", plain).strip():
        return ""
    named = [(one, people_in(one["names"])) for one in told]
    if any(people is None for _, people in named):
        return ""
    for one, people in named:
        if people is not None and one["role"] in _WRITERS:
            found.note_source(_outlet(one["before"]), BYLINE)
            found.add_author(people[0])
        elif people is not None:
            found.credits.append(f"{one['role']}：{people[0]}")
    return "byline" if any(one["role"] in _WRITERS for one, _ in named) else "credits"


def reporters_in(plain: str) -> tuple[str, str] | None:
    """Return reporters and correspondents of a byline, or None if the line is not one."""
    plain = _SENT_FROM.sub("", plain)
    told = None if _ROLES.sub("", plain).strip() else _ROLES.search(plain)
    if told and told["role"] in _WRITERS:
        return people_in(told["names"])
    byline = _BYLINE.match(plain)
    return people_in(byline["names"]) if byline else None


def outlet_before(plain: str) -> str:
    """Return the paper that a byline names before its reporters: 某报 / 记者张三 / 某地报道."""
    byline = _BYLINE.match(_SENT_FROM.sub("", plain))
    named = byline is not None and people_in(byline["names"]) is not None
    return _outlet(byline["outlet"]) if byline and named else ""


def _helped(plain: str, found: Description) -> str:
    """Return ``credits`` for a line that only names who else reported."""
    helped = _HELPED.match(plain)
    people = people_in(helped["names"] or helped["listed"]) if helped else None
    if people is None:
        return ""
    names = "、".join(one for one in people if one)
    found.helpers = found.helpers or people[0]
    found.credits.append(f"参与采写：{names}")
    return "credits"


def _signed(plain: str, found: Description) -> str:
    """Return the kind of a line that only names an author or photographer: （张三 李四）, 编辑
    张三."""
    by = _BY_ROLE.match(plain) or _BY_OFFICE.match(plain)
    names = by["names"] if by else plain[1:-1] if _BRACKETED.match(plain) else ""
    people = people_in(names) if names and "," not in names else None
    if people is None:
        return "credits" if _HANDED_IN.match(plain) else ""
    role = by.groupdict().get("role") or "" if by else ""
    if not role or role.endswith("记者") or (role.endswith("通讯员") and not found.author):
        found.add_author(people[0])
        return "byline"
    found.credits.append(f"{role}：{people[0]}")
    return "credits"


def note_dateline(text: str, found: Description) -> None:
    """Add author and source from brackets inside the text to ``found``; the brackets stay there."""
    dateline = _DATELINE.search(folded(text)) or _WIRE.match(folded(text).strip())
    people = people_in(dateline["names"]) if dateline else None
    if dateline and people:
        found.note_source(_outlet(dateline["outlet"]), BYLINE)
        found.note("author", people[0])
    taiwan = _TAIWAN.match(folded(text))
    if taiwan:
        found.note_source(taiwan["outlet"], BYLINE)
        # A name of three or two characters, followed by the place.
        names = (taiwan["names"][:3], taiwan["names"][:2])
        found.note("author", next(filter(is_name, names), ""))
    island = _ISLAND.match(folded(text))
    signed = people_in(island["names"]) if island else None
    if island and signed:
        found.note_source(_outlet(island["outlet"]), BYLINE)
        found.note("author", signed[0])
    _note_opening(folded(text).strip(), found)
    opened = _OPENED.match(folded(text))
    if opened:
        found.note_source(_outlet(opened["paper"] or opened["outlet"]), BYLINE)
    reported = _REPORTED.match(folded(text))
    if reported:
        found.note_source(reported["paper"] or reported["outlet"], ACCOUNT)


def day_of_dateline(text: str) -> str:
    """Return the full date in a dateline that opens a text (厦门2024年10月9日 /美通社/ --); empty
    without one."""
    dated = _DATED.match(folded(text).strip())
    return day_in(dated["day"]) if dated else ""


def _note_opening(plain: str, found: Description) -> None:
    """Add outlet and reporters that the first words of a text name."""
    news = _NEWS.match(plain)
    if news is not None and _is_outlet(news["outlet"], certain=bool(news["day"] or news["by"])):
        found.note_source(news["outlet"], BYLINE)
    told = _TOLD.match(plain)
    if told is None:
        return
    names = re.split(r"[、\s]+", told["names"])
    # 记者 某某 西安报道
    people = people_in("、".join(names if is_name(names[-1]) else names[:-1] or names))
    if people is None:
        return
    found.note("author", people[0])
    outlet = _outlet(told["outlet"])
    if outlet and _is_outlet(outlet, certain=False):
        found.note_source(outlet, BYLINE)
    elif outlet and _is_outlet(outlet, certain=True):
        found.note_source(outlet, ACCOUNT)


def _is_outlet(name: str, *, certain: bool) -> bool:
    """Return whether a name before 讯 or 记者 is that of an outlet; any name is if a day follows
    (``certain``), but for 本报 and words of a sentence."""
    if re.match("本[报网台刊站社]|据|近日|日前|今[天日]|昨[天日]|记者|.{1,5}社.", name):
        return False
    if kind_of_word(name) in (OUTLET_NAME, ACCOUNT_NAME):
        return True
    return certain and not re.search("[的在于从到和]|[省市县区]$", name)


def is_adopted(plain: str) -> bool:
    """Return whether a line below the title of a document says when and by whom it was decided, or
    before whom it was read; it is content."""
    return _ADOPTED.match(plain) is not None


def is_said(plain: str) -> bool:
    """Return whether a line is a statement in an interview: 记者：谢谢您。"""
    said = re.match(r"^(?:记者|主持人)\s*:\s*(?P<what>[^:|/]{2,})$", plain)
    return said is not None and people_in(said["what"]) is None


def _outlet(name: str | None) -> str:
    own = name is None or re.match("本[报网台刊]|见习|实习|首席|全媒体|特约", name)
    return "" if own or name is None else _POST.sub("", name)
