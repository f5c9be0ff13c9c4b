"""English names of newspapers and other sources: ``南充日报`` as ``Nanchong Daily``.

National media have the names that they use themselves, and an editorial office without a name is
called just that. Other names consist of a place name or pinyin, and the usual English word for the
kind of source.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from generator.one_by_one import simplified
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
    "新华财经": "Xinhua Finance", "央视网": "CCTV.com", "央广网": "China National Radio",
    "参考消息": "Reference News", "环球时报": "Global Times", "农民日报": "Farmers' Daily",
    "法治日报": "Legal Daily", "解放日报": "Jiefang Daily", "大众日报": "Dazhong Daily",
    "新华日报": "Xinhua Daily", "新民晚报": "Xinmin Evening News", "财联社": "Cailian Press",
    "羊城晚报": "Yangcheng Evening News", "上观新闻": "Shanghai Observer",
    "经济观察报": "Economic Observer", "中国经营报": "China Business Journal",
    "中国经济网": "China Economic Net", "中国政府网": "Chinese government website",
    "中国能源报": "China Energy News", "中国汽车报": "China Automotive News",
    "国家统计局": "National Bureau of Statistics", "海关总署": "General Administration of Customs",
    "国家发展改革委": "National Development and Reform Commission",
    "国家发改委": "National Development and Reform Commission",
    "国家能源局": "National Energy Administration", "商务部": "Ministry of Commerce",
    "工业和信息化部": "Ministry of Industry and Information Technology",
    "工信部": "Ministry of Industry and Information Technology",
    # Hong Kong, Macao, Taiwan, Singapore.
    "星岛日报": "Sing Tao Daily", "明报": "Ming Pao", "东方日报": "Oriental Daily News",
    "信报": "Hong Kong Economic Journal", "香港经济日报": "Hong Kong Economic Times",
    "南华早报": "South China Morning Post", "头条日报": "Headline Daily", "香港01": "HK01",
    "香港电台": "Radio Television Hong Kong", "香港商报": "Hong Kong Commercial Daily",
    "澳门日报": "Macao Daily News", "自由时报": "Liberty Times", "中国时报": "China Times",
    "工商时报": "Commercial Times", "联合早报": "Lianhe Zaobao",
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
    "新闻办": "Information Office", "特区报": "Special Zone Daily", "青年报": "Youth Daily",
    "电台": "Radio", "广播电台": "Radio", "融媒": "Media Centre", "政府网": "Government website",
    "政府门户网站": "Government website", "政府办公室": "Government Office",
    "发展改革委": "Development and Reform Commission", "发改局": "Bureau of Development and Reform",
    "发展和改革局": "Bureau of Development and Reform",
    "发展改革局": "Bureau of Development and Reform",
    "工信局": "Bureau of Industry and Information Technology",
    "工信厅": "Department of Industry and Information Technology",
    "工业和信息化厅": "Department of Industry and Information Technology",
    "卫健委": "Health Commission", "卫生健康委": "Health Commission",
    "卫生健康委员会": "Health Commission", "卫健局": "Bureau of Health",
    "科技局": "Bureau of Science and Technology",
    "科学技术局": "Bureau of Science and Technology",
    "财政局": "Bureau of Finance", "财政厅": "Department of Finance",
    "审计局": "Bureau of Audit", "教育局": "Bureau of Education",
    "教育厅": "Department of Education", "民政局": "Bureau of Civil Affairs",
    "商务厅": "Department of Commerce", "交通运输局": "Bureau of Transport",
    "交通局": "Bureau of Transport", "交通运输厅": "Department of Transport",
    "水利局": "Bureau of Water Resources", "水务局": "Bureau of Water",
    "农业农村局": "Bureau of Agriculture and Rural Affairs",
    "农业农村厅": "Department of Agriculture and Rural Affairs",
    "自然资源局": "Bureau of Natural Resources", "能源局": "Bureau of Energy",
    "生态环境局": "Bureau of Ecology and Environment",
    "住房和城乡建设局": "Bureau of Housing and Construction",
    "住建局": "Bureau of Housing and Construction",
    "文化和旅游局": "Bureau of Culture and Tourism", "文旅局": "Bureau of Culture and Tourism",
    "应急管理局": "Bureau of Emergency Management", "气象局": "Meteorological Bureau",
    "市场监管局": "Bureau of Market Regulation",
    "市场监督管理局": "Bureau of Market Regulation",
    "人社局": "Bureau of Human Resources and Social Security",
    "人力资源和社会保障局": "Bureau of Human Resources and Social Security",
    "投资促进局": "Bureau of Investment Promotion", "税务局": "Tax Service",
    "海关": "Customs", "林业局": "Bureau of Forestry", "医保局": "Bureau of Healthcare Security",
    "行政审批局": "Bureau of Administrative Approval", "公安局": "Bureau of Public Security",
    "宣传部": "Publicity Department", "管委会": "Administrative Committee",
    "管理委员会": "Administrative Committee",
}  # fmt: skip
# What may stand between a place and the kind.
_ZONES: Final = {
    "高新技术产业开发区": "High-tech Zone", "高新区": "High-tech Zone",
    "经济技术开发区": "Economic and Technological Development Zone",
    "经开区": "Economic and Technological Development Zone", "开发区": "Development Zone",
    "经济开发区": "Economic Development Zone", "工业园区": "Industrial Park", "新区": "New Area",
    "自贸区": "Free Trade Zone", "保税区": "Bonded Zone", "综合保税区": "Comprehensive Bonded Zone",
    "市委": "Party Committee", "县委": "County Party Committee", "区委": "District Party Committee",
    "省委": "Provincial Party Committee",
}  # fmt: skip


def roman_source(name: str, place: Callable[[str], str], reader: Reader) -> str:
    """The English name of a source. ``place`` returns the English name of a place, or an empty
    string."""
    name = simplified(name)
    if name in _NATIONAL:
        return _NATIONAL[name]
    kind = _ending(name, _KINDS)
    before = name.removesuffix(kind)
    if not kind or not before:
        return roman_title(name, reader)
    known = _place(before, place)
    zone = "" if known else _ending(before, _ZONES)
    if zone and (around := _place(before.removesuffix(zone), place)):
        known = f"{around} {_ZONES[zone]}"
    return f"{known or roman_name(before, reader)} {_KINDS[kind]}"


def _ending(name: str, kinds: Mapping[str, str]) -> str:
    """The longest of ``kinds`` with which a name ends; empty without one."""
    return next((kind for kind in sorted(kinds, key=len, reverse=True) if name.endswith(kind)), "")


def _place(name: str, place: Callable[[str], str]) -> str:
    """The English name of a place with or without the word for its rank."""
    tried = (name, name.removesuffix("市"), name.removesuffix("省"))
    return next(filter(None, map(place, filter(None, tried))), "")
