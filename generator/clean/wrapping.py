"""Join the lines that a page, a PDF or an e-mail broke within a paragraph.

Three signs show that a line goes on: it breaks a number or a word, or nothing can end there; all
lines of the text are equally wide, in columns or in characters; or most of the long lines of the
text are broken visibly, so that the others are too.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from generator.clean.likelihood import pair_ratio
from generator.clean.line_classifier import Line
from generator.patterns import late_regex

ENUMERATED = late_regex(
    r"^(?:[一二三四五六七八九十]{1,3}[是、.．]|[（(][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}(?:[、)）]|[.．](?!\d))"
    r"|第[一二三四五六七八九十]+[，、章节]|[■●◆★▪•·※○◎□▶►])"
)
_END = late_regex(r"[。！？；：…!?;:.—～][”’）》」』)\]】\"]*$")
_OPEN_END = late_regex(r"[，、,（《“‘「(—]$")
_BEGUN = "，。、；：！？”’）》,;!?)%％"
_MARK = late_regex("[，。；、]")
# A number split at the end of a line: 28.↵4%, 20万↵辆, 146↵.3亿元, 1,↵286.9亿元
_CUT = late_regex(
    r"\d\.\n\d|\d\n(?:[%％]|\d?[万亿%％]|[.．]\d)|\d[万亿]\n[亿元辆吨台人平亩千个户家套公美港]"
    r"|\d\n,\d{3}|\d,\n\d{3}(?!\d)"
)
# 增长1↵2.3%，2024年6月3↵0日, 18↵726元: a number in a sentence, and its end with a unit.
_CUT_WITHIN = late_regex(
    r"[\u4e00-\u9fff，、（(~～—-]\d{1,6}(?:\.\d+)?\n(?!(?:19|20)\d\d年)\d{1,6}(?:\.\d+)?\s?"
    r"(?:[%％‰万亿元吨台辆户家个人名件项公千平亩米套所座条次艘架头只处岁天年月日时分倍]|美元|港元|标箱|TEU)"
)
# -0.7%, 0.7个百分点: what a line begins with only if the sentence began before.
_CHANGE = late_regex(r"^[-－−+＋]?\d+(?:\.\d+)?\s?(?:[%％‰]|个?百分点)")
# Words after which a sentence goes on; the others also end headings, unless a figure follows.
_DANGLING = late_regex(
    r"(?:其中|其|(?<=[，、年])[同环]|同比|环比|以及|累计|分别|高于|低于|位居|超过|达到|(?<![发直通传到抵])达"
    r"|(?<![总温祥谐平])和|(?<!参)与|(?<![普惠触涉])及|(?<!比)较|(?<![作有可行无敢善])为|(?<![自理缘])由"
    r"|(?<!点)将|(?<!一)把|被|(?<![抢侵])占)$"
)
_BEFORE_FIGURE = late_regex(
    r"(?:增长|下降|增加|减少|提高|上升|回落|突破|实现|完成|总额|总量|收入|支出|[值额量度]|约|近|超)\n"
    r"(?!(?:19|20)\d\d年)[-－−+＋]?\d+(?:\.\d+)?\s?(?:[%％‰万亿元吨台辆户家个件项公千平亩米套座条次]|美元)"
)
_WORD_WITHIN = 30.0  # two characters this much more likely in one word than by chance
_LONG, _SENTENCE = 30, 14
_OPEN, _BROKEN, _INDENT, _TAIL = 3, 2, 4, 12
_ABOVE = 4  # lines of a paragraph that are looked at
_NARROWEST, _WIDEST = 30, 120  # columns
_RAGGED, _MOST, _LIKE = 0.7, 0.6, 1.6


@dataclass(frozen=True)
class _Wrap:
    """How a text is broken: a line that is at least ``full`` wide goes on, unless it ends with a
    full stop and is narrower than ``whole``."""

    of: Callable[[Line], int]
    full: float
    whole: float


def joined_lines(lines: Sequence[Line]) -> list[list[Line]]:
    """Return the lines of each paragraph, and the rows of each table, together."""
    prose = [line for line in lines if not line.table]
    indented = sum(line.indented for line in prose) >= 0.6 * len(prose) and len(prose) > 2
    wrap = _wrap(prose)
    # In a wrapped text, only the first line of each paragraph may be indented.
    indented = indented or (wrap is not None and sum(line.indented for line in prose) > 1)
    # Where the first lines of paragraphs are indented, the others go on.
    hanging = sum(line.indented for line in prose) > 1 and _width(prose) <= _WIDEST
    joined: list[list[Line]] = []
    for line in lines:
        last = joined[-1][-1] if joined else None
        table = last is not None and (last.table or line.table)
        if last is not None and (
            last.table == line.table
            if table
            else _continues(joined[-1], line, indented, wrap)
            or (hanging and _hangs(joined[-1], line, _RAGGED * _width(prose)))
        ):
            joined[-1].append(line)
        else:
            joined.append([line])
    return joined


def sentence_lines(lines: Sequence[Line]) -> list[list[Line]]:
    """Return the lines of each sentence that is broken over several lines."""
    found: list[list[Line]] = []
    for group in joined_lines(lines):
        if group[0].table:
            continue
        runs: list[list[Line]] = [[group[0]]]
        for before, line in pairwise(group):
            if _END.search(before.text[-_TAIL:]) and not is_cut(before.text, line.text):
                runs.append([])
            runs[-1].append(line)
        found += [
            run for run in runs if len(run) > 1 and _MARK.search("".join(line.text for line in run))
        ]
    return found


def is_cut(before: str, behind: str) -> bool:
    """Return whether a number is split at the end of a line."""
    both = f"{before[-_TAIL:]}\n{behind[:_TAIL]}"
    return bool(_CUT.search(both)) or (
        len(before) >= _SENTENCE and bool(_CUT_WITHIN.search(both)) and bool(_MARK.search(before))
    )


def leads_on(before: str, behind: str) -> bool:
    """Return whether a line of a sentence breaks a number, a word or a phrase that ``behind``
    ends."""
    if is_cut(before, behind):
        return True
    if _END.search(before[-_TAIL:]) or ENUMERATED.match(behind):
        return False
    if _OPEN_END.search(before[-_TAIL:]) or behind[0] in _BEGUN:
        return True
    # Below a heading stands a paragraph, which is longer if its lines are not broken.
    like = _columns(behind) <= _LIKE * _columns(before)
    within = like and len(before) >= _SENTENCE and bool(_MARK.search(before))
    if within and (
        _DANGLING.search(before)
        or _CHANGE.match(behind)
        or _BEFORE_FIGURE.search(f"{before[-_TAIL:]}\n{behind[:_TAIL]}")
    ):
        return True
    return (within or len(before) >= _LONG) and is_one_word(before, behind)


def is_one_word(before: str, behind: str) -> bool:
    """Return whether the end of one line and the beginning of the next are most likely one word."""
    return pair_ratio(before[-1], behind[0]) >= _WORD_WITHIN


def _continues(paragraph: Sequence[Line], line: Line, indented: bool, wrap: _Wrap | None) -> bool:
    """Return whether a line continues the ``paragraph`` above it."""
    last = paragraph[-1]
    if line.item or last.item or (indented and line.indented):
        return False
    before = "".join(one.text for one in paragraph[-_ABOVE:])
    if is_cut(before, line.text):
        return True
    if wrap is None:
        return leads_on(before, line.text)
    reach = wrap.of(last)
    if _END.search(before[-_TAIL:]):
        return reach >= max(wrap.whole, wrap.full)
    return reach >= wrap.full or leads_on(before, line.text)


def _hangs(paragraph: Sequence[Line], line: Line, wide: float) -> bool:
    """Return whether a line that is not indented goes on with an indented paragraph."""
    last = paragraph[-1]
    if line.indented or line.after_blank or line.item or not paragraph[0].indented:
        return False
    if not _goes_on(last.text) or ENUMERATED.match(line.text) or not _MARK.search(last.text):
        return False
    return len(paragraph) > 1 or _columns_of(last) >= wide


def _width(lines: Sequence[Line]) -> int:
    return max(map(_columns_of, lines), default=0)


def _columns(text: str) -> int:
    return sum(1 if character.isascii() else 2 for character in text)


def _columns_of(line: Line) -> int:
    """Return the width of a line, including the indent of two characters it may have."""
    return _columns(line.text) + _INDENT * line.indented


def _characters_of(line: Line) -> int:
    return len(line.text) + _INDENT // 2 * line.indented


def _wrap(lines: Sequence[Line]) -> _Wrap | None:
    """Return how a page wraps all its lines; ``None`` if it does not."""
    widths = sorted(map(_columns_of, lines))
    if _is_list(lines) or not widths or not _NARROWEST <= widths[-1] <= _WIDEST:
        return None
    most = widths[-1]
    columns = _Wrap(_columns_of, most - _INDENT, most - 2)
    full = sum(1 for width in widths if width >= columns.full)
    if len(widths) >= 6 and full >= 0.6 * len(widths):
        return columns
    # In a short text many lines end a paragraph; all lines that do not end one have the same width.
    open_ = [line for line in lines[:-1] if _goes_on(line.text)]
    longest = max(map(_characters_of, lines))
    best, reached = _ragged(lines, most), 0
    for wrap in (columns, _Wrap(_characters_of, longest - 1, longest)):
        reaching = [line for line in open_ if wrap.of(line) >= wrap.full]
        sure = wrap is columns and len(widths) >= 6
        if (
            len(reaching) >= max(_OPEN, 0.75 * len(open_), reached + 1)
            and (sure or all(_MARK.search(line.text) for line in reaching))
        ):  # fmt: skip
            best, reached = wrap, len(reaching)
    return best


def _is_list(lines: Sequence[Line]) -> bool:
    """Return whether most of the lines that end openly begin or end alike, as those of a list do:
    …有限公司，投资3.2亿元."""
    open_ = [line.text for line in lines if _goes_on(line.text)]
    for part in ([text[:2] for text in open_], [text[-2:] for text in open_]):
        alike = max(Counter(part).values(), default=0)
        if alike >= _OPEN and alike > len(open_) / 2:
            return True
    return False


def _ragged(lines: Sequence[Line], most: int) -> _Wrap | None:
    """Return the width from which lines go on, if most of the long lines visibly break a sentence:
    a text in proportional type, or one that somebody broke by hand."""
    wide = _RAGGED * most
    open_ = [
        (line, below)
        for line, below in pairwise(lines)
        if _goes_on(line.text) and _columns_of(line) >= wide and _MARK.search(line.text)
    ]
    broken = sum(leads_on(line.text, below.text) for line, below in open_)
    if broken < _BROKEN or broken < _MOST * len(open_):
        return None
    return _Wrap(_columns_of, wide, _WIDEST)


def _goes_on(text: str) -> bool:
    """Return whether a line of prose ends within a sentence."""
    return not _END.search(text[-_TAIL:]) and not ENUMERATED.match(text)
