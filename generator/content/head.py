"""Change keys of a front matter line by line, so that all other lines stay as they were."""

from __future__ import annotations

from collections.abc import Mapping

from generator.content.front_matter import end_of_front_matter
from generator.fields import scalar
from generator.patterns import late_regex

_KEY = late_regex(r"([A-Za-z_][\w-]*)[ \t]*:")


def with_keys(text: str, values: Mapping[str, str | None]) -> str:
    """Return the text of a file with the plain keys ``values`` set in its front matter.

    An existing key is replaced in its place, a new one is added at the end; ``None`` removes a
    key. A text without front matter is returned unchanged.
    """
    rows = text.split("\n")
    end = end_of_front_matter(rows)
    if not end:
        return text
    head: list[str] = []
    left = dict(values)
    skipping = False
    for row in rows[1:end]:
        match = _KEY.match(row)
        if match is None:
            # A line of a replaced value that has several lines: indented, or blank within it.
            if not (skipping and (not row.strip() or row[:1] in " \t")):
                head.append(row)
                skipping = False
            continue
        skipping = match[1] in values
        if not skipping:
            head.append(row)
        elif match[1] in left:
            value = left.pop(match[1])
            if value is not None:
                head.append(f"{match[1]}: {scalar(value)}")
    head += [f"{key}: {scalar(value)}" for key, value in left.items() if value is not None]
    return "\n".join([rows[0], *head, *rows[end:]])
