"""A desk and a preview read several texts at the same time, each in a thread of its own."""

from __future__ import annotations

import sys
from concurrent.futures import ThreadPoolExecutor

from generator.markup.document import read


def test_texts_that_are_read_at_the_same_time_stay_apart() -> None:
    texts = [f"# 标题{n}\n\n第{n}段**粗**[^1]。\n\n- 甲{n}\n\n[^1]: 注{n}\n" * 3 for n in range(40)]
    alone = [read(text, prose=True) for text in texts]
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    try:
        with ThreadPoolExecutor(4) as pool:
            together = list(pool.map(lambda text: read(text, prose=True), texts))
    finally:
        sys.setswitchinterval(before)
    assert together == alone
