"""Check drafts as if they were published: report placeholders that are still there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from generator.content import placeholders
from generator.content.folder import gather
from generator.content.front_matter import split_front_matter
from generator.content.source import read_source
from generator.problem import Problem, Report
from generator.reading import read_text


def unwritten_drafts(root: Path) -> Iterator[Problem]:
    """Yield the placeholders in draft articles at ``root`` and in their unfinished English."""
    for bundle in gather(root, Report(), lambda file: ""):
        for ref in (bundle.article, bundle.english):
            text = read_text(root / ref.path, ref.path, Report()) if ref is not None else None
            if ref is not None and text is not None:
                yield from _unwritten(text, ref.path)


def _unwritten(text: str, path: str) -> Iterator[Problem]:
    """Yield the placeholders in a draft or an unfinished sidecar at ``path``, as errors; those in
    finished files are reported when the files are read."""
    report = Report()
    parts = split_front_matter(text, path, report)
    if parts is None:
        return
    fields, body, line = parts
    english = path.endswith(".en.md")
    status = fields.text("status") if english else "draft" if fields.flag("draft", False) else ""
    if status != "draft":
        return
    title, name = fields.text("title"), read_source(fields).name if "source" in fields else ""
    report.problems.clear()  # reading the article reports everything else
    if english:
        placeholders.report_in_english(title, body, line, path, fields, report)
    else:
        placeholders.report_in_article(name, body, line, path, fields, report)
    for problem in report:
        yield replace(problem, hint=placeholders.DRAFT_HINT)
