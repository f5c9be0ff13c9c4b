"""Guesses from a name whether it is that of a project or of a company."""

from __future__ import annotations

from generator.content.entity import EntityKind
from generator.entities.companies import Company
from generator.patterns import late_regex

_PROJECT = late_regex(
    r"(?:项目|专案|工程|基地|产业园区?|工业园区?|科技园|物流园|园区|园|产业城|科技城|新城|城|中心|工厂|厂区|生产线|电站|机场"
    r"|铁路|高铁|城铁|轻轨|地铁|号线|高速|公路|大道|快速路|环线|隧道|立交|大桥|港|码头|航道|运河|枢纽"
    r"|水厂|泵站|风电场|电厂|体育[馆场]|博物馆|图书馆|广场|大厦|综合体|景区|小镇|[一二三四五六七八九十0-9]期|大会战|学校|医院|水库)$"
)
_COMPANY = late_regex(
    r"(?:公司|集团|股份|控股|银行|科技|实业|能源|电子|制药|药业|医药|食品|材料|汽车|水泥|机械|重工|化工|化学|纺织"
    r"|服饰|物流|电器|智能|半导体|软件|网络|Group|Inc\.?|Ltd\.?|Co\.?|Corp\.?)$"
)


def kind_of(name: str, company: Company | None) -> EntityKind:
    """The kind of an entity for which the editor gave none: "company" for a well-known one
    (``company`` is its row in the table), "project" if the name ends like the name of a project,
    else "company"."""
    if company is not None:
        return "company"
    if _COMPANY.search(name):
        return "company"
    return "project" if _PROJECT.search(name) else "company"
