"""Move problems of built pages to their source: dead anchors, and files missing in stylesheets."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from urllib.parse import unquote

from generator.content.folder import ARTICLES, PAGES
from generator.patterns import late_regex
from generator.problem import Problem, Report
from generator.reading import read_text
from generator.render.copies import FOLDER

# The message of `check.links` for an anchor in the page of an article, in another view of it, or
# in a page of the site's own (`render.address`).
_DEAD = late_regex(r'leads to "([^"]+)" in /[^/]+/(?:articles/)?([^/]+)/')
_STYLESHEET = late_regex(r"/assets/(.+)-\w{8}\.css")
_LOADED = late_regex(r"loads /\S*?([^/\s]+), which does not exist")
# A link with an anchor to another file, or within the same file: `[…](name.md#place)`.
_WRITTEN = late_regex(r"\]\(\s*<?((?:[^()\s#<>:]*\.md)?)#([^()\s<>]+)")


def at_source(root: Path, problems: Iterable[Problem]) -> Iterator[Problem]:
    """Yield ``problems``, with problems of dead anchors and stylesheets moved to their source.

    A dead anchor in an article is on several pages and in feeds: all these problems are replaced by
    one for each line of the content that has it. Problems without a line in the content stay.
    """
    problems = [_of_stylesheet(root, problem) for problem in problems]
    others: list[Problem] = []
    dead: dict[tuple[str, str], list[Problem]] = {}
    for problem in problems:
        found = _DEAD.match(problem.message) if problem.field == "anchor" else None
        if found is None:
            others.append(problem)
        else:
            dead.setdefault((found[2], found[1]), []).append(problem)
    yield from others
    if not dead:
        return
    explained = set()
    for path, number, slug, anchor in _links(root):
        if (slug, anchor) in dead:
            explained.add((slug, anchor))
            message = f'there is no "{anchor}" in {slug}.md'
            hint = "correct what follows the #, or remove it"
            yield Problem(path, number, "anchor", message, hint)
    for key, there in dead.items():
        if key not in explained:
            yield from there


def _of_stylesheet(root: Path, problem: Problem) -> Problem:
    """Return a problem of a published stylesheet at its place in the file it was made from."""
    published = _STYLESHEET.match(problem.path)
    loaded = _LOADED.match(problem.message)
    if published is None or loaded is None:
        return problem
    path = f"{FOLDER}/assets/{published[1]}.css"
    if not (root / path).is_file():
        return problem
    lines = (read_text(root / path, path, Report()) or "").split("\n")
    line = next((n for n, text in enumerate(lines, 1) if loaded[1] in text), 0)
    return replace(problem, path=path, line=line)


def _links(root: Path) -> Iterator[tuple[str, int, str, str]]:
    """Yield the path and line of each link with an anchor, and the slug and anchor it leads to."""
    for folder in (ARTICLES, PAGES):
        for path in _files(root, folder):
            text = read_text(root / path, path, Report()) or ""
            own = path.rsplit("/", 1)[1].split(".", 1)[0]
            for number, line in enumerate(text.split("\n"), 1):
                for name, anchor in _WRITTEN.findall(line):
                    slug = name.rsplit("/", 1)[-1].removesuffix(".md") or own
                    yield path, number, slug, unquote(anchor)


def _files(root: Path, folder: str) -> list[str]:
    files = (root / folder).rglob("*.md")
    return sorted(file.relative_to(root).as_posix() for file in files if file.is_file())
