"""Warn of Simplified characters in a Traditional text that its edition shows unchanged: an article
or a page of the site that was written in Traditional Chinese, or a sidecar with such a text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from html import unescape

from generator.content.article import Article, Sidecar, shown_fields
from generator.content.image import Image, ImageWords
from generator.content.own_page import OwnPage
from generator.markup.nodes import plain_text
from generator.patterns import late_regex
from generator.problem import Report
from generator.script import Converter
from generator.script.left import left_simplified
from generator.script.site import Scripts

Written = Article | Sidecar | OwnPage

# Code may be in any script.
_CODE = late_regex(r"<(code|pre|kbd|samp)\b.*?</\1>", re.DOTALL)
# The description and the caption of a picture, and what is shown over a link.
_ATTRIBUTE = late_regex(r'\s(?:alt|title)="([^"]+)"')
_MOST = 8  # runs of characters that a message names


def warn_of_simplified(
    article: Written,
    blocks: Sequence[str],
    lines: Sequence[int],
    hant: Converter,
    report: Report,
) -> None:
    """Warn of each part of ``article`` with characters that only Simplified text has: its title,
    its summary, and its ``blocks`` with the texts of their pictures.

    ``blocks`` are those of the Traditional page and begin at ``lines`` of the file. Names in
    quotation marks and the glossary's kept names may be Simplified.
    """
    for field, text in (("title", article.title), ("summary", article.summary)):
        _warn(article, field, text, hant, report)
    for line, block in zip(lines, blocks, strict=False):
        bare = _CODE.sub("", block) if "</" in block else block
        said = (unescape(said) for said in _ATTRIBUTE.findall(bare))
        _warn(article, "", "\n".join((plain_text(bare), *said)), hant, report, line)


def warn_of_words(
    article: Written,
    words: Image | ImageWords,
    keys: Iterable[str],
    hant: Converter,
    report: Report,
) -> None:
    """Warn of the texts ``keys`` of a lead picture (alt, caption, credit), as
    `warn_of_simplified` does."""
    for key in keys:
        _warn(article, f"image.{key}", getattr(words, key), hant, report)


def warn_of_names(article: Article, scripts: Scripts, report: Report) -> None:
    """Warn of names in the front matter of a Traditional article in both scripts (联合報). One in
    Simplified alone is converted."""
    source = article.source
    names = [("source.name", source.name), ("source.author", source.author)]
    names += [("series", article.series)]
    names += [(key, text) for key, texts in shown_fields(article).items() for text in texts]
    for key, text in names:
        if scripts.hans.text(text) != text:
            _warn(article, key, text, scripts.hant, report)


def _warn(
    article: Written, field: str, text: str, hant: Converter, report: Report, line: int = 0
) -> None:
    found = left_simplified(text, hant)
    if found:
        written = ", ".join(list(found)[:_MOST])
        forms = ", ".join(list(found.values())[:_MOST])
        above = article.lines.get(field.partition(".")[0], 0)
        report.warn(
            article.path,
            line or article.lines.get(field, above),
            field,
            f"has Simplified characters in a Traditional text: {written}",
            f"write {forms}; a name that stays Simplified is put in quotation marks",
        )
