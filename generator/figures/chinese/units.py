"""Chinese names of units, and measure words."""

from __future__ import annotations

import re

from generator.figures.chinese.measure_words import WRITTEN
from generator.patterns import late_regex

# Chinese names of each unit, in one script only: texts are read in normal form.
_CHINESE = {
    "yuan": "元人民币 元钱 元整 元 圆整 圆 块钱 人民币",
    "US dollars": "美元 美金",
    "Hong Kong dollars": "港元 港币 元港币 蚊",
    "New Taiwan dollars": "新台币 元新台币 台币 新台币元",
    "euros": "欧元",
    "pounds sterling": "英镑 镑",
    "yen": "日元 日圆 日币",
    "won": "韩元 韩圆 韩币",
    "roubles": "卢布",
    "Australian dollars": "澳元 澳大利亚元 澳币",
    "Canadian dollars": "加元 加拿大元 加币",
    "Singapore dollars": "新加坡元 新元 新币 坡币",
    "New Zealand dollars": "新西兰元 纽元 纽币",
    "patacas": "澳门元 澳门币",
    "Swiss francs": "瑞士法郎 瑞郎",
    "francs": "法郎",
    "marks": "马克",
    "baht": "泰铢",
    "rupees": "印度卢比 巴基斯坦卢比 斯里兰卡卢比 尼泊尔卢比 卢比",
    "dong": "越南盾 越盾",
    "ringgit": "马来西亚林吉特 林吉特 令吉 马币",
    "rupiah": "印度尼西亚盾 印度尼西亚卢比 印尼盾 印尼卢比",
    "reais": "巴西雷亚尔 雷亚尔",
    "rand": "南非兰特 兰特",
    "dirhams": "阿联酋迪拉姆 迪拉姆",
    "riyals": "沙特里亚尔 里亚尔",
    "dinars": "第纳尔",
    "tenge": "坚戈",
    "som": "索姆",
    "tugrik": "图格里克",
    "lira": "土耳其里拉 里拉",
    "kronor": "瑞典克朗",
    "kroner": "挪威克朗 丹麦克朗",
    "crowns": "捷克克朗 冰岛克朗 克朗",
    "guilders": "荷兰盾 盾",
    "lei": "列伊",
    "Egyptian pounds": "埃及镑",
    "manat": "马纳特",
    "cedis": "塞地",
    "kwacha": "克瓦查",
    "birr": "比尔",
    "pesos": "菲律宾比索 墨西哥比索 比索",
    "zloty": "兹罗提",
    "forints": "福林",
    "shillings": "肯尼亚先令 坦桑尼亚先令 先令",
    "naira": "奈拉",
    "kyat": "缅币 缅元",
    "taka": "塔卡",
    "kip": "基普",
    "riels": "瑞尔",
    "hryvnias": "格里夫纳",
    "shekels": "谢克尔",
    "mu": "亩",
    "hectares": "公顷 ha",
    "acres": "英亩",
    "m2": "m2 平 平方 平方米 平米 m² ㎡ 平方公尺",
    "km2": "km2 平方公里 平方千米 km² k㎡",
    "sq ft": "平方英尺 平方呎 方呎",
    "sq miles": "平方英里",
    "ping": "坪",
    "cm2": "平方厘米 平方公分 cm²",
    "mm2": "平方毫米 mm²",
    "cm3": "立方厘米 立方公分 cm³",
    "km3": "立方公里 立方千米",
    "m3": "m3 立方米 标准立方米 标方 m³ 立方 方",
    "cubic feet": "立方英尺",
    "litres": "公升 升 L",
    "ml": "毫升 ml mL cc CC c.c. C.C.",
    "barrels": "桶",
    "gallons": "加仑",
    "km": "公里 千米 km KM Km",
    "m": "公尺 米 m",
    "dm": "分米",
    "cm": "厘米 公分 cm",
    "mm": "毫米 公厘 mm",
    "micrometres": "微米 μm um",
    "nm": "纳米 nm",
    "miles": "英里 哩",
    "feet": "英尺 呎",
    "inches": "英寸 吋",
    "nautical miles": "海里",
    "li": "华里 里",
    "zhang": "丈",
    "chi": "市尺 尺",
    "cun": "市寸 寸",
    "light-years": "光年",
    "t": "公吨 载重吨 总吨 吨 t",
    "kg": "公斤 千克 kg KG",
    "g": "克 g",
    "mg": "毫克 mg",
    "micrograms": "微克 μg ug",
    "lb": "磅",
    "ounces": "盎司",
    "jin": "市斤 斤",
    "Taiwan catties": "台斤",
    "jia": "甲",
    "carats": "克拉",
    "dan": "市担 担",
    "liang": "两",
    "TW": "太瓦 TW",
    "GW": "吉瓦 GW",
    "MW": "兆瓦 MW",
    "kW": "千瓦 kW KW",
    "W": "瓦特 瓦 W",
    "horsepower": "马力",
    "Wh": "瓦时 瓦小时 Wh",
    "TWh": "太瓦时 TWh",
    "GWh": "吉瓦时 GWh",
    "MWh": "兆瓦时 MWh",
    "kWh": "千瓦时 千瓦小时 kWh",
    "kV": "千伏 kV KV",
    "V": "伏特 伏 V",
    "MVA": "兆伏安 MVA",
    "kVA": "千伏安 kVA KVA",
    "MPa": "兆帕 MPa",
    "kPa": "千帕 kPa",
    "hPa": "百帕 hPa",
    "Pa": "帕斯卡 帕",
    "mmHg": "毫米汞柱 mmHg",
    "N·m": "牛·米 牛米 N·m",
    "N": "牛顿",
    "kN": "千牛 kN",
    "amperes": "安培",
    "mA": "毫安 mA",
    "Ah": "安时 Ah",
    "mAh": "毫安时 mAh",
    "ohms": "欧姆",
    "lumens": "流明 lm",
    "lux": "勒克斯 lx",
    "mmol": "毫摩尔 mmol",
    "mSv": "毫希沃特 毫希",
    "µSv": "微希沃特 微希",
    "tonne-km": "吨公里",
    "passenger-km": "人公里",
    "Hz": "赫兹 Hz",
    "MHz": "兆赫 MHz",
    "GHz": "吉赫 GHz",
    "decibels": "分贝 dB",
    "Mach": "马赫",
    "km/h": "公里/小时 公里每小时 千米/小时 千米每小时 km/h KM/H",
    "m/s": "米/秒 米每秒 m/s",
    "mph": "英里/小时",
    "degrees": "°",
    "°C": "摄氏度 ℃ °C",
    "°F": "华氏度 ℉ °F",
    "TEU": "标箱 标准箱 TEU",
    "people": "名 人 位 号人 死 伤",
    "households": "户家庭 户居民 户农户 户村民",
    "visits": "人次",
    "years old": "岁 周岁",
    "years": "周年 载 个年份 个年头 个春秋 个寒暑 年时间 年",
    "quarters": "个季度",
    "months": "个月份 个月",
    "weeks": "周 个星期 个礼拜 星期 个周",
    "working days": "个工作日 个工作天 工作日 工作天",
    "centuries": "个世纪",
    "days": "日历天 个日历天 个自然日 自然日 天 个日夜 昼夜 天时间 个交易日 交易日",
    "hours": "个小时 小时 个钟头 个钟 h",
    "minutes": "分钟 min",
    "seconds": "秒 秒钟",
    "ms": "毫秒 ms",
    "kcal": "千卡 大卡 kcal",
    "calories": "卡路里",
    "kJ": "千焦 kJ",
    "yards": "英码 码",
    "basis points": "个基点 基点 个BP 个bp BP bp BPs bps 点子",
    "%": "%",
    "percentage points": "个百分点 百分点",
    "times": "倍",
}

# Measure words without an equivalent in English.
_COUNTERS = (
    "个 项 家 户 条 件 座 栋 幢 台 辆 架 套 批 次 所 处 间 张 份 本 部 篇 种 类 期 届 轮 场 支 只 "
    "头 匹 棵 株 片 块 道 层 艘 列 趟 组 队 对 副 幅 宗 起 例 步 口 款 枚 颗 根 台套 台次 家次 "
    "场次 人份 辆次 架次 车次 班次 匹次 例次 门 面 方面 县 市 区 省 地 镇 村 校 国 州 大 "
    "笔 首 封 股 票 页 圈 桩 城 单 强 剂 剂次 针 针次 丸 粒 滴 瓶 盒 袋 箱 罐 杯 碗 盘 壶 筐 捆 束 "
    "串 卷 册 幕 集 堂 课时 学时 学分 朵 节 级 尾 "
    "羽 峰 盏 顶 扇 桌 车道 车厢 跑道 泊位 航次 居室 单元 站台 分场 分馆 赛季 赛段 连冠 连胜 连败 "
    "连涨 连跌 连降 连增 连板 连阳 连阴 连霸 连升 "
    "章 尊 具 把 挺 拨 编 锅 茬 床 双 摞 沓 篓 车 顿 遍 记 杆 枝 排 档 席 窝 句 "
    "盆 缸 碟 勺 小勺 大勺 汤勺 汤匙 茶匙 小匙 大匙 版 "
    "梯 听 屉 笼 堆 垄 棚 招 孔 季 筒 堵 声 眼 跨 班 任 代 球 代人 "
    "发 发子弹 发炮弹 部分 点 分 局 晚 夜 枪 下 则 回 包 注 房 胜 负 站 段 路 室 厅 卫 转 战"
)
CLASSIFIERS = dict.fromkeys(_COUNTERS.split(), "items") | {
    word: name for name, words in _CHINESE.items() for word in words.split()
}


# What follows a measure word that is the beginning of another word (百亿项目).
_BEGINS = {
    word[0]: word[1:]
    for word in (
        "项目 部门分署队位长 家庭乡电具园长居 条件款 区域间 所有在谓示述 支撑持付出援 台阶 "
        "对口于外接标应 种植业养 类型似别 名城校企牌单录优 口岸 组织建 处理 批发准复示 "
        "片区 层次面级 道路德 城市乡镇区 门类店票槛 位于居列置 人才民均员工力口大队 户籍外 "
        "起来步火 省级道 市场值 县级域道 地区块方 本地土科质级 间隔接 件均 步伐 年代轻龄货味级 "
        "节前假日后期间能约电水目俗奏点气令育庆庙省 级别联差配 "
        "针对灸灸刺织 瓶颈 盒饭子装马 袋装鼠 箱体包装子 罐装头 杯赛子水 碗口 "
        "盘点活子旋踞问根水山龙 壶口 束缚手 串联通门起 卷入烟土积宗子 册子页 "
        "幕后府布墙 集中团体聚合成资结市镇群装采训邮约思 堂口皇会屋 粒度子 滴灌水 丸子 峰会值谷顶 "
        "顶部层点级端尖上替流峰岗住 扇形贝 "
        "桌子面 单元 尾部气随盘矿水市声款 羽毛绒 盏 剂量 "
        "天然 单位一 强度化调 国家际产资有王君民道内 周边围转岁 面积对体 升级值降高学旗华至温为 "
        "元旦宵素 圆满形圈环桌心弧柱锥点 期间望 轮胎 "
        "两秒分侧边岸会国地家手者个种级天年次人句步下日样周月小口道条 "
        "伏击兰 瓦房楼斯 里程面约斯氏弄水巷拉尔昂奥德海克兹 桶装 磅礴 码头 "
        "盾牌构 塞地拉内 比尔盖 "
        "丈夫量 尺寸度码子巷 寸步草土头照心金 担任心负当忧保架子纲 坪坝山石村镇效 章程鱼节 "
        "尊重敬严称贵 具有备体象 把握关手控他她它他们这那其自所 挺进拔身立好 拨款付打通 "
        "编制辑号办委写者剧译码程 锅炉具盖里 床位上边 双方边重向语职减碳创一元赢生 "
        "车间道厢次位型站票主牌库门程流队展企友身祸载险上里内轮皮床 顿时 遍布及地 记者录忆得分 "
        "杆菌秤 枝条叶干江 排名放水查除队列练污座骨球版 档案次位期口 席位卷地梦 句号子 "
        "盆地栽景友 缸体 听证取说到从力众课闻书 笼罩统子 "
        "堆放积垛 垄断 棚户改 招生商标聘投募引收待徕工手牌 孔子雀道洞隙 季度节报后军赛风 "
        "筒仓 堵车塞点漏截门 班级子车长组主干委师底次机会人倒制规列 "
        "方面向式案法便言位针块圆阵程略可能才正有将均各及在的从共代国个 "
        "股份东权价市息票 票价据房款务仓制 页面岩 圈子层内外 "
        "架构 蚊子虫香帐 克服勒 首批次个位都 米粉 个人性体别 村民级 镇级 校园 "
    ).split()
}


# 三个人 is three people, but 三个人信息 hardly occurs: 个人 is a word before these.
_PERSONAL = (
    "(?:信息|所得|账[户号]|养老|贷款|消费|住房|隐私|财产|资[料产]|主义|魅力|赛|全能|单项|电脑|股东|经营|简历|投资|"
    "收入|用户|档案|独资|博物|作品|画展|名义|防护|奖|荣誉|最好|项目|纳税|破产|征信|身份|客户|业务|健康|卫生)"
)


def _any_of(words: list[str]) -> str:
    """A pattern of the words, the longest first, grouped by first character, so that a text without
    such a character fails at once.
    """
    by_character: dict[str, list[str]] = {}
    for word in sorted(words, key=lambda word: (-len(word), word)):
        rest = _written(word).removeprefix(re.escape(word[0]))
        by_character.setdefault(re.escape(word[0]), []).append(rest)
    return "|".join(f"{begin}(?:{'|'.join(rest)})" for begin, rest in by_character.items())


_WRITTEN = {
    "个周": "个周(?!末)",
    "声": "声(?=[，。；、！])",
    "大": "大(?!寿)",
    "平方": "平方(?![米公千英厘分毫里寸尺呎根和数差])",
    "平": r"平(?=[，。；、）的左以不起以户小大多]|\Z)",
    "点": "点(?=建议|要求|意见|主张|希望|看法|共识|启示|体会|想法"
    "|措施|倡议|说明|理由|原因|不足|感受|承诺)",
    # 得三分: points of a game, not fen
    "分": "分(?:(?<=[得取拿砍丢扣罚失积记高低先后差剩少多][一两三四五六七八九十]分)"
    "|(?<=[得取拿砍丢扣罚失积记高低差剩少多][了下到出][一两三四五六七八九十]分))"
    "(?![钟之球线秒裂类班科流校析开布成配享数把]|五裂)",
    "局": "局(?![长势部面级域限内外机委中])",
    # 减息25点子, in Hong Kong; 25个点子 are ideas
    "点子": "点子(?<=[0-9十百千五]点子)",
    "cc": "cc(?![A-Za-z0-9])",
    "CC": "CC(?![A-Za-z0-9])",
    "m": "m(?![A-Za-z0-9])",
    "m2": "m2(?![A-Za-z0-9])",
    "m3": "m3(?![A-Za-z0-9])",
    "km2": "km2(?![A-Za-z0-9])",
    "L": "L(?<!316L)(?<!304L)(?![A-Za-z0-9]|不锈|型)",
    "h": "h(?![A-Za-z0-9])",
    "t": "t(?![A-Za-z0-9])",
    "g": "g(?![A-Za-z0-9])",
    # 48V20Ah; V alone is rather a name
    "V": r"V(?:(?=[0-9]+(?:\.[0-9]+)?Ah)|(?![A-Za-z0-9]))",
    "W": "W(?![A-Za-z0-9])",
    "min": "min(?![A-Za-z0-9])",
    "任": "任(?=[，。、；]|书记|校长|厂长|县委|村|主任|局长|市长|教练|老板|所长)",
}


def _written(word: str) -> str:
    """The pattern of one word."""
    begins = _BEGINS.get(word)
    pattern = f"{re.escape(word)}(?![{begins}])" if begins else re.escape(word)
    pattern = pattern.replace("箱(?![体包装子])", "箱(?!体|包(?!邮)|装|子)")
    pattern = pattern.replace("练污座骨球版])", "练污骨球版]|座(?!位))")
    pattern = pattern.replace("部(?![门分署队位长])", "部(?![门分署队位]|长(?!篇))")
    pattern = pattern.replace("年(?![代轻龄货味级])", "年(?![代轻龄味级]|货(?![物车运币款柜轮]))")
    pattern = pattern.replace("种(?![植业养])", "种(?!植(?!物|被)|业|养)")
    pattern = pattern.replace("个(?![人性体别])", f"个(?![性体别]|人{_PERSONAL})")
    return WRITTEN.get(word) or _WRITTEN.get(pattern, pattern)


MEASURE = _any_of(list(CLASSIFIERS))
# For patterns that end with a measure word: compiling the words takes a thirtieth of a small build.
MEASURE_WORD = late_regex(MEASURE)
# With other measure words a single Chinese numeral is certainly a number; with these it may begin a
# name or a word.
_LOOSE = frozenset("方 大 地 首 局 平 面 立方 里 法郎 伏 瓦 码 载 圈 两 坪 帕 担".split())
FIRM = _any_of([word for word in CLASSIFIERS if word not in _LOOSE])


def is_firm(text: str, at: int) -> bool:
    """Whether one of the words of ``FIRM`` stands at ``at``."""
    found = MEASURE_WORD.match(text, at)
    return found is not None and found.group() not in _LOOSE


# Names in Latin letters, which may follow a number without a space: 50kg, 28nm. 4g, 1.5t and 18W
# may be something else.
LATIN = _any_of([w for w in CLASSIFIERS if w[0].isascii() and w[0].isalpha() and w not in "gtWV"])
