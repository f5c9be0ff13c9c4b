"""Where pages come from: files, folders, standard input; plain text and HTML."""

from __future__ import annotations

from collections.abc import Iterable
from importlib.util import find_spec
from pathlib import Path

from generator.clean.dates import day_in
from generator.clean.encoding import decode
from generator.clean.importer import RawPage
from generator.clean.line_classifier import Outline
from generator.patterns import late_regex
from generator.problem import DigestError, Problem, Report

SUFFIXES = (".txt", ".html", ".htm", ".xhtml")
MAX_BYTES = 20_000_000
_MARKUP = late_regex(
    r"(?is)\A\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*"
    r"<(?:!doctype html|html|head|body|meta|div|p)\b"
)
_SPLIT_TAG = late_regex(
    r"(?i)[?\ufffd](/?(?:p|br|div|span|strong|td|li|h[1-6])(?:\s[^<>\n]{0,80})?/?>)"
)


def files_in(arguments: Iterable[str], report: Report) -> list[str]:
    """Every page that the arguments name, folders searched; ``-`` is standard input.

    What does not exist or is no page is told in ``report``.
    """
    found: dict[str, None] = {}
    for argument in arguments:
        path = Path(argument)
        if argument == "-" or path.is_file():
            found[argument] = None
        elif path.is_dir():
            inside = sorted(
                str(file)
                for file in path.rglob("*")
                if file.is_file() and file.suffix.lower() in SUFFIXES
            )
            if not inside:
                report.error(argument, message="contains no .txt or .html file")
            found.update(dict.fromkeys(inside))
        else:
            report.error(
                argument, message="does not exist", hint="name files, folders or - for input"
            )
    return list(found)


def read_page(name: str, data: bytes) -> RawPage:
    """The page in ``data``; HTML is told by its name or by how it begins.

    Raises `DigestError` where there is nothing to read or HTML cannot be taken apart.
    """
    if len(data) > MAX_BYTES:
        hint = f"the limit is {MAX_BYTES // 10**6} MB"
        raise DigestError(Problem(name, message="the page is too large", hint=hint))
    decoded = decode(data)
    if not decoded.text.strip():
        raise DigestError(Problem(name, message="the file is empty"))
    if name.lower().endswith(SUFFIXES[1:]) or is_markup(decoded.text):
        return _from_html(name, decoded.text, decoded.encoding)
    return RawPage(name, decoded.text, decoded.encoding)


def is_markup(text: str) -> bool:
    """Whether a text begins as HTML does."""
    return _MARKUP.match(text) is not None


def _from_html(name: str, markup: str, encoding: str) -> RawPage:
    if find_spec("lxml") is None:
        raise DigestError(
            Problem(
                name,
                message="is HTML, and the package that takes HTML apart is not installed",
                hint='pip install "citydigest[html]"',
            )
        )
    from generator.clean.web.page import read_web_page

    # A split character may have swallowed the < of the tag after it.
    read = read_web_page(_SPLIT_TAG.sub("?<\\1", markup))
    if read is None:
        raise DigestError(
            Problem(
                name,
                message="no text of an article was found in the HTML, nor in its scripts",
                hint="open it in a browser, wait for the text, and save the page complete"
                " or copy the text into a .txt file",
            )
        )
    return RawPage(
        name,
        "\n".join(read.rows) + "\n",
        encoding,
        titled=read.titled,
        date=day_in(read.date),
        source=read.source,
        author=read.author,
        url=read.url,
        day_in_address=read.day_in_address,
        outline=Outline(read.reasons, read.before, read.behind, read.tables),
        named_source=read.named_source,
        site=read.site,
        issue=read.issue,
    )
