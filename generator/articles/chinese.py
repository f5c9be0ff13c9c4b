"""The Chinese of an article in Simplified, from which every other edition is made."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from generator.articles.one_script import all_simplified, warn_if_foreign
from generator.articles.text import read_body
from generator.content.article import Article
from generator.content.source import Source
from generator.gazetteer.news import source_city
from generator.library.article import Link
from generator.markup.nodes import block_name, plain_text
from generator.problem import Report
from generator.script import Converter, detect_script
from generator.summary.formalities import is_lead_in


class Chinese(msgspec.Struct, frozen=True):
    """The article in Simplified Chinese, from which every other edition is made.

    ``original`` are the blocks as they were written, ``script`` is the script of the author.
    ``lines`` are the lines of the article's file at which the blocks begin.
    """

    script: str
    title: str
    summary: str
    blocks: tuple[str, ...]
    original: tuple[str, ...]
    links: tuple[Link, ...]
    lines: tuple[int, ...]

    @property
    def paragraphs(self) -> list[str]:
        """The plain text of each block that is a paragraph (see `prose`), an empty string for any
        other block."""
        return prose(self.blocks)


def prose(blocks: Sequence[str]) -> list[str]:
    """Return the plain text of each block that is a paragraph, or a heading that leads to one (决定
    免去：), and an empty string for any other block (heading, list, table)."""
    return [plain_text(block) if _is_prose(block) else "" for block in blocks]


def _is_prose(block: str) -> bool:
    name = block_name(block)
    return name == "p" or (name in _HEADINGS and is_lead_in(plain_text(block)))


_HEADINGS = frozenset({"h2", "h3", "h4", "h5", "h6"})


def read_chinese(article: Article, hans: Converter, report: Report) -> Chinese:
    """Parse the Markdown of ``article`` and convert it to Simplified if it is Traditional."""
    text = read_body(article.path, article.body, article.body_line, report)
    blocks, links, lines = text.blocks, text.links, text.lines
    script = article.lang or detect_script(article.title + article.body)
    warn_if_foreign(article, blocks, report)
    if script == "zh-Hans":
        made = all_simplified(blocks, hans)
        return Chinese(script, article.title, article.summary, made, blocks, links, lines)
    simplified = tuple(hans.html(block) for block in blocks)
    title, summary = hans.text(article.title), hans.text(article.summary)
    return Chinese(script, title, summary, simplified, blocks, links, lines)


def may_have_home(chinese: Chinese) -> bool:
    """Return whether plain 元 in an article may be another currency than the yuan."""
    return chinese.script == "zh-Hant" or any("币" in block for block in chinese.blocks)


def home_of(chinese: Chinese, cities: Sequence[str], source: Source) -> str:
    """Return the currency of plain 元 in an article about ``cities`` (codes) if that is not the
    yuan, else an empty text. The name of the ``source`` is in Simplified."""
    if not may_have_home(chinese):
        return ""
    from generator.figures import Publisher, home_currency

    text = "\n".join((chinese.title, *map(plain_text, chinese.blocks)))
    publisher = Publisher(source.name, source.url, source_city(source.name))
    return home_currency(text, chinese.script, cities, publisher)
