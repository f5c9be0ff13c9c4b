"""Words and idioms with numerals that count nothing: 胡说八道, 三天两头, 十二指肠.

From a dictionary of Chinese words: those whose numeral would be read as an amount. Names in which
English keeps the number (二十四节气, 四大发明, 三个代表) are not included.
"""

from __future__ import annotations

from generator.patterns import late_regex

_WORDS = (
    "胡说八道 有朝一日 日复一日 日甚一日 终有一日 总有一日 一日千里 几十年如一日 "
    "数十年如一日 十年如一日 "
    ""
    "一点一点 一点一滴 一时三刻 一时半会 一时半刻 十二指肠 说三道四 "
    "三头六臂 三天两头 三步并作两步 三脚两步 三年五载 十年寒窗 判若两人 七张八嘴 "
    "正经八百 千儿八百 一千零一夜 黑五类 六根清净 四大皆空 十有八九 十之八九 七大姑 八大姨 "
    "此地无银三百两 里三层外三层 货比三家 二倍体 五倍子 钱三强 八佰伴 八股文 "
    "党八股 四部丛刊 四部备要 三座门 斗六市 十天干 八大处 八大胡同 "
    "十万大山 东四十条 十三行 六街三市 四座皆 四下 九天揽 三番两次 "
    "三番五次 三言两语 三五成群 五次三番 两次三番 一连三 三轮车 四轮车 两轮车 "
    "三伏 七匹狼 八道沟 五道口 三道湾 三里屯 八里庄 六里桥 五里墩 三元桥 三元里 "
    "四元桥 五棵松 四惠 十二分努力 一块石头 八仙 两面三刀 三长两短 "
    "入木三分 独中两元 独造两元 连中三元 独中三元 十天半个月 十天半月 "
    "三天打鱼两天晒网 四大名著 四大天王 四大金刚 三头两绪 "
    "三十六计 三百六十行 七十二变 七十二行 "
    "三十六行 十年树木 百年树人 "
    "十年磨一剑 三十年河东 三十年河西 三分钟热度 五分钟热度 三日不见 士别三日 一分钱一分货 "
    "一分价钱 三个臭皮匠 三个和尚 五十步笑百步 "
    "五步一岗 十步一哨 六月飞雪 七年之痒 三点一线 两点一线 三人成虎 七步成诗 十八般武艺 十八罗汉 "
    "十二生肖 二十四孝 一半一半 半斤八两 半斤对八两 "
    "四两拨千斤 五笔字型 五笔输入 老三届 三支一扶 三桶油 七月流火 十月怀胎 八竿子 九死一生 "
    "零百加速 五十肩 三次产业 三天两宿 三下五除二 五大三粗 三级跳 "
    "五斗米 二十四史 三昧真火 三杯两盏 两眼一抹黑 四平八稳 一波三折 七情六欲 一日三餐 一年四季 "
    "三餐四季 两耳不闻 三分天注定 七分靠打拼 "
    "三分治七分养 二一添作五 八字没一撇 三百代言 各打五十大板 各打五十板 "
    "十里洋场 十里红妆 百米冲刺 三尺讲台 七尺男儿 "
    "八大山人 廿四味 九层塔 三层肉 五尺道 三寸不烂 一寸光阴 "
    "两条腿走路 一盘棋 一锅粥 一碗水端平 千里眼 百叶窗 三角梅 九色鹿 一方水土 四方来客 "
    "八方来客 五彩 两肋插刀 "
    "一年比一年 一天比一天 一个比一个 一次比一次 一代比一代 一届比一届 一月比一月 "
    "三更半夜 三三制 五四式 七七事变 火冒三丈 垂涎三尺 冰冻三尺 三把火 九一八 一二九 一二八"
)
_NUMERALS = "〇零一二两三四五六七八九十百千万亿半廿卅"


def _at_numeral(word: str) -> str:
    """A pattern of the word from its first numeral on, with the part before it as a lookbehind."""
    at = next(i for i, character in enumerate(word) if character in _NUMERALS)
    before = f"(?<={word[:at]})" if at else ""
    return before + word[at:]


# 四周 is "around", unless weeks are counted: 四周后, 四周的时间.
_AROUND = (
    "(?<![约近逾达满共第隔连])(?<!连续|上涨|下跌|为期|历时|长达|持续|延长|推迟|提前)"
    "四周(?![年岁后内前间]|的时间|之后|以)"
)
# Words that begin as counts of other things do: 十三点七万吨, 三只手表, 两层皮带.
_UNLESS = (
    "十三点(?![0-9零〇一二三四五六七八九半整多钟])|三只手(?![表机工套镯环])|两层皮(?![带革鞋料])"
    "|三家村(?![民委办级属庄镇卫])|三座大山(?![洞峰沟])|三人行(?![李为驶走凶])"
    "|四处(?!房[产屋]|住[宅所]|景点|工地|遗[址迹]|院落|文物|古|旧址|隐患|违建|险[情段]|地块|塌方|伤口"
    "|刀伤|据点|站点|网点|火[点情]|水源|泉|墓|[，。；、]其中)"
)
# 谣言四起 is "on all sides", but 四起案件 are four cases.
_ON_ALL_SIDES = r"四起(?=[，。！？；、”]|\Z)"
# 安全第一 puts something before all else.
_BEFORE_ALL = r"(?<=安全|质量|生命|友谊|服务|预防|信誉)第一(?=[，。！？；、”\s的]|\Z)"
# 单位：万标箱 heads a table.
_OF_TABLE = r"(?<=单位[:：])[十百千万亿]+"
PATTERN = "|".join(
    [
        _AROUND,
        _UNLESS,
        _ON_ALL_SIDES,
        _BEFORE_ALL,
        _OF_TABLE,
        *sorted(map(_at_numeral, _WORDS.split()), key=lambda word: (-len(word), word)),
    ]
)
IDIOM = late_regex(PATTERN)
