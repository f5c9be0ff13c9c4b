"""The doubts of the network that compares meanings, for the review (see `generator.meaning`)."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import TYPE_CHECKING

from generator.content.flags import SUMMARY, TITLE
from generator.desk.call import Call
from generator.desk.reviewing import Passage
from generator.problem import DigestError, UsageError

if TYPE_CHECKING:
    from generator.meaning.judge import Judge, Judged


class Doubts:
    """The network of a running desk, loaded when a passage is first compared."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._judge: Judge | None = None

    def on(self) -> bool:
        """Whether there is a network. It is not loaded."""
        from generator.english.folders import bundled_file
        from generator.meaning.package import PATTERN

        return bundled_file(PATTERN) is not None

    def said(self, call: Call, passage: Passage, english: str) -> dict[str, object]:
        """What is doubted of the ``english`` of a passage, as plain data for a script: the
        ``places`` in its plain text, in units of UTF-16, and what is ``said`` of them.

        Nothing is doubted of a passage whose English an editor has marked as checked, nor without
        a network. Raises `DigestError` if the network is damaged.
        """
        from generator.meaning.verdict import phrases

        places: list[list[int]] = []
        told: list[str] = []
        if passage.checked and english == passage.english:
            return {"places": places, "said": told}
        plain = passage.texts(english)[1]
        for part, verdict in self._judged(call.desk.root, passage, english):
            if verdict is None:
                told.append(call.t("review_doubt_long"))
                continue
            for start, end in verdict.places:
                before, doubted = plain[: part.start + start], part.english[start:end]
                places.append([_units(before), _units(before) + _units(doubted)])
            told += (
                call.t("review_doubt_words", text=phrase)
                for phrase in phrases(part.english, verdict.places)
            )
            if verdict.whole:
                told.append(call.t("review_doubt_whole", text=" ".join(part.chinese.split())))
        return {"places": places, "said": [*dict.fromkeys(told)]}

    def any_of(self, root: Path, passage: Passage, english: str) -> bool:
        """Whether `digest check --meaning` would report the ``english`` of a passage. A network
        that cannot be used keeps nobody from saving."""
        try:
            found = self._judged(root, passage, english)
        except (DigestError, OSError):
            return False
        return any(verdict is not None and verdict.doubted for _, verdict in found)

    def _judged(self, root: Path, passage: Passage, english: str) -> list[Judged]:
        if passage.own or not english.strip():
            return []
        judge = self._loaded(root)
        loosely = passage.number in (TITLE, SUMMARY)
        return judge.compare(*passage.texts(english), loosely=loosely) if judge else []

    def _loaded(self, root: Path) -> Judge | None:
        # Slow to import, and most desks never compare meanings.
        from generator.meaning.judge import Judge
        from generator.meaning.package import find_package
        from generator.meaning.remembered import FILE, Remembered

        with self._lock:
            if self._judge is None:
                try:
                    package = find_package()
                except UsageError:
                    return None
                self._judge = Judge(package, Remembered(root / FILE, package.identity))
            return self._judge


def _units(text: str) -> int:
    """The length of a text as scripts count it."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
