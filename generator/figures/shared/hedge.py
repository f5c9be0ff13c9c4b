"""How a stated number relates to the true value: the classes of hedges of both languages.

``over`` the truth is higher (逾, 余, 突破), ``least`` it is that or higher (至少, 以上), ``nearly``
it is a little lower (近, 将近), ``below`` it is lower (不足, 低于), ``most`` that or lower (至多,
以内), ``reach`` it goes as far as that (高达, 可达), ``about`` it is near (约, 左右), ``only`` it
is no more than that, which is little (仅, 只有), ``attain`` it has come to that (达到), ``peak`` it
is the highest of several values and more than that (最高两千六百多万度); ``""`` where nothing is
said. English alone has ``low`` (as low as) and ``than`` (higher than, which may compare two
numbers).
"""

from __future__ import annotations

from typing import Literal

Hedge = Literal[
    "", "over", "least", "nearly", "below", "most", "reach", "about", "only", "low", "than",
    "attain", "peak",
]  # fmt: skip

# For each hedge of the Chinese, the hedges of English that contradict it.
AGAINST: dict[Hedge, frozenset[Hedge]] = {
    "over": frozenset({"nearly", "below", "most", "only"}),
    "least": frozenset({"nearly", "below", "most", "only", "about"}),
    "nearly": frozenset({"over", "least"}),
    "below": frozenset({"over", "least", "about"}),
    "most": frozenset({"over", "least", "nearly", "low", "about"}),
    "reach": frozenset({"over", "least", "nearly", "below", "only", "low"}),
    "about": frozenset({"over", "nearly", "below", "least", "most"}),
    "only": frozenset({"over", "least", "nearly"}),
    "attain": frozenset({"below", "over"}),
    "peak": frozenset({"nearly", "below", "only"}),
    "low": frozenset({"over", "reach", "most", "nearly"}),
    "": frozenset({"over", "least", "nearly", "below"}),
}
