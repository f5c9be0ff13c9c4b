"""Names of people: recognizing them, and finding those in a byline."""

from __future__ import annotations

import re

from generator.patterns import late_regex

_DEEDS = frozenset(
    (
        "本报 本网 本刊 本台 整理 报道 报导 摄影报道 文/图 图/文 文 图 文图 图文 摄 摄影 采写 撰文"
        " 综合 综合报道 综合报导 编辑"
    ).split()
)
_DONE = late_regex(
    r"(?<=[\u4e00-\u9fff]{2})(?:摄影报道|综合报道|综合报导|报道|报导|文/图|图/文|文图|图文|文|图|摄影|摄)$"
)
_OTHERS = frozenset("通讯员 实习生 特约记者 实习记者 见习记者 特约通讯员".split())
# The four hundred most frequent surnames and a few double ones; a name must begin with one.
_SURNAMES = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩邓冯曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁"
    "任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴"
    "莫孔向汤常温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪"
    "梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳欧管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪"
    "简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎"
    "甄丛仲虞敖巩明佘池查麻苑迟邝官封谈匡鞠惠荆乐冀郁胥南班储原栗燕楚鄢劳谌奚皮粟冼蔺楼盘满闻位厉伊仝"
    "区郜海阚花权强帅屠豆朴盖练廉禹井祖漆巴丰支卿国狄平计索宣晋相初门云容敬来扈晁芮都普阙浦戈伏鹿薄邸雍"
    "辜羊阿乌母裘亓修邰赫杭况那宿鲜印逯隆茹诺战慕危玉银亢嵇公哈湛宾戎勾茅利於呼居揭干但尉冶斯元束檀衣信"
    "洪雒蹇呙钮铁贝沐璩矫溥郇骞侬缑仰巢萧阎傅丘习赖展阴昝智幸奉植衡富尧闭由荀逄禚綦隗郗郄蒯訾糜庹竺"
)
_DOUBLE = ("欧阳", "上官", "司马", "诸葛", "东方", "皇甫", "尉迟", "令狐", "慕容", "司徒", "夏侯")


def names_in(text: str) -> str:
    """Return names as the digest writes them: ``孙 震`` without the space, several joined with
    、."""
    joined = re.sub(
        r"(?<![\u4e00-\u9fff])([\u4e00-\u9fff])\s+([\u4e00-\u9fff])(?![\u4e00-\u9fff])",
        r"\1\2",
        text,
    )
    return "、".join(part for part in re.split(r"[\s、,/]+", joined.strip()) if part)


def people_in(text: str) -> tuple[str, str] | None:
    """Return the reporters and the other people of a byline; None if one of the words is not a
    name."""
    groups: dict[bool, list[str]] = {False: [], True: []}
    others = False
    joined = text
    for word in sorted(_OTHERS, key=len, reverse=True):
        joined = joined.replace(word, f" {word} ")
    joined = joined.replace("文/图", " 文图 ").replace("图/文", " 图文 ")
    for name in names_in(" ".join(joined.split())).split("、"):
        if name in _OTHERS:
            others = True
        elif name not in _DEEDS and (name := _undone(name)) not in _DEEDS:
            # A correspondent may be an office: 通讯员 珠工信.
            if not is_name(name) and not (others and re.fullmatch("[\u4e00-\u9fff]{2,8}", name)):
                return None
            groups[others].append(name)
    return ("、".join(groups[False]), "、".join(groups[True])) if groups[False] else None


def _undone(word: str) -> str:
    """Return a word without a role at its end (张三摄, 张三文); 文 may be part of a name of
    three."""
    return word if len(word) == 3 and word[-1] == "文" and is_name(word) else _DONE.sub("", word)


def is_name(text: str) -> bool:
    """Return whether a word has the form of a Chinese person's name."""
    if "·" in text:
        return bool(re.fullmatch(r"[\u4e00-\u9fff]+(?:·[\u4e00-\u9fff]+)+", text))
    if not re.fullmatch(r"[\u4e00-\u9fff]{2,4}", text):
        return False
    if len(text) > 2 and text[0] == text[1]:
        return False  # 谢谢您
    return text.startswith(_DOUBLE) or (len(text) <= 3 and text[0] in _SURNAMES)
