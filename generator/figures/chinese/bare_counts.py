"""Counts without a measure word, as news writes them: 八部门, 两男子; and achievements:
三获世界冠军, 四创新高.
"""

from __future__ import annotations

from generator.patterns import late_regex

_DIGITS = "两三四五六七八九十"
_BODY = late_regex(
    r"部门(?!经理|主任|规章|领导|负责|化|内|间)|委局|厅局|城市(?!化|群|管|建设|规划|更新|道路|轨道)"
    r"|券商|院校|高校|大学(?!生)|学校|区县|县区|县市|市县|地市|单位|机构|企业(?!家)|公司|银行(?!卡)"
    r"|医院|法院|航司|股东|平台|国家(?!级|队)|省份|[车房药煤钢险银水酒船]企|街道(?!办)|乡镇|村庄|社区|景区"
    r"|嫌[疑犯]|被告|男子(?![单双团组足篮排])|女子(?![单双团组足篮排])|少年(?!宫)|孩子|子女|兄弟|姐妹"
    r"|小孩|男孩|女孩|记者|游客|乘客|船员|矿工|工人|选手|球员|官员|高管|博主|网红|歌手|导演|演员"
)
_DEED = late_regex(
    "获[^得取准悉]|夺[^取得]|捧|创[新历下]|破[纪历世]|进(?:决赛|四强|八强)|摘[金银铜得]|登[顶上珠]"
    # 三度出任; 两度 is rather "twice", which English needs less
    r"|度(?<!两度)(?=出任|担任|当选|入选|登|夺|获|问鼎|蝉联|赴|延期|推迟|流拍|扩|修|改|搬|上调|下调|加|减|降|涨|提名|封|捧|闯|冲击|率|访|跻|举办|承办|入围|落选|破|刷新|创)"
)
# 连四冻: unchanged for the fourth time
_STREAK = late_regex("[涨跌冻红黑降升霸败胜负增减]")
_IN_A_NAME = late_regex(r"[第十百千万零周期拜初高大小张李王老阿之第二〇0-9.这那统]\Z")


def is_bare_count(text: str, at: int) -> bool:
    """Whether the single numeral at ``at`` counts bodies, persons or achievements without a measure
    word.
    """
    if text[at] not in _DIGITS or _IN_A_NAME.search(text, max(0, at - 1), at):
        return False
    if text[at - 1 : at] == "连" and _STREAK.match(text, at + 1):
        return True
    return bool(_BODY.match(text, at + 1) or _DEED.match(text, at + 1))
