"""English names of newspapers and other sources: ``南充日报`` as ``Nanchong Daily``.

National media have the names that they use themselves, and an editorial office without a name is
called just that. Other names consist of a place name or pinyin, and the usual English word for the
kind of source.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from generator.pinyin.readings import Reader
from generator.pinyin.roman import roman_name, roman_title

_NATIONAL: Final = {
    "新华社": "Xinhua News Agency", "新华网": "Xinhuanet", "人民日报": "People's Daily",
    "人民网": "People's Daily Online", "中国新闻社": "China News Service",
    "中国新闻网": "China News Service", "中新网": "China News Service",
    "中新社": "China News Service", "经济日报": "Economic Daily", "光明日报": "Guangming Daily",
    "科技日报": "Science and Technology Daily", "工人日报": "Workers' Daily",
    "中国青年报": "China Youth Daily", "中国日报": "China Daily", "央视新闻": "CCTV News",
    "中央电视台": "China Central Television", "证券时报": "Securities Times",
    "上海证券报": "Shanghai Securities News", "中国证券报": "China Securities Journal",
    "第一财经": "Yicai", "财新": "Caixin", "财新网": "Caixin", "澎湃新闻": "The Paper",
    "每日经济新闻": "National Business Daily", "21世纪经济报道": "21st Century Business Herald",
    "南方日报": "Nanfang Daily", "南方都市报": "Southern Metropolis Daily",
    "中央社": "Central News Agency", "联合报": "United Daily News",
    "经济参考报": "Economic Information Daily", "大公报": "Ta Kung Pao", "文汇报": "Wen Wei Po",
    "深圳特区报": "Shenzhen Special Zone Daily", "网易新闻": "NetEase News",
    "南方+": "Nanfang Plus", "新京报": "The Beijing News", "界面新闻": "Jiemian News",
    "编辑部": "Editorial Office",
}  # fmt: skip
# Kinds of local sources.
_KINDS: Final = {
    "日报社": "Daily", "日报": "Daily", "晚报": "Evening News", "早报": "Morning Post",
    "晨报": "Morning Post", "都市报": "Metropolis Daily", "时报": "Times", "商报": "Business News",
    "周报": "Weekly", "周刊": "Weekly", "月刊": "Monthly", "新闻网": "News Online",
    "广播电视台": "Radio and Television", "融媒体中心": "Media Centre", "电视台": "Television",
    "人民政府网": "Government website", "人民政府": "People's Government",
    "统计局": "Bureau of Statistics", "发展和改革委员会": "Development and Reform Commission",
    "发改委": "Development and Reform Commission",
    "工业和信息化局": "Bureau of Industry and Information Technology",
    "商务局": "Bureau of Commerce", "新闻办公室": "Information Office",
}  # fmt: skip


def roman_source(name: str, place: Callable[[str], str], reader: Reader) -> str:
    """The English name of a source. ``place`` returns the English name of a place, or an empty
    string."""
    if name in _NATIONAL:
        return _NATIONAL[name]
    kind = next((kind for kind in sorted(_KINDS, key=len, reverse=True) if name.endswith(kind)), "")
    before = name.removesuffix(kind)
    if not kind or not before:
        return roman_title(name, reader)
    known = place(before) or place(before.removesuffix("市")) or place(before.removesuffix("省"))
    return f"{known or roman_name(before, reader)} {_KINDS[kind]}"
