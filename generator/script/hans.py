"""Convert Traditional to Simplified, for text of Taiwan, of Hong Kong, or of both mixed.

OpenCC has a table for each of both, and each does not know some characters of the other (tw2s
leaves 衞, 敍, 枱). Here the table is chosen by the text, characters that it leaves are converted
with the other table, and characters that both leave are checked by words: OpenCC keeps 乾 in 烘乾道
because of the era 乾道, but the words are 烘干 and 道.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any, Literal

from generator.lexicon import cut
from generator.patterns import any_of, late_regex
from generator.script.bylines import Person, field_people, text_people
from generator.script.edited import Edited, Span, patch, patched
from generator.script.protection import Protection
from generator.script.quotes import CURLY
from generator.script.tables import Spelling, forms

Region = Literal["tw", "hk", "mixed"]

# Characters that are used only in one of the two regions.
_HONG_KONG = "着裏衞敍枱綫説户麪鈎温媪"
_TAIWAN = "裡敘麵汙稜"
# Characters that stay in some words (著名) and change in others (看著), which the tables' phrases
# decide.
_WORDS_DECIDE = "著乾么"
# The mainland's standard characters, where OpenCC keeps the original or has another one; its papers
# write 劏房 and 坪輋 with these.
_STANDARD = dict(
    zip(
        "顎伕揹暱鯰鉅逕噁菓鄕韮栢壻瞇賸踫姪撢朶毬牠妳痲砲蔴隄倣偪巿幇揷氷湼甎瘉盌礟祘竝糓罇聨脇姸寃尅崐彊慙煖珮畊皷矙碁"
        "茘荳葢蠏覩謌譔讃躭躶輭隂靭鞌頋頼顋飡飮騐鬪鴈鵞鶏麐黙鼈囘墖裌劏輋",
        "颚夫背昵鲶巨径恶果乡韭柏婿眯剩碰侄掸朵球它你麻炮麻堤仿逼市帮插冰涅砖愈碗炮算并谷樽联胁妍冤克昆强惭暖佩耕鼓瞰棋"
        "荔豆盖蟹睹歌撰赞耽裸软阴韧鞍顾赖腮餐饮验斗雁鹅鸡麟默鳖回塔夹劏輋",
        strict=True,
    )
)
_STANDARD_WORDS = dict(
    pair.split(":")
    for pair in (
        "想像:想象 座标:坐标 薰陶:熏陶 薰染:熏染 薰香:熏香 薰心:熏心 "
        "薰风:熏风 薰沐:熏沐 锺馗:钟馗 芸薹:芸苔 甚么:什么 "
        "帐目:账目 帐册:账册 帐房:账房 帐务:账务 烂帐:烂账 旧帐:旧账 赖帐:赖账 帐户:账户 "
        "帐号:账号 帐单:账单 帐款:账款 帐簿:账簿 帐本:账本 帐面:账面 记帐:记账 转帐:转账 "
        "结帐:结账 查帐:查账 入帐:入账 进帐:进账 呆帐:呆账 坏帐:坏账 对帐:对账 付帐:付账 "
        "买帐:买账 算帐:算账 覆函:复函 覆信:复信 回覆:回复 答覆:答复 批覆:批复 函覆:函复 "
        "覆核:复核 覆检:复检 覆诊:复诊 覆审:复审 土着:土著"
    ).split()
)
_STANDARD_WORD = late_regex("|".join(_STANDARD_WORDS))
_STANDARD_BEGIN = "".join(sorted({word[0] for word in _STANDARD_WORDS}))
_STANDARD_OLD = "".join(_STANDARD)
# 藉 stays only in these words.
_PRETEXT = late_regex(r"(?<![慰狼蕴蘊枕藉])藉(?!藉)")
# Where OpenCC's phrases convert 著 wrongly: 映著白雪, 等編著.
_WRITTEN = late_regex(r"(?<=[編编])着(?=[，。；、）)《：]|$|者|的《|出版)")
_GOES_ON = late_regex(
    r"(?<![名顯显論论專专土原編编譯译遺遗昭巨合撰拙新])著(?=白)"
    r"|(?<=[混贴结配融闭拼迎缝]合)著(?![者作])|(?<=得)著(?=称赞)|(?<=彰显)著(?=[过那这一了])"
)
# Characters that may stay in Simplified text, with their usual Simplified forms.
_DOUBTFUL = {"乾": "干", "徵": "征", "於": "于", "著": "着"}
_DOUBTFUL_CHARACTERS = "".join(_DOUBTFUL)
# Forms that names of people keep on the mainland (the standard list of 2013 has most of them), or
# have instead of the usual ones.
_NAME_FORMS = {char: char for char in "乾堃喆淼犇昇邨迺甯濬祐瞭"} | {"鉅": "钜", "颺": "飏"}
_OF_NAMES = "".join(_NAME_FORMS)
# The same only in a field of names: elsewhere these are common words.
_FIELD_FORMS = _NAME_FORMS | {"著": "著"}
_SURNAME = {"於": "於"}
_HAN = [chr(code) for part in ((0x3400, 0x4DC0), (0x4E00, 0xA000)) for code in range(*part)]


def region_of(text: str) -> Region:
    """The region whose characters a Traditional text has; Taiwan if there are none of either."""
    if not any_of(_HONG_KONG).search(text):
        return "tw"
    return "mixed" if any_of(_TAIWAN).search(text) else "hk"


@cache
def _converter(config: str) -> Any:
    # Imported only if text is converted: it takes 0.1 s.
    import opencc

    return opencc.OpenCC(config)


@cache
def _left_over() -> dict[int, str]:
    """Characters that one of both tables leaves, with the conversions of the other."""
    lines = "\n".join(_HAN)
    tables = [_converter(config).convert(lines).split("\n") for config in ("tw2s", "hk2s")]
    return {
        ord(char): theirs if char == ours else ours
        for char, ours, theirs in zip(_HAN, *tables, strict=True)
        if (char == ours) != (char == theirs) and char not in _WORDS_DECIDE
    }


@cache
def _left_over_characters() -> str:
    return "".join(map(chr, _left_over()))


class Simplified:
    """Converts Traditional text to Simplified, with protected spans; with ``curly``, 「」 become
    “”."""

    def __init__(self, protection: Protection, *, curly: bool = False) -> None:
        self._protection, self._curly = protection, curly

    def __call__(self, text: str) -> Edited:
        made = self._made(text)
        if any_of(_OF_NAMES).search(text):
            people = [one for one in text_people(made) if one.sure]
            made = _with_names(text, made, people, _NAME_FORMS)
        return self._finished(text, made)

    def names(self, text: str) -> Edited:
        """``text`` as a field that holds the names of people."""
        made = self._made(text)
        return self._finished(text, _with_names(text, made, field_people(made), _FIELD_FORMS))

    def _finished(self, text: str, made: str) -> Edited:
        if self._curly:
            for mark, curly in CURLY.items():
                made = made.replace(chr(mark), chr(curly))
        return patched(made, self._protection.spans(text, cut(made)))

    def _made(self, text: str) -> str:
        """The Simplified text, as long as ``text``."""
        config = "hk2s" if region_of(text) == "hk" else "tw2s"
        made: str = _converter(config).convert(text)
        if len(made) != len(text):
            made = "".join(_converter(config).convert(char) for char in text)
        if any_of(_left_over_characters()).search(made):
            made = made.translate(_left_over())
        if any_of(_STANDARD_OLD).search(text):
            made = "".join(_STANDARD.get(old, new) for old, new in zip(text, made, strict=True))
        if any_of(_STANDARD_BEGIN).search(made):
            made = _STANDARD_WORD.sub(lambda word: _STANDARD_WORDS[word.group()], made)
        if "藉" in made:
            made = _PRETEXT.sub("借", made)
        if "著" in text:
            made = _WRITTEN.sub("著", _GOES_ON.sub("着", made))
        return patch(made, _by_words(text, made))


def _with_names(text: str, made: str, people: Iterable[Person], forms: Mapping[str, str]) -> str:
    """``made`` with the forms of ``people`` that they have as names."""
    spans: list[Span] = []
    for one in people:
        for at in range(one.start, one.end):
            form = forms.get(text[at])
            if form is None and at == one.start and forms is _FIELD_FORMS:
                form = _SURNAME.get(text[at])
            if form is not None:
                spans.append((at, at + 1, form))
    return patch(made, spans)


def _by_words(text: str, made: str) -> list[Span]:
    """Edits for doubtful characters in ``made`` that should be Simplified by the words around
    them."""
    if not any_of(_DOUBTFUL_CHARACTERS).search(made):
        return []
    plain = "".join(_DOUBTFUL.get(char, char) for char in made)
    found, at, known = [], 0, forms(Spelling())
    for piece in cut(plain):
        if len(piece) > 1:
            for offset, (char, form) in enumerate(zip(piece, known[piece], strict=True)):
                place = at + offset
                if char != made[place] and form == text[place]:
                    found.append((place, place + 1, char))
        at += len(piece)
    return found
