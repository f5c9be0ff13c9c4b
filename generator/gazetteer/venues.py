"""Detect capitals that are only the venue of national or provincial meetings."""

from __future__ import annotations

from generator.gazetteer.context import sentence_around
from generator.patterns import late_regex
from generator.provinces import PROVINCES

_FOR_ALL = frozenset({"110000", "810000"})
_MEETS = late_regex(
    r"(?:市)?[^，。；\n]{0,10}?(?:召[开開]|[举舉]行|[举舉][办辦]|[开開]了|[会會][见見]|[闭閉]幕|[开開]幕|出席|[发發][布佈]|[签簽]署|[会會]晤|[会會][谈談]|主持|例行|[参參]加"
    r"|[举舉]办|成立|揭牌|[启啟][动動]|[宣][布佈]|[回答]{2}|接受|[发發]行|[说說]，|表示|指出)"
)
_NATIONAL = late_regex(
    r"[国國]台[办辦]|[港][澳][办辦]|[国國]足|[国國]奥|[国國]家[队隊]|中[国國][队隊]|(?:[亚亞]洲|世界|[国國][际際])[\u4e00-\u9fff]{2,10}?(?:[银銀]行|[组組][织織]|[协協][会會]|[联聯]盟)|[国國][务務]院|中共中央|党中央|中央|全[国國]|我[国國]|中[国國][\u4e00-\u9fff]{0,8}(?:[协協][会會]|[学學][会會]|[集团團]{2}|[总總]公司|政府|[银銀]行)|[国國]家[\u4e00-\u9fff]{2,8}(?:局|委|署|[办辦])"
    r"|[\u4e00-\u9fff]{2,7}部(?![门門队隊位落分下省])|[外][交]部|商[务務]部|[财財]政部|教育部|[\u4e00-\u9fff]{2,8}部(?:[长長]|发布|發佈|[门門]?[负負])|最高人民|[总總][书書][记記]|主席|[总總]理|[联聯]合[国國]|人大常委[会會]|[国國]新[办辦]|[总總][统統]|大使|首相|[国國]王|外[长長]"
)
_PROVINCIAL = late_regex(
    r"[\u4e00-\u9fff]{1,3}省(?:[委政人教农農发發]|[与與和])|省[委政长長]|省[人大政协協]{2}|自治[区區](?:[党黨]委|政府|人大|主席)?|全省|全[区區](?:[^\u4e00-\u9fff]|[经經党黨])|[\u4e00-\u9fff]{2}省"
)

# 甘肃文旅推介会在成都举行
_PROVINCE = r"(?:" + PROVINCES + r")"
_PROMOTION = late_regex(
    _PROVINCE + r"[^，。；\n]{0,10}(?:推介|招商|恳谈|专场|路演|文化周|旅游周)[^，。；\n]{0,4}在\Z"
)
_OF_A_PROVINCE = late_regex(_PROVINCE + r"[^，。；\n]{0,8}在\Z")
_PROMOTES = late_regex(r"市?(?:举?办|举行|召开|开)[^，。；\n]{0,8}(?:推介|招商|恳谈|路演)")
_OF_PROVINCE = late_regex(r"[^，。\n]{0,8}全省[^，。\n]{0,14}(?:会|會)")
_ALL_OF_IT = late_regex(r"(?:[国國]家|中央|[国國][务務]院)[^。\n]*全[国國]")


def is_state_visit(text: str, start: int, end: int, code: str) -> bool:
    """Whether a national guest comes to Beijing or Hong Kong: 总统访问北京."""
    if code not in _FOR_ALL:
        return False
    return _NATIONAL.search(text, sentence_around(text, end)[0], start) is not None


def is_venue(text: str, start: int, end: int, code: str) -> bool:
    """Whether a national or provincial institution only meets in the city ``code``.

    Beijing and Hong Kong are venues of national institutions, a provincial capital of those of its
    province.
    """
    if text[start - 1 : start] == "在" and _PROMOTES.match(text, end):
        return _OF_A_PROVINCE.search(text, max(0, start - 14), start) is not None
    if text[start - 1 : start] != "在" or not _MEETS.match(text, end):
        return False
    sentence = sentence_around(text, end)
    if _PROMOTION.search(text, sentence[0], start):
        return True
    if code in _FOR_ALL:
        return _NATIONAL.search(text, *sentence) is not None
    if not code.endswith("0100"):
        return False
    return (
        _PROVINCIAL.search(text, sentence[0], start) is not None
        or _OF_PROVINCE.match(text, end) is not None
        or _ALL_OF_IT.search(text, *sentence) is not None
    )
