"""Words and sayings that hold numerals and count nothing: 胡说八道, 三天两头, 十二指肠.

Drawn from a dictionary of Chinese words: those of which a numeral would be read as an amount.
Names in which English keeps the number (二十四节气, 四大发明, 三个代表) are not among them.
"""

from __future__ import annotations

from generator.patterns import late_regex

_WORDS = (
    "胡说八道 有朝一日 日复一日 日甚一日 终有一日 总有一日 一日千里 几十年如一日 "
    "数十年如一日 十年如一日 "
    ""
    "一点一点 一点一滴 一时三刻 一时半会 一时半刻 十三点 十二指肠 说三道四 "
    "三头六臂 三天两头 三步并作两步 三脚两步 三年五载 十年寒窗 判若两人 七张八嘴 "
    "正经八百 千儿八百 一千零一夜 年过半百 黑五类 三只手 六根清净 四大皆空 "
    "此地无银三百两 里三层外三层 货比三家 二倍体 五倍子 钱三强 八佰伴 八股文 "
    "党八股 四部丛刊 四部备要 三家村 三座门 斗六市 十天干 三人行 八大处 八大胡同 "
    "十万大山 东四十条 十三行 六街三市 四处 四起 四座皆 四下 九天揽 三番两次 "
    "三番五次 三言两语 三五成群 五次三番 两次三番 一连三 三轮车 四轮车 两轮车 "
    "三伏 七匹狼 八道沟 五道口 三道湾 三里屯 八里庄 六里桥 五里墩 三元桥 三元里 "
    "四元桥 五棵松 四惠 十二分努力 一块石头 三座大山 八仙 两面三刀 三长两短 "
    "三更半夜 三三制 五四式 七七事变 九一八 一二九 一二八"
)
_NUMERALS = "〇零一二两三四五六七八九十百千万亿半"


def _at_numeral(word: str) -> str:
    """A pattern of the word from its first numeral on, with what has to stand before it."""
    at = next(i for i, character in enumerate(word) if character in _NUMERALS)
    before = f"(?<={word[:at]})" if at else ""
    return before + word[at:]


# Around, unless weeks are counted: 四周后, 四周的时间.
_AROUND = "四周(?![年后内前间]|的时间|之后|以)"
PATTERN = "|".join(
    [_AROUND, *sorted(map(_at_numeral, _WORDS.split()), key=lambda word: (-len(word), word))]
)
SAYING = late_regex(PATTERN)
