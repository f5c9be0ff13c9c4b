"""The highest number of one day: 最高日客流97.8万人次 is no year's number of passengers."""

from __future__ import annotations

from generator.patterns import late_regex

_DAY = r"(?:单日|日|一天|单场|一场|小时|时段|瞬时|时)"
_TOP = r"(?:最[高大多]|峰值|高峰|顶峰|极值)"
# 5月2日, but not 截至5月2日, 5月1日至2日.
_DATE = r"(?<![至到止—–~～-])(?<![0-9])(?:[0-9]{1,2}月)?[0-9]{1,2}日"
_DATE += r"(?![至到—–~～-]|[，,]?记者|电|讯|获悉|公布|发布)"
_CLAUSE = late_regex(r"[，,；;：。]")
_PEAK = late_regex(
    rf"{_TOP}{_DAY}|{_DAY}[^，。；]{{0,10}}{_TOP}|(?<!节假)(?:高峰|历史)日|{_DAY}高峰"
    r"|(?:单日|单场|瞬时|单小时|最大承载|日均?最[高大多]|一天内?)"
    r"|一[日天](?:旅客|客流|接待)"
    r"|(?:当[日天晚]|首日|昨[日天]|今[日天])(?=[^，。；]{0,8}(?:接待|客流|游客|旅客|发送|运送|到发|入园))"
    rf"|{_DATE}(?:当[日天])?(?=[^，。；]{{0,14}}(?:接待|客流|游客|旅客|发送|运送|到发|入园))"
    r"|(?:客流|游客|旅客|接待|人数|负荷|流量|人次)[^，。；]{0,4}(?:峰值|最[高大]值)"
)
_ONLY_DAY = late_regex(rf"\s*{_DATE}(?:当[日天])?")
_UNTIL = late_regex(r"(?:截[至止]|[0-9]月)[0-9月]*\Z|(?:[至到—–~～-]|以来)[^，。；]*\Z")
_GOES_ON = late_regex(r"(?:已|高|多)?(?:达到?|为|至|突破|超过?|近|约|有|是|\s)*\Z")


def is_peak(before: str) -> bool:
    """Whether a figure after ``before`` is the highest of a day, or that of one day without its
    date."""
    clauses = [one for one in _CLAUSE.split(before) if one]
    if not clauses:
        return False
    said = clauses[-1]
    if len(clauses) > 1 and (_GOES_ON.match(said) or _ONLY_DAY.fullmatch(clauses[-2])):
        said = clauses[-2] + said  # 客流创新高，达12万人次; 5月2日，全市接待游客10万人次
    found = _PEAK.search(said)
    return found is not None and not _UNTIL.search(said[: found.start()])
