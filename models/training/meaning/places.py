"""Names of places and of times, in families; see ``verbs`` for the form."""


def _ring(names: str, width: int = 4) -> str:
    """Families in which each name may be altered into those that follow it."""
    pairs = [item.strip().split("=") for item in names.replace("\n", " ").split(";")]
    count = len(pairs)
    lines = []
    for index, (name, cue) in enumerate(pairs):
        others = [pairs[(index + step) % count][0] for step in range(1, min(width, count - 1) + 1)]
        lines.append(f"{name} {{{cue}}} | {', '.join(others)}")
    return "\n".join(lines)


_COUNTRIES = """
China=中国|我国|国内; Japan=日本|日; South Korea=韩国|南韩|韩; North Korea=朝鲜;
Vietnam=越南; Thailand=泰国; Malaysia=马来西亚; Singapore=新加坡;
Indonesia=印度尼西亚|印尼; the Philippines=菲律宾; India=印度; Pakistan=巴基斯坦;
Bangladesh=孟加拉; Iran=伊朗; Iraq=伊拉克; Syria=叙利亚; Turkey=土耳其; Israel=以色列;
Egypt=埃及; Saudi Arabia=沙特; Kazakhstan=哈萨克; Russia=俄罗斯|俄; Ukraine=乌克兰;
Poland=波兰; Germany=德国|德; France=法国|法; Italy=意大利; Spain=西班牙; Portugal=葡萄牙;
Greece=希腊; Britain=英国|英; Ireland=爱尔兰; Sweden=瑞典; Norway=挪威; Denmark=丹麦;
Switzerland=瑞士; Austria=奥地利; Hungary=匈牙利; Australia=澳大利亚|澳;
New Zealand=新西兰; Canada=加拿大; Mexico=墨西哥; Brazil=巴西; Argentina=阿根廷;
Chile=智利; Venezuela=委内瑞拉; Cuba=古巴; South Africa=南非; Nigeria=尼日利亚;
Kenya=肯尼亚; Ethiopia=埃塞俄比亚; Afghanistan=阿富汗; Libya=利比亚"""
_CONTINENTS = """
Asia=亚洲|亚; Europe=欧洲|欧; Africa=非洲|非; Latin America=拉美|拉丁; North America=北美;
the Middle East=中东"""
_CAPITALS = """
Beijing=北京|京; Shanghai=上海|沪; Guangzhou=广州; Shenzhen=深圳; Tianjin=天津;
Chongqing=重庆; Chengdu=成都; Wuhan=武汉; Nanjing=南京; Hangzhou=杭州; Suzhou=苏州;
Xi'an=西安; Zhengzhou=郑州; Changsha=长沙; Qingdao=青岛; Dalian=大连; Ningbo=宁波;
Xiamen=厦门; Hefei=合肥; Jinan=济南; Fuzhou=福州; Shenyang=沈阳; Harbin=哈尔滨;
Changchun=长春; Kunming=昆明; Guiyang=贵阳; Nanchang=南昌; Nanning=南宁; Taiyuan=太原;
Lanzhou=兰州; Urumqi=乌鲁木齐; Hohhot=呼和浩特; Wuxi=无锡; Foshan=佛山; Dongguan=东莞;
Hong Kong=香港|港; Macao=澳门; Taipei=台北"""
_PROVINCES = """
Guangdong=广东; Guangxi=广西; Zhejiang=浙江; Jiangsu=江苏; Jiangxi=江西; Shandong=山东;
Shanxi=山西; Shaanxi=陕西; Hebei=河北; Henan=河南; Hubei=湖北; Hunan=湖南; Hainan=海南;
Sichuan=四川; Yunnan=云南; Guizhou=贵州; Anhui=安徽; Fujian=福建; Liaoning=辽宁;
Jilin=吉林; Heilongjiang=黑龙江; Gansu=甘肃; Qinghai=青海; Ningxia=宁夏;
Inner Mongolia=内蒙古; Xinjiang=新疆; Tibet=西藏; Taiwan=台湾"""
_WORLD = """
Washington=华盛顿; London=伦敦; Paris=巴黎; Berlin=柏林; Moscow=莫斯科; Tokyo=东京;
Seoul=首尔; New York=纽约; Los Angeles=洛杉矶; San Francisco=旧金山; Chicago=芝加哥;
Brussels=布鲁塞尔; Geneva=日内瓦; Rome=罗马; Madrid=马德里; Cairo=开罗;
Istanbul=伊斯坦布尔; Sydney=悉尼; Mumbai=孟买; New Delhi=新德里"""

FAMILIES = "\n".join(
    (
        _ring(_COUNTRIES, 5),
        _ring(_CONTINENTS),
        _ring(_CAPITALS, 5),
        _ring(_PROVINCES, 5),
        _ring(_WORLD),
        "the United States, the US, the U.S., America {美国|美}"
        " | China, the United Kingdom, Russia",
        "the United Kingdom, the UK {英国|英} | the United States, France, Germany",
        "the European Union, the EU {欧盟} | the United Nations, the United States, NATO",
        "NATO {北约} | the EU, the UN",
        "the UN, the United Nations {联合国} | the EU, the World Bank, the WTO",
        "the IMF {货币基金} | the World Bank, the WTO",
        "the World Bank {世界银行|世行} | the IMF, the Asian Development Bank",
        "the State Council {国务院} | the National People's Congress, the Supreme Court",
        "the Communist Party {共产党} | the Labour Party, the Republican Party",
        "the Labour Party {工党} | the Conservative Party",
        "the Senate {参议院} | the House of Representatives, the Supreme Court",
        "the Supreme Court {最高法院} | the Senate, Congress",
        "the Yangtze River {长江} | the Yellow River, the Pearl River",
        "the Yellow River {黄河} | the Yangtze River, the Huai River",
        "the White House {白宫} | the Pentagon, the State Department, Congress",
        "the Pentagon {五角大楼} | the White House, the State Department",
        "Mr., Mr {先生} | Ms., Mrs.",
        "Google {谷歌} | Facebook, Amazon, Apple",
        "Facebook {脸书|脸谱} | Google, Twitter",
        "Twitter {推特} | Facebook, YouTube",
        "Huawei {华为} | Xiaomi, Tencent, Apple",
        "Tencent {腾讯} | Alibaba, Huawei, Baidu",
        "Alibaba {阿里} | Tencent, JD.com",
    )
)

_MONTHS = """
January=1月|一月; February=2月|二月; March=3月|三月; April=4月|四月; May=5月|五月;
June=6月|六月; July=7月|七月; August=8月|八月; September=9月|九月; October=10月|十月;
November=11月|十一月; December=12月|十二月"""
_DAYS = """
Monday=周一|星期一; Tuesday=周二|星期二; Wednesday=周三|星期三; Thursday=周四|星期四;
Friday=周五|星期五; Saturday=周六|星期六; Sunday=周日|星期日|星期天|周天"""
CALENDAR = "\n".join(
    (
        _ring(_MONTHS, 5),
        _ring(_DAYS, 3),
        "spring {春} | autumn, winter",
        "summer {夏} | winter, spring",
        "autumn {秋} | spring, summer",
        "winter {冬} | summer, autumn",
        "Spring Festival {春节} | Mid-Autumn Festival, National Day",
        "National Day {国庆} | New Year's Day, Labor Day",
        "Christmas {圣诞} | Easter, Thanksgiving",
        "the 13th Five-Year Plan {十三五} | the 12th Five-Year Plan, the 14th Five-Year Plan",
        "the 14th Five-Year Plan {十四五} | the 13th Five-Year Plan, the 15th Five-Year Plan",
    )
)
