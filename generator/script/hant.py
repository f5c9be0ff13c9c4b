"""Convert Simplified to Traditional, word by word.

OpenCC matches its phrases from the left and so converts 政府干预 to 政府幹預 (府干 …). Here the
text is segmented into words first (`generator.lexicon`) and each word has a form
(`generator.script.tables`). For words with several forms, rules about their neighbours decide
(`generator.script.neighbours`); so they do for surnames (`generator.script.surnames`).
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from generator.lexicon import cut
from generator.script import vocabulary
from generator.script.edited import Edited, Span, patch, patched
from generator.script.neighbours import settle
from generator.script.overlaps import recut
from generator.script.protection import Protection
from generator.script.quotes import corner_quotes
from generator.script.style import Style
from generator.script.surnames import surname_spans
from generator.script.tables import Forms, forms


class Traditional:
    """Converts Simplified text to Traditional in one style, with protected spans."""

    def __init__(self, style: Style, protection: Protection) -> None:
        self._style, self._protection = style, protection

    @cached_property
    def _forms(self) -> Forms:
        return forms(self._style.spelling)

    def __call__(self, text: str) -> Edited:
        pieces = recut(text, cut(text), self._forms)
        made = "".join(settle(text, pieces, self._forms))
        kept = self._protection.spans(text, pieces)
        made = patch(made, [span for span in surname_spans(text, pieces) if _free(span, kept)])
        if self._style.quotes == "corner":
            made = corner_quotes(made)
        result = patched(made, kept)
        if self._style.vocabulary == "none":
            return result
        words = [span for span in vocabulary.spans(text, pieces) if _free(span, kept)]
        worded = patched(result.text, words)
        return Edited(worded.text, sorted([*result.edits, *worded.edits]))


def _free(span: Span, kept: Sequence[Span]) -> bool:
    return all(span[1] <= start or end <= span[0] for start, end, _ in kept)
