"""Articles with a paragraph in the other Chinese script, such as one copied from elsewhere: in each
edition, all text is converted to the script of that edition."""

from __future__ import annotations

from collections.abc import Sequence

from generator.content.article import Article
from generator.markup.nodes import plain_text
from generator.problem import Report
from generator.script import Converter, Script, has_traditional, is_chinese, other_script


def all_simplified(blocks: tuple[str, ...], hans: Converter) -> tuple[str, ...]:
    """Return the blocks of a Simplified article; Traditional ones are converted."""
    if not any(map(has_traditional, blocks)):
        return blocks
    return tuple(hans.html(one) if _is_other(one, "zh-Hans") else one for one in blocks)


def all_traditional(blocks: Sequence[str], hant: Converter) -> tuple[str, ...]:
    """Return the blocks of an article written in Traditional; Simplified ones are converted."""
    return tuple(hant.html(one) if _is_other(one, "zh-Hant") else one for one in blocks)


def lines_simplified(text: str, hans: Converter) -> str:
    """Return the Markdown of a Simplified article; its Traditional lines are converted."""
    lines = text.split("\n")
    return "\n".join(hans.text(one) if other_script(one, "zh-Hans") else one for one in lines)


def _is_other(block: str, script: Script) -> bool:
    return other_script(plain_text(block), script)


def warn_if_foreign(article: Article, blocks: Sequence[str], report: Report) -> None:
    """Warn of an article that is not in Chinese: probably its English is in the wrong file."""
    if is_chinese(article.title + article.body):
        return
    if not is_chinese(article.title + "".join(map(plain_text, blocks))):
        report.warn(
            article.path,
            article.body_line,
            message="the text is not Chinese",
            hint="an article has its Chinese first; English goes beside it, as SLUG.en.md",
        )
