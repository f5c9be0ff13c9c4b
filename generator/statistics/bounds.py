"""The bound of an amount, as a part of it: 不低于5亿元, 未达10万亩, 2万吨多, 300亩不到."""

from __future__ import annotations

from functools import lru_cache

import msgspec

from generator.figures import Figure, chinese_hedge, read
from generator.patterns import late_regex
from generator.statistics.currency import is_currency

# The class of a hedge → its English, and the direction of the true number.
_ENGLISH = {
    "over": ("more than", 1),
    "least": ("at least", 1),
    "nearly": ("nearly", -1),
    "below": ("less than", -1),
    "most": ("no more than", -1),
    "about": ("about", 0),
}
_WORDS = (
    # Of these the reader of figures takes most as a part of the figure.
    r"不[得能应宜可会]?(?:低|少|小|高|大|多)于|[没未不]有?(?:能|曾)?超过|(?:不[得能应宜可会]|无法)超过|[低少小高大多]于|不足|不到|不超"
    r"|至少|起码|(?<![史年国省市球界])最[高多少](?![0-9]{1,2}个?[市县区])|至多|顶多|(?<![高看])不下于?|将近|接近|超过|大约"
    r"|(?<![签合节预契条公违邀制履续])约为?|(?<![附最邻靠相就新])近|(?<![赶反])超"
    # Of these it does not.
    r"|不止|不只|何止|远超|超[出越]|(?:尚|仍)?[未没]有?(?:能)?(?:突破|达到?|到|及|满|足)|不[及满够抵]|不逾"
    r"|突破|[冲首]破|[跌降]破|跨过|跨越|越过|[迈跨跃站冲登踏]上|[迈跨]入|[几逼濒趋迫]近|直逼|临近|差不多|大概|大致|大体|逾|[上下]限|[≥≧≤≦]"
)
_NEAR = 10
_BEFORE = late_regex(rf"(?:{_WORDS})(?:了|为|是|达到?|在)?\s?\Z")
# A bound after the amount, where the clause ends: 2万吨多, not 5万吨多式联运.
_AFTER = late_regex(
    r"(?:多|有余|出头|开外|挂零|不到|不足|上下|之内|封顶|为上限|为限)(?=[，。；、！？：）)\s的]|\Z)"
)
_BEGIN = late_regex(r"[-－−0-9一二两三四五六七八九十百]")
# 高出20%, 超出5% name a difference.
_DIFFERENCE = ("超出", "超越", "跨越", "越过", "逾越")


def with_bound(text: str, start: int, end: int) -> tuple[int, int]:
    """The span of the amount ``text[start:end]`` with the bound beside it; the same if it has none,
    or one that cannot be told with it."""
    number = _BEGIN.search(text, start, end)
    if number is None:
        return start, end
    before = _BEFORE.search(text, max(0, number.start() - _NEAR), number.start())
    after = _AFTER.match(text, end)
    if before and text[end - 1] in "%％" and before.group().startswith(_DIFFERENCE):
        before = None
    begin = min(start, before.start()) if before else start
    until = after.end() if after else end
    for span in ((begin, until), (begin, end), (start, until)):
        if span != (start, end) and read_amount(text[slice(*span)]) is not None:
            return span
    return start, end


def bound_before(text: str, end: int) -> str:
    """The bound that ends at ``end``; empty if there is none."""
    found = _BEFORE.search(text, max(0, end - _NEAR), end)
    return found.group() if found else ""


@lru_cache(maxsize=4096)
def read_amount(said: str) -> Figure | None:
    """Parse ``said`` as a single figure, perhaps with a bound or the name of its currency; None if
    it is anything else."""
    figures = read(said)
    if len(figures) != 1:
        return None
    figure = bounded(said, figures[0])
    if figure.end != len(said):
        return None
    return figure if not figure.start or is_currency(said[: figure.start]) else None


def bounded(text: str, figure: Figure) -> Figure:
    """The figure of ``text`` with the bound that stands beside it as a part of it."""
    if figure.qualifier or figure.bound:
        return figure
    word, direction = _ENGLISH.get(chinese_hedge(text, figure), ("", 0))
    before = _BEFORE.search(text, max(0, figure.start - _NEAR), figure.start)
    after = _AFTER.match(text, figure.end)
    if not word and before and before.group().startswith("首破"):
        word, direction = _ENGLISH["over"]
    if not word or not (before or after):
        return figure
    if word == "no more than" and before and before.group().startswith(("最", "至", "顶")):
        word = "up to"
    start = before.start() if before else figure.start
    end = after.end() if after else figure.end
    return msgspec.structs.replace(
        figure,
        start=start,
        end=end,
        source=text[start:end],
        english=f"{word} {figure.english}",
        qualifier=word,
        bound=direction,
    )
