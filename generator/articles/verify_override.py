"""Compare the figures of a Traditional text that an editor wrote with those of the article."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from generator.articles.verify_sidecar import HINT, SUMMARY_HINT, TITLE_HINT
from generator.content.article import Sidecar
from generator.content.flags import SUMMARY, TITLE, read_flagged
from generator.markup.nodes import plain_text
from generator.problem import Report
from generator.script import Converter

# Value, unit and kind of a figure.
_Key = tuple[str, str, str]


def check_override(
    sidecar: Sidecar,
    title: str,
    summary: str,
    chinese: Sequence[str],
    blocks: Sequence[str],
    lines: Sequence[int],
    hans: Converter,
    report: Report,
) -> None:
    """Warn of figures of a Traditional ``sidecar`` that differ from those of the article.

    ``title``, ``summary`` (empty if nobody wrote one) and the HTML blocks ``chinese`` are the
    Simplified ones, ``blocks`` the Traditional ones that begin at ``lines`` of the file. A title
    and a summary may leave figures out, and may have those of the article.
    """
    settled = read_flagged(sidecar.body).checked
    all_known = _figures("\n".join((title, summary, *map(plain_text, chinese))))
    heads = (
        (TITLE, "title", sidecar.title, sidecar.title_line, TITLE_HINT),
        (SUMMARY, "summary", sidecar.summary, sidecar.summary_line, SUMMARY_HINT),
    )
    for number, name, text, line, hint in heads:
        found = {} if number in settled else _figures(hans.text(text))
        for key, source in found.items():
            if key not in all_known:
                message = f"the figure {source} is not in the article"
                report.warn(sidecar.path, line, name, message, hint)
    pairs = zip(chinese, blocks, lines, strict=True)
    for number, (source, block, line) in enumerate(pairs, 1):
        left, right = plain_text(source), hans.text(plain_text(block))
        if left == right or number in settled:
            continue
        gone, come = _difference(left, right), _difference(right, left)
        if gone and come:
            message = f"figures differ from the article: {gone} became {come}"
        elif gone:
            message = f"figures of the article are missing: {gone}"
        else:
            message = f"figures are not in the article: {come}"
        if gone or come:
            report.warn(sidecar.path, line, f"paragraph {number}", message, HINT)


def _difference(text: str, other: str) -> str:
    """The figures of ``text`` that ``other`` has less often, as the text writes them."""
    known = Counter(key for key, _ in _read(other))
    found = []
    for key, source in _read(text):
        known[key] -= 1
        if known[key] < 0:
            found.append(source)
    return ", ".join(found)


def _figures(text: str) -> dict[_Key, str]:
    return dict(_read(text))


def _read(text: str) -> list[tuple[_Key, str]]:
    """The figures of a Simplified text, each with its words."""
    # Slow to import (a tenth of a second), needed only where an editor wrote a Traditional text.
    from generator.figures import read

    return [
        ((figure.value or figure.source, figure.unit, figure.kind), figure.source)
        for figure in read(text)
    ]
