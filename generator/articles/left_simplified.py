"""Warn of Simplified characters in a Traditional text that its edition shows unchanged: an article
that its author wrote in Traditional Chinese, or a sidecar with the Traditional text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from generator.content.article import Article, Sidecar
from generator.markup.nodes import plain_text
from generator.patterns import late_regex
from generator.problem import Report
from generator.script import Converter, only_simplified, to_hans

# Names in quotation marks, and code, may be in any script.
_QUOTED = late_regex(
    r"“[^”，。！？]{1,20}”|「[^」，。！？]{1,20}」|『[^』，。！？]{1,20}』|‘[^’，。！？]{1,20}’|《[^》]{1,40}》|〈[^〉]{1,40}〉"
)
_CODE = late_regex(r"<(code|pre|kbd|samp)\b.*?</\1>", re.DOTALL)
_MOST = 8  # runs of characters that a message names


def warn_of_simplified(
    article: Article | Sidecar,
    blocks: Sequence[str],
    lines: Sequence[int],
    hant: Converter,
    report: Report,
) -> None:
    """Warn of each part of ``article`` with characters that only Simplified text has.

    ``blocks`` are those of the Traditional page and begin at ``lines`` of the file. Names in
    quotation marks and the glossary's kept names may be Simplified.
    """
    for line, field, text in _parts(article, blocks, lines):
        found = _left(text, hant)
        if not found:
            continue
        written = ", ".join(list(found)[:_MOST])
        forms = ", ".join(list(found.values())[:_MOST])
        report.warn(
            article.path,
            line,
            field,
            f"has Simplified characters in a Traditional text: {written}",
            f"write {forms}; a name that stays Simplified is put in quotation marks",
        )


def _parts(
    article: Article | Sidecar, blocks: Sequence[str], lines: Sequence[int]
) -> Iterator[tuple[int, str, str]]:
    yield article.title_line, "title", article.title
    yield article.summary_line, "summary", article.summary
    for line, block in zip(lines, blocks, strict=False):
        yield line, "", plain_text(_CODE.sub("", block) if "</" in block else block)


def _left(text: str, hant: Converter) -> dict[str, str]:
    """The runs of Simplified characters in ``text`` with their Traditional forms."""
    if not only_simplified(text):
        return {}
    bare = _QUOTED.sub(lambda quoted: " " * len(quoted.group()), text)
    simplified = only_simplified(bare)
    if not simplified:
        return {}
    made = hant.text(text)
    if len(made) != len(text):  # Taiwan's words may be longer
        made = "".join(map(hant.text, text))
    hans = to_hans({})
    wrong = [
        char in simplified and form != char and hans.text(char) == char
        for char, form in zip(bare, made, strict=True)
    ]
    found: dict[str, str] = {}
    for is_wrong, run in groupby(range(len(text)), wrong.__getitem__):
        if is_wrong:
            at = list(run)
            found.setdefault(text[at[0] : at[-1] + 1], made[at[0] : at[-1] + 1])
    return found
