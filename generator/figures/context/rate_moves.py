"""English in which a rate moved to a level: "growth slowed to 4.2 percent" is still growth, "the
slump deepened to 6.8 percent" still a fall.
"""

from __future__ import annotations

from generator.patterns import late_regex

_GROWTH = "growth|gains?|rises?|increases?|expansion|upturn|inflation"
_FALL = (
    "fall|drop|declines?|decreases?|slump|slide|contraction|deflation|downturn|slippage|shrinkage"
)
_MOVED = (
    r"(?:quicken|accelerat|slow|eas|narrow|widen|pick|deepen|moderat|cool|speed|sped|worsen|steepen"
    r"|intensif|abat)\w*"
)
_TO_LEVEL = late_regex(
    rf"(?i:\b(?:(?P<growth>{_GROWTH})|(?P<fall>{_FALL}))\b(?:[^.;,]|[.,](?=[0-9])|,\s){{0,50}}\b{_MOVED}\b"
    r"(?:[^.;]|\.(?=[0-9])){0,60}?\s(?:to|at)\s(?:(?:about|around|some|nearly|just|only|a)\s)*\Z)"
)


def direction_of_rate(english: str, start: int) -> int:
    """1 if the figure at ``start`` is the level that a growth moved to, -1 of a fall, else 0."""
    found = _TO_LEVEL.search(english, max(0, start - 130), start)
    if found is None:
        return 0
    return 1 if found["growth"] else -1
