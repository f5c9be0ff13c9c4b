"""Changes a text outside of its quotations, which stay as they were said."""

from __future__ import annotations

import re
from collections.abc import Callable

# What stands for a quotation while the text around it is changed.
MARK = "\x00"


def outside_quotes(text: str, change: Callable[[str], str], quoted: re.Pattern[str]) -> str:
    """Apply ``change`` to the text outside what ``quoted`` matches, as one text."""
    kept: list[str] = []

    def hide(match: re.Match[str]) -> str:
        kept.append(match[0])
        return MARK

    def show(_: re.Match[str]) -> str:
        return kept.pop(0)

    return re.sub(MARK, show, change(quoted.sub(hide, text)))
