"""Tell 于 before a title as a surname (采访了于先生) from the preposition (发表于先生任主编的刊物).

The character before a title, where it is no part of a word such as 关于, is a surname unless the
verb before it needs the preposition. Some words with 于 may also be another word and the surname:
在于女士家中. The rules were made for this program.
"""

from __future__ import annotations

from generator.patterns import late_regex

# Titles, which no place or group follows (主席台, 记者会, 代表团).
_TITLED = (
    r"(?:副|老|大|小)?(?:先生|女士|小姐|太太|教授|博士|院士|老师|医生|大夫|律师|主任|书记|市长|县长|区长|镇长|乡长|村长|省长|州长|"
    r"局长|处长|科长|部长|厅长|院长|校长|行长|所长|会长|秘书长|董事长|总经理|经理|总裁|总监|主席|工程师|厂长|队长|站长|组长|班长|馆长|"
    r"社长|台长|园长|团长|师傅|同志|教练|导演|老板|法官|警官|检察官|支书|"
    r"大爷|大妈|大姐|大哥|大娘|大叔|大伯|大婶|大嫂|阿姨|叔叔|爷爷|奶奶|婆婆|阿婆|老汉|老伯|老太太?|老爷子|"
    r"总(?=[说称表介告认透坦指强回进讲对和与、，。；：在的]|$))"
    r"(?!傅?们|论文|事务所|协会|学会|故居|办公室(?!里)|网|大会|会议|会上|办公会|团(?!队)|台|席|制|级|岗|证|节|公寓|宿舍|一职|职[务位]|任内|任上)"
)
_TITLE = late_regex(_TITLED)
# Words after which 于 is the preposition.
_NEEDS = late_regex(
    r"(?:服务|致[力敬]|献身|投身|热[衷心]|诞生|[出降]生|集中|首发|[兼挂]职|沉迷|发表|献|毕业|就[职读任]|[任供]职|服役|居住|生活|相当|[师屈服听顺]从|臣服|[隶从归]属|来源|"
    r"起源|忠诚|受[雇聘命训托教业制益惠困阻限]|求[助教学诊医]|请教|讨教|拜师|师[承法]|问[计道罪]|取[决信材法]|归[功咎因]|得益|"
    r"有[助利益害别求赖待损恩愧违负]|无[愧异]|不[亚逊同]|区别|适[用合]|仅次|依附|寄望|希望寄托|倾[心向]|钟情|听命|让位|"
    r"(?<!转)嫁|迁怒|嫁祸|凌驾|出身|[出来]自|[执任]教|落户|坐落|委身|效[忠力]|献媚|失信|公诸|付诸|局限|停留|活跃|流传|传承|"
    r"强加|施加|始|源|(?<![阻制停禁防终])止|葬|[刊登]载|陈列|保存|收藏|之|已|拟|曾|(?<!通)过[早迟])$"
)
# 将于市长致辞后开始, but not 将于先生送医后.
_WILL = late_regex(r"(?:将|拟|定)$")
_EVENT = late_regex(
    rf"{_TITLED}(?![送带抓救抬扶移扭押请接约控拉])[一-鿿]{{1,6}}(?:后|前|时|期间|举[行办]|召开|开[幕始业]|亮相)"
)
# Before 某 as a part of a name; words after 某 that speak of a person; nouns that 某 counts.
_PERSON_BEFORE = late_regex(
    r"(?:[将把被让给向据因对判为与和跟叫令由了]|男子|女子|男孩|女孩|抓获|控制|认定|找到|发现|拘留|逮捕|传唤|举报|杀害|起诉|通知|责令|要求|告知)$"
)
_ACTS = late_regex(
    r"某[一-鿿]?(?:抓获|带[走离]|控制|赔偿|交[代待]|供[述认]|坦白|认罪|[刑]?拘留?|逮捕|判[处刑]|予以|依法|履行|返还|退还|支付|偿还|"
    r"归还|有期|构成|承担|持[刀械枪]|自称|冒充|不[服满肯]|同意|辩[称解]|年[仅满约近]|今年|提[出起]|上诉|申诉|表示|觉得|认为|收[取到受]|开车|骑|乘坐|逃|醉|喝|"
    r"无[证视法]|没有|未[按经能]|当[场即时庭]|名下|本人|家[中里])"
)
_COUNTED = late_regex(
    r"某(?:[个些种地处日年月天时刻次方位点城市县区镇乡村省国校网项事人件条片类款街路社部一学机厂店台层期科座栋户群房楼商线站号家段"
    r"大小老公高企医平直酒银单工行领程原阶知三餐饭超宾论媒微短视电科影]|名)"
)
# Words with 于 that may be a word and the surname: what is before and after them then.
_JOINED = {
    "在于": (
        late_regex(
            r"(?<!关键)(?<!原因)(?<!重点)(?<!核心)(?<!区别)(?<!问题)(?<!意义)(?<!目的)(?<![就不而])$"
        ),
        late_regex(
            rf"{_TITLED}(?:家[中里的]?|看来|住处|身[上边]|[门面]前|车[上内里]|店[里内]|手[上中里]|"
            r"办公室|的(?:家|车|店|办公室|带领|帮助|指导|陪同|指引|引导|介绍|鼓励|劝说|手[上机中里]|住处))"
        ),
    ),
    "对于": (
        late_regex(""),
        late_regex(
            r"(?:先生|女士|某[一-鿿]?|总|老汉|大爷|大妈)(?:进行|作出|做出|采取|予以|实施|提起|立案|表示|说|展开)"
        ),
    ),
    "位于": (
        late_regex(r"[这那一两几三四五六该另每0-9]$"),
        late_regex(rf"{_TITLED}|姓(?!名|氏)|某(?:某|[，。、]|[表介告]|因|在|的)"),
    ),
    **dict.fromkeys(
        ("小于", "老于"),
        (
            late_regex(r"(?<![龄额例数值径角距积重度量差率宽长高])$"),
            late_regex(
                r"(?:老师(?!人|数|的?平|[，。]|$))|师傅|同学|医生|姑娘|[说讲](?!明)|告诉|介绍|表示|觉得|夫妇|一家|今年"
            ),
        ),
    ),
}
JOINED = frozenset(_JOINED)


def named(before: str, after: str) -> bool:
    """Whether 于 between ``before`` and ``after``, a word by itself, is a surname before a title or
    before 某; False where neither follows."""
    if after.startswith("某"):
        if _COUNTED.match(after) or _NEEDS.search(before):
            return False
        return bool(_ACTS.match(after) or _PERSON_BEFORE.search(before))
    if not _TITLE.match(after) or _NEEDS.search(before):
        return False
    return not (_WILL.search(before) and _EVENT.match(after))


def joined_named(word: str, before: str, after: str) -> bool:
    """Whether ``word``, one of `JOINED`, ends with a surname."""
    left, right = _JOINED[word]
    return bool(right.match(after) and left.search(before))
