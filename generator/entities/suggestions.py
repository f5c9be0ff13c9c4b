"""Finds names in a text that look like projects and companies, as suggestions for the editor."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from functools import cache, lru_cache
from itertools import pairwise
from typing import NamedTuple

import ahocorasick_rs

from generator.entities.companies import Company, companies, find_company
from generator.lexicon import cut
from generator.patterns import late_regex

# The most characters of a name before its ending, such as 公司.
_LONGEST = 22
# Each alternative begins with a literal character, so that the regular expression engine can skip
# all other positions quickly.
_ENDS = late_regex(
    r"股份有限(?:责任)?公司|有限(?:责任)?公司|集团(?:有限|股份)?公司|集团|公司|产业园区?|科技园|工业园"
    r"|项目|专案"
)
# The characters before an ending that may be part of the name.
_NAME = late_regex(rf"[\u4e00-\u9fffA-Za-z0-9·（）()&.-]{{1,{_LONGEST}}}$")
# Words before a name that are not part of it.
_BEFORE = frozenset(
    "的 与 和 及 以及 同 跟 由 在 为 是 将 把 被 让 给 向 对 从 到 于 自 等 了 着 过 也 都 "
    "又 还 并 而 但 或 有 其 叫 据 经 以 使 令 如 一是 二是 三是 四是 里 内 上 下 引进 引入 "
    "签约 开工 动工 开展 建设 打造 推进 推动 支持 服务 走访 拜访 联系 成立 组建 投资 落户 "
    "入驻 依托 围绕 包括 加快 实施 完成 启动 建成 竣工 投产 新建 共建 联合 成为 位于 来到 "
    "走进 称 说 表示 看到 这里 其中 例如 比如 以 名列 分布 重点 主要 牵头 负责 参观 考察 "
    "瞄准 名为 引导 培育 所属 旗下 归 由于 关于 至 来自 利用 通过 针对 当地 要求 组织 帮助 "
    "企业 介绍 邀请 对接".split()
)
# A stem that matches one of these is a common expression, not a name: 省级以上产业园, 三大集团.
_COMMON = late_regex(
    r"[一二两三四五六七八九十几数百千0-9]+[个家批大类项条座只]|以上|以下|级|这|那|该|本|各|某|每|所有|全部|部分|多家"
    r"|上市|平台|母|子|分|总|下属|国有|民营|外资|投资$|招商|重大$|重点|省市|审批|管理$|管委会|大会战|攻坚|签约|开工"
    r"|在建|储备|前期|拟建|续建|年内|首批|[新老]$|民生|惠民|[我你他她它贵]|宣布|吸引|提示|影响|隶属|担任|作为|为了|还是|恐怕|确保|[七八]国$"
    r"|已经|已开|曾经|基础设施|市政|地块|标准"
)
_DAY = late_regex(r"[0-9][年月日]")
_PARENTHESIS = late_regex("[（）()]")
_LATIN = late_regex(r"[A-Za-z]{2,}")


class Suggestion(NamedTuple):
    """A name as ``entities`` in front matter would have it, and how often the text names it.
    ``known`` is true for a well-known company."""

    name: str
    times: int
    known: bool


@cache
def _known() -> tuple[ahocorasick_rs.AhoCorasick, Sequence[Company | None]]:
    """A finder of the names of companies, and the company of each; none for the longer words that
    contain a name and are something else."""
    pairs: list[tuple[str, Company | None]] = []
    for company in companies():
        pairs += [(said, company) for said in company.spoken]
        pairs += [(word, None) for word in company.unlike]
    names = [said for said, _ in pairs]
    leftmost = ahocorasick_rs.MatchKind.LeftmostLongest
    return ahocorasick_rs.AhoCorasick(names, matchkind=leftmost), [one for _, one in pairs]


def suggestions(text: str, named: Collection[str] = ()) -> tuple[Suggestion, ...]:
    """Suggests names for ``entities`` from a Simplified text, the most frequent first.

    Suggested are well-known companies, and names that end in 项目, 公司, 集团, 产业园 and consist
    of more than common words. Names that contain one of ``named`` (the article's ``entities``), or
    are contained in one, are left out.
    """
    finder, owners = _known()
    counts: dict[str, int] = {}
    for number, _, _ in finder.find_matches_as_indexes(text):
        company = owners[number]
        if company is None:
            continue
        name = company.hans
        counts[name] = counts.get(name, 0) + 1
    known = set(counts)
    for name in _names(text):
        if find_company(name) is None:
            counts[name] = counts.get(name, 0) + 1
    ranked = sorted(counts, key=lambda name: (-counts[name], text.find(name), name))
    return tuple(
        Suggestion(name, counts[name], name in known)
        for name in ranked
        if not any(name in other or other in name for other in named)
    )


def _names(text: str) -> Iterator[str]:
    for end in _ENDS.finditer(text):
        begin = _NAME.search(text, max(0, end.start() - _LONGEST), end.start())
        if begin is None:
            continue
        stem = _stem(begin.group())
        if _is_proper(stem) and not (end.group().endswith(("公司", "集团")) and find_company(stem)):
            yield stem + end.group()


def _stem(before: str) -> str:
    """The last words of ``before`` that form one name: those after the last word of `_BEFORE`."""
    words = list(cut(before))
    start = next((n for n in range(len(words), 0, -1) if words[n - 1] in _BEFORE), 0)
    stem = "".join(words[start:]).strip("·.-")
    whole = all(stem.count(one) == stem.count(two) for one, two in ("（）", "()"))
    return stem if whole else _PARENTHESIS.split(stem)[-1]


@lru_cache(maxsize=2048)
def _is_proper(stem: str) -> bool:
    """Whether a stem is more than common words: two characters in it form no word, or it has Latin
    letters, or contains a well-known company."""
    if not 2 <= len(stem) <= _LONGEST or _COMMON.search(stem) or _DAY.search(stem):
        return False
    finder, owners = _known()
    if _LATIN.search(stem) or any(owners[n] for n, _, _ in finder.find_matches_as_indexes(stem)):
        return True
    pieces = [len(word) == 1 and "\u4e00" <= word <= "\u9fff" for word in cut(stem)]
    return any(one and two for one, two in pairwise(pieces))
