"""Numbers and months that the Chinese has only in names: 古稀 is 70, 金九银十 September and
October, 《哪吒之魔童闹海》 "Ne Zha 2".
"""

from __future__ import annotations

from fractions import Fraction

from generator.figures.shared.numeral import ONES, chinese_value
from generator.patterns import late_regex

# Names of ages, by the Analects and by custom, of the last months of the old calendar, and of the
# line between growth and contraction of an index of purchasing managers.
_AGES = {
    "而立": (30,), "不惑": (40,), "知天命": (50,), "半百": (50,), "花甲": (60,), "耳顺": (60,),
    "古稀": (70,), "杖朝": (80,), "耄耋": (80, 90), "鲐背": (90,), "期颐": (100,), "弱冠": (20,),
    "豆蔻": (13,), "及笄": (15,), "喜寿": (77,), "米寿": (88,), "白寿": (99,), "冬月": (11,),
    "腊月": (12,), "除夕": (12,), "荣枯": (50,), "临界点": (50,),
}  # fmt: skip
_AGE = late_regex("|".join(_AGES))
# Days and seasons with numerals as names, and their months.
_MONTHS = {
    "三月三": (3, 4), "金九": (9,), "银十": (10,), "金三银四": (3, 4), "五一": (5,), "五四": (5,),
    "六一": (6,), "七一": (7,), "八一": (8,), "“十一": (10,), "十一黄金周": (10,),
    "十一假期": (10,), "十一长假": (10,), "三八": (3,), "双11": (11,), "双十一": (11,),
    "双12": (12,), "双十二": (12,), "618": (6,), "六一八": (6,), "元旦": (1,), "国庆": (10,),
    "劳动节": (5,), "圣诞": (12,), "跨年": (12, 1),
}  # fmt: skip
_MONTH = late_regex("|".join(sorted(_MONTHS, key=lambda name: (-len(name), name))))


def ages(text: str) -> set[Fraction]:
    """The numbers of years, or of a month, for which a word of the text stands."""
    return {Fraction(n) for found in _AGE.findall(text) for n in _AGES[found]}


def months_of(text: str) -> frozenset[int]:
    """The months of the days and seasons named in the text."""
    return frozenset(month for found in _MONTH.findall(text) for month in _MONTHS[found])


_SEQUEL = late_regex(
    r"[\"“'‘](?:[A-Z][\w'’:-]*\s){1,6}(?P<n>[1-9]|II|III|IV)[\"”'’,]"
    r"|\b(?:[A-Z][\w’-]*\s){2,5}(?P<n2>[2-9])(?=\s[a-z]|[,.])"
)


def sequels(text: str, english: str) -> frozenset[int]:
    """The places of numbers of sequels in the English, if the Chinese has the full title."""
    if "《" not in text:
        return frozenset()
    return frozenset(m.start("n") if m["n"] else m.start("n2") for m in _SEQUEL.finditer(english))


# Two that are named: 企业之间, 甲和乙, 从北京至上海.
_THE_TWO = late_regex(r"(?i:\b(?:the|these|those|between)\s(?:the\s)?(?P<two>two)\s[a-z])")
_OF_TWO = late_regex("之间|双方|彼此|相互|互[相联通动认]|[和与同跟及至、两对]")


def the_two(text: str, english: str) -> frozenset[int]:
    """The places of "the two" in the English, if the Chinese names the two."""
    if not _OF_TWO.search(text):
        return frozenset()
    two = _THE_TWO.finditer(english) if "two" in english else ()
    listed = _LISTED.finditer(english) if _MANY.search(english) else ()
    counted = _LISTED_CHINESE.search(text)
    if counted:  # 东京、首尔、大田三地 are three, whatever the English lists
        listed = ()
    return frozenset(m.start("two") for m in two) | frozenset(
        m.start("n") for m in listed if len(_BETWEEN.split(m["list"])) == ONES[m["n"].lower()]
    )


_LISTED_CHINESE = late_regex(
    "、[\u4e00-\u9fff]{2,6}(?:等)?[两三四五六七八九][地市省县区国家校站院馆]"
)
# two stations, Nanchang and Nanchang West
_MANY = late_regex(r"(?i:\b(?:two|three|four|five)\s)")
_LISTED = late_regex(
    r"\b(?P<n>[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive)\s(?:[a-z-]+\s){0,3}?[a-z-]+(?:,|:|\s[-–—])\s"
    r"(?P<list>(?:[A-Z][\w'’.-]*\s){0,4}[A-Z][\w'’-]*(?:(?:,\s(?:and\s)?|\sand\s)"
    r"(?:[A-Z][\w'’.-]*\s){0,4}?[A-Z][\w'’-]*){1,4})"
)
_BETWEEN = late_regex(r",\s(?:and\s)?|\sand\s")


# Numbers that a Chinese word implies.
_IN_WORDS = tuple(
    (word, late_regex(chinese), late_regex(rf"(?i:\b(?P<n>{english}))"))
    for word, chinese, english in (
        ("立体", "立体", r"(?:three|3)(?=[\s-]dimension)"),
        ("亩", "亩", r"(?:fifteenth|15th)(?=\sof\sa\shectare)"),
        ("后年", "后年", r"two(?=\syears)"),
        ("前年", "(?<!年)前年", r"two(?=\syears)"),
        (
            "年",
            "上年|去年|同[比期]|年前",
            r"(?:twelve|12)(?=\smonths\s(?:before|earlier|ago|previously))",
        ),
        (
            "同比",
            "同比",
            r"(?:twelve|12)(?=\smonths\s(?:before|earlier|ago|previously))",
        ),
        *(
            (word, word, r"(?:twelve|12)(?=\smonths\b(?!\s(?:to|through|ended|ending)\b))")
            for word in ("同比", "按年", "年增", "年减", "年升", "年跌")
        ),
        ("半年", "(?<![上下前后])半年", r"(?:six|6)(?=\smonths\b)"),
        ("标", "标准?箱|集装箱", r"(?:twenty|20)(?=[\s-]f(?:oo|ee)t\b)"),
        ("FEU", "FEU", r"(?:forty|40)(?=[\s-]f(?:oo|ee)t\b)"),
        ("大柜", "大柜", r"(?:forty|40)(?=[\s-]f(?:oo|ee)t\b)"),
        ("TEU", "TEU", r"(?:twenty|20)(?=[\s-]f(?:oo|ee)t\b)"),
        ("乙", "[乙丙]", r"(?:second|third)(?=\s[a-z])"),
        (
            "分别",
            "分别",
            r"(?:second|third|fourth)(?![\s-]*(?:time|largest|biggest|quarter|half|phase|year))",
        ),
        (
            "比",
            "[0-9一二三四五六七八九]比[0-9零一二三四五六七八九]",
            r"(?:second|third|fourth|fifth)(?=\s(?:goal|after|late)|[.,;])",
        ),
        ("季", "季", r"(?:three|3)(?=\smonths\b)"),
        (
            "、周",
            "周[一二三四五六日天]、周[一二三四五六日天](?!、)",
            r"(?:twice|two)(?=(?:\stimes)?\sa\sweek)",
        ),
        ("双休", "双休", r"(?:two|2)(?=[\s-](?:rest\sdays?|days?\s(?:off|of\srest)|day\sweekend))"),
        ("跨", "跨[省市县区国]", r"two(?=\s(?:cities|provinces|counties|districts|countries)\b)"),
        ("兄", "兄[弟妹]", r"two(?=\s(?:[a-z]+\s)?(?:brothers|siblings)\b)"),
        ("姐", "姐[妹弟]", r"two(?=\s(?:[a-z]+\s)?(?:sisters|siblings)\b)"),
    )
)


def in_words(text: str, english: str) -> frozenset[int]:
    """The places of implied numbers: the two of 兄弟 or 双休, the three dimensions of 立体."""
    return frozenset(
        found.start("n")
        for word, chinese, said in _IN_WORDS
        if word in text and chinese.search(text)
        for found in said.finditer(english)
    )


_SHARES = late_regex(
    r"(?<![一二两三四五六七八九十百0-9])[一二两三四五六七八1-8]分(?![钟之秒米厘布店行局工])[\u4e00-\u9fff]{1,8}"
    r"(?:[、，][一二两三四五六七八1-8]分[\u4e00-\u9fff]{1,8}){1,4}"
)
_FEWEST = 2  # least number of parts of a whole
_SHARE = late_regex("([一二两三四五六七八1-8])分")


def tenths(text: str) -> set[Fraction]:
    """The shares of 三分绿地、三分住宅、四分产业: tenths of a whole."""
    if text.count("分") < _FEWEST:
        return set()
    for found in _SHARES.finditer(text):
        parts = [Fraction(chinese_value(n) or 0) / 10 for n in _SHARE.findall(found.group())]
        if sum(parts) == 1:
            return set(parts)
    return set()
