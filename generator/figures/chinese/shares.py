"""Reads fractions and percentages in words, and halves: 三成, 百分之五, 三分之一, 半年."""

from __future__ import annotations

import re
from fractions import Fraction

import msgspec

from generator.figures.chinese.patterns import ENDINGS, NUMERAL, PREFIX, QUALIFIERS, SUFFIX
from generator.figures.chinese.units import is_firm
from generator.figures.shared.figure import Fact, Figure
from generator.figures.shared.numeral import (
    DIGITS,
    chinese_value,
    decimal,
    english_cardinal,
    english_fraction,
    pair_values,
)
from generator.figures.shared.time_units import TIME_UNITS
from generator.patterns import late_regex

# Words with 成 that are no tenths: 成立, 成本, 成都; but 三成本地人 and 九成都是 are.
_OF_MADE = (
    "[长果功绩熟效群套交型渝]|立(?!方)|本(?![地市省科土国])|就(?![业医地近够能可要好行会是不没有算])|员(?!工)|品(?![牌种])"
    "|份(?!额)|人(?![口次员选群])|都(?![是在由来已有能会没被用要靠出卖住达不])"
)
# 九成五 is 95%, 九成五家 no figure.
_PATTERN = (
    rf"(?P<prefix>{PREFIX})?(?:"
    rf"(?P<base>百|千|万)分之(?P<n>{NUMERAL})(?:(?:至|到|-|—+|~)(?:百分之)?(?P<n2>{NUMERAL}))?"
    r"|(?<![0-9/.])(?P<part>[1-9][0-9]?)/(?P<over>[1-9][0-9]?)(?![0-9/.])(?!(?<=9/11)[”\"’」』]?(?:事件|恐|袭|委员))"
    r"|(?:十之)(?P<ninths>[一二三四五六七八][二三四五六七八九])"
    rf"|(?P<pair>[一二两三四五六七八][二两三四五六七八九])成(?!{_OF_MADE})"
    rf"|(?P<below>{NUMERAL})分之(?P<above>{NUMERAL})"
    r"|(?P<tenths>[一两二三四五六七八九十]|(?<![一二两三四五六七八九多上过])半(?=成[不左的，。])|[1-9](?![0-9]))(?:(?:至|到|-|—+"
    r"|~)(?P<tenthsto>[两二三四五六七八九十]|[1-9](?![0-9])))?成(?P<half>半"
    r"|(?P<digit>[一二三四五六七八九])(?![〇零一二三四五六七八九十百千万亿成点分倍几多余:]))?"
    r"(?:(?:至|到|-|—+)(?P<tenths2>[两二三四五六七八九十]|[1-9](?![0-9]))成)?"
    rf"(?(half)|(?!{_OF_MADE}))"
    rf"|(?P<minus>负|(?<![0-9A-Za-z])-)?(?P<mille>{NUMERAL})‰)(?P<more>多|余)?(?P<suffix>{SUFFIX})?"
)
_SHARE = late_regex(_PATTERN)
_WHOLE_TENTHS = late_regex(_PATTERN.replace("(?P<digit>[一二三四五六七八九])", "(?P<digit>(?!))"))
_RISING = late_regex("升[到至为]")


# 成本降到原来的四分之一: also "cut by three quarters".
_CUT_TO = late_regex(
    r"[降减缩压][\u4e00-\u9fff]?[到至为](?:了)?(?:原来|原先|过去|此前|以前|之前|从前)的\Z"
)


# 其中两成为灵活就业者 is a fifth; 夫妻二人、第二成为: one becomes something.
_BECAME = late_regex(r"(?:\A|[，。；：、（(\s有的]|其中|当中)\Z")


# 他八成是忘了, 明天八成会下雨: probably; but 他们八成是外地人 is 80% of them.
_PROBABLY = late_regex(
    r"[八九]成(?:(?<=[他她它我你您咱]..)(?:(?=是|会|[要得又没不还也在想去来能])|就?[忘病醉])"
    r"|(?<=[今明后]天..|[今明]晚..|这事..|那事..|看来..|看样..)(?=会(?![员议计])|[要得]|是)"
    r"|(?=是(?:忘|病|睡|迷路|喝[多醉]|[认弄搞看听记]错)[^，。；]{0,4}了))"
)


def read_share(text: str, at: int) -> Figure | None:
    """A percentage or fraction in words."""
    match = _SHARE.match(text, at)
    if match and match["digit"]:
        end = match.end("digit")
        if is_firm(text, end) and not _RISING.match(text, end):
            match = _WHOLE_TENTHS.match(text, at)  # 九成五家
    if match and _PROBABLY.match(text, at):
        return None
    if not match or (match["prefix"] == "约" and at and text[at - 1] in "签合节预"):
        return None
    made = match.group().endswith("成") and text.startswith("为", match.end())
    if made and not _BECAME.search(text, max(0, at - 2), at):
        return None
    word, bound = QUALIFIERS.get(match["prefix"] or "", ("", 0))
    if match["more"]:
        word, bound = "more than", 1
    if match["suffix"] and (not word or word == "more than"):
        word, bound = ENDINGS[match["suffix"]]
    shares = _shares(match)
    if shares is None:
        return None
    facts = tuple(Fact("share", share) for share in shares)
    if match["below"] or match["over"]:
        english, value, unit, kind = english_fraction(shares[0]), str(shares[0]), "", "fraction"
    else:
        numbers = [decimal(share * 100) for share in shares]
        english = " to ".join(f"{number}%" for number in numbers)
        value, unit, kind = "-".join(numbers), "%", "percent"
    ways = (facts, *_in_so_many(match, shares))
    if len(shares) == 1 and _CUT_TO.search(text, max(0, at - 12), at):
        ways = (*ways, (Fact("share", 1 - shares[0]), Fact("label", text="by")))
    return Figure(
        match.start(), match.end(), match.group(), f"{word} {english}".strip(), value, unit, kind,
        word, bound, facts=ways,
    )  # fmt: skip


def _in_so_many(match: re.Match[str], shares: tuple[Fraction, ...]) -> tuple[tuple[Fact, ...], ...]:
    """A fifth may be "one in five", 六成 "six in ten"."""
    if match["tenths"]:
        numbers = (*(share * 10 for share in shares), Fraction(10))
    elif match["below"] or match["over"]:
        numbers = (Fraction(shares[0].numerator), Fraction(shares[0].denominator))
    else:
        return ()
    return (tuple(Fact("number", number) for number in numbers),)


def _shares(match: re.Match[str]) -> tuple[Fraction, ...] | None:
    if match["tenths"]:
        if match["tenths"] == "半":
            return (Fraction(1, 20),)
        whole = chinese_value(match["tenths"]) or 0
        part = 5 if match["half"] == "半" else DIGITS.get(match["half"] or "", 0)
        first = Fraction(int(whole * 10) + part, 100)
        upper = match["tenthsto"] or match["tenths2"]
        last = chinese_value(upper) if upper else None
        return (first,) if last is None else (first, Fraction(int(last), 10))
    if match["over"]:
        part, over = int(match["part"]), int(match["over"])
        return (Fraction(part, over),) if part < over else None
    base = {"百": 100, "千": 1000, "万": 10_000}.get(match["base"] or "")
    texts = [match["n"], match["n2"]] if base else [match["mille"]]
    if match["below"]:
        below, above = chinese_value(match["below"]), chinese_value(match["above"])
        if not below or above is None or below < 2:
            return None
        return (Fraction(above) / Fraction(below),)
    among = match["pair"] or match["ninths"]
    tenths = pair_values(among) if among else None
    if among:
        return tuple(Fraction(v) / 10 for v in tenths) if tenths else None
    pair = pair_values(match["n"] or "") if base and not match["n2"] else None
    values = [*pair] if pair else [chinese_value(t) for t in texts if t]
    if any(v is None for v in values):
        return None
    sign = -1 if match["minus"] else 1
    return tuple(sign * Fraction(v or 0) / (base or 1000) for v in values)


_ONE_IN = late_regex(
    rf"每(?P<of>{NUMERAL})(?![秒分小天年月日周米公里吨斤度元])(?P<one>[个名位户家辆台人]|[\u4e00-\u9fff]{{1,4}})?[中里]?(?:就|便|约|至少)?有"
    rf"(?P<got>[0-9]+|[一二两三四五六七八九])(?P<other>[个名位户家辆台人]|成)"
)


_PEOPLE = "人名位个成"


def _are_alike(match: re.Match[str]) -> bool:
    """Whether both numbers count the same thing. If each 100 households have 51 cars, that is no
    share.
    """
    one, other = match["one"] or "", match["other"]
    if one[:1] in tuple("户家辆台") or other in tuple("户辆台"):
        return one[:1] == other or (one[:1] in ("户", "家") and other in ("户", "家"))
    return other in tuple(_PEOPLE) and not one.endswith("拥")


def read_one_in(text: str, at: int) -> Figure | None:
    """``每三人中就有一人``: one in three."""
    match = _ONE_IN.match(text, at)
    of, got = (chinese_value(match[name]) if match else None for name in ("of", "got"))
    if match is None or not of or not got or got >= of or not _are_alike(match):
        return None
    share = Fraction(got) / Fraction(of)
    numbers = (Fact("number", Fraction(got)), Fact("number", Fraction(of)))
    english = f"{english_cardinal(int(got))} in {english_cardinal(int(of))}"
    return Figure(
        at, match.end(), match.group(), english, str(share), "", "fraction",
        facts=((Fact("share", share),), numbers),
    )  # fmt: skip


_HALF_UNITS = {
    "年": ("year", "years"), "月": ("month", "months"), "个月": ("month", "months"),
    "个多月": ("month", "months"),
    "天": ("day", "days"),
    "小时": ("hour", "hours"), "个小时": ("hour", "hours"), "个钟头": ("hour", "hours"),
    "尺": ("chi", "chi"), "升": ("litre", "litres"),
    "丈": ("zhang", "zhang"), "个钟": ("hour", "hours"), "元": ("yuan", "yuan"),
    "日": ("day", "days"),
    "周": ("week", "weeks"), "里": ("li", "li"), "亩": ("mu", "mu"),
    "公里": ("kilometre", "kilometres"), "米": ("metre", "metres"), "吨": ("tonne", "tonnes"),
    "斤": ("jin", "jin"), "公斤": ("kilogram", "kilograms"), "两": ("liang", "liang"),
    "个世纪": ("century", "centuries"),
    "岁": ("year old", "years old"), "块": ("yuan", "yuan"),
}  # fmt: skip
_MEASURES = {
    "公里": (
        "km"
    ), "米": "m", "吨": "t", "亩": "mu", "斤": "jin", "公斤": "kg", "里": "li", "两": "liang",
    "升": "litres", "尺": "chi", "丈": "zhang",
}  # fmt: skip
_HALVES = {
    "过半": ("more than", 1), "大半": ("more than", 1), "近半": ("nearly", -1),
    "近半数": ("nearly", -1),
}  # fmt: skip
_HALF_PRICE = late_regex("半价")
_AND_HALF = late_regex(
    rf"(?P<prefix>{PREFIX})?(?P<n>[一两二三四五六七八九十百]{{1,5}}|[0-9]{{1,3}})"
    r"(?:(?P<u>年|天|周|公里|公斤|米|吨|亩|斤|里|岁|块|升(?![级旗到至])|尺|丈|元(?![年天])|两(?<=[一二三四五六七八九]两))半(?![载导决径价程马])|(?P<u4>小时|钟头)半(?![天夜价])|个半(?:(?P<u2>小时|钟头|钟(?![表楼声头])|月"
    r"|星期)|(?![导径岛数决成圆]))|(?:[站次圈页碗层趟桌轮回桶瓶箱间筐袋杯节局场勺]|车(?!载))半(?![决程自数圆天日夜开年价径个小公斤里米亩吨升分月周世])"
    r"|(?P<u3>分)(?:半(?P<clock>钟)|钟(?P<clock2>半)|半(?![地利田])))"
)
_HALF = late_regex(
    r"(?P<prefix>近|约|不到|超过?)?半(?P<u>年(?![报度])|月(?![谈刊亮形板弯])|个世纪|个月|个多月"
    r"|天|小时|个小时|个钟头|个钟(?![表楼声头])|周|亩|里(?=[地路外长远多，。])|斤(?!八)"
    r"|公斤|公里|米(?=[，。、；）高宽厚深长多以]|\Z)|吨(?![位级])|两(?!银))(?P<suffix>以上|以内|左右|多|余)?"
    r"|(?P<part>一半|近半数|近半(?![年个天小径月夜场程百公斤吨米里亩两岁周])|半数|过半(?!百)"
    r"|大半(?![两斤亩辈天年个夜生月]))(?P<suffix2>以上|左右)?"
)


# 收市前半小时 is half an hour; 上半年 and 后半天 are other readers' figures.
_HOURS = ("小时", "个小时", "个月")
# 打了八分半: a rating, not a time.
_RATED = late_regex(
    r"(?:[打评得考差扣]|评分|分数|成绩)[了出到为是高达]{0,2}\Z|(?:及格|满分|评分|得分|考[核试评]|打分|分数)[^。；]*\Z"
)


def read_half(text: str, at: int) -> Figure | None:
    """``半年``, ``一年半``, ``两个半小时``, ``一半``."""
    match = _AND_HALF.match(text, at)
    if match:
        n = chinese_value(match["n"])
        spent = (match["u2"] or "").replace("钟头", "小时").replace("钟", "小时")
        name = f"{TIME_UNITS[spent]}s" if spent else None
        name = "minutes" if match["u3"] else "hours" if match["u4"] else name
        name = name or (_HALF_UNITS[match["u"]][1] if match["u"] else "")
        amount = Fraction(n or 0) + Fraction(1, 2)
        number = "one" if n == 1 else english_cardinal(int(n or 0))
        unit = _MEASURES.get(match["u"] or "") or name or "items"
        kind = "count" if not name else "measure" if unit in _MEASURES.values() else "duration"
        kind = "money" if unit == "yuan" else kind
        half = _amount(match, f"{number} and a half {name}".strip(), amount, unit, kind)
        if match["u3"] and not (match["clock"] or match["clock2"]) and _RATED.search(text, 0, at):
            points = ((Fact("number", amount),), (Fact("points", amount),))
            return msgspec.structs.replace(half, unit="items", kind="count", facts=points)
        return half
    price = _HALF_PRICE.match(text, at)
    if price:
        ways = ((Fact("off", Fraction(1, 2)),), (Fact("share", Fraction(1, 2)),))
        written = price.group()
        return Figure(at, price.end(), written, "half price", "50", "%", "discount", facts=ways)
    match = _HALF.match(text, at)
    if not match or (at and text[at - 1] in "上下前后多夜大小" and match["u"] not in _HOURS):
        return None
    if match["part"] == "过半" and text.startswith("个", match.end()):
        return None  # 不超过半个工作日
    if match["part"]:
        word, bound = _HALVES.get(match["part"], ("", 0))
        if match["suffix2"] == "以上":
            word, bound = "at least", 1
        english = f"{word} half".strip()
        return Figure(
            match.start(), match.end(), match.group(), english, "0.5", "", "fraction",
            word, bound, optional=True, facts=((Fact("share", Fraction(1, 2)),),),
        )  # fmt: skip
    one, many = _HALF_UNITS[match["u"]]
    if match["u"] in ("公里", "米", "吨", "公斤"):
        unit = _MEASURES[match["u"]]
        return _amount(match, f"half a {one}", Fraction(1, 2), unit, "measure")
    return _amount(match, f"half {'an' if one == 'hour' else 'a'} {one}", Fraction(1, 2), many,
                   "measure" if many == "mu" else "duration")  # fmt: skip


def _amount(match: re.Match[str], english: str, amount: Fraction, unit: str, kind: str) -> Figure:
    groups = match.groupdict()
    word, bound = QUALIFIERS.get(groups.get("prefix") or "", ("", 0))
    if groups.get("suffix"):
        word, bound = ENDINGS.get(groups["suffix"], ("more than", 1))
    optional = kind == "duration"
    return Figure(
        match.start(), match.end(), match.group(), f"{word} {english}".strip(), decimal(amount),
        unit, kind, word, bound, optional=optional, facts=((Fact("number", amount, unit),),),
    )  # fmt: skip
