"""Reads ordinals and ranks in Chinese text: 第三, 8号线, 三年级, 500强."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from fractions import Fraction

import msgspec

from generator.figures.chinese.dates_common import span
from generator.figures.chinese.units import MEASURE
from generator.figures.shared.figure import Fact, Figure
from generator.figures.shared.numeral import (
    chinese_value,
    english_cardinal,
    english_ordinal,
    plain,
)
from generator.patterns import late_regex

_N = r"(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:[万亿]{1,2})?|[一二两三四五六七八九十百千万亿零〇]+"
_ORDINAL = late_regex(
    rf"第(?P<n>{_N})(?!产业|方|范式|财经|感|时间)(?:(?P<article>条|章|款)|(?P<m>个(?!百分点)|{MEASURE})(?![元])|位)?"
)
_GENERATION = late_regex(r"第(?P<n>[0-9]{1,2}\.[0-9]{1,2})(?:代|(?P<article>[条款节]))")
_SESSION = late_regex(
    r"(?P<n>(?<![新上下本每这])[一二三四五六七八九](?=届(?:[全省市县区]?(?:人大|政协|党代|纪委|[省市县区]委)|理事|董事|监事|[一二三四五六七八九十]次|[一二三四五六七八九]中全会))|十[一二三四五六七八九]?|二十[一二三四五]?|[0-9]{1,3})届(?!冠军)"
)
_RANK = late_regex(
    r"(?P<n>[0-9]+|[十百千]|[一二三五]百)强(?!度|化|调|制|劲|势|大|国|将|军|队|省)"
    r"|前(?P<top>[0-9]+|[二两三四五六七八九十]|十五|二十|三十|五十|百)(?:强|名|甲|位(?!于))"
    r"|前(?P<bare>[三五十]|(?<=[名列居入进身]前)[二四六七八九])(?=[，。、；！）\s]|$)"
)
# 举办三届, 共三届 are counts; 中共十八届 is the 18th.
_HELD = late_regex("[了过办前]\\Z|(?<!中)共\\Z")
_NUMBER_SIGN = late_regex(
    r"(?P<n>[0-9]+|[一二三四五六七八九十]+)号(?=楼|线|路|公路|工程|文件|厂|机|泊位|店|院|门|车|桥|井|"
    r"台风|病房|病区|展厅|展馆|航站|检票|登机口|窗口|柜台|通告|公告|球场|场地|车间|库|站台|出口|入口|坑|墓|卫星|电站|高地|界碑|标段|甲板|风球|信号|提案|议案|建议案|令(?!人)|塔|坝|闸|渠|隧道|墩|码头|反应堆|罐|食堂|宿舍|楼栋|"
    r"选手|馆|地块|仓|矿|炉|机组|高炉|研|[竖斜平风副主]井|支?洞|[风水油]机|锅炉|水厂|泵|闸|主变|桩|展[位区台]|摊位|船|舱|桌|包[厢间房]|车厢|球衣|柜|摄影棚|演播|[赛泳滑]道|平台|球道|采区|工作面|区域|地铁|电梯|前锋|后卫|中场|门将|种子|球[员星]|队员|电池|[汽柴]油|[宋黑楷]?体?字|床|房|间|技师|师傅|棚|塘|池塘|病床|泳道|考[场室]|教室|签|焊|钢|布|针|锁|墙|位|[”」])|(?P<n2>[0-9]+|[一二三]?十[一二三四五六七八九]?)号(?!码|召|称|角|令|牌|机|线)"
    r"|(?<=长征|嫦娥|神舟|天舟|天问|风云|东风|北斗|实践|遥感|高分|梦舟|快舟|力箭|引力|朱雀|雪龙|探索|玉兔|深海|资源|海洋)"
    r"(?P<n4>[一二三四五六七八九十]{1,3})号"
    r"|(?<=[月于，。自在日])(?P<n3>[一二三四五六七八九])号(?=在|上午|下午|晚|中午|凌晨|[，、至到]|抵达|举行)"
    r"|(?<=[本上下每当个]月)(?P<n6>[一二三四五六七八九])号"
    r"|(?<![A-Za-z0-9〇零一二三四五六七八九十百第])(?P<n5>[一二三四五六七八九])号(?=上午|下午|晚上|晚间|中午|凌晨|清晨|傍晚)"
)
# 神舟二十号, 长江路26号: the word before the number shows that it is no day.
_NAMED = late_regex(
    "[\u4e00-\u9fff](?<![月于在至到从自是日定这个天周的及和与或等前后约将据电年午晨晚间])"
)
# 国发〔2024〕3号
_OF_A_PAPER = late_regex(r"[〔\[（(【][12][0-9]{3}年?[〕\]）)】]第?\Z")
_THIS_MONTH = late_regex(r"[本上下当每次个]月\Z")
# 神舟十三号、十四号
_AFTER_CRAFT = late_regex(
    r"(?:长征|嫦娥|神舟|天舟|天问|风云|东风|北斗|实践|遥感|高分|快舟|阿波罗|力箭|朱雀|天宫|资源|海洋)(?:[一二三四五六七八九十0-9]{1,3}号?[、和与及至到])+\Z"
)
_GRADE = late_regex(r"(?P<n>[0-9]{1,2}|十[一二]?|[一二三四五六七八九])年级")
# Words after a single numeral that make it an ordinal: 二楼, 二审.
_LONE = late_regex(
    r"(?P<n>[二三四五六七八九十])(?:楼(?![盘市宇道梯板台堂])|审(?=[，。宣维改裁开法当案庭]|判[决处])|单元(?=[0-9一二三四五六七八九十]))"
)
_ANNIVERSARY = late_regex(r"(?P<n>[0-9]+|[一二两三四五六七八九十百]+)周年")
_FOR_YEARS = late_regex("(?:整整|足足|已满)\\Z")
_PHASE = late_regex(
    r"(?P<n>[一二三四五六七八九])期(?=[）)”」，。、；：和与及等的已正将均都也尚交新扩续竣完封动开投建占总可包|:：\s0-9]|工程|项目|产业|厂|建设|投资|规划|临床|$)"
)

_NUMERALS = frozenset("〇零一二两三四五六七八九十百千万亿")


def _with_so_few(below: int) -> Iterator[str]:
    """Third from last: only two are below."""
    for word in ("only", "but", "just", "all except", "apart from") if below else ():
        yield f"{word} {english_cardinal(below)}"


def read_ordinal(text: str, at: int) -> Figure | None:
    """``第三``, ``第二个``, ``十九届``, ``8号线``."""
    return next(filter(None, (reader(text, at) for reader in _READERS)), None)


def _generation(text: str, at: int) -> Figure | None:
    match = _GENERATION.match(text, at) if text.find(".", at, at + 4) > 0 else None
    if not match:
        return None
    nth = match["n"]
    english = f"Article {nth}" if match["article"] else f"{nth}-generation"
    return Figure(
        at, match.end(), match.group(), english, nth, "", "ordinal",
        engine_safe=True, facts=((Fact("number", Fraction(nth)),),),
    )  # fmt: skip


def _nth(text: str, at: int) -> Figure | None:
    match = _ORDINAL.match(text, at)
    value = chinese_value(match["n"]) if match else None
    if not match or value is None or (at and text[at - 1] in "等门及科" and not match["m"]):
        return None
    n, out_of = int(value), match["m"]
    word = {"条": "Article", "章": "Chapter", "款": "Paragraph"}.get(match["article"] or "")
    english = f"{word} {value}" if word else english_ordinal(n)
    optional = n == 1 or out_of in ("天", "年", "步") or text.startswith("方", match.end())
    optional = optional or (n == 2 and text.startswith("日", match.end()))  # the next day
    made = _ordinal(match, english, n, optional)
    ways: list[tuple[Fact, ...]] = []
    if out_of == "个" and text.startswith(("年头", "年", "春秋"), match.end()):
        ways.append((Fact("number", Fraction(value), "years"),))  # also "in 40 years"
    if out_of == "天" and n > 1 and text.endswith("后", 0, at):
        ways.append((Fact("number", Fraction(value), "days"),))  # 术后第3天: three days after
    if n in _FROM_LAST and text.endswith("倒数", 0, at):
        ways += _labels((*_FROM_LAST[n], *_with_so_few(n - 1)))
    if out_of == "次" and n in _BEFORE_IT:
        ways.append((Fact("number", Fraction(n - 1)), Fact("label", text=_BEFORE_IT[n])))
    running = out_of == "个" and n > 1 and text.endswith(("连续", "连"), 0, at)
    if running and (unit := _RUN_OF.match(text, match.end())):
        # also "seven months of rising exports"
        ways.append((Fact("number", Fraction(value), _RUN_UNITS[unit.group()]),))
    if out_of == "季" and n <= 4 and not text.startswith("度", match.end()):
        ways += [(span(3 * n - 2, 3 * n),)]  # also of a year, in Taiwan and Hong Kong
        ways += [(Fact("month", Fraction(3 * n - 2)), Fact("month", Fraction(3 * n)))]
    if out_of == "名" and n in _PLACED:
        ways += _labels(_PLACED[n])
    return msgspec.structs.replace(made, facts=(*made.facts, *ways)) if ways else made


def _labels(words: Iterable[str]) -> Iterator[tuple[Fact, ...]]:
    """Each of the words as an alternative."""
    return ((Fact("label", text=word),) for word in words)


def _session(text: str, at: int) -> Figure | None:
    match = _SESSION.match(text, at)
    n = chinese_value(match["n"]) if match else None
    if not match or n is None or _HELD.search(text[max(0, at - 2) : at]):
        return None
    return _ordinal(match, f"the {english_ordinal(int(n))}", int(n))


def _number_sign(text: str, at: int) -> Figure | None:
    match = _NUMBER_SIGN.match(text, at)
    if not match or (
        text[max(0, at - 1) : at] == "月" and not _THIS_MONTH.search(text, max(0, at - 2), at)
    ):
        return None
    value = chinese_value(
        match["n"] or match["n2"] or match["n3"] or match["n4"] or match["n5"] or match["n6"]
    )
    if value is None:
        return None
    n, named = int(value), bool(match["n"] or match["n4"])
    named = named or _OF_A_PAPER.search(text, max(0, at - 8), at) is not None
    named = named or _AFTER_CRAFT.search(text, max(0, at - 24), at) is not None
    passed = text.endswith(("过了", "到了"), 0, at)
    if match["n5"] or (
        not named and 1 <= n <= 31 and (passed or not _NAMED.search(text[max(0, at - 1) : at]))
    ):
        return _day(match, n)  # 26号 alone is a day
    passing = (n == 1 and not text.startswith("文件", match.end())) or bool(match["n4"])
    return _ordinal(match, f"No. {value}", n, passing)


def _grade(text: str, at: int) -> Figure | None:
    match = _GRADE.match(text, at)
    if not match:
        return None
    grade = int(chinese_value(match["n"]) or 0)
    begun = grade == 1 and text.startswith("新生", match.end())
    return _ordinal(match, f"grade {grade}", grade, optional=begun)


def _floor(text: str, at: int) -> Figure | None:
    match = _LONE.match(text, at)
    n = chinese_value(match["n"]) if match else None
    if not match or n is None or (at and text[at - 1] in _NUMERALS):
        return None
    made = _ordinal(match, english_ordinal(int(n)), int(n), True)
    if n == 2 and match.group().startswith("二审"):
        return msgspec.structs.replace(made, facts=(*made.facts, *_labels(_ON_APPEAL)))
    return made


def _anniversary(text: str, at: int) -> Figure | None:
    match = _ANNIVERSARY.match(text, at)
    value = chinese_value(match["n"]) if match else None
    if not match or value is None:
        return None
    n = int(value)
    made = _ordinal(match, f"{english_ordinal(n)} anniversary", n)
    years = (Fact("number", Fraction(n), "years"),)
    since = _labels(("the year since", "a year on", "a year after") if n == 1 else ())
    days = ("wedding", "anniversary", "jubilee") if n in _JUBILEES else ()
    if _FOR_YEARS.search(text, max(0, at - 2), at):  # 开业整整七周年了
        made = msgspec.structs.replace(
            made, english=f"{english_cardinal(n)} years", unit="years", kind="duration"
        )
    names = _labels(f"{_JUBILEES[n]} {day}" for day in days)
    return msgspec.structs.replace(made, facts=(*made.facts, years, *since, *names))


def _phase(text: str, at: int) -> Figure | None:
    match = _PHASE.match(text, at)
    before = text[max(0, at - 1) : at]
    if not match or (before and before in "首共了第十百分办开行有为过上近每"):
        return None
    if before == "、" and text[max(0, at - 2) : at - 1] != "期":
        return None
    number = int(chinese_value(match["n"]) or 0)
    roman = "I II III IV V VI VII VIII IX".split()[number - 1]
    trial = text.startswith("临床", match.end())
    return _ordinal(match, f"Phase {roman}", number, optional=not trial)


_READERS = (
    _generation, _nth, _session, _number_sign, _grade, _floor, _anniversary, _phase,
)  # fmt: skip
# the third time, as "twice before"
_BEFORE_IT = {2: "once before", 3: "twice before", 4: "three times before"}
_FROM_LAST = {
    1: ("last", "bottom"), 2: ("last but one", "penultimate", "next to last"), 3: ("last but two",),
}  # fmt: skip
_ON_APPEAL = ("on appeal", "appeal court", "appeals court", "court of appeal", "higher court")
_RUN_OF = late_regex("月|季度|年|星期")
_RUN_UNITS = {"月": "months", "季度": "quarters", "年": "years", "星期": "weeks"}
_PLACED = {1: ("gold", "won", "champion"), 2: ("silver", "runner-up"), 3: ("bronze",)}
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
    """``500强``, ``百强``, ``前十名``: the first n of a ranking."""
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
