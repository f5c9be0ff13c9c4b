"""Lines at the end of a text that are none of the article: contacts of a press release, lists of
places for search engines.

Their form alone does not show it: elsewhere they may be part of the text, and so they are where it
is published for those who shall call (a notice, a call for applications).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence, Set

from generator.clean.likelihood import folded
from generator.clean.line_classifier import Line, Removed
from generator.patterns import late_regex

CONTACT, PLACES = "contact", "list of places"
_PHONE = (
    r"(?:(?<![\d-])(?:\(?\+?\d{1,3}\)?[- ]?)?(?:\(?0?\d{2,4}\)?[- ]?)\d{3,4}[- ]?[\dxX*]{4}"
    r"(?![\d万亿元])|(?<!\d)0\d{2,3}[- ]\d{3,5}[xX*]{2,5})"
)
_MAIL = r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
_REACHED = late_regex(rf"{_PHONE}|{_MAIL}")
_WHO = "(?:媒体|新闻|业务|采访|投资者|商务|公关|宣传|稿件|品牌|市场)"
_MEDIA = (
    rf"{_WHO}(?:部|组|处)?(?:联系|联络|咨询|垂询)(?:人|方式|电话)?|新闻联系人|新闻发言人"
    "|(?i:(?:media |press )?contacts?)"
)
# 媒体联系：张小姐 +86-10-…, 联系人：王女士，电话：…
_LABELLED = late_regex(
    rf"^[(\[【*]?(?:(?P<media>{_MEDIA})"
    "|(?:联系人|联络人|联系方式|联系我们|联系电话|垂询电话|联系|联络|电话|手机|邮箱|电邮|传真|微信"
    "|(?i:e-?mail|tel|phone))"
    r"(?:\s*及\s*(?:电话|方式))?)[)\]】]?\s*(?:[:：]|\s|$|(?<=[)\]】]))"
)
# A name whose number, in the next line, is removed already.
_NAMED = late_regex(r"^(?:联系人|联络人)\s*:\s*[\u4e00-\u9fff]{2,4}(?:先生|女士|小姐|经理)?$")
_MORE = late_regex(
    r"^[(]?(?:如需|如欲|如要|欲|若需|需要|为)?(?:了解|获取|获得|查询|索取)?[^。!?]{0,16}"
    r"(?:更多|详细|进一步|采访|垂询|图片|资料)[^。!?]{0,16}"
    r"(?:联系|联络|致电|拨打|发送邮件|来电|咨询)[^!?]{0,60}$"
)
_HOTLINE = late_regex(
    rf"^[\u4e00-\u9fff]{{0,8}}(?:新闻|读者)?热线\s*[:]?\s*{_PHONE}[^。!?]{{0,16}}$"
)
# A line of a block of contacts: a name, a number, an address of mail or web.
_ALONE = late_regex(
    rf"^(?:[\u4e00-\u9fff]{{2,4}}(?:先生|女士|小姐|经理|总监)?[\s,:]*)?"
    rf"(?:(?:{_PHONE}|{_MAIL})[\s,;/]*)+$"
)
_PERSON = late_regex(r"^[\u4e00-\u9fff]{1,3}(?:先生|女士|小姐|经理|总监)$")
_HEADING = late_regex(
    rf"^[(\[【*]?(?:{_WHO}(?:联系|联络|咨询)(?:人|方式|电话)?|联系方式|联系人|联系我们"
    r"|(?i:media contacts?))\s*[:]?[)\]】]?$"
)
_PUBLIC = late_regex(
    "公告|通知|公示|通告|招聘|招募|征集|启事|报名|指南|须知|办法|方案|规定|意见|函$|招标|中标|采购|遴选|申报|问答|答复"
)
_CALLED = late_regex(
    "报名|预约|举报|订票|投诉|招聘|报警|求助|救助|志愿|心理|法律|应聘|挂号|维权|申请|办理|市民|群众|居民|家长|考生"
    "|咨询[热电]|服务热线|便民"
)
_PLACE_LIST = late_regex(
    r"^[\u4e00-\u9fff]{2,12}(?:[省市县区旗州盟])(?:[、,，\s|]+[\u4e00-\u9fff]{1,10}[省市县区旗州盟]){3,}$"
)
_ENDED = late_regex(r"[。！？!?][”’」』）)]*$")
_BLOCK = 8  # lines of contacts at most
_NEXT = 4


def lines_after(lines: Sequence[Line], title: str, removed: Sequence[Removed]) -> list[Removed]:
    """Return the lines of a text that are contacts or places, with the reasons;
    ``removed`` are those removed before."""
    numbers = {one.line for one in removed if _REACHED.search(folded(one.text))}
    end = _contacts(lines, numbers, public=bool(_PUBLIC.search(title)))
    left = [one for one in lines if one.number not in {found.line for found in end}]
    if len(left) > 1 and _PLACE_LIST.match(left[-1].text) and _ENDED.search(left[-2].text):
        end.append(Removed(left[-1].number, left[-1].text, PLACES))
    return end


def _contacts(lines: Sequence[Line], numbers: Set[int], *, public: bool) -> list[Removed]:
    """Return the contacts at the end of a text; in a ``public`` one only those for the media.
    ``numbers`` are removed lines with a telephone number or an address."""
    block: list[Line] = []
    for line in reversed(lines[1:]):
        plain = folded(line.text)
        if line.table or len(plain) > 160 or len(block) == _BLOCK or not _may_be(plain):
            break
        block.insert(0, line)
    if block and not public:
        last = block[-1]
        named = _NAMED.match(folded(last.text))
        if named and any(0 < number - last.number <= _NEXT for number in numbers):
            return [Removed(last.number, last.text, CONTACT)]
    # A block begins with a line that is a contact by itself, not with a name or a number alone.
    while block and not _begins(folded(block[0].text), block[1:], public=public):
        block.pop(0)
    return [Removed(one.number, one.text, CONTACT) for one in block]


def _may_be(plain: str) -> bool:
    tests: tuple[Callable[[str], object], ...] = (
        _labelled, _more, _HOTLINE.match, _ALONE.match, _PERSON.match, _HEADING.match, _NAMED.match,
    )  # fmt: skip
    return any(test(plain) for test in tests) and not _CALLED.search(plain)


def _labelled(plain: str) -> bool:
    return bool(_LABELLED.match(plain)) and bool(_REACHED.search(plain)) and "。" not in plain[:-1]


def _more(plain: str) -> bool:
    return bool(_MORE.match(plain)) and bool(_REACHED.search(plain))


def _begins(plain: str, below: Sequence[Line], *, public: bool) -> bool:
    label = _LABELLED.match(plain)
    media = label is not None and bool(label["media"])
    if public and not media:
        return False
    if _HEADING.match(plain):
        return any(_REACHED.search(folded(one.text)) for one in below)
    return _labelled(plain) or _more(plain) or bool(_HOTLINE.match(plain))
