"""Makes the figure of a quantity that was read: its qualifier, unit and English."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import msgspec

from generator.figures.chinese.amount import Amount, english_amount, english_level
from generator.figures.chinese.numeral_filter import MAGNITUDE_NOUN, is_han
from generator.figures.chinese.patterns import ENDINGS, NUMERAL, PER, QUALIFIERS
from generator.figures.chinese.quantity_parts import Parts
from generator.figures.chinese.quantity_variants import alternatives_of, is_named
from generator.figures.chinese.units import CLASSIFIERS
from generator.figures.shared.figure import Fact, Figure
from generator.figures.shared.numeral import english_ordinal, plain
from generator.figures.shared.time_units import TIME_UNITS
from generator.figures.shared.units import UNITS
from generator.patterns import late_regex

# Words after which an order of magnitude is one of money, even without 元.
_MONEY_NOUN = late_regex(
    rf"(?:级(?:、(?:{NUMERAL})级)*)?(?:的|规模)?(?:以上)?(?:[^\s，。、；：“”]{{0,9}}?)(?:产业|项目|工程|园区|集群|企业|产值|营收|市场|赛道|"
    r"投资|税收|基金|国企|收入|市值|资金|板块)"
)


class _Qualifier(msgspec.Struct, frozen=True):
    """The English of what qualifies a number, and the direction of the true number."""

    word: str = ""
    bound: int = 0


def compose(text: str, match: Parts, amount: Amount, end: int) -> Figure:
    """The figure of a quantity that ends at ``end``. Words after its unit may still change it."""
    if match["amid"] and not match["aunit"]:
        return _middle(text, match, amount)
    per = match["per"] if match["per"] and match.start("per") == end else ""
    end += len(per)
    qualifier, suffix = _qualified(text, match, end)
    end += len(suffix)
    level = _is_level(text, match, amount, end, bool(suffix))
    end += level and text.startswith("级", end)
    amount = msgspec.structs.replace(amount, unit=_unit(text, match, amount, level, end))
    if level:
        english = english_level(amount, bare=match["a"][0] in "百千万亿")
    else:
        english = _worded(text, match, amount, end)
    if per:
        english += f" per {PER[per[1:]]}"
    return _figure(text, (match.start(), end), amount, english, qualifier, level)


def _qualified(text: str, match: Parts, end: int) -> tuple[_Qualifier, str]:
    """The qualifier, and the suffix that is part of it. A qualifier before the number precedes
    余.
    """
    qualifier = _Qualifier(*QUALIFIERS.get(match["prefix"] or "", ("", 0)))
    more = match["amore"] or match["alast"] or match["aafter"] or match["amid"] or match["bmore"]
    if more and not qualifier.word:
        qualifier = _Qualifier("about") if more in ("来", "把") else _Qualifier("more than", 1)
    suffix = match["suffix"] or ""
    if not suffix or match.start("suffix") != end or not _closes(text, match, suffix):
        return qualifier, ""
    over = qualifier.word == "less than" and suffix.endswith("以上")
    if qualifier.word in ("", "more than") or over:  # 低于65岁及以上人口占比
        qualifier = _Qualifier(*ENDINGS[suffix])
    return qualifier, suffix


def _is_level(text: str, match: Parts, amount: Amount, end: int, ended: bool) -> bool:
    """Whether the number is an order of magnitude: 5亿级, 百亿项目."""
    numeral = match["a"] + (match["ascale"] or "")
    if numeral[-1] not in "万亿":
        return False
    if text.startswith("级", end):
        return True
    bare = len(match["a"]) > 1 and all(c in "十百千万亿" for c in match["a"])
    if not bare or amount.unit or ended or numeral[-1] != "亿":
        return False
    return bool(MAGNITUDE_NOUN.match(text, end))


def _unit(text: str, match: Parts, amount: Amount, level: bool, end: int) -> str:
    if level and not amount.unit and _MONEY_NOUN.match(text, match.end("a")):
        return "yuan"
    if match["aunit"] in ("名", "位") and _is_followed(text, end):
        return "items"  # 53名工作人员: the noun already means people
    return amount.unit


def _worded(text: str, match: Parts, amount: Amount, end: int) -> str:
    english = english_amount(amount)
    if match["aunit"] == "次" and not _is_followed(text, end):  # how many times it was done
        return "once" if amount.is_one else f"{english} times"
    return f"{english} major" if match["aunit"] == "大" and amount.small else english


def _is_followed(text: str, end: int) -> bool:
    """Whether a Chinese word follows, which then is what is counted."""
    return is_han(text[end : end + 1])


_HELD = late_regex("个?(月|星期|小时|钟头|工作日)")


def _middle(text: str, match: Parts, amount: Amount) -> Figure:
    """``3个多月``, ``两个多小时``: more than three months."""
    tail = _HELD.match(text, match.end("amid"))
    end = tail.end() if tail else match.end("amid")
    amount = Amount(amount.values, f"{TIME_UNITS[tail[1]]}s" if tail else "items", amount.small)
    qualifier = _Qualifier(*QUALIFIERS.get(match["prefix"] or "", ("more than", 1)))
    place = (match.start(), end)
    return _figure(text, place, amount, english_amount(amount), qualifier, level=False)


def _closes(text: str, match: Parts, suffix: str) -> bool:
    """Whether 内 belongs to the number (3天内), not to the next word (内部)."""
    if suffix != "内":
        return True
    unit = UNITS.get(CLASSIFIERS.get(match["bunit"] or match["aunit"] or "", ""))
    after = text[match.end("suffix") : match.end("suffix") + 1]
    return unit is not None and unit.kind == "duration" and after not in tuple("外部容需")


_SPENT = late_regex(
    r"(?:用时|历时|耗时|长达|时间|经过|花费?|用|了|过去|达|持续|[需共等]要?|缩短|延长|提前|推迟)\Z"
)
_HARD = late_regex(r"[负〇零一二两三四五六七八九十百千万亿廿卅]")


def _figure(
    text: str,
    place: tuple[int, int],
    amount: Amount,
    english: str,
    qualifier: _Qualifier,
    level: bool,
) -> Figure:
    start, end = place
    source, before = text[start:end], text[max(0, start - 4) : start]
    unit = UNITS.get(amount.unit)
    kind = "level" if level else unit.kind if unit else "count"
    past = source[0] == "近"  # 将近三年 and 接近三年 are nearly that long
    if past and qualifier.word == "nearly" and kind == "duration" and not _SPENT.search(before):
        # 近三年 is the period up to now, unless it is how long something took.
        qualifier, english = _Qualifier(bound=-1), f"the past {english}"
    if qualifier.word:
        english = f"{qualifier.word} {english}"
    if kind == "count" and source[-2:-1] == "连" and source[-1] in _OF_DAYS:
        kind = "duration"
    hard = qualifier.word or level or amount.unit in ("mu", "jin") or _HARD.search(source)
    return Figure(
        start,
        end,
        source,
        english,
        "-".join(plain(value) for value in amount.values),
        amount.unit,
        kind,
        qualifier.word,
        qualifier.bound,
        optional=(
            (amount.small or amount.is_one or source == "百岁")  # centenarians
            and not _is_counted(amount, source, before)
            and not (kind == "duration" and (qualifier.word or _lasts(text, start)))
        )
        or is_named(text, start, end)
        or _may_be_left_out(source, kind, qualifier.word),
        engine_safe=not hard,
        facts=(
            *_ways(_counted(text, source, end, amount), before.endswith(("连续", "连"))),
            *_straight(amount, source),
            *_dozen(source),
            *_orders(text, end, amount),
            *_sessions(amount, source),
            *alternatives_of(text, start, amount, qualifier.word, level),
        ),
    )


def _may_be_left_out(source: str, kind: str, qualifier: str) -> bool:
    """Whether English may have no number for it: 一年内 within the year, 百年以上 ancient."""
    if source[0] in "百千":
        return source[1:2] == "年"
    return source[0] == "一" and kind == "duration" and qualifier != "more than"


_TOLD = late_regex("[名户辆艘架栋幢例吨匹枚]\\Z")
_FEW, _TEN = 3, 10


def _is_counted(amount: Amount, source: str, before: str) -> bool:
    """Whether a small number counts people or things whose number is news: 三名学生, but not
    这三名.
    """
    return (
        amount.small
        and _FEW <= max(amount.values) < _TEN
        and _TOLD.search(source) is not None
        and not before.endswith(("这", "那", "该", "此", "其", "上述", "另", "前", "后"))
    )


# Things whose duration a translation has to state.
_LASTING = late_regex(
    r"(?:寿命|有效期|保质期|质保期?|保修期?|期限|存续期|租期|工期|任期|学制|刑期?|徒刑|拘役|周期|账期|为期|历时|耗时|用时"
    r"|长达|持续|失散|服务期|合同期?|龄|需要?|仅用)(?:了|为|是|约|达|仅|只|共|不少于|不超过)?\Z"
)


def _lasts(text: str, start: int) -> bool:
    return bool(_LASTING.search(text, max(0, start - 8), start))


# Words beside which 户 are firms, else households.
_FIRMS = late_regex("企|商户|市场主体|经营|个体|店|纳税")


# Nouns with which the number may be an ordinal: 50层, 三次全会.
_PEOPLE = late_regex("人(?![次份均民币工家])|人民(?!币)|农?村?(?:人口|居民|民众|游客)")
_SESSION = late_regex("会|全[体会]|例会|大会")


def _counted(text: str, source: str, end: int, amount: Amount) -> Amount:
    """The amount with a unit that tells households from people, and counts from ordinals."""
    if source[-1] in "层楼级期类型区组" or (
        source[-1] == "次"
        or text.startswith("度", end)
        or (source[-1] == "轮" and _SESSION.match(text, end))
    ):
        return msgspec.structs.replace(amount, unit="" if amount.unit == "items" else amount.unit)
    if amount.unit in ("items", "") and (
        source[-1] in "名位" or (source[-1] != "户" and _PEOPLE.match(text, end))
    ):
        return msgspec.structs.replace(amount, unit="people")
    if amount.unit == "items" and "户" in source and not _FIRMS.search(text):
        return msgspec.structs.replace(amount, unit="households")
    return amount


def _fact(value: Decimal, unit: str) -> Fact:
    if unit == "%":
        return Fact("share", Fraction(value) / 100)
    if unit == "percentage points":
        return Fact("points", Fraction(value))
    if unit == "basis points":
        return Fact("points", Fraction(value) / 100)
    return Fact("number", Fraction(value), unit)


def _straight(amount: Amount, source: str) -> tuple[tuple[Fact, ...], ...]:
    """四连胜 is also the 4th straight win."""
    if source[-2:-1] != "连":
        return ()
    value = Fraction(amount.values[0])
    ordinal = (Fact("ordinal", value),)
    return (ordinal, (Fact("number", value, "days"),)) if source[-1] in _OF_DAYS else (ordinal,)


# 五连阳: a five-day winning streak
_OF_DAYS = frozenset("阳阴红绿板涨跌升降")


def _sessions(amount: Amount, source: str) -> tuple[tuple[Fact, ...], ...]:
    """六个交易日 are also six sessions."""
    if amount.unit != "days" or not source.endswith("交易日"):
        return ()
    return (tuple(Fact("number", Fraction(value), "items") for value in amount.values),)


_SOME_TEN = late_regex("(?<![二三四五六七八九百千万])十[几多来](?![百千万亿])")


def _dozen(source: str) -> tuple[tuple[Fact, ...], ...]:
    """十几个小时 is about a dozen hours."""
    return ((Fact("label", text="a dozen"),),) if _SOME_TEN.search(source) else ()


def _orders(text: str, end: int, amount: Amount) -> tuple[tuple[Fact, ...], ...]:
    """3个数量级 is a factor of a thousand."""
    if not text.startswith("数量级", end) or not 1 <= amount.values[0] <= _TEN:
        return ()
    times = Fraction(10) ** int(amount.values[0])
    return ((Fact("number", times),), (Fact("fold", times),))


_CENTURIES = {(Decimal(50),): "half a century", (Decimal(100),): "a century"}


def _ways(amount: Amount, running: bool) -> tuple[tuple[Fact, ...], ...]:
    """24 hours may also be "round the clock", eight years ``running`` "for an eighth year"."""
    facts = tuple(_fact(value, amount.unit) for value in amount.values)
    if amount.values == (Decimal(24),) and amount.unit == "hours":
        phrases = (
            "the clock",
            "never",
            "day and night",
            "all hours",
            "24/7",
            "all day",
            "all night",
        )
        return facts, *((Fact("label", text=text),) for text in phrases)
    if amount.values == (Decimal(1), Decimal(2)):
        return facts, (Fact("label", text="or two"),)  # "a tank or two"
    if amount.unit == "years" and not running and amount.values in _CENTURIES:
        return facts, (Fact("label", text=_CENTURIES[amount.values]),)
    if running and len(facts) == 1:
        nth = english_ordinal(int(facts[0].value))
        unit = UNITS[amount.unit].one if amount.unit in UNITS else ""
        words = ("consecutive", "straight", "successive", *filter(None, [unit]))
        return facts, *((Fact("label", text=f"{nth} {word}"),) for word in words)
    return (facts,)
