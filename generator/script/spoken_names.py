"""Names of people in running text that no office precedes: 余秋里说, 由余秋里指挥, 钟鸣教授.

Two or three characters before 教授, 先生 and the like are such a name where a clause begins, unless
they are a word and a surname (于是王女士, 后王女士). Before words of speaking, three characters are
one if a clause or a preposition begins before them, if they begin with a surname that is no word by
itself, and if somebody speaks or acts after them. What is often so and is no name (李家里说,
王会后表示) is left out. The rules were made for this program with
``tests/script/sentences/people.txt``.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.lexicon import cut, frequency
from generator.patterns import late_regex
from generator.script.people import SURNAME_CHARACTERS, is_person
from generator.script.surnames import TIME, TITLES

# Surnames that are not often words: no 何, 周, 马, 高, 胡, 方, 于.
BOUND = frozenset(
    "王李张刘陈杨赵吴徐孙郭梁宋郑谢韩唐冯董萧曹袁邓许傅沈彭吕苏卢蒋蔡贾丁魏薛阎潘杜戴钟汪姜范姚谭廖邹熊陆郝孔崔邱秦"
    "顾侯邵孟尹黎贺赖龚屈苗尤余卜朱罗林严聂焦翟窦辛柴裴阮柯柳汤葛滕殷樊邢俞倪詹宁"
)
# Characters of several Traditional forms, which a name writes in its own way.
_SEVERAL = frozenset("里后干面制余云台松谷范丑岳钟升杰沈卜于发系准朴复冲采征占斗游种")
_SAYS = (
    r"表示|介绍|说(?![明法话])|指出|强调|坦言|告诉|透露|认为|回忆|称(?!为)|宣布|指挥|担任|主持|感慨|笑着"
    rf"|等人|先生|女士|教授|同志|老人|师傅|大爷|大叔|大妈|一家|今年\d+岁|{TITLES}"
)
_NAMED = late_regex(
    rf"(?:^|(?<=[^\u4e00-\u9fff])|(?<=[由据被让请对向与和跟])|(?<=岁的)|(?<=名叫))"
    rf"(?=[{''.join(sorted(BOUND))}])([\u4e00-\u9fff]{{3}})(?={_SAYS})"
)
# How people are addressed, after a name that nothing precedes.
_ADDRESS = late_regex(r"教授|先生|女士|博士|院士|老师|小姐|夫妇|同志")
_BEGINNING = frozenset("，。、；：！？“”（） \u3000\n>和与")
# The share in running text from which a word is hardly a name (员工关系经理).
COMMON = 1e-5
# The share from which a word is no beginning of a name whose last character is a surname too.
_USUAL = 2e-6
# Usual surnames with which given names neither begin nor end.
_ONLY_SURNAMES = frozenset(
    "王李张刘陈赵吴徐孙马胡郭何罗郑谢许韩邓冯曹彭曾肖潘蒋蔡杜叶苏魏吕卢崔谭陆汪贾薛侯龚邱邹"
)
# Surnames that are rather a preposition or a verb before another surname.
_RATHER_WORDS = frozenset("于后干种折征冲采占系适卷")
_SHORT = 2  # characters of a name that may be a word: 钟鸣, 余里
# The share of a word that may be a given name after 于.
_RARE = 1e-6
# With these a place or a time ends, not a given name after 于.
_PLACE_ENDS = frozenset(
    "中后前上下内里间时此际初末底外旁边处者日天年月山江河湖海城州村镇乡县市区东西南北中京家园桥路"
)
_PLACES = frozenset("里后面")
# 饭后, 店里: times and places that few dictionaries have.
_IN_OR_AFTER = late_regex(
    r"[会赛战饭事年月日课午睡病死婚产酒茶]后|[当书正全多]面"
    r"|[家村店厂车楼院校班队群手心嘴屋房区县市省镇乡]里"
)
_NO_NAME_ENDS = frozenset("完了着过到得的时地")
_NEAR = 8


def is_given(given: str) -> bool:
    """Whether two characters after a surname are not rather a place, a time or a manner (家里,
    会后, 当面)."""
    if given[-1:] in _NO_NAME_ENDS or _IN_OR_AFTER.search(given):
        return False
    return not (given[-1:] in _PLACES and frequency(given) > 0 and given not in LIKE_NAMES)


# Words that are given names too.
LIKE_NAMES = frozenset({"发面", "万里", "千里"})


def is_given_after_yu(given: str) -> bool:
    """Whether two characters after 于 may be a given name (于文广说), no time or place
    (于会后)."""
    ends = TIME.match(given) or given[-1] in _PLACE_ENDS
    return not ends and frequency(given) < _RARE


def is_plain_name(name: str) -> bool:
    """Whether three characters after an office, all usual in names, are one whatever follows."""
    if len(name) != len("余建平") or frequency(name[:2]):
        return False
    if name[0] in "于干":
        return is_given_after_yu(name[1:]) and not frequency(name[1:])
    return name[0] in BOUND and frequency(name[1:]) < COMMON


def is_word_and_surname(name: str) -> bool:
    """Whether what stands before a title is rather a word and a surname (于是王, 周末王) than a
    name (余晖云), or a word of one character and a surname (后王)."""
    first, last = name[:-1], name[-1]
    if last not in SURNAME_CHARACTERS:
        return False
    if len(first) == 1:
        return first in _RATHER_WORDS and (first != "于" or last in _ONLY_SURNAMES)
    share = frequency(first)
    return share > 0 if last in _ONLY_SURNAMES else share > _USUAL


def addressed_names(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each name before 教授, 先生 and the like, where a clause begins."""
    for address in _ADDRESS.finditer(text):
        end = address.start()
        for start in (end - 3, end - 2):
            name = text[max(0, start) : end]
            begins = start == 0 or (start > 0 and text[start - 1] in _BEGINNING)
            if not begins or not is_person(name) or is_word_and_surname(name):
                continue
            if not frequency(name) or (
                len(name) == _SHORT and name[0] in BOUND and frequency(name) < COMMON
            ):
                yield start, end
                break


def spoken_names(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each such name with a character of several Traditional forms."""
    if _SEVERAL.isdisjoint(text):
        return
    for match in _NAMED.finditer(text):
        name, (start, end) = match[1], match.span(1)
        if _SEVERAL.isdisjoint(name) or not is_given(name[1:]) or frequency(name) > 0:
            continue
        if end in edges(text, start, end):
            yield start, end


def edges(text: str, start: int, end: int) -> set[int]:
    """Where words end in the text from ``start``."""
    found, at = set[int](), start
    for piece in cut(text[start : end + _NEAR]):
        at += len(piece)
        found.add(at)
    return found
