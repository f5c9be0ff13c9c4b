"""People and series by their names: who wrote an article, and where a name has its page."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from pathlib import PurePosixPath

from generator.library.article import ArticleRef
from generator.patterns import late_regex
from generator.problem import Problem

# Articles that a note names.
_NAMED = 5
# Names beside each other: 张三、李四; Zhang San, Li Si; not the space within a name.
_BETWEEN = late_regex(r"\s*[、，,;；/／]\s*|(?<=[\u4e00-\u9fff])\s+(?=[\u4e00-\u9fff])")
# Before a name: 记者 张三, 责编翟柯.
_ROLE = late_regex(r"^(?:本报|见习|实习|通讯员|记者|责编|编辑|文|作者|撰稿)+[/／:：]?\s*")


def authors_of(written: str) -> tuple[str, ...]:
    """The names in ``source.author``, each once, without what their bearers do."""
    names = (_ROLE.sub("", name) for name in _BETWEEN.split(written))
    return tuple(dict.fromkeys(filter(None, names)))


def unsourced(articles: Sequence[ArticleRef]) -> tuple[Problem, ...]:
    """A note that names the articles without the address of their original, if there are any."""
    without = [ref for ref in articles if not ref.sourced]
    if not without:
        return ()
    names = ", ".join(PurePosixPath(ref.path).name for ref in without[:_NAMED])
    more = f" and {len(without) - _NAMED} more" if len(without) > _NAMED else ""
    count = f"{len(without)} of {len(articles)} articles"
    return (
        Problem(
            str(PurePosixPath(without[0].path).parent),
            field="source.url",
            message=f"{count} have no address of the original: {names}{more}",
            hint="add `url: https://…` to `source` where it is known",
            severity="note",
        ),
    )


def slugs(names: Iterable[str]) -> dict[str, str]:
    """Name → what stands for it in an address, in a stable way.

    ``names`` come in the order in which they appeared first: of two that read alike, the later
    has a mark made of its characters.
    """
    from generator.content.slug import slug_of_name

    found: dict[str, str] = {}
    taken: set[str] = set()
    for name in dict.fromkeys(names):
        slug = slug_of_name(name)
        if not slug or slug in taken:
            mark = hashlib.blake2b(name.encode(), digest_size=3).hexdigest()
            slug = f"{slug}-{mark}" if slug else f"n{mark}"
        taken.add(slug)
        found[name] = slug
    return found
