"""Script conversion with OpenCC, with spans that it must not touch or gets wrong.

The context that OpenCC needs is kept: a run of text is converted whole, and the
protected spans are put right afterwards. `s2tw`, `s2hk` and `tw2s` map character to
character, so places stay; where a run's length changes after all, it is converted
piece by piece round the protected spans.
"""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from functools import cached_property, lru_cache
from typing import Literal

import ahocorasick_rs
import opencc

from generator.markup.nodes import INLINE, SILENT, split_tags, tag_name
from generator.script.surnames import surname_spans

# Spots that are no divisions (those come from the gazetteer) and that OpenCC 1.4 gets wrong.
SPOTS = {
    "采石矶": "采石磯",
    "里水镇": "里水鎮",
    "岳麓书院": "岳麓書院",
    "岳阳楼": "岳陽樓",
    "余姚江": "餘姚江",
    "范公堤": "范公堤",
    "钟南山": "鍾南山",
}

Config = Literal["s2tw", "s2hk", "tw2s"]
Protected = Mapping[str, str]

_HAN = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_READABLE = re.compile(r'(\s(?:alt|title)=")([^"]*)(")')


class Converter:
    """One direction of conversion: text to text, HTML to HTML."""

    def __init__(self, config: Config, protected: Protected) -> None:
        self._config = config
        self._surnames = config != "tw2s"
        self._forms = list(protected.values())
        self._matcher = _matcher(list(protected))

    @cached_property
    def _opencc(self) -> opencc.OpenCC:
        # 0.1 s: not where nothing is converted.
        return opencc.OpenCC(self._config)

    def text(self, text: str) -> str:
        """``text`` in the other script."""
        if not _HAN.search(text):
            return text
        spans = self._spans(text)
        converted: str = self._opencc.convert(text)
        if len(converted) == len(text):
            return _patch(converted, spans)
        pieces, at = [], 0
        for start, end, form in spans:
            pieces += [self._opencc.convert(text[at:start]), form]
            at = end
        return "".join([*pieces, self._opencc.convert(text[at:])])

    def html(self, markup: str) -> str:
        """``markup`` with its text nodes, ``alt`` and ``title`` converted.

        Addresses, other attributes and the text of ``code``, ``pre``, ``kbd`` and
        ``samp`` stay. A word across inline marks (``头<b>发</b>``) is seen as one.
        """
        parts = split_tags(markup)
        run: list[int] = []
        silent = 0
        for index, part in enumerate(parts):
            if index % 2 == 0:
                if part and not silent:
                    run.append(index)
                continue
            name, closing = tag_name(part)
            if name in SILENT:
                silent += -1 if closing else 1
            if name not in INLINE:
                self._convert_run(parts, run)
                run = []
            if "alt=" in part or "title=" in part:
                parts[index] = _READABLE.sub(self._readable, part)
        self._convert_run(parts, run)
        return "".join(parts)

    def _convert_run(self, parts: list[str], run: list[int]) -> None:
        texts = [html.unescape(parts[index]) for index in run]
        whole = "".join(texts)
        converted = self.text(whole)
        if len(converted) == len(whole):
            texts = _cut(converted, texts)
        else:
            texts = [self.text(text) for text in texts]
        for index, text in zip(run, texts, strict=True):
            parts[index] = html.escape(text, quote=False)

    def _readable(self, match: re.Match[str]) -> str:
        text = self.text(html.unescape(match.group(2)))
        return match.group(1) + html.escape(text) + match.group(3)

    def _spans(self, text: str) -> list[tuple[int, int, str]]:
        spans = []
        if self._matcher:
            for index, start, end in self._matcher.find_matches_as_indexes(text):
                spans.append((start, end, self._forms[index]))
        if self._surnames:
            taken = {at for start, end, _ in spans for at in range(start, end)}
            spans += [span for span in surname_spans(text) if span[0] not in taken]
        return sorted(spans)


def _cut(text: str, like: list[str]) -> list[str]:
    """``text`` in pieces as long as those of ``like``."""
    pieces, at = [], 0
    for piece in like:
        pieces.append(text[at : at + len(piece)])
        at += len(piece)
    return pieces


def _patch(converted: str, spans: list[tuple[int, int, str]]) -> str:
    pieces, at = [], 0
    for start, end, form in spans:
        pieces += [converted[at:start], form]
        at = end
    return "".join([*pieces, converted[at:]])


def _matcher(words: list[str]) -> ahocorasick_rs.AhoCorasick | None:
    if not words:
        return None
    return ahocorasick_rs.AhoCorasick(words, matchkind=ahocorasick_rs.MatchKind.LeftmostLongest)


def hong_kong_forms(names: Protected) -> dict[str, str]:
    """``names`` with their Traditional forms as Hong Kong writes them (臺灣 → 台灣)."""
    forms = opencc.OpenCC("t2hk").convert("\n".join(names.values())).split("\n")
    return dict(zip(names, forms, strict=True)) if names else {}


def protecting(names: Protected, forms: Protected, keep: tuple[str, ...]) -> dict[str, str]:
    """One table of protected spans; the glossary's word wins over a name, ``keep`` over both."""
    table = SPOTS | dict(names)
    table.update(forms)
    table.update({span: span for span in keep})
    return {source: form for source, form in table.items() if source}


@lru_cache(maxsize=8)
def _cached(config: Config, protected: tuple[tuple[str, str], ...]) -> Converter:
    return Converter(config, dict(protected))


def to_hant(variant: Literal["tw", "hk"], protected: Protected) -> Converter:
    """Simplified → Traditional as written in Taiwan (``tw``) or Hong Kong (``hk``)."""
    return _cached("s2hk" if variant == "hk" else "s2tw", tuple(sorted(protected.items())))


def to_hans(protected: Protected) -> Converter:
    """Traditional → Simplified (``tw2s``, which also turns 著 in 看著 into 着)."""
    return _cached("tw2s", tuple(sorted(protected.items())))
