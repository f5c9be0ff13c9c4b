"""Years and months of events (成立于2010年, 9月投产), which are no periods of figures."""

from __future__ import annotations

from generator.patterns import late_regex

FOUNDED = (
    r"(?:成立|创[办建立]|建[厂成立]|投产|投运|落[户地]|入驻|[开动]工|竣工|获[批评]|上市|注册|[设组]立|组建"
    r"|引进|启动|列[入为]|认定|评为|毕业|出生|返乡|回[到乡]|来到|开业|投用|通车)"
)
_IN_A_YEAR = r"(?:19|20)[0-9]{2}年(?:[0-9]{1,2}月(?:[0-9]{1,2}日)?)?[^，。；0-9]{0,10}"
_SINCE = r"(?:于|自|从)(?:19|20)[0-9]{2}年(?![^，。；]{0,8}(?:以来|起|至|到|开始))"
_EVENT = late_regex(rf"{_SINCE}|{_IN_A_YEAR}{FOUNDED}")
_EVENT_ALONE = late_regex(rf"{_SINCE}|{_IN_A_YEAR}{FOUNDED}(?=[，；的])")
_EVENT_OF_MONTH = late_regex(
    rf"[0-9一二三四五六七八九十]月(?:[0-9]{{1,2}}日)?份?，?[^，。；0-9]{{0,14}}{FOUNDED}(?=[，；。的]|建设)"
)


def is_event(before: str, *, known: bool) -> bool:
    """Whether the year in ``before`` is that of an event (成立于2010年), not of a figure.

    If the figure's term is ``known``, it may be of the same event: 2023年开工项目20个，总投资5亿元.
    """
    return bool((_EVENT_ALONE if known else _EVENT).search(before))


def is_event_of_month(before: str) -> bool:
    """Whether a month in ``before`` is that of an event: 9月，项目开工，总投资5亿元."""
    return bool(_EVENT_OF_MONTH.search(before))
