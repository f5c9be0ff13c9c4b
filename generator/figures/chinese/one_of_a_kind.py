"""Tells where 一 before a measure word is news: in lists (母鸡一只、姜三片, 头名奖猪一头、现金八千)
and as a distance or weight (株距一尺, 不到一寸).
"""

from __future__ import annotations

from generator.figures.chinese.quantity_parts import Parts
from generator.patterns import late_regex

# Measure words of things that stand in lists.
LISTED = frozenset(
    "只 头 匹 条 棵 株 颗 枚 粒 根 片 块 把 瓶 盒 袋 罐 碗 勺 大勺 小勺 汤匙 茶匙 辆 台 架 "
    "艘 套 件 张 份 座 栋 间 对 双 幅 尊 册 部 支 口 个 杯 桶 盆 盏 顶 扇 面 门 "
    "两 斤 公斤 升".split()
)
LENGTHS = frozenset("尺 寸 丈 米 厘米 毫米 斤 公斤 里 公里 亩 吨 升".split())
_THING = late_regex(
    "[鸡鸭鹅鱼虾蟹猪牛羊马驴骡狗猫兔蛋葱姜蒜椒米油盐糖醋茶菇参枣梨果瓜菜腐肉骨酒烟药椅桌床柜箱橱凳车船艇机枪弹刀剑棍"
    "斧锅盘碟壶杯瓶罐桶缸炉灶灯烛钟表镜屏琴鼓锣笔墨砚纸书册牌匾旗伞鞋衣裤帽袜被褥毯布绸巾环佩珠链镯戒钗币票证卡章"
    "屋楼院井亭桥树苗花草竹砖石瓦板材绳线网脑器仪泵阀管件像俑鼎爵尊盐芪归芎术芍参术仁子]\\Z"
)
_NO_THING = late_regex("(?:开车|上车|坐车|喝酒|抽烟|[了的第这那每另同])\\Z")
_CLOSED = late_regex("[，、；。（(）)]|\\Z")
_N = "[0-9〇零一二两三四五六七八九十百千万半]"
_MW = (
    "[只头匹条棵株颗枚粒根片块把瓶盒袋包罐碗勺匙辆台架艘套件张份座栋间对双幅尊册部支口"
    "个杯桶盆盏顶扇面门床发两斤钱克升根元千万公]"
)
_NEXT = late_regex(f"[，、；（(][^，、；。（(0-9]{{0,8}}?{_N}+{_MW}")
_BEFORE = late_regex(f"{_N}{_MW}[^，、；。]{{0,4}}[，、；][^，、；。]{{1,8}}\\Z")
# 要一斤面、半斤馅
_WEIGHTS = frozenset("两 斤 公斤 升".split())
_NEXT_WEIGHED = late_regex(f"(?![装半多])[\u4e00-\u9fff]{{1,4}}?、[^，、；。0-9]{{0,6}}?{_N}+{_MW}")
_EACH_ONE = late_regex("[每第同这那]\\Z")
_AS_FAR = late_regex(
    "(?:[距厚深宽长高重粗径]|覆土|不到|不足|不满|[离隔差][\u4e00-\u9fff]{0,3})(?:[了达为约有仅只近]|不到|不足|不过)*\\Z"
)
_NO_MORE = late_regex("[，。；、）来多]|有余|左右|以[上下内]|\\Z")


def is_one_of_a_list(text: str, match: Parts) -> bool:
    """Whether the 一 counts a thing of a list of things: 母鸡一只、姜三片."""
    start, end = match.start("a"), match.end("aunit")
    if match["aunit"] in _WEIGHTS and _NEXT_WEIGHED.match(text, end):
        return _EACH_ONE.search(text, max(0, start - 1), start) is None
    if not (_CLOSED.match(text, end) and _THING.search(text, max(0, start - 1), start)):
        return False
    if _NO_THING.search(text, max(0, start - 2), start):
        return False
    return bool(_NEXT.match(text, end) or _BEFORE.search(text, max(0, start - 18), start))


def is_so_far(text: str, match: Parts) -> bool:
    """Whether 一 or 二 measures something: 株距一尺, 覆土二寸; not 一寸光阴."""
    start = match.start("a")
    return (
        _NO_MORE.match(text, match.end("aunit")) is not None
        and _AS_FAR.search(text, max(0, start - 8), start) is not None
    )
