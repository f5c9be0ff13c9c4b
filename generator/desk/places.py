"""Addresses of the pages of the desk on which a problem is corrected, or an article edited."""

from __future__ import annotations

import re
from urllib.parse import quote, urlencode

from generator.patterns import late_regex
from generator.problem import Problem

_ARTICLE = late_regex(r"content/articles/(?:.*/)?([^/]+?)(\.en|\.zh-hant)?\.md")
# A page of the built site that belongs to an article.
_BUILT = late_regex(r"/?(?:zh-hans|zh-hant|en)/articles/([a-z0-9-]+)/.*", re.ASCII)
_PARAGRAPH = late_regex(r"paragraph (\d+)", re.ASCII)


def article(slug: str, *, field: str = "", line: int = 0) -> str:
    """The address of an article's form, at a field or at a line of its file."""
    where = urlencode({key: value for key, value in (("line", line), ("field", field)) if value})
    return f"/articles/{quote(slug)}" + (f"?{where}" if where else "")


def review(slug: str, paragraph: str = "") -> str:
    """The address of the review of an article, at ``title``, ``summary`` or the number of a
    paragraph (from 1)."""
    return f"/review/{quote(slug)}" + (f"#p-{quote(paragraph)}" if paragraph else "")


def place_of(problem: Problem) -> str:
    """The address at which a problem is corrected; empty if the desk has none."""
    match = _ARTICLE.fullmatch(problem.path)
    if match and match[2] == ".en":
        number = _PARAGRAPH.fullmatch(problem.field)
        whole = problem.field if problem.field in ("title", "summary") else ""
        return review(match[1], number[1] if number else whole)
    if match:
        return article(match[1], field=problem.field, line=problem.line)
    if problem.path == "site.yaml":
        return "/settings" + (f"#field-{quote(problem.field)}" if problem.field else "")
    if problem.path == "content/glossary.yaml":
        return "/glossary" + (f"?line={problem.line}" if problem.line else "")
    built = _BUILT.fullmatch(problem.path)
    return article(built[1]) if built else ""
