"""Compare the figures of the English title and description of a site with the Chinese ones."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from generator.config import load_site
from generator.figures import verify
from generator.patterns import late_regex
from generator.problem import Problem, Report

_KEY = late_regex(r"^(title|description):", re.M)


def wrong_settings(root: Path) -> Iterator[Problem]:
    """Yield the figures that the English of ``title`` and ``description`` in ``site.yaml`` has
    otherwise than the Chinese, or alone; it may leave figures out."""
    site = load_site(root, Report())
    if site is None:
        return
    text = (root / "site.yaml").read_text("utf-8", errors="replace")
    lines = {match[1]: text.count("\n", 0, match.start()) + 1 for match in _KEY.finditer(text)}
    for key, local in (("title", site.title), ("description", site.description)):
        if local.hans and local.en and local.hans != local.en:
            for problem in verify(local.hans, local.en):
                if problem.kind != "missing":
                    line = lines.get(key, 0)
                    yield Problem("site.yaml", line, key, problem.message, "correct it", "warning")
