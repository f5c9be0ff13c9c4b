"""What the preview adds to the pages that it serves, and its own pages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from importlib.resources import files

from generator.problem import counted

EVENTS = "/.digest/events"
SCRIPT = "/.digest/reload.js"
STYLE = "/.digest/preview.css"
TYPED = "/.digest/typed.js"

# The greatest number of problems to list: one mistake in site.yaml may affect every article.
_SHOWN = 50

_HEAD = """<!DOCTYPE html>
<html lang="{lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>{title}</title>
<link rel="stylesheet" href="{style}">
</head>
<body id="digest-preview-page">
<h1>{title}</h1>
{body}
</body>
</html>
"""


@dataclass(frozen=True)
class Notice:
    """What the desk that frames a page says there, in the language ``lang`` of its editor."""

    lang: str
    title: str
    text: str = ""


def added_file(address: str) -> bytes | None:
    """The content of a script or stylesheet at a reserved address; None for another address."""
    if address not in (SCRIPT, STYLE, TYPED):
        return None
    return files("generator.serve").joinpath(address.rsplit("/", 1)[1]).read_bytes()


def with_reload(
    html: bytes,
    state: str,
    problems: Sequence[str] = (),
    *,
    framed: bool = False,
    notice: Notice | None = None,
) -> bytes:
    """``html`` with the reload script, and with a banner of ``problems`` if there are any.

    ``state`` is the name of the state that the page shows, for the script. ``framed`` pages are
    updated while the editor types in the page around the frame; with a ``notice``, this is the
    banner in place of the list of problems, which the page around has. Everything is added at the
    end of the body, in separate files, which a Content-Security-Policy of ``'self'`` allows.
    """
    added = f'<script src="{SCRIPT}" data-state="{escape(state)}" defer></script>\n'
    if framed:
        added += f'<script src="{TYPED}" defer></script>\n'
    if problems and notice is not None:
        added = (
            f'<link rel="stylesheet" href="{STYLE}">\n'
            f'<aside id="digest-preview" role="alert" lang="{notice.lang}" translate="no">'
            f"<p>{escape(notice.title)}</p></aside>\n{added}"
        )
    elif problems:
        added = (
            f'<link rel="stylesheet" href="{STYLE}">\n'
            '<aside id="digest-preview" role="alert" lang="en" translate="no">'
            f"<details open><summary>The last change could not be built: "
            f"{counted(len(problems), 'problem')}. This is the site as it was before."
            f"</summary>{_list(problems)}</details></aside>\n{added}"
        )
    at = html.lower().rfind(b"</body>")
    at = len(html) if at < 0 else at
    return html[:at] + added.encode() + html[at:]


def failure_page(problems: Sequence[str]) -> bytes:
    """The page to show instead of a site that could not be built yet."""
    body = (
        "<p>Correct what is listed here and save: this page then reloads by itself.</p>\n"
        + _list(problems)
    )
    return _page(f"The site could not be built: {counted(len(problems), 'problem')}", body)


def waiting_page() -> bytes:
    """The page to show while a site is being built for the first time."""
    body = "<p>This page reloads by itself as soon as the site is ready.</p>"
    return _page("The site is being built", body)


def plain_page(title: str, body: str) -> bytes:
    """A simple page: a heading and a line of text."""
    return _page(title, f"<p>{escape(body)}</p>")


def notice_page(notice: Notice) -> bytes:
    """The page that the desk shows in place of one that is not there."""
    return _page(notice.title, f"<p>{escape(notice.text)}</p>", notice.lang)


def _page(title: str, body: str, lang: str = "en") -> bytes:
    return _HEAD.format(title=escape(title), style=STYLE, body=body, lang=lang).encode()


def _list(problems: Sequence[str]) -> str:
    lines = "".join(f"<li>{escape(line)}</li>" for line in problems[:_SHOWN])
    more = len(problems) - _SHOWN
    rest = f"<p>And {more:,} more, listed where `digest serve` runs.</p>" if more > 0 else ""
    return f"<ol>{lines}</ol>{rest}"
