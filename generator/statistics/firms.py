"""Whether an indicator that firms and cities may both have (营业收入, 净利润) is that of a firm."""

from __future__ import annotations

from generator.patterns import late_regex

# What a firm's accounts have; of a city, only many firms together have it.
_OF_ACCOUNTS = frozenset(
    "营业收入 营业总收入 营收 主营业务收入 销售收入 净利润 利润 利润总额 营业利润".split()
)
# What a city has by itself, unless a firm is named.
_OF_TRADE = frozenset("出口额 进口额 进出口额 出口总额 销售额 工业总产值 产值".split())
_FIRM = late_regex(
    r"公司|集团(?!军|化)|股份|[该本这]企业|上市|控股|同比扭亏|归母|归属于|(?:一|这|该)家"
)
_MANY = late_regex(
    r"规(?:模以)?上|(?:限上|民营|国有|外资|骨干|重点|龙头|亿元|高新技术|中小)企业|企业[0-9]|[0-9][余多]?[家户]"
    r"|全[市县区州旗省]|(?:园|开发|高新|经开|工业|产业|新|保税|示范|自贸|合作)区|工业|行业|产业|服务业"
    r"|经济|国企|旅游|文旅|文化|建筑业?|集群"
)
# 荆门市的昊源化工实现净利润
_NAMED_FIRM = late_regex(
    r"[市县区州]?的?(?!实现|完成|营业|净|利|总|全年|[今去前上]|20)[\u4e00-\u9fff]{2,}"
)
_SENTENCE = late_regex(r"[。！？\n]")
_CLAUSE = late_regex(r"[，；：]")


def is_of_firm(term: str, until: str, before: str, names: tuple[str, ...]) -> bool:
    """Whether a figure of the indicator ``term`` after ``before`` in its sentence is that of a
    firm, or may be. ``until`` is the text before the sentence, ``names`` those of the cities."""
    if term not in _OF_ACCOUNTS and term not in _OF_TRADE:
        return False
    said = _SENTENCE.split(until)[-1] + before
    for clause in reversed(_CLAUSE.split(said)):
        many = max((one.end() for one in _MANY.finditer(clause)), default=0)
        firm = max((one.end() for one in _FIRM.finditer(clause)), default=0)
        if many or firm:
            return firm > many
        city = max((clause.rfind(name) + len(name) for name in names if name in clause), default=0)
        if city:
            return term in _OF_ACCOUNTS and _NAMED_FIRM.match(clause, city) is not None
    return False
