"""Ordinals, ranks and vague magnitudes: 第三, 500强, 数十."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

import msgspec

from generator.figures.figure import Fact, Figure
from generator.figures.measures import CLASSIFIERS, MEASURE
from generator.figures.numeral import (
    chinese_value,
    english_cardinal,
    english_ordinal,
    plain,
)
from generator.figures.units import UNITS
from generator.patterns import late_regex

_N = r"(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:[万亿]{1,2})?|[一二两三四五六七八九十百千万亿零〇]+"
_ORDINAL = late_regex(
    rf"第(?P<n>{_N})(?!产业|方|范式|财经|感|时间)(?:(?P<article>条|章|款)|(?P<m>个(?!百分点)|{MEASURE})(?![元])|位)?"
)
_GENERATION = late_regex(r"第(?P<n>[0-9]{1,2}\.[0-9])代")
_SESSION = late_regex(
    r"(?P<n>[一二三四五六七八九](?=届(?:[全省市县区]?(?:人大|政协|党代|纪委|[省市县区]委)|理事|董事|监事|[一二三四五六七八九十]次|[一二三四五六七八九]中全会))|十[一二三四五六七八九]?|二十[一二三四五]?|[0-9]{1,3})届"
)
_RANK = late_regex(
    r"(?P<n>[0-9]+|[十百千]|[一二三五]百)强(?!度|化|调|制|劲|势|大|国|将|军|队|省)"
    r"|前(?P<top>[0-9]+|[二两三四五六七八九十]|十五|二十|三十|五十|百)(?:强|名|位(?!于))"
    r"|前(?P<bare>[三五十])(?=[，。、；！）\s]|$)"
)
_VAGUE = late_regex(
    r"(?P<w>数|几个(?=[万亿])|几|上|成)(?P<scale>[十百千]?[万亿]{1,2}|[十百千])(?P<more>多|余)?"
    rf"(?P<m>%|{MEASURE})?"
)
# 举办三届, 共三届 are so many; 中共十八届 is the 18th.
_HELD = late_regex("[了过办前]\\Z|(?<!中)共\\Z")
# 总数百, 以上千: the character belongs to the word before it.
_OTHER_WORDS = {"数": "总人户次指参件级倍十", "上": "以之加马", "几": "十", "几个": "十"}
_SAID_VAGUE = late_regex(
    r"数以(?P<by>[十百千]?[百千万亿])计|(?P<millions>成百上千万)|(?P<hundreds>成百上千)(?!万)|(?P<thousands>成千[上成]万)"
)
_NUMBER_SIGN = late_regex(
    r"(?P<n>[0-9]+|[一二三四五六七八九十]+)号(?=楼|线|路|公路|工程|文件|厂|机|泊位|店|院|门|车|桥|井|"
    r"台风|病房|病区|展厅|展馆|航站|检票|登机口|窗口|柜台|通告|公告|球场|场地|车间|库|站台|出口|入口|坑|墓|卫星|电站|高地|界碑|标段|塔|坝|闸|渠|隧道|墩|码头|反应堆|罐|食堂|宿舍|楼栋|"
    r"选手|馆|地块|仓|矿|炉|机组|高炉|研|[竖斜平风副主]井|支?洞|[风水油]机|锅炉|水厂|泵|闸|主变|桩|展[位区台]|摊位|船|舱|摄影棚|演播|[赛泳滑]道|平台|球道|采区|工作面|区域|地铁|电梯|[”」])|(?P<n2>[0-9]+|[一二三]?十[一二三四五六七八九]?)号(?!码|召|称|角|令|牌|机|线)"
    r"|(?<=长征|嫦娥|神舟|天舟|天问|风云|东风|北斗|实践|遥感|高分|梦舟|快舟|力箭|引力|朱雀|雪龙|探索|玉兔|深海|资源|海洋)"
    r"(?P<n4>[一二三四五六七八九十]{1,3})号"
    r"|(?<=[月于，。自在日])(?P<n3>[一二三四五六七八九])号(?=在|上午|下午|晚|中午|凌晨|[，、至到]|抵达|举行)"
)
# 神舟二十号, 长江路26号: what stands before it says that it is no day.
_NAMED = late_regex(
    "[\u4e00-\u9fff](?<![月于在至到从自是日定这个天周的及和与或等前后约将据电年午晨晚间])"
)
_GRADE = late_regex(r"(?P<n>[0-9]{1,2}|[一二三四五六七八九])年级")
# 二楼, 二审: of a lone numeral the counters of floors and instances.
_LONE = late_regex(
    r"(?P<n>[二三四五六七八九十])(?:楼(?![盘市宇道梯板台堂])|审(?=[，。宣维改裁开法当案庭]|判[决处])|单元(?=[0-9一二三四五六七八九十]))"
)
_ANNIVERSARY = late_regex(r"(?P<n>[0-9]+|[一二两三四五六七八九十百]+)周年")
_PHASE = late_regex(
    r"(?P<n>[一二三四五六七八九])期(?=[）)”」，。、；：和与及等的已正将均都也尚交新扩续竣完封动开投建占总可包]|工程|项目|产业|厂|建设|投资|规划|临床|$)"
)

_WORDS_OF = {
    10: "dozens", 100: "hundreds", 1000: "thousands", 10**4: "tens of thousands",
    10**5: "hundreds of thousands", 10**6: "millions", 10**7: "tens of millions",
    10**8: "hundreds of millions", 10**9: "billions", 10**10: "tens of billions",
    10**11: "hundreds of billions", 10**12: "trillions",
}  # fmt: skip


_NUMERALS = frozenset("〇零一二两三四五六七八九十百千万亿")
# 几个月, 数小时: several.
_SOME_TIME = late_regex(
    r"(?P<w>[几数])(?P<unit>个月(?!大)|年(?![级龄])|天(?![然平])|日(?!元)|周(?![围边年])|个?小时|分钟|个?星期|(?<=数)月(?!亮)|吨(?![位级])|公里|亩|公斤|斤|倍(?![增速率]))"
)
_UNIT_OF = {"月": "个月", "日": "天"}
_MEASURED_KINDS = frozenset({"money", "measure", "multiple"})


def _with_so_few(below: int) -> Iterator[str]:
    """Third from last: only two are below."""
    for word in ("only", "but", "just", "all except", "apart from") if below else ():
        yield f"{word} {english_cardinal(below)}"


def read_ordinal(text: str, at: int) -> Figure | None:
    """``第三``, ``第二个``, ``十九届``, ``8号线``."""
    generation = _GENERATION.match(text, at) if text.find(".", at, at + 4) > 0 else None
    if generation:
        nth = Fraction(generation["n"])
        return Figure(
            at, generation.end(), generation.group(), f"{generation['n']}-generation",
            generation["n"], "", "ordinal", engine_safe=True, facts=((Fact("number", nth),),),
        )  # fmt: skip
    match = _ORDINAL.match(text, at)
    if match:
        n = chinese_value(match["n"])
        if n is None or (at and text[at - 1] in "等门及科"):
            return None
        word = {"条": "Article", "章": "Chapter", "款": "Paragraph"}.get(match["article"] or "")
        english = f"{word} {n}" if word else english_ordinal(int(n))
        optional = n == 1 or match["m"] in ("天", "年", "步") or text.startswith("方", match.end())
        made = _ordinal(match, english, int(n), optional)
        if text.startswith(("年头", "年", "春秋"), match.end()) and match["m"] == "个":
            years = (Fact("number", Fraction(n), "years"),)  # in 40 years
            made = msgspec.structs.replace(made, facts=(*made.facts, years))
        if text.endswith("倒数", 0, at) and n in _FROM_LAST:
            words = (*_FROM_LAST[int(n)], *_with_so_few(int(n) - 1))
            last = tuple((Fact("label", text=word),) for word in words)
            made = msgspec.structs.replace(made, facts=(*made.facts, *last))
        if match["m"] == "次" and n in _BEFORE_IT:
            before = (Fact("number", Fraction(int(n) - 1)), Fact("label", text=_BEFORE_IT[int(n)]))
            made = msgspec.structs.replace(made, facts=(*made.facts, before))
        if match["m"] == "名" and n in _PLACED:
            won = tuple((Fact("label", text=word),) for word in _PLACED[int(n)])
            made = msgspec.structs.replace(made, facts=(*made.facts, *won))
        return made
    match = _SESSION.match(text, at)
    if match and not _HELD.search(text[max(0, at - 2) : at]):
        n = chinese_value(match["n"])
        return None if n is None else _ordinal(match, f"the {english_ordinal(int(n))}", int(n))
    match = _NUMBER_SIGN.match(text, at)
    if match and not (at and text[at - 1] in "月"):
        n = chinese_value(match["n"] or match["n2"] or match["n3"] or match["n4"])
        if n is None:
            return None
        if (
            not (match["n"] or match["n4"])
            and 1 <= n <= 31
            and not _NAMED.search(text[max(0, at - 1) : at])
        ):
            # 26号 alone is a day
            return _day(match, int(n))
        passing = (n == 1 and not text.startswith("文件", match.end())) or bool(match["n4"])
        return _ordinal(match, f"No. {n}", int(n), passing)
    match = _GRADE.match(text, at)
    if match:
        grade = int(chinese_value(match["n"]) or 0)
        begun = grade == 1 and text.startswith("新生", match.end())
        return _ordinal(match, f"grade {grade}", grade, optional=begun)
    match = _LONE.match(text, at)
    if match and not (at and text[at - 1] in _NUMERALS):
        n = chinese_value(match["n"])
        return None if n is None else _ordinal(match, english_ordinal(int(n)), int(n), True)
    match = _ANNIVERSARY.match(text, at)
    if match:
        n = chinese_value(match["n"])
        return None if n is None else _anniversary(match, int(n))
    match = _PHASE.match(text, at)
    if (
        match
        and not (at and text[at - 1] in "首共了第十百分办开行有为过上近每")
        and (text[at - 1 : at] != "、" or text[max(0, at - 2) : at - 1] == "期")
    ):
        number = int(chinese_value(match["n"]) or 0)
        roman = "I II III IV V VI VII VIII IX".split()[number - 1]
        trial = text.startswith("临床", match.end())
        return _ordinal(match, f"Phase {roman}", number, optional=not trial)
    return None


# The third time: twice before.
_BEFORE_IT = {2: "once before", 3: "twice before", 4: "three times before"}
_FROM_LAST = {
    1: ("last", "bottom"), 2: ("last but one", "penultimate", "next to last"), 3: ("last but two",),
}  # fmt: skip
_PLACED = {1: ("gold", "won", "champion"), 2: ("silver", "runner-up"), 3: ("bronze",)}


def _anniversary(match: re.Match[str], n: int) -> Figure:
    made = _ordinal(match, f"{english_ordinal(n)} anniversary", n)
    years = (Fact("number", Fraction(n), "years"),)
    names = tuple(
        (Fact("label", text=f"{_JUBILEES[n]} {day}"),)
        for day in ("wedding", "anniversary", "jubilee") if n in _JUBILEES
    )  # fmt: skip
    return msgspec.structs.replace(made, facts=(*made.facts, years, *names))


_JUBILEES = {25: "silver", 40: "ruby", 50: "golden", 60: "diamond"}


def _day(match: re.Match[str], n: int) -> Figure:
    ways = ((Fact("day", Fraction(n)),), (Fact("ordinal", Fraction(n)),))
    ending = english_ordinal(n) if n > 10 else f"{n}{'st nd rd'.split()[n - 1] if n < 4 else 'th'}"
    return Figure(
        match.start(), match.end(), match.group(), f"the {ending}", f"---{n:02}", "day", "date",
        engine_safe=True, facts=ways,
    )  # fmt: skip


def _ordinal(match: re.Match[str], english: str, n: int, optional: bool = False) -> Figure:
    fact = Fact("ordinal", Fraction(n))
    return Figure(
        match.start(), match.end(), match.group(), english, str(n), "", "ordinal",
        optional=optional, engine_safe=match.group()[0].isdigit() or n <= 10, facts=((fact,),),
    )  # fmt: skip


def read_rank(text: str, at: int) -> Figure | None:
    """``500强``, ``百强``, ``前十名``: the top so many."""
    match = _RANK.match(text, at)
    if not match or (match["n"] and at and text[at - 1] in "第做"):
        return None
    n = chinese_value(match["n"] or match["top"] or match["bare"] or "")
    if n is None:
        return None
    words = english_cardinal(int(n)) if n <= 10 and not match.group()[-2:-1].isdigit() else plain(n)
    return Figure(
        match.start(), match.end(), match.group(), f"top {words}", plain(n), "", "rank",
        optional=bool(match["top"] or match["bare"]) and n <= 3,
        facts=((Fact("number", Fraction(n), text="rank"),),),
    )  # fmt: skip


def read_vague(text: str, at: int) -> Figure | None:
    """``数十家`` is dozens of, ``上千`` about 1,000; the value is the range it may mean."""
    said = _SAID_VAGUE.match(text, at)
    if said:
        return _said_vague(said)
    some = _SOME_TIME.match(text, at)
    if some and not (at and text[at - 1] in _OTHER_WORDS[some["w"]]):
        unit = CLASSIFIERS[_UNIT_OF.get(some["unit"], some["unit"])]
        english = f"several {UNITS[unit].many}"
        return Figure(
            at, some.end(), some.group(), english, "2-10", unit, "vague",
            optional=True, engine_safe=True,
        )  # fmt: skip
    match = _VAGUE.match(text, at)
    if not match or (match["w"] == "成" and match["scale"] not in "百千"):
        return None
    if at and text[at - 1] in _OTHER_WORDS.get(match["w"], ""):
        return None
    if match["w"] == "上" and match["scale"] == "十":
        return None  # 船上十个人
    scale = int(chinese_value(match["scale"]) or 0)
    if scale not in _WORDS_OF:
        return None
    unit = CLASSIFIERS.get(match["m"] or "", "")
    measured = UNITS[unit] if unit and UNITS[unit].kind in _MEASURED_KINDS else None
    lasts = bool(unit) and UNITS[unit].kind == "duration"
    unit = unit if measured or lasts or unit in ("people", "visits") else ""
    of = f" of {measured.many}" if measured else ""
    ways: tuple[tuple[Fact, ...], ...]
    if match["w"] == "上":
        number = Fraction(scale)
        english = f"about {_count(scale)}" + (f" {measured.many}" if measured else "")
        known = unit if measured else ""
        ways = ((Fact("number", number, known),), (Fact("vague", number, known),))
        value = str(scale)
    else:
        english = f"{_WORDS_OF[scale]}{of}"
        ways = ((Fact("vague", Fraction(scale), unit if measured else ""),),)
        value = f"{scale}-{10 * scale}"
    if not of and match["w"] != "上":
        english = f"{english} of"
    return Figure(
        match.start(), match.end(), match.group(), english, value, unit, "vague",
        optional=True, facts=ways,
    )  # fmt: skip


def _said_vague(match: re.Match[str]) -> Figure:
    """``数以万计`` is tens of thousands, ``成千上万`` thousands upon thousands."""
    if match["by"]:
        scale = int(chinese_value(match["by"]) or 0)
        english, value = f"{_WORDS_OF[scale]} of", f"{scale}-{10 * scale}"
        sizes: tuple[int, ...] = (scale,)
    elif match["millions"]:
        english, sizes, value = "millions of", (10**6, 10**7), "1000000-100000000"
    elif match["hundreds"]:
        english, sizes, value = "hundreds or even thousands of", (100, 1000), "100-10000"
    else:
        english, sizes, value = "thousands upon thousands of", (1000, 10**4), "1000-100000"
    ways = tuple((Fact("vague", Fraction(size)),) for size in sizes)
    return Figure(
        match.start(), match.end(), match.group(), english, value, "", "vague",
        optional=True, facts=ways,
    )  # fmt: skip


def _count(scale: int) -> str:
    for word, size in (("trillion", 10**12), ("billion", 10**9), ("million", 10**6)):
        if scale >= size:
            return f"{scale // size:,} {word}"
    return f"{scale:,}"
