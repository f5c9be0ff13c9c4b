"""Measure how fast text is segmented, figures and terms are found, and English is verified.

    python benchmarks/text.py

Times are CPU seconds on one core. The text is a paragraph of city news, repeated; the terms are
4,000 invented ones and a few that occur in it. The peer of the term matcher is one alternation of
the standard library's ``re``, longest first.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Sequence
from itertools import count

from generator.english.checks import check
from generator.english.masking import mask
from generator.figures import read, verify
from generator.segment import segments, sentences
from generator.terms import Term, Terms

PARAGRAPH = (
    "今年1至8月，全市65个重点项目完成投资289.5亿元，占年度计划的80.6%，同比提高11.7个百分点。"
    "大会要求，把招商引资作为“一号工程”，优化营商环境，力争引进项目90个以上；"
    "专班负责人介绍说：“拿地即动工，我们只用了40分钟。”目前，8800亩标准地已经交付，"
    "3000余名工人正在施工，一期项目预计明年上半年投产，可实现年产值约35亿元。"
)
ENGLISH = (
    "From January to August this year, 65 key projects in the city completed investment of 28.95 "
    "billion yuan, 80.6% of the annual plan, up 11.7 percentage points."
)
KNOWN = ("招商引资", "营商环境", "拿地即动工", "标准地", "重点项目", "专班", "年产值", "同比")
TERMS = 4_000


def megabytes(work: Callable[[str], object], text: str, times: int) -> float:
    """Megabytes of UTF-8 per CPU second."""
    started = time.process_time()
    for _ in range(times):
        work(text)
    return times * len(text.encode()) / (time.process_time() - started) / 1e6


def calls_per_second(work: Callable[[], object], times: int) -> float:
    """Calls of ``work`` per CPU second."""
    started = time.process_time()
    for _ in range(times):
        work()
    return times / (time.process_time() - started)


def made_up(count: int) -> Sequence[Term]:
    """Terms of four characters that do not occur in the text."""
    return [
        Term("".join(chr(0x5000 + (17 * n + 131 * i) % 4000) for i in range(4)), f"term {n}")
        for n in range(count)
    ]


class Fresh:
    """Returns the text with a different last character at each call, so that no cache applies."""

    def __init__(self, text: str, first: int) -> None:
        self._text = text
        self._ends = count(first)

    def __call__(self) -> str:
        return self._text + chr(next(self._ends))


def main() -> None:
    """Print the table of the README."""
    terms = Terms([*made_up(TERMS), *(Term(word, word) for word in KNOWN)])
    words = sorted((t.source for t in terms), key=len, reverse=True)
    peer = re.compile("|".join(map(re.escape, words)))
    source = sentences(PARAGRAPH)[0]
    chinese, english = Fresh(source, 0x5000), Fresh(ENGLISH, 0x100)
    paragraph = Fresh(PARAGRAPH, 0x5000)
    rows = [
        ("sentences, MB/s", megabytes(sentences, PARAGRAPH * 200, 20)),
        ("segments with marks, MB/s", megabytes(segments, PARAGRAPH, 500)),
        ("figures read, MB/s", megabytes(lambda _: read(paragraph()), PARAGRAPH, 500)),
        ("terms found, MB/s", megabytes(terms.find, PARAGRAPH, 2_000)),
        ("peer: the same terms as one `re`, MB/s", megabytes(peer.findall, PARAGRAPH, 20)),
        ("segments masked a second", calls_per_second(lambda: mask(chinese(), terms), 2_000)),
        (
            "glossary entries of a segment, a second",
            calls_per_second(lambda: terms.entries(source), 9_000),
        ),
        (
            "figures of a sentence verified, a second",
            calls_per_second(lambda: verify(chinese(), english()), 999),
        ),
        (
            "all checks of a sentence, a second",
            calls_per_second(lambda: check(chinese(), english(), terms), 999),
        ),
    ]
    for what, measured in rows:
        print(f"| {what} | {measured:,.2f} |")


if __name__ == "__main__":
    main()
