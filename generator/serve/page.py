"""What the preview adds to a page on its way to the browser, and the pages of its own."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from importlib.resources import files

from generator.problem import counted

EVENTS = "/.digest/events"
SCRIPT = "/.digest/reload.js"
STYLE = "/.digest/preview.css"
TYPED = "/.digest/typed.js"

# A slip in site.yaml can put every article in the wrong; a page need not list them all.
_SHOWN = 50

_HEAD = """<!DOCTYPE html>
<html lang="en">
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


def added_file(address: str) -> bytes | None:
    """A script or the style sheet at a reserved address."""
    if address not in (SCRIPT, STYLE, TYPED):
        return None
    return files("generator.serve").joinpath(address.rsplit("/", 1)[1]).read_bytes()


def with_reload(
    html: bytes, state: str, problems: Sequence[str] = (), *, framed: bool = False
) -> bytes:
    """``html`` with the reload script, and a banner of ``problems`` where there are any.

    ``state`` is the name by which the script knows what it shows. ``framed`` pages follow what
    is being typed in the page that frames them. All come last in the body, as files of their
    own: a Content-Security-Policy of ``'self'`` lets them through.
    """
    added = f'<script src="{SCRIPT}" data-state="{escape(state)}" defer></script>\n'
    if framed:
        added += f'<script src="{TYPED}" defer></script>\n'
    if problems:
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
    """The page that stands in for a site that could not be built yet."""
    body = (
        "<p>Correct what is listed here and save: this page then reloads by itself.</p>\n"
        + _list(problems)
    )
    return _page(f"The site could not be built: {counted(len(problems), 'problem')}", body)


def waiting_page() -> bytes:
    """The page that stands in for a site that is being built for the first time."""
    body = "<p>This page reloads by itself as soon as the site is ready.</p>"
    return _page("The site is being built", body)


def plain_page(title: str, body: str) -> bytes:
    """A page of the preview's own: a heading and a line of text."""
    return _page(title, f"<p>{escape(body)}</p>")


def _page(title: str, body: str) -> bytes:
    return _HEAD.format(title=escape(title), style=STYLE, body=body).encode()


def _list(problems: Sequence[str]) -> str:
    lines = "".join(f"<li>{escape(line)}</li>" for line in problems[:_SHOWN])
    more = len(problems) - _SHOWN
    rest = f"<p>And {more:,} more, listed where `digest serve` runs.</p>" if more > 0 else ""
    return f"<ol>{lines}</ol>{rest}"
