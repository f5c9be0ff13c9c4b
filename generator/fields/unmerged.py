"""Finds the marks that git leaves in a file where two versions could not be merged."""

from __future__ import annotations

from generator.patterns import late_regex
from generator.problem import Report

# A line of seven = alone makes a heading of the line above it, so it is no sign.
_MARK = late_regex(r"(?m)^(?:<{7}|>{7}|\|{7})(?:[ \t].*)?\r?$")


def report_unmerged(text: str, path: str, report: Report, first_line: int = 1) -> bool:
    """Report the first mark of an unfinished merge in ``text``, which begins at ``first_line`` of
    ``path``, as an error; return whether there is one."""
    found = _MARK.search(text)
    if found is None:
        return False
    line = first_line + text.count("\n", 0, found.start())
    message = f"an unfinished merge of git: two versions of the text, from {found[0][:7]} on"
    hint = "keep the right one of the two, and delete the lines <<<<<<<, ======= and >>>>>>>"
    report.error(path, line, message=message, hint=hint)
    return True
