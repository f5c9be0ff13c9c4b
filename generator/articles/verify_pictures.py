"""Compare the figures of the alternative texts of pictures within a text."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from generator.markup.pictures import alternative_texts


def picture_messages(
    chinese: str, english: str, *, date: datetime.date | None = None, home: str = ""
) -> Iterator[str]:
    """Yield what is wrong with the figures of the alternative texts of an English block (HTML),
    which may leave figures out; nothing if it has not as many pictures as the Chinese one."""
    left, right = alternative_texts(chinese), alternative_texts(english)
    if not left or len(left) != len(right):
        return
    # Slow to import (a tenth of a second), needed only when an article is processed.
    from generator.figures import verify

    for source, said in zip(left, right, strict=True):
        if source and said and source != said:
            for problem in verify(source, said, date=date, home=home):
                if problem.kind != "missing":
                    yield problem.message
