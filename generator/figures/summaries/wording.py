"""Words that say what a figure is of: a part, a plan, a rate, a level; and those that English often
leaves out."""

from __future__ import annotations

from generator.patterns import late_regex

# Words whose English is often left out: "a 32-kilometre line" for 全长32公里.
COMMON = frozenset(
    "达到 实现 完成 累计 其中 同比 环比 增长 下降 预计 已经 比上年 上升 提高 减少 增加 上涨 全长"
    " 总长 长度 总投资 投资 面积 占地 总额 可达 高达 设站 规模 以上 规模以上"
    " 规上 增加值 产值 年产值 金额 产业 行业".split()
)
PART = late_regex("其中|[，。；]分别为")
PLANNED = late_regex("预计|计划|力争|拟|将|规划|有望|争取")
RATE_ENGLISH = late_regex(r"\s(?:an?|per|each|every)\s(?:year|month|week|day|hour)\b")
RATE = late_regex("(?<!半)(?<!全)[年月日](?:产|均|销|营|收|处|发|通|客|吞|增)|每|一年")
TO_LEVEL = late_regex("[，]?[至到达]")
CAPITALIZED = late_regex(r"(?<=[a-z,]\s)(?!TEU|GDP|CPI|I\b)[A-Z][A-Za-z]+")
AIMED = late_regex(r"的?(?:目标|任务|计划)")
PLANNED_ENGLISH = late_regex(
    r"(?i:\b(?:expect|plan|will\b|would\b|should\b|aim|target|goal|due\b|to\s(?!an?\b)[a-z]+|forecast"
    r"|project|hope|seek|want|set\sto|likely|may\b|could\b|intend|up\sto|scheduled|by\s20|next\b))"
)
