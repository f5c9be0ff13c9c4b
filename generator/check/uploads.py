"""Files in ``content/files/`` that a browser may run as part of the site."""

from __future__ import annotations

from pathlib import Path

from generator.content.folder import FILES
from generator.content.uploads import content_files
from generator.problem import Problem, Report

# Files that browsers open as documents with scripts (WHATWG MIME Sniffing, section 4.6: HTML, XML
# and SVG media types are scriptable).
_SCRIPTABLE = {
    ".html": "an HTML page",
    ".htm": "an HTML page",
    ".xhtml": "an HTML page",
    ".xht": "an HTML page",
    ".shtml": "an HTML page",
    ".svg": "an SVG picture",
    ".svgz": "an SVG picture",
    ".xml": "an XML document",
    ".xsl": "an XSLT stylesheet",
}
_HINT = "have the server send the Content-Security-Policy of docs/hosting.md for /files/"


def check_uploads(root: Path) -> list[Problem]:
    """Return a warning for each published file that may contain scripts."""
    return [
        Problem(
            f"{FILES}/{path}",
            message=f"{kind} may hold scripts, which run in the name of the site",
            hint=_HINT,
            severity="warning",
        )
        for path in content_files(root, Report())
        if (kind := _SCRIPTABLE.get(Path(path).suffix.lower()))
    ]
