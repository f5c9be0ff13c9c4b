"""The covering note in an e-mail with an article: greeting, remark on the attachment, contacts."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence

from generator.clean.likelihood import folded
from generator.clean.line_classifier import COVERING_NOTE
from generator.clean.titles import may_be_title
from generator.patterns import late_regex

_WHOM = (
    "(?:编辑|编辑部|媒体|记者|老师|领导|同事|朋友|同志|主编|主任|同仁|编辑老师|媒体朋友|记者朋友)"
)
_GREETING = late_regex(
    rf"^(?:尊敬的|亲爱的)?(?:各位|贵报|贵刊|贵社|[\u4e00-\u9fff]{{1,4}})?{_WHOM}们?\s*[:,!]?\s*(?:(?:您|你|大家|各位|早上|上午|下午|晚上)好)?[!。,:]?$"
    r"|^[\u4e00-\u9fff]{0,8}(?:您好|你好|大家好|各位好|早上好|上午好|下午好)[!。,:~]*"
    r"(?:[\u4e00-\u9fff]{2,12}[:。!])?$"
)
_SENT = late_regex(
    r"^[^。!?]{0,30}(?:新闻稿|通稿|稿件|稿子|材料|文稿|新闻|附件|正文)[^。!?]{0,16}(?:查收|审阅|参考|采用|刊发|刊登|使用|查阅|审核|斧正|编辑|发布)[^。!?]{0,6}[。!,]?(?:多谢|谢谢|感谢)?[。!]?$"
    r"|^(?:敬?请|烦请|望)[^。!?]{0,8}(?:查收|审阅|刊发|采用|查阅|审核)[。!,]?(?:多谢|谢谢|感谢)?[。!]?$"
)
_CLOSING = late_regex(
    r"^(?:多谢|谢谢|感谢|非常感谢|此致|敬礼|敬上|顺颂|祝好|顺祝|祝|即颂)[\u4e00-\u9fff]{0,8}[!。,~]*$"
    r"|^(?:(?:新闻|媒体|业务)?(?:联系人|联络人|联系方式|联系电话|手机|电话|邮箱|传真|微信|地址)\s*:\s*.{1,40})+$"
    r"|^(?:发自我的|从我的|Sent from my)\s*.{1,30}$|^[-—_=*]{2,}$"
)
# A prefix of a subject that describes the e-mail and not the article.
_KIND = late_regex(
    r"^[\[【(]?(?:新闻通?稿|通稿|新闻素材|投稿|供稿|稿件|来稿|发稿)[\]】)]?\s*[:\-—_｜|]*\s*"
)
_ALIKE = 0.4


def note_lines(lines: Sequence[str], passed: Collection[int]) -> dict[int, str]:
    """Return the numbers (from 1) of the lines that are a covering note, with the reason;
    ``passed`` are the numbers of lines that were removed before."""
    rows = [
        (number, folded(" ".join(line.split())))
        for number, line in enumerate(lines, 1)
        if number not in passed and line.strip()
    ]
    found = dict.fromkeys(_run(rows, (_GREETING, _SENT)), COVERING_NOTE)
    return found | dict.fromkeys(_run(reversed(rows), (_CLOSING,)), COVERING_NOTE)


def _run(rows: Iterable[tuple[int, str]], rules: Sequence[re.Pattern[str]]) -> list[int]:
    found = []
    for number, line in rows:
        if not any(rule.match(line) for rule in rules):
            break
        found.append(number)
    return found


def subject_of(text: str) -> str:
    """Return a subject without a prefix that describes the e-mail, such as 新闻稿：."""
    return _KIND.sub("", text) or text


def is_heading(line: str, subject: str) -> bool:
    """Return whether the first line of a text is the title that a subject says in other words."""
    if not may_be_title(line):
        return False
    first, other = _pairs(line), _pairs(subject)
    return len(first & other) >= _ALIKE * min(len(first), len(other))


def _pairs(text: str) -> set[str]:
    plain = re.sub(r"[\W_]+", "", folded(text))
    return {plain[at : at + 2] for at in range(len(plain) - 1)}
