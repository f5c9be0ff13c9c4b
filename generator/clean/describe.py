"""Find date, source, author and credits in separate lines of a page."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from generator.clean.bylines import is_adopted, is_said, note_byline, outlet_before, reporters_in
from generator.clean.dates import Rank, days_in, without_days
from generator.clean.description import ACCOUNT, BYLINE, LABELLED, NAMED, TEXT, Description
from generator.clean.head_notes import note_head_line, note_whole_head
from generator.clean.known_outlets import is_known_outlet
from generator.clean.likelihood import folded
from generator.clean.outlets import OUTLET, outlet_in
from generator.clean.people import is_name, names_in, people_in
from generator.clean.posting import is_press, note_poster, note_posting, without_posting
from generator.patterns import late_regex
from generator.provinces import ALL_PROVINCES

_DAY_SIGN = late_regex(r"发布|发表|日期|时间|更新|来源|责编|编辑|作者|浏览|点击|阅读|星期|字号")
_SOURCE_KEYS = (
    "(?:信息|文章|稿件|新闻|内容|本文|资料|图文|发布|素材|综合|消息)?来源于?|稿源|出处|转自|供稿(?:单位|部门)?"
    "|发布(?:单位|机构|者|人|部门|科室)|发文(?:机关|单位)"
)
_FIELD = late_regex(
    rf"(?<![\u4e00-\u9fff])(?P<key>{_SOURCE_KEYS}|作者|记者|撰稿|通讯员)(?:\s*[:|/]\s*|(?<=来源于)\s+)"
    r"(?P<value>(?:https?://)?(?:[A-Za-z0-9-]+\.)+(?:com|cn|net|org|tw|hk)\b[\w./-]*"
    r"|(?:微信)?公众?号[\s:“\"]+[^\s|:;,，。()\[\]【】?]{2,16}"
    r"|[^\s|:;,，。()\[\]【】?\ufffd《]{0,12}《[^》]{2,20}》"
    r"|[^\s|:;,，。()\[\]【】?\ufffd]{2,24}+(?![?\ufffd]|\s*:))"
)
# 编号：123 领域：教育 类型：求助 日期：2021-06-02
_ROW = late_regex(
    r"^(?:[\u4e00-\u9fffA-Z]{2,8}\s*:\s*[^\s:,。;!?]{1,20}(?:\s+\d{1,2}:\d{2}(?::\d{2})?)?(?:\s+|$)){3,}$"
)
_BESIDE_SIGN = late_regex("来源|作者|记者|编辑|责编|浏览|点击|阅读|字号|字体|发表于|发布于")
# 《某报》（2019年6月15日 12版）
_PAPER = late_regex(
    r"^(?:来源\s*:|(?:本文|此文|原文)?(?:原?(?:刊|载)|刊登|刊发|发表|首发)于)?\s*[(\[【]?\s*《[^》]{2,16}》\s*[(]?\s*(?:19|20)\d\d[年./-].{4,24}?(?:版|期|刊|面|日)?\s*[)\]】]?$"
)
_NO_CREDIT = late_regex(
    r"^[(\[【]?\s*(?:责任编辑|责编|编辑|校对|审核|来源|作者|记者|摄影)\s*[:/|]\s*[)\]】]?$"
)
_CREDIT = (
    r"(?:本版责编|本期责编|版式设计|美术设计|视觉设计|责任编辑|责编|编辑|编审|终审|初审|复审|一审|二审|三审|审核|审读|审签|校对|校审|监制|总监制|策划|总策划"
    r"|统筹|值班编委|值班主任|值班总编|签发|签审|主编|副主编|版面|版式|美编|排版|制图|制作|视频|图片|摄影|摄像|供图"
    r"|撰文|撰文、摄影|摄影师|采写|撰稿|供稿|图源|题图|绘图|插画|剪辑|配音|海报|设计|美术|整理|翻译|审稿|初审编辑|图片来源|图片编辑"
    r"|本期编辑|本版编辑|值班编辑|执行编辑|责任校对|文字|图文|文图|文/图|图/文|文|图|来源|作者|记者|通讯员|实习生"
    r"|实习编辑|新媒体编辑|出品人|出品|一读|二读|三读|一校|二校|三校|文字整理|本版撰文)"
)
_WRITERS = frozenset("作者 记者 文 文字 撰文 采写 撰稿 图文 文图 文/图 图/文".split())
# 记者陈某某/高雄报道, beside a date
_SENT = late_regex(r"记者\s*(?P<name>[\u4e00-\u9fff]{2,4})\s*/\s*[\u4e00-\u9fff]{2,6}报[道导]")
# 本报记者, 全媒体记者王芳
_POST = late_regex(r"^[\u4e00-\u9fff]{0,8}(?:记者|通讯员|评论员)(?P<name>[\u4e00-\u9fff·]{2,4})?$")
_MARKS = "《》□■○●◆◇▲△★☆ "
_TIME = late_regex(r"\d{1,2}:\d{2}(?::\d{2})?(?:\s*[AP]M)?|星期[一二三四五六日天]")
_COUNTS = late_regex(r"\d+\s*(?:条|次|人)?\s*(?:评论|跟帖|跟贴|阅读|浏览|点击|参与)")
# A source without a label: alone on a line, and beside a date.
_OUTLET_ALONE = late_regex(rf"^{OUTLET}$")
# The name of an account that publishes articles; not its place or its category.
_ACCOUNT = late_regex(
    rf"^(?!(?:来自|发布|发表|{ALL_PROVINCES}|原创|转载|首发|关注|举报|收藏|分享|评论|点赞|打印|订阅|登录|正文|字号|字体|阅读|浏览|作者|编辑|记者))"
    r"(?!.*(?:阅读|评论|账号|帐号|作者|认证|官方|粉丝|关注|原创|次|年|月|日|条|好者|分享|收藏|打印|播放)$)"
    r"[\u4e00-\u9fffA-Za-z]{3,12}$"
)
# 某某早报 张三
_WRITER = late_regex(
    rf"^(?P<outlet>{OUTLET})\s+(?P<names>[\u4e00-\u9fff]{{2,4}}(?:[\s、][\u4e00-\u9fff]{{2,4}})?)$"
)
_OFFICE = late_regex(
    r"^[\u4e00-\u9fffA-Za-z0-9]{2,16}(?:院|局|委|办|处|协会|学会|联合会|观察|杂志|周刊|政府|公司|大学|学院)$"
)
_POSTED = late_regex(r"^(?P<name>[\u4e00-\u9fff]{2,4})\s+(?:发表|发布)于")
# 【纠错】 before 【责任编辑：张三】
_BUTTON = late_regex(r"^(?:[\[【](?:我要)?(?:纠错|打印|收藏|关闭|举报)[\]】]\s*)+(?=\S)")
_BARS = "｜丨│┃"
_CREDITS = late_regex(
    rf"^[(\[【]?\s*(?:(?:[\u4e00-\u9fff]{{2,8}}(?=记者|编辑))?{_CREDIT}\s*[:/|]\s*[^:。!?]{{1,24}}?\s*)+[)\]】]?$"
)
_ONE_CREDIT = late_regex(
    rf"({_CREDIT})\s*[:/|]\s*([^:。!?()\[\]【】]{{1,24}}?)(?=[\s;,]+{_CREDIT}\s*[:/|]|\s*[)\]】]?$)"
)
# 栏目主编：张三 文字编辑：李四 题图来源：某某
_OTHER_CREDITS = late_regex(
    r"^[(\[【]?(?:[\u4e00-\u9fff]{2,6}\s*[:|/]\s*[\u4e00-\u9fffA-Za-z、· ]{2,16}?\s*){2,}[)\]】]?$"
)
_OTHER_CREDIT = late_regex(
    r"([\u4e00-\u9fff]{2,6})\s*[:|/]\s*([\u4e00-\u9fffA-Za-z、· ]{2,16}?)"
    r"(?=\s+[\u4e00-\u9fff]{2,6}\s*[:|/]|\s*[)\]】]?$)"
)
_EDITING = late_regex("编|审|校|摄|监制|策划|制图|题图")
_PICTURES = late_regex(
    r"^[(\[【]?\s*(?:(?:本版|本文|文中|以上)?(?:图片|照片)(?:均)?(?:由|来源|来自|为)|(?:本版|本组)(?:图片|照片)).{2,40}?(?:提供|供图|摄|拍摄)?\s*[)\]】]?$"
)


def _plain(line: str) -> str:
    plain = folded(line)
    for bar in _BARS:
        plain = plain.replace(bar, "|")
    return _BUTTON.sub("", plain.strip())


def note_line(line: str, found: Description, number: int = 0) -> str:
    """Add the details in a line to ``found``; return the reason why the line is removed, or an
    empty string if it stays."""
    if len(line) > 160:
        return ""
    plain = _plain(line)
    if is_said(plain) or is_adopted(plain):
        return ""
    if _PAPER.match(plain):
        found.days += days_in(plain, number, beside=True)
        found.note_source(plain.partition("《")[2].partition("》")[0], BYLINE)
        return "date and source"
    told = note_head_line(plain, found, number)
    if told:
        return told
    if len(_ONE_CREDIT.findall(plain)) > 1 and _CREDITS.match(plain):
        days = days_in(plain, number, beside=True)
        _keep_credits(_TIME.sub(" ", without_days(plain, " ")) if days else plain, found)
        found.days += days
        return "date and source" if days else "credits"
    byline = note_byline(plain, found) or note_posting(plain, found)
    if byline:
        return byline
    fields = list(_FIELD.finditer(plain))
    timed = bool(_TIME.search(plain)) and bool(_OFFICE.match(_bare(plain)))
    beside = timed or bool(fields) or bool(_BESIDE_SIGN.search(plain))
    days = days_in(plain, number, beside=beside)
    if (fields or days) and (_is_metadata(plain, bool(fields)) or _ROW.match(plain)):
        found.days += days
        _note_fields(plain, fields, found, TEXT, more=True)
        if not fields:
            note_poster(plain, found)
            _note_unlabelled(plain, found)
        return "date and source"
    if _CREDITS.match(plain) or _NO_CREDIT.match(plain):
        _keep_credits(plain, found)
        return "credits"
    others = _OTHER_CREDIT.findall(plain) if _OTHER_CREDITS.match(plain) else []
    if any(_EDITING.search(role) for role, _ in others):
        found.credits += [f"{role}：{names_in(who)}" for role, who in others]
        return "credits"
    if _PICTURES.match(plain):
        found.credits.append(plain.strip("()[]【】 "))
        return "credits"
    return ""


def note_beside(
    line: str, found: Description, number: int, *, before: bool, own: bool = False
) -> str:
    """Add the details in a line beside the article of a web page to ``found``.

    Such a line is removed in any case; the result is the reason if it has any details. Lines after
    the article (not ``before``) count only if they have a label; ``own`` says that such a line is
    at the end of the article's text, below a list of other articles.
    """
    plain = _plain(line)
    told = note_whole_head(plain, found, number) if before else ""
    if told:
        return told
    fields = list(_FIELD.finditer(plain))
    days = days_in(plain, number, beside=bool(fields) or bool(_BESIDE_SIGN.search(plain)))
    if not before:
        # A date with a time of day may be the article's too, if its text agrees.
        timed = bool(_TIME.search(plain))
        days = [
            day if day.rank >= Rank.LABELLED else replace(day, rank=Rank.BANNER)
            for day in days
            if day.rank >= Rank.LABELLED or timed
        ]
    people = None
    unnamed = before and not any(_is_source(one) for one in fields)
    for part in _parts(plain):
        people = people or reporters_in(part)
        found.note_source(outlet_before(part), TEXT)
    if unnamed:
        _note_unlabelled(plain, found, dated=bool(days))
    posted = _POSTED.match(plain)
    if people is None and posted and is_name(posted["name"]):
        people = (posted["name"], "")
    if people:
        found.note("author", people[0])
    found.days += days
    ending = own and bool(fields) and _is_source(fields[0]) and fields[0].start() <= 1
    if ending and people is None:
        behind = reporters_in(plain[fields[0].end() :].strip(" )]】"))
        found.note("author", behind[0] if behind else "")
    press = ending and is_press(outlet_in(fields[0]["value"]))
    rank = LABELLED if before else NAMED if press else TEXT
    _note_fields(plain, fields, found, rank, more=own)
    return "date and source" if days or fields else "byline" if people else ""


def _parts(plain: str) -> list[str]:
    """Return the parts of a line beside an article, without dates, times and counts."""
    rest = _TIME.sub("  ", _COUNTS.sub("  ", without_days(plain, "  ")))
    return [part.strip() for part in re.split(r"\s{2,}|\s*[|·•]\s*", rest) if part.strip()]


def _note_unlabelled(plain: str, found: Description, *, dated: bool = True) -> None:
    """Add a source without a label that is beside a date or alone."""
    for part in _parts(plain):
        title = re.search(r"《([^》]{2,12}(?:报|刊|杂志))》", part)
        if title:
            found.note_source(title[1], TEXT)
        if dated and _ACCOUNT.match(part) and not is_name(part):
            found.note_source(part, ACCOUNT)
        writer = _WRITER.match(part)
        people = people_in(writer["names"]) if writer else None
        if writer and people:
            found.note_source(writer["outlet"], TEXT)
            found.note("author", people[0])
        known = is_known_outlet(part)
        if known or _OUTLET_ALONE.match(part) or (dated and _OFFICE.match(part)):
            found.note_source(part, TEXT)


def _writers(value: str, behind: str) -> str:
    """Return the authors in a field: a job title may come first, then the names (□本报记者 王芳
    李强)."""
    post = _POST.match(value)
    if post is None:
        words = behind.split()
        others = [*takewhile(is_name, words)] if is_name(value) else []
        # These words are names only if nothing but another field follows.
        ended = len(words) == len(others) or re.search(r"[:\d]", words[len(others)])
        return names_in(" ".join([value, *(others if ended else [])]))
    if post["name"]:
        behind = f" {post['name']} {behind}"
    names = [*takewhile(is_name, behind.split())] if behind[:1].isspace() else []
    return "、".join(names)


def _is_source(one: re.Match[str]) -> bool:
    """Return whether the label of a field means the source itself."""
    return "来源" in one["key"] or one["key"] in ("稿源", "出处", "转自")


def _note_fields(
    plain: str, fields: Sequence[re.Match[str]], found: Description, rank: int, *, more: bool
) -> None:
    """Add the fields of a line to ``found``; ``more`` says that its authors belong to the article
    even if the page has named others."""
    for one in fields:
        value = one["value"]
        if one["key"] in ("作者", "记者", "撰稿"):
            _note_author(_writers(value.strip(_MARKS), plain[one.end() :]), found, more=more)
        elif one["key"] == "通讯员":
            found.credits.append(f"通讯员：{names_in(value)}")
        elif _is_source(one):
            found.note_source(value, rank)
        elif not is_name(value):  # the one who published it on the page
            found.note_source(value, BYLINE)
    sent = _SENT.search(plain)
    people = people_in(sent["name"]) if sent else None
    if people:
        found.note("author", people[0])
    _keep_credits(plain, found, more=more)


def _note_author(names: str, found: Description, *, more: bool) -> None:
    if more:
        found.add_author(names)
    else:
        found.note("author", names)


def _is_metadata(plain: str, has_fields: bool) -> bool:
    """Return whether a line has dates and fields and nothing that looks like a sentence."""
    rest = _COUNTS.sub("", _FIELD.sub("", without_days(plain)))
    rest = re.sub(r"\d{1,2}:\d{2}(?::\d{2})?|星期[一二三四五六日天]", "", rest)
    if re.search("[。;!?]", rest):
        return False
    bare = _bare(without_posting(rest))
    if re.fullmatch(OUTLET, bare) and len(plain) <= 40:
        return True
    if _OFFICE.match(bare) and _TIME.search(plain):
        return True
    return len(bare) <= (24 if has_fields else 10 if _DAY_SIGN.search(plain) else 2)


def _bare(plain: str) -> str:
    """Return a line without dates, numbers, punctuation and the words that accompany a date."""
    rest = _TIME.sub("", _COUNTS.sub("", without_days(plain)))
    return re.sub(r"[\s\d|/:,()\[\]·-]+", "", _DAY_SIGN.sub("", rest))


def _keep_credits(plain: str, found: Description, *, more: bool = True) -> None:
    for role, who in _ONE_CREDIT.findall(plain):
        if role in _WRITERS:
            _note_author(names_in(who), found, more=more)
        elif role == "来源":
            found.note_source(who, TEXT)
        else:
            found.credits.append(f"{role}：{names_in(who)}")
