"""Traditional forms of the names of people, as papers of Taiwan and Hong Kong write them.

A name is not converted as a word: 余庆 is 余慶 as a person (surname 余, not 餘), 钟鸣 is 鍾鳴, 何里
is 何里. Of a character with several Traditional forms

- a surname has the form that is a surname (余, 于, 后, 干, 种, 鍾, 游, 涂, 沖),
- a given name has the form that given names usually have: 里, 鍾, 沖, 于, 后, 采, 咸, 征, 斗 as
  they are, 幹, 樸 and 準 changed, 余 and 范 as they are unless the two characters of a given name
  make a word with the other form (積善餘慶, 師範, 奮鬥),
- all others have the usual form: 杰 is 傑, 云 is 雲, 万 is 萬, 丰 is 豐.

Who writes the name otherwise puts it into the glossary. The tables were made for this program.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.lexicon.surnames import DOUBLE_SURNAMES, SURNAMES
from generator.patterns import late_regex
from generator.script.tables import Forms

# Surnames whose form is not that of the character as a word.
_AS_SURNAME = dict(
    zip("于余后干种钟游涂冲斗征占咸采系佣适", "于余后干种鍾游涂沖斗征占咸采系佣适", strict=True)
)
_AS_GIVEN = dict(
    zip(
        "于余后里钟游涂冲斗征占咸采朴伙熏复丑咨",
        "于余后里鍾游涂沖斗征占咸采樸伙薰復丑咨",
        strict=True,
    )
)
_DOUBLE = {
    "万俟": "万俟", "钟离": "鍾離", "澹台": "澹台", "淳于": "淳于", "单于": "單于", "鲜于": "鮮于",
    "百里": "百里", "宇文": "宇文", "南宫": "南宮", "长孙": "長孫", "公孙": "公孫", "闻人": "聞人",
    "西门": "西門", "呼延": "呼延", "端木": "端木", "申屠": "申屠", "轩辕": "軒轅", "濮阳": "濮陽",
}  # fmt: skip
# Two characters of a given name that are a word in which one has another form.
_GIVEN_WORDS = {
    "余庆": "餘慶", "庆余": "慶餘", "有余": "有餘", "裕余": "裕餘", "盈余": "盈餘",
    "师范": "師範", "世范": "世範", "模范": "模範", "学范": "學範", "垂范": "垂範", "仪范": "儀範",
    "宪范": "憲範", "家范": "家範", "立范": "立範", "懿范": "懿範", "玉范": "玉範", "风范": "風範",
    "奋斗": "奮鬥", "战斗": "戰鬥", "干城": "干城", "三丰": "三丰", "征明": "徵明", "知几": "知幾",
    "象征": "象徵", "松龄": "松齡", "采风": "採風", "复生": "復生", "干云": "干雲", "凌云": "凌雲",
}  # fmt: skip
# Surnames that are rare, or more often words, beside the usual ones.
_RARE = frozenset("后种折才征松冲斗咸占采系适佣")
SURNAME_CHARACTERS = frozenset(
    {*SURNAMES, *_RARE, *(name[0] for name in DOUBLE_SURNAMES), *(name[0] for name in _DOUBLE)}
)
# Three characters that end so are an office or a firm, not a person.
_OFFICE = frozenset("社报网刊局办组室部处厅队所站馆校区市县院署厂店科委庭司团")
# Words that begin like a name, and whose characters a name would write otherwise.
_NO_PEOPLE = frozenset(
    (
        "采访 采写 采编 采风 采集 采购 采摘 征文 征稿 征集 征求 干部 干事 干警 "
        "干预 后期 后勤 后台 后方 后来 后续 后天 种业 种植 种子 种粮 系列 系统 "
        "游记 游客 游戏 涂料 钟表 钟点 冲击 冲刺 冲突 斗争 占比 适用 余下 余额 "
        "余款 余热 余粮 "
    ).split()
)
_HAN = late_regex(r"[\u3400-\u9fff]+")
_TWO, _THREE, _FOUR = 2, 3, 4


def is_person(name: str) -> bool:
    """Whether a word, in Simplified Chinese, has the form of a person's name: a surname, and one or
    two characters."""
    if not _HAN.fullmatch(name) or name[:2] in _NO_PEOPLE:
        return False
    if name[:2] in _DOUBLE or name.startswith(DOUBLE_SURNAMES):
        return _THREE <= len(name) <= _FOUR
    if not _TWO <= len(name) <= _THREE or (name[0] not in SURNAMES and name[0] not in _RARE):
        return False
    return len(name) == _TWO or name[-1] not in _OFFICE


def person_form(name: str, forms: Forms) -> str:
    """The Traditional form of a person's name in Simplified Chinese."""
    known = forms[name]
    surname, given = _parts(name)
    first = "".join(_surname(surname, forms))
    # Well-known names that the tables have: 魏徵, 文徵明.
    if len(name) > _TWO and forms.has(name) and known.startswith(first):
        return known
    return first + _given(given, forms)


def _parts(name: str) -> tuple[str, str]:
    double = name[:2] in _DOUBLE or name.startswith(DOUBLE_SURNAMES)
    length = 2 if double and len(name) > _TWO else 1
    return name[:length], name[length:]


def _surname(surname: str, forms: Forms) -> Iterator[str]:
    if surname in _DOUBLE:
        yield forms.standard(_DOUBLE[surname])
        return
    for char in surname:
        yield _AS_SURNAME.get(char) or forms[char]


def _given(given: str, forms: Forms) -> str:
    if given in _GIVEN_WORDS:
        return forms.standard(_GIVEN_WORDS[given])
    return "".join(_AS_GIVEN.get(char) or forms[char] for char in given)
