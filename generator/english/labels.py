"""English by rule for short segments, mostly cells of tables: numbers, dates, amounts, and words
that head columns or fill them. An engine, which is made for sentences, often errs there (备注 "to
note", 在建 "to build").
"""

from __future__ import annotations

from functools import cache

from generator.figures import read
from generator.patterns import late_regex
from generator.terms import Terms

_HAN = late_regex(r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
# 总投资（亿元）: a label and its unit.
_WITH_UNIT = late_regex(r"([^（(）)]+?)\s*[（(]([^（(）)]+)[)）]")
_LONGEST = 24
_DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
# One English for the Chinese words before it.
_WORDS = """
序号 编号: No. | 名称 姓名: Name | 项目名称 项目: Project | 指标 指标名称: Indicator
单位 计量单位: Unit | 责任单位 负责单位: Responsible body | 牵头单位: Lead body
主办单位: Organizer | 建设单位: Developer | 绝对值 绝对数 数值: Value | 总量 合计 总计 共计: Total
小计: Subtotal | 其中: Of which | 数量: Quantity | 金额: Amount | 增速 增长 增幅: Growth
同比增长 同比增速 同比增幅: Year-on-year growth | 同比: Year on year | 环比: Month on month
累计: Cumulative | 本月: This month | 今年: This year | 去年: Last year | 上年: Previous year
上年同期 去年同期: Same period of the previous year | 比重 占比: Share | 排名 名次: Rank
类别 分类: Category | 类型: Type | 备注 说明: Notes | 时间 活动时间: Time | 日期: Date
地点 活动地点: Place | 地区: Region | 区域: Area | 城市: City | 区县 县区: District or county
企业 企业名称 公司 公司名称: Company | 行业 产业: Industry | 产品: Product | 产能: Capacity
年产能: Annual capacity | 产值: Output value | 年产值: Annual output value
投资 投资额: Investment | 总投资 总投资额 投资总额: Total investment
计划总投资: Planned total investment | 占地面积 用地面积: Land area | 建筑面积: Floor area
面积: Area | 人口: Population | 常住人口: Permanent residents | 户籍人口: Registered population
开工时间: Start of construction | 竣工时间 建成时间 完工时间: Completion
投产时间: Start of production | 建设周期 建设工期 建设期限 建设年限: Construction period
建设内容: Scope of construction | 建设规模: Scale | 建设地点: Site | 进度 进展 进展情况: Progress
状态: Status | 已投产 投产: In production | 试生产: Trial production
在建 建设中 已开工: Under construction | 未开工: Not started | 已建成 建成: Built
已竣工 竣工 已完工 完工 已完成 完成: Completed | 未完成: Not completed | 已签约 签约: Signed
拟建 规划中: Planned | 前期 前期工作: Preparation | 主体封顶: Structure topped out
进行中: In progress | 是 有: Yes | 否: No | 无 暂无: None | 男: Male | 女: Female | 性别: Sex
年龄: Age | 职务 职位: Position | 联系人: Contact | 电话 联系电话: Telephone | 地址: Address
网址: Website | 邮箱: Email | 活动 活动名称: Event | 内容 主要内容: Content | 主题: Theme
价格: Price | 票价: Ticket price | 费用: Fee | 目标: Target | 全年目标 年度目标: Annual target
完成率: Completion rate | 计划: Plan | 实际: Actual | 政策: Policy | 措施: Measure
节假日: Public holidays | 闭馆 关闭: Closed | 待定: To be confirmed | 上午: Morning
下午: Afternoon | 晚上: Evening | 全天: All day
元: yuan | 万元: 10,000 yuan | 万人: 10,000 people | 万吨: 10,000 tonnes | 吨: tonnes | 人: people
户: households | 亩: mu | 平方米: square metres | 万平方米: 10,000 square metres
平方公里: square kilometres | 公里 千米: kilometres | 千瓦时: kWh | 亿千瓦时: 100 million kWh
万千瓦: 10,000 kW | 万辆: 10,000 vehicles | 万台: 10,000 units | 亿美元: 100 million US dollars
万美元: 10,000 US dollars | 百分点 个百分点: percentage points | 个 家 项: number
地区生产总值 生产总值: Gross domestic product | 第一产业: Primary industry
第二产业: Secondary industry | 第三产业: Tertiary industry
规模以上工业增加值 规上工业增加值: Value added of industrial companies above designated size
固定资产投资: Fixed-asset investment | 社会消费品零售总额: Retail sales of consumer goods
进出口总额: Imports and exports | 出口 出口总额: Exports | 进口 进口总额: Imports
一般公共预算收入: General public budget revenue | 全社会用电量: Electricity consumption
工业用电量: Industrial electricity consumption | 居民消费价格指数: Consumer price index
居民人均可支配收入 全体居民人均可支配收入: Disposable income per person
城镇居民人均可支配收入: Disposable income per urban resident
农村居民人均可支配收入: Disposable income per rural resident
"""


def needs_engine(segment: str) -> bool:
    """Whether a segment has anything to translate; a number, or a text without Chinese, has not."""
    return _HAN.search(segment) is not None


def by_rule(segment: str, terms: Terms) -> str:
    """The English of a segment that is only a figure or a well-known label; empty for others.

    The site's own ``terms`` come first: a segment that has one is left to the engine.
    """
    text = segment.strip()
    if not text or len(text) > _LONGEST or terms.find(text):
        return ""
    found = _alone(text)
    if found:
        return found
    parts = _WITH_UNIT.fullmatch(text)
    if parts is None:
        return ""
    label, unit = _alone(parts[1]), _alone(parts[2])
    if not needs_engine(parts[2]):
        unit = parts[2].strip()
    return f"{label} ({unit})" if label and unit else ""


def _alone(text: str) -> str:
    label = _labels().get(text)
    if label is not None:
        return label
    figures = [one for one in read(text) if one.start == 0 and one.end == len(text)]
    if len(figures) != 1 or figures[0].optional:
        return ""
    return figures[0].english.removeprefix("the ")


@cache
def _labels() -> dict[str, str]:
    made = {}
    for entry in _WORDS.replace("\n", "|").split("|"):
        words, _, english = entry.partition(":")
        made.update(dict.fromkeys(words.split(), english.strip()))
    for number, day in zip("一二三四五六日", _DAYS, strict=True):
        made |= {f"周{number}": day, f"星期{number}": day, f"每周{number}": f"Every {day}"}
    return made
