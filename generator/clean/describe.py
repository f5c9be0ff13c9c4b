"""What a page says of itself: date, source, author and credits, from lines of their own."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date

from generator.clean.likelihood import folded

_ROLE = r"(?:全媒体|融媒体|全媒|首席|本报|本网|本台|见习|实习|特约)*"
_OUTLET = (
    r"[\u4e00-\u9fffA-Za-z0-9+·]{1,14}?"
    r"(?:报|网|台|社|刊|新闻|传媒|发布|在线|客户端|频道|融媒|中心|\+)"
)
_BYLINE = re.compile(
    rf"^[(\[【]?\s*(?:(?:文/图|文|图|撰文|采写)\s*[:/|]?\s*)?(?P<outlet>{_OUTLET})?\s*"
    rf"{_ROLE}记者\s*[:/]?\s*(?P<names>[^:。,!?()]{{2,60}}?)\s*[)\]】]?$"
)
_DATELINE = re.compile(
    rf"[(【]\s*(?P<outlet>{_OUTLET})?\s*{_ROLE}记者\s*[:/]?\s*(?P<names>[^:。!?()【】]{{2,40}}?)\s*[)】]"
)
_DEEDS = frozenset(
    "整理 报道 摄影报道 文/图 图/文 文 图 文图 图文 摄 摄影 采写 撰文 综合 综合报道 编辑".split()
)
_OTHERS = frozenset("通讯员 实习生 特约记者 实习记者 见习记者 特约通讯员".split())
# The four hundred commonest surnames and a few double ones decide what is a name.
_SURNAMES = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩邓冯曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁"
    "任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴"
    "莫孔向汤常温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪"
    "梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳欧管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪"
    "简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎"
    "甄丛仲虞敖巩明佘池查麻苑迟邝官封谈匡鞠惠荆乐冀郁胥南班储原栗燕楚鄢劳谌奚皮粟冼蔺楼盘满闻位厉伊仝"
    "区郜海阚花权强帅屠豆朴盖练廉禹井祖漆巴丰支卿国狄平计索宣晋相初门云容敬来扈晁芮都普阙浦戈伏鹿薄邸雍"
    "辜羊阿乌母裘亓修邰赫杭况那宿鲜印逯隆茹诺战慕危玉银亢嵇公哈湛宾戎勾茅利於呼居揭干但尉冶斯元束檀衣信"
    "展阴昝智幸奉植衡富尧闭由"
)
_DOUBLE = ("欧阳", "上官", "司马", "诸葛", "东方", "皇甫", "尉迟", "令狐", "慕容", "司徒", "夏侯")
_DAY = re.compile(
    r"(?<!\d)((?:19|20)\d{2})\s*(?:年|[-/.])\s*(1[0-2]|0?[1-9])\s*(?:月|[-/.])\s*"
    r"(3[01]|[12]\d|0?[1-9])(?!\d)\s*日?"
)
_DAY_SIGN = re.compile(r"发布|发表|日期|时间|更新|来源|责编|编辑|作者|浏览|点击|阅读|星期|字号")
_FIELD = re.compile(
    r"(?<![\u4e00-\u9fff])(?P<key>信息来源|文章来源|稿件来源|新闻来源|来源|稿源|出处|作者|记者|通讯员|发布单位)\s*[:]\s*"
    r"(?P<value>《[^》]{2,20}》|[^\s|:;,，。()\[\]?\ufffd]{2,24}+(?![?\ufffd]))"
)
_CREDIT = (
    r"(?:责任编辑|责编|编辑|编审|终审|初审|复审|一审|二审|三审|审核|审读|审签|校对|校审|监制|总监制|策划|总策划"
    r"|统筹|值班编委|值班主任|值班总编|签发|签审|主编|副主编|版面|版式|美编|排版|制图|制作|视频|图片|摄影|摄像|供图"
    r"|文字|文|图|来源|作者|记者|通讯员|实习生|实习编辑|新媒体编辑)"
)
_CREDITS = re.compile(rf"^[(\[【]?\s*(?:{_CREDIT}\s*[:/丨|]\s*[^:。!?]{{1,24}}?\s*)+[)\]】]?$")
_ONE_CREDIT = re.compile(
    rf"({_CREDIT})\s*[:/丨|]\s*([^:。!?()\[\]【】]{{1,24}}?)(?=\s+{_CREDIT}\s*[:/丨|]|\s*[)\]】]?$)"
)
_PICTURES = re.compile(
    r"^[(\[【]?\s*(?:(?:本版|本文|文中|以上)?(?:图片|照片)(?:均)?(?:由|来源|来自|为)|(?:本版|本组)(?:图片|照片)).{2,40}?(?:提供|供图|摄|拍摄)?\s*[)\]】]?$"
)
_CAPTION_END = re.compile(
    r"(?:拍摄|摄|供图|资料图片?|制图|绘图|图片来源.{1,12}|效果图|示意图)\s*[)\]】]?$"
)
_CAPTION_BEGIN = re.compile(r"^(?:[▲△▼▽↑↓◀▶]|图为|图[一二三四五六七八九十\d]+\s*[:.、])")
_ADDRESS = re.compile(r"^(?:https?:)?//\S+$")
_IMAGE = re.compile(
    r"(?i)\.(?:jpe?g|png|gif|webp|bmp|avif|svg)(?:[?#!@].*)?$|pgc-image|/img|image|pic|photo"
)
_MARKDOWN_IMAGE = re.compile(r"^!\[([^\]]*)\]\(([^)\s]+)[^)]*\)$")


@dataclass
class Description:
    """What has been found; empty where nothing was."""

    title: str = ""
    date: str = ""
    source: str = ""
    author: str = ""
    url: str = ""
    credits: list[str] = field(default_factory=list)

    def note(self, key: str, value: str) -> None:
        """Keep the first value found for ``key``."""
        if value and not getattr(self, key):
            setattr(self, key, value)


def day_in(text: str) -> str:
    """The first full date of a text as ISO 8601, or nothing; a month and day are no date."""
    for year, month, day in _DAY.findall(text):
        try:
            return date(int(year), int(month), int(day)).isoformat()
        except ValueError:
            continue
    return ""


def names_in(text: str) -> str:
    """Names as the digest writes them: ``孙 震`` without its blank, several with 、."""
    joined = re.sub(
        r"(?<![\u4e00-\u9fff])([\u4e00-\u9fff])\s+([\u4e00-\u9fff])(?![\u4e00-\u9fff])",
        r"\1\2",
        text,
    )
    return "、".join(part for part in re.split(r"[\s、,/]+", joined.strip()) if part)


def people_in(text: str) -> tuple[str, str] | None:
    """Reporters and others of a byline, or None where one of the words is no name."""
    groups: dict[bool, list[str]] = {False: [], True: []}
    others = False
    joined = text
    for word in sorted(_OTHERS, key=len, reverse=True):
        joined = joined.replace(word, f" {word} ")
    joined = joined.replace("文/图", " 文图 ").replace("图/文", " 图文 ")
    for name in names_in(" ".join(joined.split())).split("、"):
        if name in _OTHERS:
            others = True
        elif name not in _DEEDS:
            if not is_name(name):
                return None
            groups[others].append(name)
    return ("、".join(groups[False]), "、".join(groups[True])) if groups[False] else None


def is_name(text: str) -> bool:
    """Whether a word has the form of a Chinese person's name."""
    if "·" in text:
        return bool(re.fullmatch(r"[\u4e00-\u9fff]+(?:·[\u4e00-\u9fff]+)+", text))
    if not re.fullmatch(r"[\u4e00-\u9fff]{2,4}", text):
        return False
    return text.startswith(_DOUBLE) or (len(text) <= 3 and text[0] in _SURNAMES)


def note_line(line: str, found: Description) -> str:
    """Take what a line of its own says of the article; the reason why it goes, or nothing."""
    if len(line) > 160:
        return ""
    plain = folded(line).strip()
    byline = _BYLINE.match(plain)
    people = people_in(byline["names"]) if byline else None
    if byline and people:
        found.note("source", _outlet(byline["outlet"]))
        found.note("author", people[0])
        if people[1]:
            found.credits.append(f"通讯员：{people[1]}")
        return "byline"
    fields = list(_FIELD.finditer(plain))
    day = day_in(plain)
    if (fields or day) and _is_metadata(plain, bool(fields)):
        found.note("date", day)
        for one in fields:
            value = one["value"].strip("《》")
            if one["key"] in ("作者", "记者"):
                found.note("author", names_in(value))
            elif one["key"] == "通讯员":
                found.credits.append(f"通讯员：{names_in(value)}")
            else:
                found.note("source", value)
        _keep_credits(plain, found)
        return "date and source"
    if _CREDITS.match(plain):
        _keep_credits(plain, found)
        return "credits"
    if _PICTURES.match(plain):
        found.credits.append(plain.strip("()[]【】 "))
        return "credits"
    return ""


def note_dateline(text: str, found: Description) -> None:
    """Author and source from brackets inside the text, which stay there."""
    dateline = _DATELINE.search(folded(text))
    people = people_in(dateline["names"]) if dateline else None
    if dateline and people:
        found.note("source", _outlet(dateline["outlet"]))
        found.note("author", people[0])


def is_caption(line: str) -> bool:
    """Whether a line by its own words is the caption of a picture."""
    if len(line) > 80:
        return False
    plain = folded(line).strip()
    if _CAPTION_BEGIN.match(plain):
        return True
    return len(plain) <= 60 and bool(_CAPTION_END.search(plain)) and not re.search("[。;!?]", plain)


def image_in(line: str) -> tuple[str, str] | None:
    """Address and caption where a line is nothing but a picture's address."""
    markdown = _MARKDOWN_IMAGE.match(line)
    if markdown:
        return markdown[2], markdown[1]
    return (line, "") if _ADDRESS.match(line) and _IMAGE.search(line) else None


def is_address(line: str) -> bool:
    """Whether a line is nothing but a web address."""
    return bool(_ADDRESS.match(line))


def outlets_named(text: str) -> str:
    """A newspaper or station that the text names, to propose as the source."""
    named = re.search(r"[\u4e00-\u9fff]{2}(?:日报|晚报|晨报|商报|都市报|电视台|广播电台)", text)
    return named[0] if named else ""


def _outlet(name: str | None) -> str:
    return "" if name is None or name in ("本报", "本网", "本台", "本刊") else name


def _is_metadata(plain: str, has_fields: bool) -> bool:
    """Whether a line holds dates and fields and nothing that reads like a sentence."""
    rest = _FIELD.sub("", _DAY.sub("", plain))
    rest = re.sub(r"\d{1,2}:\d{2}(?::\d{2})?|星期[一二三四五六日天]", "", rest)
    if re.search("[。;!?]", rest):
        return False
    bare = re.sub(r"[\s\d|/:,()\[\]·-]+", "", _DAY_SIGN.sub("", rest))
    return len(bare) <= (24 if has_fields else 10 if _DAY_SIGN.search(plain) else 2)


def _keep_credits(plain: str, found: Description) -> None:
    for role, who in _ONE_CREDIT.findall(plain):
        if role in ("作者", "记者", "文", "文字"):
            found.note("author", names_in(who))
        elif role == "来源":
            found.note("source", who.strip())
        else:
            found.credits.append(f"{role}：{names_in(who)}")
