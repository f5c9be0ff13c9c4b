"""Quantities said in more than one unit: 三块五毛, 5角钱, 2小时15分, 9秒83, 一米八.

Every reader takes ``numeral.normal`` text and a place, and returns the figure that begins
there or None.
"""

from __future__ import annotations

import re
from fractions import Fraction

import msgspec

from generator.figures.figure import Fact, Figure
from generator.figures.numeral import DIGITS, chinese_value, decimal, english_number, exact
from generator.figures.pattern import ENDINGS, NUMERAL, PREFIX, QUALIFIERS
from generator.patterns import late_regex

_D = "[1-9一二两三四五六七八九]"
# After these a lone digit is of another number or counts something.
_NOT_TAIL = "0-9十百千万亿点.%个元角年月日天只家人米岁折成倍大等级期号种类项款次度条件台套座名位"
_COINS = late_regex(
    rf"(?P<prefix>{PREFIX})?(?P<a>{NUMERAL})(?:元|(?P<kuai>块))"
    rf"(?:零?(?P<jiao>{_D})(?:角(?![地形洲债度])|毛(?![巾衣利重]))(?:(?P<fen>{_D})(?:分"
    rf"|(?![{_NOT_TAIL}])))?"
    rf"|零?(?P<fen2>[0-9]{{1,2}}|[一二三四五六七八九])分(?![之钟])"
    rf"|(?P<tail>(?(kuai){_D}|(?!)))(?![{_NOT_TAIL}]"
    rf"|[\u4e00-\u9fff](?<![的钱一每左以到至买卖跌涨降升变调减增就多包起封能够还也吃贵便不加和或跟换收给比])))(?:钱)?"
)
_SMALL = late_regex(
    rf"(?P<prefix>{PREFIX})?(?P<a>(?:[0-9]+(?:\.[0-9]+)?|{_D}))"
    rf"(?:(?P<jiao>[角毛])(?:(?P<fen>{_D})(?:分"
    rf"|(?<=[毛][一二三四五六七八九])(?:(?=一[度斤个份张瓶只])|(?![{_NOT_TAIL}]|[\u4e00-\u9fff]))))?"
    rf"|分(?=钱)|(?P<cents>分)(?![之钟]|[0-9一二三四五六七八九十]))(?P<money>钱)?"
)
# 角 is a coin after what has a price.
_PRICED = late_regex(
    r"(?:[每价费资额款涨降补付收元贴跌为达]|[卖买贵减省差赚赔亏]|便宜|只要|仅需)[\u4e00-\u9fff]{0,3}\Z"
)
_HAN_AFTER = late_regex("[\u4e00-\u9fff]")
# 八毛一斤, 一斤八毛
_EACH = late_regex("钱?[一每][斤度个份张瓶只支本盒袋吨升方包串条杯]")
_OF_EACH = late_regex("[一每][斤度个份张瓶只支本盒袋吨升方包串条杯]\\Z")
# 分 is a coin where the price of a kilowatt-hour or a jin changes by it: 每度降低3分.
_CHEAPER = late_regex(
    r"(?:价|费|电|油|气|每(?:度|斤|公斤|吨|升|方|立方米|千瓦时|份|张|个|件))[\u4e00-\u9fff0-9./]{0,8}"
    r"(?:降低|下降|下调|下跌|上涨|上调|提高|增加|补贴|优惠|便宜|降|涨|加价|加|减|贵|补|省)"
    r"(?:了|约|近|到|至)?\Z"
)
_MOVED_TO = late_regex("[涨跌降升减提][到至]")
_SIZED = late_regex(
    rf"(?P<prefix>{PREFIX})?(?P<a>[0-9]{{1,2}}|{_D})米(?P<tail>[0-9]{{1,2}}|{_D}{_D}|{_D})"
    r"(?![0-9十百千万亿点.%多余个米厘]|[\u4e00-\u9fff]{0,1}[米个])"
)
_CATTIES = late_regex(
    rf"(?P<prefix>{PREFIX})?(?P<a>[0-9]{{1,4}}|[一二两三四五六七八九十百]{{1,5}})斤(?P<liang>[1-9]|{_D})两(?!银)"
)
# 一吨三, 三亩二: only where the number ends there.
_TENTHS = late_regex(
    rf"(?P<prefix>{PREFIX})?(?P<a>[一二两三四五六七八九十百]{{1,5}})(?P<unit>吨|公里|亩|丈|尺|米)(?P<tail>{_D})"
    r"(?=的?[\u3002，。；：、！？）”\s]|的|\Z|以上|以下|左右|出头)"
)
_NEAR = 8  # characters in which the unit has to come
_TENTHS_OF = {
    "吨": ("t", "tonnes"), "公里": ("km", "kilometres"), "亩": ("mu", "mu"),
    "米": ("m", "metres"), "丈": ("zhang", "zhang"), "尺": ("chi", "chi"),
}  # fmt: skip
_OF_A_MU = late_regex(
    rf"(?P<prefix>{PREFIX})?(?P<fen>[2-9]|[二两三四五六七八九])分(?:地(?![之方区位点])|田|(?:水|旱|耕|薄|坡|菜|责任|自留)[地田])"
)
_PLOTS = late_regex(
    rf"(?P<prefix>{PREFIX})?(?P<a>[0-9]{{1,4}}|[一二两三四五六七八九十百]{{1,5}})亩(?P<fen>[1-9]|{_D})分(?![之成配享])"
)
# 年息2.25厘 is 2.25% a year, 月息2分 2% a month: a 厘 is a hundredth of the year's and a thousandth
# of the month's interest, and a 分 ten of them.
_INTEREST = late_regex(rf"(?P<a>{NUMERAL})(?P<coin>厘|分)(?:(?P<b>{_D})厘)?(?![米之钱])")
_YIELDING = late_regex(
    r"(?P<per>[年月]?)(?:化)?(?:利息|利率|(?<![休信消栖喘作])息率?|息票率?)(?:率)?(?:为|是|约|仅|高达|达|至|到|按|低至|降至|降到)?\Z"
)
_OF_AN_HOUR = {
    15: ("quarter of an hour", "quarter hour"),
    30: ("half an hour", "half hour"),
    45: ("three quarters of an hour",),
}
_QUARTERS = late_regex(r"(?P<n>[一两二三])刻钟")
# 六十有三, 二十又三年, 年过半百
_YEARS_AND_ONES = late_regex(
    "(?P<ten>[一二三四五六七八九]?十)[有又](?P<one>[一二三四五六七八九])[年载]"
)
_AND_ONES = late_regex(
    "(?P<ten>[二三四五六七八九]十)有(?P<one>[一二三四五六七八九])(?=岁|[，。；、）]|才|仍|还|的|\\Z)岁?"
)
_FIFTY = late_regex("(?:年[过逾近届])?半百(?=的|[，。；、）]|仍|还|之|老|\\Z)")
# 六旬老汉, 年近八旬: not 上旬.
_AGE = late_regex(
    r"(?P<prefix>近|逾|过|届|超)?(?P<n>[五六七八九])旬(?=老|翁|妇|夫|母|父|高龄|奶|爷|大|阿|退|婆|公|艺|匠|村|农|党|教|院|的|[，。、；]|之|$)"
)
_N = "[0-9]{1,3}|[一二两三四五六七八九十]{1,3}"
_SPAN = late_regex(
    rf"(?P<prefix>{PREFIX})?(?:"
    rf"(?:(?P<h>{_N})(?:个?小时|个钟头|(?P<shi>时))(?:零|又)?)?"
    rf"(?P<m>{_N})分(?:(?P<zhong>钟)|(?!之))(?:(?P<s>[0-9]{{1,2}}|{_N})秒(?P<f>[0-9]{{1,3}})?)?"
    rf"|(?P<s2>[0-9]{{1,2}})秒(?P<f2>[0-9]{{1,3}})(?![0-9])"
    rf"|(?P<d>{_N})天(?:零|又)?(?P<dh>{_N})(?:个?小时|个钟头)"
    rf"|(?P<y>(?<![0-9])[0-9]{{1,2}}|[一二两三四五六七八九十]{{1,3}})年(?:零|又)?(?P<ym>{_N})个月(?:(?<=[零又].个月)|(?<=[零又]..个月)|(?!后|前)))(?P<suffix>左右|以上|以内|多)?"
)


def read_compound(text: str, at: int) -> Figure | None:
    """The quantity in more than one unit that begins at ``at``."""
    for reader in (_interest, _coins, _catties, _plots, _tenths, _fever, _aged, _span, _sized):
        found = reader(text, at)
        if found is not None:
            return found
    return None


def _value(written: str | None) -> Fraction:
    value = chinese_value(written) if written else None
    return Fraction(0) if value is None else Fraction(value)


def _made(
    match: re.Match[str],
    english: str,
    value: Fraction,
    unit: str,
    kind: str,
    *ways: tuple[Fact, ...],
) -> Figure:
    groups = match.groupdict()
    word, bound = QUALIFIERS.get(groups.get("prefix") or "", ("", 0))
    if groups.get("suffix"):
        word, bound = ENDINGS.get(groups["suffix"], ("more than", 1))
    return Figure(
        match.start(), match.end(), match.group(), f"{word} {english}".strip(), decimal(value),
        unit, kind, word, bound, facts=((Fact("number", value, unit),), *ways),
    )  # fmt: skip


# 两块三四: 2.3 to 2.4 yuan
_ABOUT_COINS = late_regex(
    rf"(?P<a>{NUMERAL})块(?P<low>{_D})(?P<high>{_D})(?=[，。；、）的]|左右|上下|一斤|\Z)"
)


def _coins(text: str, at: int) -> Figure | None:
    about = _ABOUT_COINS.match(text, at)
    if about and _value(about["high"]) == _value(about["low"]) + 1:
        ends = [_value(about["a"]) + _value(about[name]) / 10 for name in ("low", "high")]
        said = " to ".join(english_number(exact(end)) for end in ends)
        facts = tuple(Fact("number", end, "yuan") for end in ends)
        return Figure(
            at, about.end(), about.group(), f"{said} yuan", "-".join(map(decimal, ends)), "yuan",
            "money", facts=(facts,),
        )  # fmt: skip
    match = _COINS.match(text, at)
    if match:
        if chinese_value(match["a"]) is None:
            return None
        tenths = _value(match["jiao"] or match["tail"])
        value = _value(match["a"]) + tenths / 10 + _value(match["fen"] or match["fen2"]) / 100
        apart = (Fact("number", _value(match["a"]), "yuan"), Fact("number", tenths, "jiao"))
        return _made(match, _yuan(value), value, "yuan", "money", apart)
    match = _SMALL.match(text, at)
    if match is None:
        return None
    if match["cents"] and not _CHEAPER.search(text[max(0, match.start() - 18) : match.start()]):
        return None
    if not (match["money"] or match["cents"] or _coin_alone(text, match)):
        return None
    n = _value(match["a"])
    value = n / 10 + _value(match["fen"]) / 100 if match["jiao"] else n / 100
    coin = Fact("number", n, "jiao" if match["jiao"] else "fen")
    ways = [(Fact("number", 100 * value, "fen"),)]
    made = _made(match, _yuan(value), value, "yuan", "money", *ways,
                 *([] if match["fen"] else [(coin,)]))  # fmt: skip
    # 一分钱都没有 is a saying.
    return msgspec.structs.replace(made, optional=n == 1)


def _coin_alone(text: str, match: re.Match[str]) -> bool:
    """Whether 角 or 毛 without 钱 is a coin: 每吨水八角 is, 五角大楼 and 三毛 are not."""
    at = match.start()
    if match["fen"] and match.group().endswith("分"):  # 三毛五分
        return True
    if _EACH.match(text, match.end()) or _OF_EACH.search(text, max(0, at - 3), at):
        return "毛" in match.group()
    if match["prefix"] and "毛" in match.group() and not _HAN_AFTER.match(text, match.end()):
        return True  # 不到七毛
    if match["fen"] and text.startswith("一", match.end()):  # 八毛五一度
        return True
    if match["jiao"] and text.endswith(("从", "由"), 0, at) and _MOVED_TO.match(text, match.end()):
        return True  # 从六毛降到一毛五
    if not match["jiao"] or re.match(r"[\u4e00-\u9fff]", text[match.end() :][:1] or "。"):
        return bool(match["fen"]) and match["a"].isascii()
    if match.group() == "八角" and "、" in text[max(0, match.start() - 1) : match.end() + 1]:
        return False  # star anise among spices
    return _PRICED.search(text[max(0, match.start() - 8) : match.start()]) is not None


def _yuan(value: Fraction) -> str:
    return f"{english_number(exact(value))} yuan"


def _catties(text: str, at: int) -> Figure | None:
    """``三斤六两``: a jin has ten liang."""
    match = _CATTIES.match(text, at)
    if not match or chinese_value(match["a"]) is None:
        return None
    whole, tenths = _value(match["a"]), _value(match["liang"])
    value = whole + tenths / 10
    apart = (Fact("number", whole, "jin"), Fact("number", tenths, "liang"))
    english = f"{english_number(exact(value))} jin"
    return _made(match, english, value, "jin", "measure", apart)


def _plots(text: str, at: int) -> Figure | None:
    """``七亩三分``: a mu has ten fen."""
    alone = _OF_A_MU.match(text, at) if text.find("分", at, at + _NEAR) > 0 else None
    match = alone or _PLOTS.match(text, at)
    if not match or (at and alone and text[at - 1] in "亩零一二三四五六七八九十"):
        return None
    if not alone and chinese_value(match["a"]) is None:
        return None
    value = (0 if alone else _value(match["a"])) + _value(match["fen"]) / 10
    return _made(match, f"{english_number(exact(value))} mu", value, "mu", "measure")


_FEVER = late_regex(
    r"(?P<prefix>近)?(?P<a>三十[四五六七八九]|四十[一二]?)度(?P<tail>[一二三四五六七八九])(?![十个种])"
)
_BODY = late_regex(r"(?:体温|烧)[\u4e00-\u9fff]{0,6}\Z")


def _fever(text: str, at: int) -> Figure | None:
    """``烧到三十九度五``: 39.5 °C."""
    match = _FEVER.match(text, at) if text[at] in "近三四" else None
    if not match or not _BODY.search(text, max(0, at - 10), at):
        return None
    value = _value(match["a"]) + _value(match["tail"]) / 10
    return _made(match, f"{english_number(exact(value))} °C", value, "°C", "measure")


def _tenths(text: str, at: int) -> Figure | None:
    """``一吨三``: 1.3 tonnes."""
    if not any(text.find(unit, at, at + _NEAR) > 0 for unit in _TENTHS_OF):
        return None
    match = _TENTHS.match(text, at)
    if not match or chinese_value(match["a"]) is None:
        return None
    if match["unit"] == "米" and len(match["a"]) == 1:
        return None  # 一米八, of a person's height
    value = _value(match["a"]) + _value(match["tail"]) / 10
    unit, many = _TENTHS_OF[match["unit"]]
    return _made(match, f"{english_number(exact(value))} {many}", value, unit, "measure")


def _interest(text: str, at: int) -> Figure | None:
    """``年息2.25厘``: a rate of interest in percent."""
    match = _INTEREST.match(text, at)
    rate = _YIELDING.search(text[max(0, at - 8) : at]) if match else None
    if match is None or rate is None or chinese_value(match["a"]) is None:
        return None
    value = _value(match["a"]) * (10 if match["coin"] == "分" else 1) + _value(match["b"])
    if rate["per"] == "月" or (match["coin"] == "分" and rate["per"] != "年"):
        value /= 10
    english = f"{english_number(exact(value))}%"
    return Figure(
        at, match.end(), match.group(), english, decimal(value), "%", "percent",
        facts=((Fact("share", value / 100),),),
    )  # fmt: skip


# 两分多钟
_MINUTES_AND_MORE = late_regex(rf"(?P<a>{_N})分(?:多|来)钟")


def _aged(text: str, at: int) -> Figure | None:
    """``一刻钟`` is a quarter of an hour, ``八旬`` eighty years of age."""
    match = _QUARTERS.match(text, at)
    if match:
        minutes = 15 * _value(match["n"])
        said = tuple((Fact("label", text=words),) for words in _OF_AN_HOUR[int(minutes)])
        return _made(match, f"{minutes} minutes", minutes, "minutes", "duration", *said)
    if (more := _MINUTES_AND_MORE.match(text, at)) is not None:
        minutes = _value(more["a"])
        made = _made(more, f"more than {minutes} minutes", minutes, "minutes", "duration")
        return msgspec.structs.replace(made, qualifier="more than", bound=1)
    if (lasted := _YEARS_AND_ONES.match(text, at)) is not None:
        years = _value(lasted["ten"]) + _value(lasted["one"])
        return _made(lasted, f"{years} years", years, "years", "duration")
    if (aged := _AND_ONES.match(text, at)) is not None:
        years = _value(aged["ten"]) + _value(aged["one"])
        return _made(aged, f"{years} years old", years, "years old", "measure")
    match = _AGE.match(text, at) or _FIFTY.match(text, at)
    if not match or text[max(0, at - 1) : at] in ("上", "中", "下", "每"):
        return None
    years = 10 * _value(match.groupdict().get("n", "五"))
    decade = (Fact("decade", 1900 + years),)  # in his eighties
    made = _made(match, f"{years} years old", years, "years old", "measure", decade)
    return msgspec.structs.replace(made, optional=True)


def _sized(text: str, at: int) -> Figure | None:
    match = _SIZED.match(text, at)
    if not match or (match["tail"][0] in DIGITS and match["a"][0] not in DIGITS):
        return None
    digits = "".join(str(DIGITS.get(c, c)) for c in match["tail"])
    tail = Fraction(int(digits))
    value = _value(match["a"]) + tail / (100 if len(match["tail"]) > 1 else 10)
    apart = (Fact("number", _value(match["a"]), "m"), Fact("number", tail, "cm"))
    return _made(match, f"{english_number(exact(value))} metres", value, "m", "measure",
                 (Fact("number", value * 100, "cm"),), apart)  # fmt: skip


def _span(text: str, at: int) -> Figure | None:
    """``2小时15分``, ``1分58秒``, ``9秒83``; not ``15分`` alone, nor a time of the clock."""
    match = _SPAN.match(text, at)
    if not match:
        return None
    h, m, s = match["h"], match["m"], match["s"] or match["s2"]
    if match["d"]:
        days, hours = _value(match["d"]), _value(match["dh"])
        parts = [(days, "day"), (hours, "hour")]
        return _spanning(match, 24 * days + hours, "hours", parts, "")
    if match["y"]:
        years, months = _value(match["y"]), _value(match["ym"])
        parts = [(years, "year"), (months, "month")]
        return _spanning(match, 12 * years + months, "months", parts, "")
    if (m and not h and not s) or (match["shi"] and not s) or _value(m) > 59 or _value(s) > 59:
        return None
    if (match["shi"] and int(_value(h)) < 24 and not match["f"]) or (at and text[at - 1] in "第:"):
        return None  # 13时05分21秒 is a time of the clock
    fraction = match["f"] or match["f2"] or ""
    seconds = _value(s) + (Fraction(int(fraction), 10 ** len(fraction)) if fraction else 0)
    total = 3600 * _value(h) + 60 * _value(m) + seconds
    parts = [(_value(h), "hour"), (_value(m), "minute"), (seconds, "second")]
    clock = ":".join(
        f"{int(n):02}" if i else str(int(n))
        for i, n in enumerate(n for n, written in ((_value(h), h), (_value(m), m)) if written)
    )
    if s:
        digits = f"{int(_value(s)):02}" if clock else f"{int(_value(s))}"
        clock = f"{clock}:{digits}" if clock else digits
        clock += f".{fraction}" if fraction else ""
        return _spanning(match, total, "seconds", parts, clock)
    return _spanning(match, total / 60, "minutes", parts, clock)


def _spanning(
    match: re.Match[str],
    total: Fraction,
    unit: str,
    parts: list[tuple[Fraction, str]],
    clock: str,
) -> Figure:
    said = [(n, name) for n, name in parts if n]
    english = " ".join(
        f"{english_number(exact(n))} {name}{'' if n == 1 else 's'}" for n, name in said
    )
    apart = tuple(Fact("number", n, f"{name}s") for n, name in said)
    labels = [(Fact("label", text=clock),)] if ":" in clock else []
    return _made(match, english, total, unit, "duration", apart, *labels)
