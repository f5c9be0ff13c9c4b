"""Split a paragraph into sentences, in Chinese and in English.

The sentences of a text, joined, are the text. White space belongs to the sentence before it.
"""

from __future__ import annotations

import re

from generator.one_by_one import simplified
from generator.patterns import late_regex
from generator.script.quotes import CURLY

_CLOSERS = "”’」』】）)\\]〕》〉＂'"

# What continues a sentence after an ellipsis.
_GOES_ON = (
    "还是|但是?(?!愿)|却|终于|最终|直到|甚至|然后|以及|都(?!市)|各色|各式|各类|各种(?!植)|种种|一一|应有尽有|琳琅满目"
    "|不一而足|响成一片|此起彼伏|交织|汇成|连成|构成|组成|勾勒|扑面而来|映入|随处可见|纷纷|尽收|数不胜数|目不暇接"
    "|美不胜收|摆满|堆满|挤满|齐聚|悉数|化作|声声|样样|件件|无不|无一不|令人|让人|几乎|竟然?|又是|也都?是"
)

# What continues a sentence after a quotation: “…。”这是他常说的话.
_TAKES_UP = "这(?:是|[句番段首席]|几个字|样的话)|是(?!的)|成[了为]|留言|发[帖文]|跟帖|唱[段腔]"

# The end of a Chinese sentence. The pattern begins with a single character class, so that the
# search runs at the speed of a character scan; all conditions come after it.
_CHINESE_END = late_regex(
    rf"""
    [。！？｡!?….]
    (?:(?<![!?]) | (?![A-Za-z0-9=&/%_]))            # a query in an address
    (?<!\bYahoo!) (?<!\bYum!) (?<!\bKahoot!) (?<!\bJoomla!)
    (?:(?<!\.)   | (?<=[一-鿿”’）)%％]\.)(?=[\s{_CLOSERS}]|\Z))  # decimals, hosts, abbreviations
    (?> [。！？｡!?….]* (?: [{_CLOSERS}]*[。！？｡!?…]+ )* )
    (?: (?<!…) | (?! [，、；：,;:等的] | {_GOES_ON} ) ) # an ellipsis inside a list goes on
    (?: (?! [{_CLOSERS}])
      | (?<=[！？!?]) [”’」』＂]++ (?![{_CLOSERS}])
        (?! [^，。！？；：“”、\s]{{0,8}} (?:说|道|问|喊|表示|感慨|感叹) [。！] )
        (?! {_TAKES_UP} | [，、；：,;:的等声—] | 之声 | 口号 | 标语 | 字样
          | [一这该]?[个句番]?(?:呼声|喊声|声音)
          | (?:主题|系列|专题|专项|宣传|品牌|公益)?
            (?:活动|行动|计划|大赛|论坛|讲座|展览|特展|音乐会|演唱会|晚会|巡演|专栏|栏目|节目|倡议)
            (?!现场|当天|当日|期间|中|上|结束|开始前|主办)
          | (?:主题|系列|专题|专项)(?:教育|宣讲|展|赛|报道|比赛|演讲)
          | 一[文书词剧曲语]|二字|[两三四]个字|几个字 )
      | (?![》〉]) (?<![！？!?]) [{_CLOSERS}]++ (?![，、；：,;:的—] | {_TAKES_UP})
      | (?<=[！？!?]) (?=[】）)\]〕']) [{_CLOSERS}]++ (?![，、；：,;:的])
      | [{_CLOSERS}]++ (?=\s*\Z)
    )
    \s*+
    """,
    re.VERBOSE,
)

_STRAIGHT_QUOTE = late_regex('"')


def sentences(text: str) -> list[str]:
    """The sentences of one paragraph of Chinese; ``"".join(result) == text``.

    Closing quotes and brackets belong to their sentence. A full stop, question mark or
    exclamation mark does not end a sentence inside a title or a short quotation, before ``的``
    or before a comma; nor does a full stop in a decimal, an address or an abbreviation. A
    quotation and the words that name its speaker are one sentence (``“马上办。”他说。``). An empty
    text has no sentences.
    """
    curled = _normalized(text)
    ends = (match.end() for match in _CHINESE_END.finditer(_without_inner_marks(curled)))
    return _cut(text, [end for end in ends if not _frame_follows(curled, end)])


# Full stops and the like inside a title (《叮咚上线！老师好》), inside a short quotation
# (“走出去！引进来”) and inside brackets (（10月3日至5日。编者注）).
_TITLE = late_regex(
    r"《[^《》。！？｡!?….\n]{0,60}[。！？｡!?….][^《》\n]{0,60}》"
    r"|〈[^〈〉。！？｡!?….\n]{0,40}[。！？｡!?….][^〈〉\n]{0,40}〉"
)
_SHORT_QUOTATION = late_regex(
    r"“[^“”。！？｡!?….\n]{0,30}[！？｡!?….](?!”)[^“”。\n]{0,30}”"
    r"|“[^“”。！？｡!?….\n]{0,20}…+(?!”)[^“”。！？…\n]{1,20}[。！？]”"
    r"|(?<![：:，,])“[^“”。！？｡!?….\n]{0,14}。(?!”)[^“”\n]{0,10}”"
)
_BRACKET = late_regex(
    r"（[^（）。！？\n]{0,40}[。！？](?!）)[^（）\n]{0,40}）(?=[，、；：,;:的]|[\u4e00-\u9fff])"
)
_INNER_MARK = late_regex(r"[。！？｡!?….](?!”$)")


def _without_inner_marks(text: str) -> str:
    """The text with a letter for each full stop and the like inside titles, short quotations and
    brackets. It keeps its length."""
    if "《" in text or "〈" in text:
        text = _TITLE.sub(lambda match: _INNER_MARK.sub("题", match[0]), text)
    if "（" in text:
        text = _BRACKET.sub(lambda match: _INNER_MARK.sub("题", match[0]), text)
    if "“" in text:
        text = _SHORT_QUOTATION.sub(lambda match: _INNER_MARK.sub("题", match[0]), text)
    return text


_SAYS = (
    r"(?:[说道问喊叫称答叹笑](?:道|着|了)?|表示|介绍|坦言|回答|解释|回忆|赞叹|感慨|感叹"
    r"|点赞|强调|指出|认为|补充|透露|直言|反问|追问|嘱咐|叮嘱|呼吁|承诺|评价|总结|写道|如是说|担心|疑惑|不解|纳闷|犯难|着急|发愁)(?:道)?"
)
# The words that name the speaker: “…”他说，“…”; “…”6月19日，在村口，老人拿着药袋说。
_FRAME = late_regex(
    rf"[^。！？!?；：:“”\s]{{0,24}}?{_SAYS}(?=[。，！])|[^。！？!?；：:“”\s]{{0,60}}?{_SAYS}(?=[。！])"
)


def _frame_follows(text: str, end: int) -> bool:
    """Whether a quotation that opened the sentence ends here, and the speaker is named next."""
    if text[end - 1] != "”":
        return False
    opened = text.rfind("“", 0, end)
    before = text[max(0, opened - 3) : opened].rstrip()[-1:] if opened > 0 else ""
    opens = opened >= 0 and (not before or before in "。！？!?…”")
    return opens and _FRAME.match(text, end) is not None


def _normalized(text: str) -> str:
    """The text with curly quotation marks; it keeps its length.

    Straight quotation marks become opening and closing ones in turn. In a text with 「」 or 『』
    these are replaced, and its characters become Simplified.
    """
    if "「" in text:
        text = simplified(text).translate(CURLY)
    elif "『" in text:
        text = simplified(text).replace("『", "“").replace("』", "”")
    if '"' not in text:
        return text
    turns = 0

    def curl(_: re.Match[str]) -> str:
        nonlocal turns
        turns += 1
        return "“" if turns % 2 else "”"

    return _STRAIGHT_QUOTE.sub(curl, text)


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_ENGLISH_END = late_regex(
    r"""(?<![.!?…])(?P<mark>[.!?…]+)["'”’)\]]*\s+(?=["'“‘(\[]*(?:[A-Z0-9£$€¥一-鿿]|[a-z][A-Z]))""",
)
# A word begins after one of these.
_WORD_BREAK = late_regex(r"[\s(\[“‘\"']")
# Abbreviations that never end a sentence.
_NEVER_LAST = _words(
    "Approx Mr Mrs Ms Dr Prof St Gen Sen Gov Rep Hon Rev Col Capt Lt Messrs Nos Fig Figs Art Vol "
    "vs cf ca approx e.g i.e pop dept Dept Univ univ incl excl resp min max avg pp Mt "
    "Ft Sgt Maj Adm Cmdr Pres Supt Assn Sens Reps Profs Drs viz"
)
# Abbreviations that end a sentence if the next word is one of _OPENERS.
_SELDOM_LAST = _words(
    "Ave Blvd Rd Bldg Co Ltd Inc Corp Bros Jr Sr etc al U.S U.K U.N E.U D.C Ph.D M.D B.A M.A est sq"
)
# Abbreviations that end a sentence unless a number follows.
_BEFORE_NUMBERS = _words(
    "No Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Ch Chap Sec Tab Para para Eq Ex Pt "
    "Sect Cl Reg p pt art sec Sched Stat Rev Ver"
)
# These end a sentence unless one of _AFTER_HOURS follows: 9 a.m. Monday, 5 p.m. Beijing time.
_HOURS = _words("a.m p.m A.M P.M")
_AFTER_HOURS = _words(
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday Beijing EST EDT GMT UTC PST "
    "PDT ET PT BST CET January February March April May June July August September October "
    "November December Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec local"
)
# Names that end with an exclamation mark.
_MARKED_NAMES = _words("Yahoo Yum Kahoot Joomla")
_OPENERS = _words(
    "The This That These Those There They Their Then It Its He His She Her We Our You Your "
    "In On At As By For From Of To With But And Or So If When While After Before Since Under "
    "Over All Both Each Some Many Most More One Two Three Last Next Among During Meanwhile "
    "However Also Although A An What Why How Who Where Construction Work Output Investment "
    "No Nobody None Others Everyone Another Every Any Few Several Such Here Later Now Today "
    "Yesterday Officials Experts Analysts Prices Sales Shares Exports Imports Demand Entry "
    "Admission Tickets Visitors Residents Workers Farmers Students People Local Total Annual "
    "About Around Nearly Almost Out Up Down Back Thanks According Compared Despite Following "
    "Including Not Only Four Five Six Seven Eight Nine Ten My I Neither Either Half Once "
    "Until Through Mr Mrs Ms Dr"
)
_INITIAL = late_regex(r"(?:[A-Z]\.)*[A-Z]\Z")
_NEXT_WORD = late_regex(r"[A-Za-z]+|\d")
_LEADING_NUMBER = late_regex(r"\s*\(?\d{1,3}\)?\Z")


# A quotation after which the sentence continues: “Who Am I?” opened; “It works. It pays,” he said.
_ENGLISH_QUOTATION = late_regex(
    r"“[^“”\n]{0,200}[.!?…][^“”\n]{0,120}”(?=,? [a-z])"
    r"|\"[^\"\n]{0,200}[.!?…][^\"\n]{0,120}\"(?=,? [a-z])"
)
_ENGLISH_MARK = late_regex(r"[.!?…](?=[\s.!?…])")


def english_sentences(text: str) -> list[str]:
    """The sentences of one paragraph of English; ``"".join(result) == text``.

    Decimals, initials, ``U.S.``, ``Co., Ltd.``, ``No. 1``, ``a.m.`` and a quotation followed by a
    word in lower case (``"Why?" he asked.``) are not split.
    """
    ends: list[int] = []
    start = 0
    for match in _ENGLISH_END.finditer(_without_quoted_stops(text)):
        if _ends(text, start, match):
            ends.append(match.end())
            start = match.end()
    return _cut(text, ends)


def _without_quoted_stops(text: str) -> str:
    """The text with a letter for each full stop and the like inside a quotation after which the
    sentence continues. It keeps its length."""
    if "“" not in text and '"' not in text:
        return text
    return _ENGLISH_QUOTATION.sub(lambda match: _ENGLISH_MARK.sub("x", match[0]), text)


def _ends(text: str, start: int, match: re.Match[str]) -> bool:
    before = text[start : match.start("mark")]
    # Searched from the end, because the sentence may be long.
    broken = _WORD_BREAK.search(before[::-1])
    word = before[len(before) - broken.start() :] if broken else before
    following = _NEXT_WORD.search(text, match.end())
    next_word = following.group() if following else ""
    if match["mark"] != ".":
        return match["mark"] != "!" or word not in _MARKED_NAMES or next_word in _OPENERS
    if _LEADING_NUMBER.fullmatch(before) or word in _NEVER_LAST:
        return False
    if word in _BEFORE_NUMBERS:
        return not next_word.isdigit()
    if word in _HOURS:
        return next_word not in _AFTER_HOURS
    if word in _SELDOM_LAST or _INITIAL.fullmatch(word):
        return next_word in _OPENERS
    return True


def _cut(text: str, ends: list[int]) -> list[str]:
    if not text:
        return []
    if not ends or ends[-1] != len(text):
        ends.append(len(text))
    start = 0
    parts: list[str] = []
    for end in ends:
        parts.append(text[start:end])
        start = end
    return parts
