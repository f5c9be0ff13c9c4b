"""Words that turn a count round: 关停企业36家 are no companies that a city has."""

from __future__ import annotations

from generator.patterns import late_regex

# What is done with things that are gone, were stopped or renewed, or are only looked at.
_VERBS = (
    r"关[停闭张]|倒闭|破产|迁[出走移]|[外搬]迁(?!安置)|腾退|拆[除掉解迁]|撤[并销除换出]|裁[撤减员]|合并|并入"
    r"|停[产业办运用工飞航驶课播建售租]|封[停存闭控]|查[封处扣获办]|取[消缔]|减[少班停编]|[削缩裁压精核]减|淘汰|报废|报停|注销|吊销|撤牌|摘牌|除名"
    r"|淹没|冲毁|[损烧炸]毁|倒塌|垮塌|坍塌|受[损灾伤困]|遇难|失[踪联窃]|被盗|病死|扑[杀灭]|死[亡伤]|流[失出入]|净流|(?<!产业)转移|疏散|滞留|延误|晚点|备降"
    r"|惠及|受益|解[聘雇散]|辞退|开除|离[职岗]|下岗|失业|招[聘录收募]|录用|退(?:[休租运网市伍]|役(?!军人))|离退休|辍学|休学|失学"
    r"|检查|抽[查检]|排查|巡查|约谈|处[罚置]|曝光|警告|责令|立案|没收|扣押|整改|整顿|抓获|破解"
    r"|更[换新替]|替换|优化|调整|恢复|(?:暂停|停止|取消|中[止断]|终止)(?:开[放通业]|运营|营业|使用|办学)?|关停并转|丢失|退出|清退|清理|转让|欠缺|短缺|缺少|缺"
)
_STATES = (
    r"亏损|僵尸|空置|闲置|废弃|违法|违规|违章|无证|非法|未(?!来)[\u4e00-\u9fff]{1,4}"
    r"|不合格|不达标|问题|濒危|病险|D级|危旧|老年|老龄|超龄|在逃"
)
# What a city has or gets: of two verbs, the last one counts.
_KEPT = (
    r"新[建增设开办]|建[成设立有起]|开[通放设工办业]|投[用运产入]|拥有|[现共已保实]有|引进|培育"
    r"|认定|改造|扩建|获评|入选|入驻|落户|交付|达"
)
_ANY = late_regex(rf"(?P<turned>{_VERBS})|(?P<kept>{_KEPT})|(?P<state>{_STATES})")
_SERVED = late_regex(
    r"(?:\A|[市县区]|共|已|累计|年|月)(?:服务|走访|帮扶|慰问|检测|体检|监测|培训|救助)\Z"
)
_CLAUSE = late_regex(r"[，,；;。：:！？]")
_ITEM = late_regex(r"、|和|与|以及|(?<![惠普波触涉危])及")
# Between the verb and the thing are at most this many characters: 搬迁沿江化工企业.
_FAR = 10
_AFTER = late_regex(
    rf"[^，。；、0-9]{{0,8}}?(?:已|被|均|全部|陆续|相继|先后|遭|予以|因[^，。；、]{{1,6}})*(?:{_VERBS}|死亡)了?(?:[，。；、）)]|\Z)"
)
_OF_ALL = ("总", "现有", "共有", "常住")


def is_turned(before: str) -> bool:
    """Whether the words right before a thing that is counted say what became of it, or that it is
    another sort than its name alone says (闲置厂房)."""
    clause = _CLAUSE.split(before)[-1]
    if _SERVED.search(clause):
        return True
    parts = _ITEM.split(clause)
    for at, part in enumerate(reversed(parts)):
        found = list(_ANY.finditer(part))
        if not found:
            continue  # 关闭诊所12家、药店8家: the verb is that of the first.
        last = found[-1]
        if at:
            return last["turned"] is not None
        return last["kept"] is None and len(part) - last.end() <= _FAR
    return False


def is_turned_after(after: str) -> bool:
    """Whether the words after a count say so: 充电站3座被拆除."""
    return bool(_AFTER.match(after))


def is_some_of(rest: str, thing: str) -> bool:
    """Whether ``rest``, right before ``thing``, makes it a smaller group: 60岁以上 before 人口."""
    return thing == "人口" and bool(rest) and not rest.endswith(_OF_ALL)
