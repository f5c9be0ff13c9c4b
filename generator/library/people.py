"""The authors of articles, and notes about missing sources."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePosixPath

from generator.content.folder import ARTICLES
from generator.library.article import ArticleRef
from generator.patterns import late_regex
from generator.problem import Problem

# The most articles that a note lists.
_NAMED = 5
# Separators between names (张三、李四; Zhang San, Li Si), but not the space within a Latin name.
_BETWEEN = late_regex(r"\s*[、，,;；/／]\s*|(?<=[\u4e00-\u9fff])\s+(?=[\u4e00-\u9fff])")
# Roles before a name: 记者 张三, 责编翟柯.
_ROLE = late_regex(r"^(?:本报|见习|实习|通讯员|记者|责编|编辑|文|作者|撰稿)+[/／:：]?\s*")


def authors_of(written: str) -> tuple[str, ...]:
    """The names in ``source.author``, each once, without roles such as 记者."""
    names = (_ROLE.sub("", name) for name in _BETWEEN.split(written))
    return tuple(dict.fromkeys(filter(None, names)))


def unsourced(articles: Sequence[ArticleRef]) -> tuple[Problem, ...]:
    """A note that lists the articles without the address of the original; empty if there are
    none."""
    without = [ref for ref in articles if not ref.sourced]
    if not without:
        return ()
    names = ", ".join(PurePosixPath(ref.path).name for ref in without[:_NAMED])
    more = f" and {len(without) - _NAMED} more" if len(without) > _NAMED else ""
    count = f"{len(without)} of {len(articles)} articles"
    return (
        Problem(
            ARTICLES,
            field="source.url",
            message=f"{count} have no address of the original: {names}{more}",
            hint="add `url: https://…` to `source` where it is known",
            severity="note",
        ),
    )
