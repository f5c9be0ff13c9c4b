"""The covering note in an e-mail with an article: greeting, remark on the attachment, contacts."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from itertools import pairwise

from generator.clean.head_notes import is_head
from generator.clean.likelihood import folded
from generator.clean.line_classifier import COVERING_NOTE, QUOTED
from generator.clean.people import is_name
from generator.clean.simplified import to_simplified
from generator.clean.titles import may_be_title
from generator.one_by_one import simplified
from generator.patterns import late_regex

_WHOM = (
    "(?:编辑|编辑部|媒体|记者|老师|领导|同事|朋友|同志|主编|总编|主任|部长|科长|同仁|伙伴|先生|女士"
    "|编辑老师|编辑同志|媒体朋友|媒体老师|媒体同仁|记者朋友|记者老师)"
)
_GOOD = "(?:您|你|您们|你们|大家|各位|早上|上午|中午|下午|晚上)好"
_GREETING = late_regex(
    rf"^(?:尊敬的|亲爱的|敬爱的)?(?:各位|贵报|贵刊|贵社|贵台|[\u4e00-\u9fff]{{1,4}})?{_WHOM}们?\s*[:,!]?\s*(?:{_GOOD}|好)?[!。,:]?$"
    rf"|^[\u4e00-\u9fff]{{0,8}}{_GOOD}[!。,:~]*(?:[\u4e00-\u9fff]{{2,12}}[:。!])?$"
    r"|^(?:各位|贵报|贵刊|贵社|贵台)(?:好)?[:,!。]?$|^(?i:hi|hello|dear)\b[^。]{0,24}[,:!。]?$"
)
# The name of the kind of text, alone on a line: 【新闻稿】.
_KIND_ALONE = late_regex(
    r"^[\[【(]?(?:新闻通?稿|通稿|新闻素材|稿件|正文|稿件正文|新闻稿正文)[\]】)]?:?$"
)
_SENT = late_regex(
    r"^[^。!?]{0,30}(?:新闻稿|通稿|稿件|稿子|材料|文稿|新闻|附件|正文)[^。!?]{0,16}(?:查收|审阅|参考|采用|刊发|刊登|使用|查阅|审核|斧正|编辑|发布)[^。!?]{0,6}[。!,]?(?:多谢|谢谢|感谢)?[。!]?$"
)
_PART = late_regex(r"[。!?,;~:\s]+")
_THANKS = (
    "(?:(?:多谢|谢谢|感谢|非常感谢|十分感谢|万分感谢|衷心感谢|先谢过?|辛苦|有劳|拜托|打扰|麻烦)"
    "(?:您|你|您们|大家|各位|贵报|贵刊|编辑|老师|们|的|了|啦|对?我们|配合|支持|关注|关照|帮助|一直以来|长期以来|工作|和|与|及)*)"
    "|此致|敬礼|此致敬礼|敬上|祝好|祝(?:您|你|各位|大家|编|商|工作|一切|顺|安)[\u4e00-\u9fff]{0,8}"
    "|顺[颂祝致][\u4e00-\u9fff]{0,6}|即颂[\u4e00-\u9fff]{0,4}|谨[祝此启][\u4e00-\u9fff]{0,4}"
)
_DEED = (
    "(?:查收|查阅|审阅|审稿|过目|审核|审定|斧正|指正|刊发|刊登|刊载|采用|采编|编发|编辑|发布|参考|转发|惠存|使用"
    "|予以?报道|给予报道|予以?支持|给予支持|多多支持|协助|回复|确认|联系|来电|致电|告知)"
)
_STUFF = "(?:稿|材料|素材|图片|照片|附件|文件|文档)"
# A part of a line between marks that says what was sent and what to do with it.
_REQUEST = late_regex(
    rf"^(?:{_THANKS}"
    r"|(?:现|特|并|也|还|再|随时|如[^ ]{0,10})?"
    r"(?:敬请|恳请|烦请|谨请|还请|请|望|盼|麻烦|劳烦|拜托|欢迎|可|供)[^ ]{0,20}"
    rf"{_DEED}[^ ]{{0,16}}"
    rf"|请您?(?:看|见|参见|参阅|阅)[^ ]{{0,10}}{_STUFF}[^ ]{{0,8}}"
    rf"|(?:现|特|兹|今)?将[^ ]{{0,24}}{_STUFF}[^ ]{{0,8}}(?:发|报|送|呈|寄|转|提供)[^ ]{{0,12}}"
    r"|(?:详?见|随信|随函|邮件|本邮件)?附(?:件|上|有)?(?:中?[是为]|中|里是?|系)?[^ ]{0,24}"
    rf"{_STUFF}[^ ]{{0,12}}"
    r"|(?:请|麻烦|劳烦|拜托|能否|可否)(?:您|你|老师|帮忙|帮着|先|再){0,3}"
    r"(?:看看|看一下|看下|过目|把关)[^ ]{0,24}|收到(?:后)?请?[^ ]{0,4}回复"
    rf"|(?:这|下面|以下)[^ ]{{0,3}}(?:篇|条|则|个{_STUFF})"
    r"[^ ]{0,16}(?:请|麻烦|看|能|可)[^ ]{0,30}"
    r"|(?:能不能|能否|可否|是否可以?|看能不能)[^ ]{0,4}"
    r"(?:放进|放到|用在|收进|编进|刊登|刊发|采用|发在)[^ ]{0,16}"
    r"|期待[^ ]{0,6}的?(?:回复|回音|采用|刊发|支持)"
    r"|详?见附件|附件[^ ]{0,3}详?见"
    rf"|[^ ]{{0,10}}(?:{_STUFF}|正文|全文|内容)[^ ]{{0,8}}"
    r"(?:如下|附后|已发附件|见附件|如附件|在附件[中里]?|见下[文方]?|见正文)"
    rf"|[^ ]{{0,10}}{_STUFF}[^ ]{{0,4}}(?:发您|发给您|发送|发去|奉上|呈上|送上|附上)[^ ]{{0,4}}"
    rf"|(?:以下|下面|这|此)(?:是|为|系)[^ ]{{0,20}}(?:{_STUFF}|正文|新闻)[^ ]{{0,8}}"
    r"|(?:给|向|现|我|今|特|兹|先)[^ ]{0,12}"
    r"(?:发来|发给|发送|发您|发上|发去|寄来|寄去|提供|投来|投稿|呈上|奉上|送上|报送)"
    rf"[^ ]{{0,16}}{_STUFF}[^ ]{{0,8}}"
    r")$"
)
# Who writes, and when to ask: part of a note only beside a request.
_REMARK = late_regex(
    rf"^(?:我(?:是|们是|叫)[^ ]{{2,30}}|这里是[^ ]{{2,24}}|{_GOOD}|各位[^ ]{{0,6}}"
    rf"|[\u4e00-\u9fff]{{1,3}}{_WHOM}"
    r"|我(?:们)?(?:已经?|都|刚)?[^ ]{0,6}(?:核|校|看|改|查|确认)[^ ]{0,16}|数字[^ ]{0,8}核[^ ]{0,8}"
    r"|[^ ]{0,8}(?:昨天|今天|刚刚?|上午|下午)[^ ]{0,4}(?:传|发|送|寄)来的?"
    r"|[^ ]{0,12}(?:打|拨|联系)我的?(?:手机|电话|微信)?|[老小][\u4e00-\u9fff]"
    r"|如(?:有|需|果|对)[^ ]{0,24}|有(?:任何)?(?:问题|疑问|事)[^ ]{0,12}"
    r"|以上|不好意思|冒昧[^ ]{0,6})$"
)
_LABEL = (
    "(?:(?:新闻|媒体|业务|采访|本稿|稿件|宣传)?(?:联系人|联络人|联系方式|联系电话|联系|联络"
    "|手机号?码?|电话|邮箱|传真|微信号?|地址|邮编|QQ))"
)
_CLOSING = late_regex(
    r"^(?:多谢|谢谢|感谢|非常感谢|此致|敬礼|敬上|顺颂|祝好|顺祝|祝|即颂)[\u4e00-\u9fff]{0,8}[!。,~]*$"
    rf"|^[(\[【]?(?:{_LABEL}\s*:\s*.{{1,40}})+$"
    rf"|^[(\[【]?{_LABEL}\s+(?=.*(?:\d{{7}}|@)).{{1,60}}$"
    # 如有问题打我手机。
    r"|^(?:如果?|若|要是)?(?:有|还有)(?:任何|什么|其他)?(?:问题|疑问|不清楚的?|需要|情况|事)[^。]{0,10}"
    r"(?:打|拨|联系|找|问|告诉|回复|微信)我?[^。]{0,16}[。!~]?$"
    r"|^(?:编安|撰安|商祺|时祺|冬安|夏安|春安|秋安|近安|工作顺利|身体健康)[!。,]?$"
    r"|^附件?\d*\s*:.{0,30}(?:照片|图片|原图|新闻稿|通稿|\.(?:jpe?g|docx?|png|zip)).{0,20}$"
    r"|^(?:发自我的|从我的|Sent from my)\s*.{1,30}$|^[-—_=*]{2,}$"
    r"|^(?i:(?:best|kind|warm)?\s*(?:regards|wishes)|thanks?(?: you)?|sincerely)[,.!]?$"
    # 祝工作顺利!王磊 手机 138…; 稿件如有疑问请联系王磊
    rf"|^祝[\u4e00-\u9fff]{{2,8}}[!。,~]\s*[\u4e00-\u9fff]{{2,4}}(?:\s+{_LABEL}.{{1,30}})?$"
    r"|^(?:本|此|该)?(?:稿件?|文|新闻稿)?(?:内容)?如(?:有|需|对)[^。]{0,20}"
    r"(?:联系|联络|致电|来电|来函|回复|告知).{0,40}$"
    # What a mail program adds: 本邮件及其附件含有机密信息,仅供收件人使用
    r"|^(?:本|此|该|这封)(?:电子)?(?:邮件|电邮|信件|信息)[^。]{0,40}"
    r"(?:保密|机密|涉密|专有|收件人|收信人|仅限|仅供|病毒).{0,200}$"
    r"|^(?:如果?您?|若您?)(?:不是|并非|非)[^。]{0,12}收件人.{0,200}$|^如(?:您)?误收.{0,200}$"
    r"|^(?i:this (?:e-?mail|message)[^.]{0,60}(?:confidential|intended|privileged)).{0,300}$"
)
# A person's number: a mobile phone, or any number beside nothing but names.
_PHONE = late_regex(
    r"^[^。!?;]{0,40}?(?<!\d)(?:\+?86[- ]?)?1[3-9]\d[- ]?\d{4}[- ]?\d{4}(?!\d)[^。!?;]{0,30}$"
    r"|^[\u4e00-\u9fff ]{0,24}(?:\(?0\d{2,3}\)?[- ]?)\d{7,8}(?:-\d{1,5})?$"
)
_PUBLIC = late_regex("咨询|报名|热线|预约|举报|订票|服务|投诉|招聘|报警")
_OFFICE = late_regex(
    r"^[^。,;:]{2,40}(?:政府|委员会|办公室|局|厅|部|委|院|会|处|科|中心|公司|协会|集团|报社|电视台|学校|大学|新闻办|宣传办)$"
)
_DAY = late_regex(r"^(?:19|20)\d{2}\s*[年/.-]\s*\d{1,2}\s*[月/.-]\s*\d{1,2}\s*日?$")
_LATIN = late_regex(r"^[A-Z][a-z]+(?: [A-Z][a-z]+){1,2}$")
# Between the text and a closing; it is read as any credit.
_CREDIT = late_regex(
    r"^[(\[【]?(?:作者|撰稿|撰文|记者|通讯员|摄影|供稿|供稿单位|来源|编辑|审核)\s*:[^。]{1,30}$"
)
# Where an older e-mail begins: 在 2024-09-11 17:02，徐某 写道：, -----原始邮件-----, 发件人：…
_WROTE = late_regex(r"^[^。]{4,120}(?:写道|写到|(?i:wrote))\s*:$|^-{2,}\s*回复的?原邮件\s*-{2,}$")
_SENT_AT = late_regex(r"\d{1,2}:\d{2}|@|^-")
_ORIGINAL = late_regex(
    r"(?i)^[-_=—*\s]*(?:原始邮件(?:信息)?|(?:回复的)?原邮件|转发的?邮件|转发邮件信息"
    r"|original\s?(?:message|e?-?mail)|forwarded message)[-_=—*\s]*$"
)
_QUOTED_HEAD = late_regex(
    r"^[>|\s]*\*{0,2}(?:发件人|寄件者|收件人|收件者|抄送|发送时间|发送日期|日期|时间|主题|主旨"
    r"|From|To|Cc|Sent|Date|Subject)\*{0,2}\s*[:：|]"
)
_HEADS, _ARTICLE = 2, 60  # keys below the first; Chinese characters of a text above
_SIGNED = 4  # lines of a signature below the contacts
_LONGEST, _SHORT = 120, 60
# A prefix of a subject that describes the e-mail and not the article.
_KIND = late_regex(
    r"^[\[【(]?(?:新闻通?稿|通稿|新闻素材|投稿|供稿|稿件|来稿|发稿"
    r"|(?:敬|烦|恳)?请(?:予以?)?(?:刊发|查收|审阅|采用|发布|编发))[\]】)]?\s*[:：\-—_｜|]*\s*"
)
_OF_MAIL = late_regex("稿|附件|素材|材料|^请|查收|邮件")
_ALIKE = 0.4
_HEADLINE, _PROSE = 7, 30
_TO_READER = late_regex("[您你请谢祝]")
_HAN = late_regex("[\u4e00-\u9fff]")


def quoted_lines(lines: Sequence[str]) -> dict[int, str]:
    """Return the numbers (from 1) of the lines of an older e-mail that is quoted below the text,
    with the reason; none if the quoted text is the article, because nothing else is above it."""
    for place, line in enumerate(lines):
        bare = line.strip()
        if not bare:
            continue
        below = [one.strip() for one in lines[place + 1 :] if one.strip()]
        wrote, original = _WROTE.match(folded(bare)), _ORIGINAL.match(bare)
        # He wrote:, in an article, has neither a time of day nor > below it.
        sent = _SENT_AT.search(bare) or (below and below[0][0] == ">")
        head = _QUOTED_HEAD.match(bare)
        keys = sum(bool(_QUOTED_HEAD.match(one)) for one in below[:4])
        begins = (original and keys) or (wrote and sent and not original)
        if not (begins or (head and keys >= _HEADS)):
            continue
        above, quoted = "".join(lines[:place]), "".join(lines[place:])
        size = len(_HAN.findall(above))
        # A longer text below is the article, which somebody forwards with a long note.
        if size < max(_ARTICLE, len(_HAN.findall(quoted))) or "。" not in above:
            return {}
        return dict.fromkeys(range(place + 1, len(lines) + 1), QUOTED)
    return {}


def note_lines(lines: Sequence[str], passed: Collection[int]) -> dict[int, str]:
    """Return the numbers (from 1) of the lines that are a covering note, with the reason;
    ``passed`` are the numbers of lines that were removed before."""
    rows = [
        (number, folded(to_simplified(" ".join(line.split()))))
        for number, line in enumerate(lines, 1)
        if number not in passed and line.strip()
    ]
    older = quoted_lines(lines)
    rows = [row for row in rows if row[0] not in older]
    found: list[int] = []
    greeted = False
    for number, line in rows:
        if _GREETING.match(line):
            greeted = True
        elif not (_SENT.match(line) or _KIND_ALONE.match(line) or _asks(line, greeted=greeted)):
            break
        found.append(number)
    return dict.fromkeys([*found, *_at_end(rows)], COVERING_NOTE) | older


def _asks(line: str, *, greeted: bool = False) -> bool:
    """Return whether each part of a line belongs to a note, and one of them is a request. Below a
    greeting (``greeted``), the others may say anything in a few words."""
    if len(line) > _LONGEST:
        return False
    parts = [part for part in _PART.split(line) if part]
    asked = [bool(_REQUEST.match(part)) for part in parts]
    if greeted and any(asked) and len(line) <= _SHORT and _TO_READER.search(line):
        return True
    return any(asked) and all(
        one or _REMARK.match(part) for one, part in zip(asked, parts, strict=True)
    )


def _at_end(rows: Sequence[tuple[int, str]]) -> list[int]:
    """Return the numbers of the lines of contacts and closings below the text. A name or an office
    below them signs the e-mail; an office with a date signs the document, and stays."""
    found: list[int] = []
    signed: list[tuple[int, str]] = []
    for number, line in reversed(rows):
        if _CLOSING.match(line) or _asks(line) or _is_phone(line):
            if not any(_DAY.match(text) for _, text in signed):
                found += [one for one, _ in signed]
            found.append(number)
            signed = []
        elif _CREDIT.match(line):
            continue
        elif found and not signed and is_name(line):
            found.append(number)
        elif len(signed) < _SIGNED and _signs(line):
            signed.append((number, line))
        else:
            break
    # 王某 / 某局综合科 / 电话：…: whoever sent the e-mail, below the text.
    named = any(is_name(text) for _, text in signed)
    if found and named and not any(_DAY.match(text) for _, text in signed):
        found += [one for one, _ in signed]
    return found


def _signs(line: str) -> bool:
    return bool(_OFFICE.match(line) or _DAY.match(line) or _LATIN.match(line)) or is_name(line)


def _is_phone(line: str) -> bool:
    return bool(_PHONE.match(line)) and not _PUBLIC.search(line)


def subject_of(text: str) -> str:
    """Return a subject without a prefix that describes the e-mail, such as 新闻稿：."""
    kind = _KIND.match(simplified(text))
    return (text[kind.end() :] if kind else "") or text


def is_subject(line: str, subject: str) -> bool:
    """Return whether a line is nothing but the subject, or the name of the kind of text."""
    bare = [re.sub(r"[\W_]+", "", folded(text)) for text in (subject_of(line.strip()), subject)]
    return bare[0] == bare[1] or bool(_KIND_ALONE.match(folded(line.strip())))


def headline(rows: Sequence[str], subject: str) -> str:
    """Return the first of the ``rows`` of a text if it is its title, else an empty string: it says
    the subject of the e-mail in other words, or has the form of a headline above a paragraph."""
    if not rows or not may_be_title(rows[0]):
        return ""
    if _is_alike(rows[0], subject) or _is_headline(rows, subject):
        return rows[0]
    return ""


def _is_headline(rows: Sequence[str], subject: str) -> bool:
    first = to_simplified(rows[0])
    if len(_HAN.findall(first)) < _HEADLINE or is_head(folded(first)):
        return False
    if first[-1] in "!！?？" and _TO_READER.search(first):
        return False
    heads = [row for row in rows[1:3] if not _is_prose(row)]
    if len(heads) == len(rows[1:3]) or not all(is_head(folded(to_simplified(r))) for r in heads):
        return False
    # The first of several headings is a section's, unless the subject is about the e-mail.
    others = any(
        may_be_title(row) and not _is_prose(row) and _is_prose(below)
        for row, below in pairwise(rows[2:])
        if row not in heads
    )
    return not others or bool(_OF_MAIL.search(to_simplified(subject)))


def _is_prose(row: str) -> bool:
    return len(row) >= _PROSE and "。" in row


def _is_alike(line: str, subject: str) -> bool:
    first, other = _pairs(line), _pairs(subject)
    return len(first & other) >= _ALIKE * min(len(first), len(other))


def _pairs(text: str) -> set[str]:
    plain = re.sub(r"[\W_]+", "", folded(text))
    return {plain[at : at + 2] for at in range(len(plain) - 1)}
