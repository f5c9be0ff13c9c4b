"""What a word without a label is that stands in the head of a page: the name of an outlet, of an
office, of an account, of a person, or of a column."""

from __future__ import annotations

from functools import cache

from generator.clean.known_outlets import is_known_outlet
from generator.clean.outlets import OUTLET, outlet_in
from generator.clean.people import is_name
from generator.patterns import late_regex

OUTLET_NAME, ACCOUNT_NAME, PERSON, COLUMN, WORD = "outlet", "account", "person", "column", "word"
_OUTLET = late_regex(OUTLET)
_OFFICE = late_regex(
    r"[\u4e00-\u9fffA-Za-z0-9]{1,18}(?:人民政府|政府|政府办公[室厅]|办公[室厅]|委员会|管委会|[改建健信育商科]委|[\u4e00-\u9fff]局|[\u4e00-\u9fff]{2}厅|宣传部|组织部|统战部|网信办"
    r"|街道办|办事处|总?工会|团委|妇联|残联|红十字会|协会|学会|联合会|商会|海关|法院|检察院|[支大]队|大学|学院|中学|小学|医院|集团|公司|研究[院所]|指挥部|博物馆|图书馆|设计院)"
)
_MAGAZINE = late_regex("[\u4e00-\u9fff]{2,6}(?:观察|杂志|周刊|月刊|文摘)")
_PORTAL = late_regex(
    "(?:新浪|搜狐|网易|腾讯|凤凰网?|新华网?|人民网?|央视网?|和讯|东方财富|百度|中新网?|澎湃|第一)"
    "(?:新闻|财经|焦点|房产|地产|科技|汽车|教育|时政|证券|产业|经济|城市|健康|文化|体育|视频|客户端|网)"
)
_PLACE = "[\u4e00-\u9fff]"
_BEFORE = (
    "微|平安|健康|文明|智慧|数字|文旅|掌上|无线|爱|看|云上|今日|新|大美|美丽|法治|廉洁|青春"
    "|网信|食安|气象|教育|发现|直播|悦|这里是|幸福"
)
_AFTER = (
    "零距离|城事|楼市|微报|微生活|生活圈|身边事|旧事|早餐|视点|视界|日记|地图|圈|经略|交警|公安|警方|教育|卫健|文旅|消防|气象|生活|同城|本地宝|头条|视频"
    "|号外|时刻|评论|周末|镜像|档案|新语|论坛|社区|晚八点|直击|速报|早知道|百事通|参考|财经|之声|之窗|热线|壹点|焦点|资讯|派|说|电视|广播|广电|日报|晚报|报道"
    "|大爆炸|公社|研究|视角|见闻|笔记|纪实|工会|检察|税务|应急|旅游|发改|住建|城管|司法|统战|共青团|妇女|大学生|志愿者"
)
_ACCOUNT = late_regex(
    rf"(?:{_BEFORE}){_PLACE}{{2,5}}|{_PLACE}{{2,6}}(?:{_AFTER})|[\u4e00-\u9fff]{{2,8}}\+"
)
# Names of columns, also composed: 本地要闻, 高端访谈.
_COLUMN = frozenset(
    "要闻 新闻 本地 民生 城事 房产 时政 财经 社会 金融 安全 文旅 康养 教育 关注 头条 综合 "
    "专题 原创 深度 时评 经济 访谈 高端 热点 区县 党建 公告 动态"
    " 汽车 文化 体育 宏观 国内 国际 产业 乐活 项目 快讯 焦点 地产 家居 正文 详情 首页 资讯 "
    "频道 科技 军事 娱乐 健康 旅游 图片 视频 评论 观点 理论 生活 乡村 三农 公司"
    " 股票 证券 银行 楼市 政务 政策 解读 通知 公示 滚动 最新 今日 每日 独家 特别 报道 专栏 "
    "专访 人物 生态 环保 法治 城市 县域 港澳 台湾 两岸 海外 全球 中国 市场 行情 数据 聚焦"
    " 中心 投资 招商 工作 部门 基层 地方 各地 省内 市内 一线 现场 实时 突发 便民 服务 互动 "
    "活动 简讯 要点 导读 编者按 推荐 精选 热门 更多 其他 其它 通讯 特写 文创 文博 双碳"
    " 广告 责任 编辑 来源 作者 记者 版权 声明 本文 全文 目录 附件 打印 分享 收藏 微信 微博 "
    "客户端 网站 平台 企业 商业 消费 外贸 工业 农业 能源 交通 建设 规划 创业 就业 人才".split()
)
_NO_NAME = late_regex(
    r"^(?:佚名|未知|不详|无名|本[站网报刊台社]|网络|互联网|匿名|小编|admin|管理员|转载|来源|原创|综合|整理|编辑部|网友|无|暂无|[\d\W_]+)$"
)
# Ends of other words: 新戏台, 合作社, 发展中心.
_NO_OUTLET = late_regex(
    r"(?<!电视)(?<!广播)(?<!电)(?<!本)台$|(?:合作|旅行|公|报道|会)社$|(?<!体)(?<!新闻)(?<!传媒)(?<!服务)(?<!信息)中心$|^.{7,}发布$|(?:成果|规划|政策|公告|数据|正式|新闻|信息|通知|名单|标准|公示|今日|最新)发布$|^(?:汇|通|情|喜|海|画|捷|简|快|月|年|周|学|预)报$"
)
# Shares of running text from which a word is hardly a person's name: alone, beside an outlet, and
# after another name.
_MOST, _LESS, _OFTEN = 5e-7, 2e-6, 1e-5
_LONGEST = 14


def is_no_name(text: str) -> bool:
    """Return whether a value of a label names nobody: 佚名, 本站, admin."""
    return bool(_NO_NAME.match(text))


def kind_of_word(word: str, *, beside_outlet: bool = False) -> str:
    """Return what a word is, or ``word`` if it may be anything. ``beside_outlet`` says that an
    outlet or a bullet is beside it, so that it is more likely a person."""
    if is_known_outlet(word):
        return OUTLET_NAME
    if word in _COLUMN or _is_composed(word):
        return COLUMN
    if is_person(word, doubtful=beside_outlet):
        return PERSON
    if _PORTAL.fullmatch(word) or (is_outlet(word) and not word.endswith("频道")):
        return OUTLET_NAME
    if word.endswith("频道"):
        return COLUMN if outlet_in(word) in ("", word) else OUTLET_NAME
    if _ACCOUNT.fullmatch(word) and outlet_in(word):
        return ACCOUNT_NAME
    if len(word) <= 4 and _is_common(word, 0.0):
        return COLUMN
    return WORD


def is_outlet(word: str) -> bool:
    """Return whether a word has the form of the name of a paper, site, station or office."""
    if len(word) > _LONGEST or not any(
        form.fullmatch(word) for form in (_OUTLET, _OFFICE, _MAGAZINE)
    ):
        return False
    return outlet_in(word) == word and not _NO_OUTLET.search(word)


def is_office(name: str) -> bool:
    """Return whether a name is that of an office, a company or a school."""
    return _OFFICE.fullmatch(name) is not None


def is_person(word: str, *, doubtful: bool = False) -> bool:
    """Return whether a word alone is a person's name, and neither a place nor another word;
    ``doubtful`` ones (高远, 罗丹) too, where their place tells that a person is named."""
    if not is_name(word) or word in _COLUMN:
        return False
    if len(word) > 2 and word[-1] in "报网社台" and is_outlet(word):
        return False
    if "·" in word:
        return not any(
            len(part) > 5 or is_known_outlet(part) or is_outlet(part) for part in word.split("·")
        )
    most = _LESS if doubtful else _MOST * (len(word) - 1)
    return not (_is_common(word, most) or _is_place(word))


def is_further_name(word: str) -> bool:
    """Return whether a word after the name of an author is another name."""
    if not is_name(word) or word in _COLUMN or "·" in word:
        return False
    return not (_is_common(word, _OFTEN) or _is_place(word))


def _is_composed(word: str) -> bool:
    """Return whether a word consists of names of columns: 本地要闻, 新闻中心."""
    if len(word) not in (4, 6) or word.endswith("发布"):
        return False
    return all(word[at : at + 2] in _COLUMN for at in range(0, len(word), 2))


def _is_common(word: str, most: float) -> bool:
    from generator.lexicon import frequency

    return frequency(word) > most


@cache
def _is_place(word: str) -> bool:
    from generator.gazetteer import detect

    return any(match.at and match.at[0][2] == word for match in detect(word))
