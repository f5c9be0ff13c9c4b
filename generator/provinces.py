"""The short names of China's provinces and autonomous regions, as alternatives of a pattern."""

from __future__ import annotations

PROVINCES = (
    "河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西"
    "|甘肃|青海|内蒙古|广西|西藏|宁夏|新疆"
)
# With the cities of the same level, Taiwan, Hong Kong and Macao.
ALL_PROVINCES = f"北京|天津|上海|重庆|{PROVINCES}|台湾|香港|澳门"
