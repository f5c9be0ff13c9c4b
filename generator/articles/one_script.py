"""Articles of which a paragraph is in the other script, as one copied from elsewhere: each edition
is in its own throughout."""

from __future__ import annotations

from collections.abc import Sequence

from generator.content.article import Article
from generator.markup.nodes import plain_text
from generator.problem import Report
from generator.script import Converter, Script, has_traditional, is_chinese, other_script


def all_simplified(blocks: tuple[str, ...], hans: Converter) -> tuple[str, ...]:
    """The blocks of a Simplified article, those that are Traditional converted."""
    if not any(map(has_traditional, blocks)):
        return blocks
    return tuple(hans.html(one) if _is_other(one, "zh-Hans") else one for one in blocks)


def all_traditional(blocks: Sequence[str], hant: Converter) -> tuple[str, ...]:
    """The blocks of an article whose author wrote Traditional, those in Simplified converted."""
    return tuple(hant.html(one) if _is_other(one, "zh-Hant") else one for one in blocks)


def lines_simplified(text: str, hans: Converter) -> str:
    """The Markdown of a Simplified article, its Traditional lines converted."""
    lines = text.split("\n")
    return "\n".join(hans.text(one) if other_script(one, "zh-Hans") else one for one in lines)


def _is_other(block: str, script: Script) -> bool:
    return other_script(plain_text(block), script)


def warn_if_foreign(article: Article, blocks: Sequence[str], report: Report) -> None:
    """Tell of an article that is not in Chinese: its English was put in its place."""
    if is_chinese(article.title + article.body):
        return
    if not is_chinese(article.title + "".join(map(plain_text, blocks))):
        report.warn(
            article.path,
            article.body_line,
            message="the text is not Chinese",
            hint="an article has its Chinese first; English goes beside it, as SLUG.en.md",
        )
