"""Figures that are a condition, so that English may say "at least" without a word for it in the
Chinese, and never "up to": 满300元减50元 "50 yuan off bills of 300 yuan or more", 起拍价18万元
"starting at 180,000 yuan", 超过上限，即每年260立方米 "more than 260 cubic metres a year".
"""

from __future__ import annotations

from collections.abc import Sequence

from generator.figures.shared.figure import Figure
from generator.figures.shared.hedge import Hedge
from generator.patterns import late_regex

_KINDS = frozenset({"money", "count", "measure", "duration"})
# 每满300元 is for every 300; 开通满500天 tells how long it is.
_FULL = late_regex("(?<!每)(?<![圆美丰充饱客爆坐装加注])(?:[须需已]?满)(?:足|够|额)?\\Z")
_THEN = late_regex(
    "(?:以上)?(?:的|者|时|后|且|及以上)?[^，。；、0-9]{0,6}?[，,]?(?:即|就|均|都|方|才|并)?[^，。；、0-9]{0,4}?"
    "(?:立?减|返|送|赠|抵|打?[1-9一二三四五六七八九][.0-9一二三四五六七八九]?折|优惠|可|享|免|[奖补]|领|用券|使用|起用|包邮|兑|抽|换)"
)
_SPENT = late_regex(
    "(?:消费|购物|购票|购买|订单|实付|支付|单笔|满额|累计|连续|参保|缴[费纳存]|工作|居住|任职|经营|服役|持有|存款|积分)"
    "[^，。；、0-9]{0,10}\\Z"
)
_OPENING = late_regex(
    "(?:起[拍叫始步售卖]?价|起始价|底价|起售|起价|拍卖底价|保留价|挂牌价|竞拍|竞价|票价|起拍)[^，。；、0-9]{0,6}\\Z"
)
_STARTING = late_regex(r"(?i:\b(?:start|open|beg[iau]n)\w*\s(?:at|from|with|off)\b)")
# 超过第二档上限，即每户每年260立方米
_NAMED_LIMIT = late_regex(
    "(?:(?P<over>超[过出]|高于|大于|突破)|(?P<below>低于|不足|少于|未达到?|不到|小于))[^，。；]{0,16}"
    "(?:[上下]限|标准|限[额值度]|基数|额度|定额|起征点|门槛|红线|底线|阈值)(?:的?(?:，|—+|[(（]))?(?:即|也就是|为|[(（])"
    "[^，。；0-9]{0,12}\\Z"
)
_REACH, _START_AHEAD = 36, 40


def is_condition(text: str, figure: Figure) -> bool:
    """Whether the figure is what must be reached: 满300元减50元, 连续参保满12个月."""
    if figure.kind not in _KINDS or not _FULL.search(text, max(0, figure.start - 6), figure.start):
        return False
    before = text[max(0, figure.start - _REACH) : figure.start]
    full = _FULL.search(before)
    return bool(_THEN.match(text, figure.end) or (full and _SPENT.search(before, 0, full.start())))


def justifies(
    text: str, english: str, figure: Figure, hedges: set[Hedge], places: Sequence[int]
) -> bool:
    """Whether the figure, which has no hedge, may have ``hedges`` in the English at ``places``."""
    if hedges == {"least"}:
        if is_condition(text, figure):
            return True
        return _OPENING.search(text, max(0, figure.start - 16), figure.start) is not None and all(
            _STARTING.search(english, max(0, at - _START_AHEAD), at) for at in places
        )
    if not hedges <= {"over", "below"}:
        return False
    limit = _NAMED_LIMIT.search(text, max(0, figure.start - _REACH), figure.start)
    return limit is not None and hedges == {str(limit.lastgroup)}
