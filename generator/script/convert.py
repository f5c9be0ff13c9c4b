"""Converters of text and HTML between Simplified and Traditional Chinese."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache

from generator.markup.nodes import INLINE, SILENT, split_tags, tag_name
from generator.patterns import late_regex
from generator.script.detect import has_traditional
from generator.script.hans import Simplified
from generator.script.hant import Traditional
from generator.script.hong_kong import OFFICIAL_NAMES
from generator.script.protection import BARE, Protected, Protection
from generator.script.style import Style

_HAN = late_regex(r"[\u2e80-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_READABLE = late_regex(r'(\s(?:alt|title)=")([^"]*)(")')


class Converter:
    """A conversion in one direction, of text or HTML."""

    def __init__(self, convert: Traditional | Simplified, style: Style, given: Protection) -> None:
        self._convert, self._style, self._given = convert, style, given

    def within(self, text: str) -> Converter:
        """A converter for pieces of ``text``, which uses the whole text as context."""
        if not isinstance(self._convert, Traditional):
            return self
        given = self._given.within(text)
        return Converter(Traditional(self._style, given), self._style, given)

    def names(self, text: str) -> str:
        """A field that holds names of people and their roles, converted: a name is no word (余庆 is
        余慶, not 餘慶)."""
        return self._convert.names(text).text if _HAN.search(text) else text

    def text(self, text: str) -> str:
        """``text`` converted to the other script."""
        if not _HAN.search(text):
            return text
        made = self._convert(text)
        return made.part(0, len(text))

    def name(self, form: str) -> str:
        """A Traditional place name (in Taiwan's dictionary forms) in the forms of this style."""
        return place_forms({"": form}, self._style)[""]

    def html(self, markup: str) -> str:
        """``markup`` with its text nodes, ``alt`` and ``title`` converted.

        Other attributes and the text of ``code``, ``pre``, ``kbd`` and ``samp`` stay unchanged. A
        word with inline tags inside (``头<b>发</b>``) is converted as one word.
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
        if not _HAN.search(whole):
            return
        made = self._convert(whole)
        at = 0
        for index, text in zip(run, texts, strict=True):
            parts[index] = html.escape(made.part(at, at + len(text)), quote=False)
            at += len(text)

    def _readable(self, match: re.Match[str]) -> str:
        text = self.text(html.unescape(match.group(2)))
        return match.group(1) + html.escape(text) + match.group(3)


def place_forms(names: Protected, style: Style) -> dict[str, str]:
    """``names`` (Simplified → Traditional) with the forms in ``style`` (臺灣 → 台灣)."""
    if style.variant == "hk":
        return _in_hong_kong(tuple(names.items()))
    if style.tai == "台":
        return {name: form.replace("臺", "台") for name, form in names.items()}
    return dict(names)


@lru_cache(maxsize=64)
def _hong_kong_converter() -> Callable[[str], str]:
    import opencc

    convert: Callable[[str], str] = opencc.OpenCC("t2hk").convert
    return convert


def _in_hong_kong(names: Sequence[tuple[str, str]]) -> dict[str, str]:
    if not names:
        return {}
    made = _hong_kong_converter()("\n".join(form for _, form in names)).split("\n")
    return {name: form for (name, _), form in zip(names, made, strict=True)}


def protecting(names: Protected, words: Protected, keep: tuple[str, ...]) -> dict[str, str]:
    """The table of protected spans: place ``names``, then the glossary's ``words``, then ``keep``;
    later ones replace earlier ones."""
    table = {name: form for name, form in names.items() if name not in BARE}
    table.update(words)
    table.update({span: span for span in keep})
    traditional = [span for span in keep if has_traditional(span)]
    table.update({to_hans({}).text(span): span for span in traditional})
    return {source: form for source, form in table.items() if source}


@lru_cache(maxsize=8)
def _hant(style: Style, given: tuple[tuple[str, str], ...], own: frozenset[str]) -> Converter:
    names = OFFICIAL_NAMES if style.variant == "hk" else {}
    protection = Protection({**names, **dict(given)}, own)
    return Converter(Traditional(style, protection), style, protection)


def to_hant(style: Style, protected: Protected, own: Iterable[str] = ()) -> Converter:
    """The converter from Simplified to Traditional in ``style``; ``protected`` maps spans to forms
    that replace the usual conversion. Those that are ``own`` (of an editor's glossary) replace that
    of names of people too."""
    return _hant(style, tuple(sorted(protected.items())), frozenset(own))


@lru_cache(maxsize=8)
def _hans(given: tuple[tuple[str, str], ...], curly: bool) -> Converter:
    protection = Protection(dict(given))
    return Converter(Simplified(protection, curly=curly), Style(), protection)


def to_hans(protected: Protected, *, curly: bool = False) -> Converter:
    """The converter from Traditional (of Taiwan or Hong Kong) to Simplified.

    ``protected`` maps spans to forms; with ``curly``, 「」 become “”.
    """
    return _hans(tuple(sorted(protected.items())), curly)
