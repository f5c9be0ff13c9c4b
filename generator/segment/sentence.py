"""Sentences of a paragraph, in Chinese and in English.

Nothing is lost: the sentences of a text, joined, are the text. White space stays
with the sentence before it.
"""

from __future__ import annotations

import re

from generator.patterns import late_regex

_CLOSERS = "”’」』】）)\\]〕》〉＂'"

# Where a Chinese sentence ends. The one class in front lets the search run at the
# speed of a character scan; all conditions come after it.
_CHINESE_END = late_regex(
    rf"""
    [。！？｡!?….]
    (?:(?<![!?]) | (?![A-Za-z0-9=&/%_]))            # a query in an address, a name like Yahoo!
    (?:(?<!\.)   | (?<=[一-鿿”’）)%％]\.)(?=[\s{_CLOSERS}]|\Z))  # decimals, hosts, abbreviations
    (?> [。！？｡!?….]* (?: [{_CLOSERS}]*[。！？｡!?…]+ )* )
    (?: (?<!…) | (?![，、；：,;:等的]) )              # an ellipsis inside a list goes on
    (?: (?! [{_CLOSERS}])
      | (?<=[！？!?]) [”’」』＂]++ (?![{_CLOSERS}])
        (?! [^，。！？；：“”、\s]{{0,8}} (?:说|道|问|喊|表示|感慨|感叹) [。！] )
        (?! [，、；：,;:的是等声] | 成为 | 之声 | 口号 | 标语 | 字样 )
      | (?![》〉]) (?<![！？!?]) [{_CLOSERS}]++ (?![，、；：,;:的])
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

    Closing quotes and brackets stay with their sentence. A mark inside a title or a short
    quotation, before ``的`` or before a comma ends nothing; nor does a full stop in a
    decimal, an address or an abbreviation. A quotation that opens a sentence goes on to
    who said it (``“马上办。”他说。``). An empty text has no sentences.
    """
    curled = _curled(text)
    ends = (match.end() for match in _CHINESE_END.finditer(_without_inner_marks(curled)))
    return _cut(text, [end for end in ends if not _frame_follows(curled, end)])


# 《叮咚上线！老师好》, “走出去！引进来”: marks within a title, and within a quotation that is
# short, down to its last character.
_TITLE = late_regex(
    r"《[^《》。！？｡!?….\n]{0,60}[。！？｡!?….][^《》\n]{0,60}》"
    r"|〈[^〈〉。！？｡!?….\n]{0,40}[。！？｡!?….][^〈〉\n]{0,40}〉"
)
_SHORT_QUOTATION = late_regex(
    r"“[^“”。！？｡!?….\n]{0,30}[！？｡!?….](?!”)[^“”。\n]{0,30}”"
    r"|(?<![：:，,])“[^“”。！？｡!?….\n]{0,14}。(?!”)[^“”\n]{0,10}”"
)
_INNER_MARK = late_regex(r"[。！？｡!?….](?!”$)")


def _without_inner_marks(text: str) -> str:
    """The text with the marks inside titles and short quotations made letters of one length."""
    if "《" in text or "〈" in text:
        text = _TITLE.sub(lambda match: _INNER_MARK.sub("题", match[0]), text)
    if "“" in text:
        text = _SHORT_QUOTATION.sub(lambda match: _INNER_MARK.sub("题", match[0]), text)
    return text


_FRAME = late_regex(
    r"[^。！？!?；：:“”\s]{0,24}?(?:[说道问喊叫称答叹笑](?:道|着|了)?|表示|介绍|坦言|回答|解释|回忆|赞叹|感慨|感叹"
    r"|点赞|强调|指出|认为|补充|透露|直言|反问|追问|嘱咐|叮嘱|呼吁|承诺|评价|总结|写道|如是说|担心|疑惑|不解|纳闷|犯难|着急|发愁)(?:道)?(?=[。，！])"
)


def _frame_follows(text: str, end: int) -> bool:
    """Whether a quotation ends here that opened the sentence, and who said it comes next."""
    if text[end - 1] != "”":
        return False
    opened = text.rfind("“", 0, end)
    before = text[max(0, opened - 3) : opened].rstrip()[-1:] if opened > 0 else ""
    opens = opened >= 0 and (not before or before in "。！？!?…”")
    return opens and _FRAME.match(text, end) is not None


def _curled(text: str) -> str:
    """The text with straight double quotes curled in turn: each stays one character."""
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
    r"""(?<![.!?…])(?P<mark>[.!?…]+)["'”’)\]]*\s+(?=["'“‘(\[]*[A-Z0-9£$€¥一-鿿])""",
)
# What a word begins after.
_WORD_BREAK = late_regex(r"[\s(\[“‘\"']")
_NEVER_LAST = _words(
    "Mr Mrs Ms Dr Prof St Gen Sen Gov Rep Hon Rev Col Capt Lt Messrs Nos Fig Figs Art Vol "
    "vs cf ca approx e.g i.e pop dept Dept Univ univ incl excl resp min max avg pp Ave Blvd Rd Mt "
    "Ft Sgt Maj Adm Cmdr Pres Supt Assn Bldg Sens Reps Profs Drs viz"
)
# These may end a sentence; they do so when what follows opens one.
_SELDOM_LAST = _words(
    "No Co Ltd Inc Corp Bros Jr Sr etc al a.m p.m U.S U.K U.N E.U D.C Ph.D M.D B.A M.A "
    "Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec est sq"
)
_OPENERS = _words(
    "The This That These Those There They Their Then It Its He His She Her We Our You Your In On "
    "At As By For From Of To With But And Or So If When While After Before Since Under Over All "
    "Both Each Some Many Most More One Two Three Last Next Among During Meanwhile However Also "
    "Although A An What Why How Who Where Construction Work Output Investment"
)
_INITIAL = late_regex(r"(?:[A-Z]\.)*[A-Z]\Z")
_NEXT_WORD = late_regex(r"[A-Za-z]+|\d")
_LEADING_NUMBER = late_regex(r"\s*\(?\d{1,3}\)?\Z")


def english_sentences(text: str) -> list[str]:
    """The sentences of one paragraph of English; ``"".join(result) == text``.

    Decimals, initials, ``U.S.``, ``Co., Ltd.``, ``No. 1``, ``a.m.`` and a quotation that
    goes on in lower case (``"Why?" he asked.``) are whole.
    """
    ends: list[int] = []
    start = 0
    for match in _ENGLISH_END.finditer(text):
        if _ends(text, start, match):
            ends.append(match.end())
            start = match.end()
    return _cut(text, ends)


def _ends(text: str, start: int, match: re.Match[str]) -> bool:
    if match["mark"] != ".":
        return True
    before = text[start : match.start("mark")]
    if _LEADING_NUMBER.fullmatch(before):
        return False
    # Looked for from the end: the sentence may be long.
    broken = _WORD_BREAK.search(before[::-1])
    word = before[len(before) - broken.start() :] if broken else before
    if word in _NEVER_LAST:
        return False
    following = _NEXT_WORD.search(text, match.end())
    next_word = following.group() if following else ""
    if word == "No":
        return not next_word.isdigit()
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
