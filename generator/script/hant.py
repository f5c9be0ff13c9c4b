"""Convert Simplified to Traditional, word by word.

OpenCC matches its phrases from the left and so converts 政府干预 to 政府幹預 (府干 …). Here the
text is segmented into words first (`generator.lexicon`) and each word has a form
(`generator.script.tables`). For words with several forms, rules about their neighbours decide
(`generator.script.neighbours`); so they do for surnames (`generator.script.surnames`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from generator.lexicon import cut
from generator.script import vocabulary
from generator.script.bylines import Person, field_people, stand_alone, text_people
from generator.script.edited import Edited, Span, patch, patched
from generator.script.neighbours import settle
from generator.script.overlaps import recut
from generator.script.people import person_form
from generator.script.protection import Protection
from generator.script.quotes import corner_quotes
from generator.script.style import Style
from generator.script.surnames import surname_spans
from generator.script.tables import Forms, forms

_SHORT = 2  # characters of a name that may be a word


class Traditional:
    """Converts Simplified text to Traditional in one style, with protected spans."""

    def __init__(self, style: Style, protection: Protection) -> None:
        self._style, self._protection = style, protection

    @cached_property
    def _forms(self) -> Forms:
        return forms(self._style.spelling)

    def __call__(self, text: str) -> Edited:
        return self._made(text, text_people(text))

    def names(self, text: str) -> Edited:
        """``text`` as a field that holds the names of people."""
        return self._made(text, field_people(text))

    def _made(self, text: str, people: Sequence[Person]) -> Edited:
        pieces = recut(text, cut(text), self._forms)
        made = "".join(settle(text, pieces, self._forms))
        kept = self._protection.spans(text, pieces)
        named = [(one, self._form(text, one)) for one in people]
        named += [(one, form) for one, form in self._known_in(text) if one not in people]
        # A name is left to the glossary if that has it, and to places if it is not sure.
        own = [span for span in kept if self._protection.is_own(text[span[0] : span[1]])]
        names: list[Span] = []
        for one, form in named:
            span = (one.start, one.end, form)
            if _free(span, names) and _free(span, own if one.sure else kept):
                names.append(span)
        kept = [span for span in kept if _free(span, names)]
        taken = [*kept, *names]
        surnames = [span for span in surname_spans(text, pieces) if _free(span, taken)]
        made = patch(made, sorted([*surnames, *names]))
        if self._style.quotes == "corner":
            made = corner_quotes(made)
        result = patched(made, kept)
        if self._style.vocabulary == "none":
            return result
        # Taiwan's papers write 帳 in every word, also in those that the vocabulary has not.
        if self._style.variant == "tw" and not any("賬" in form for _, _, form in kept):
            result = Edited(result.text.replace("賬", "帳"), result.edits)
        words = [span for span in vocabulary.spans(text, pieces) if _free(span, [*kept, *names])]
        worded = patched(result.text, words)
        return Edited(worded.text, sorted([*result.edits, *worded.edits]))

    def _form(self, text: str, one: Person) -> str:
        """The form of a name, with the blank that may be inside."""
        written = text[one.start : one.end]
        form = iter(person_form("".join(written.split()), self._forms))
        return "".join(char if char.isspace() else next(form) for char in written)

    @cached_property
    def _known(self) -> Mapping[str, str]:
        """The names in the longer text whose form is not that of their characters as words."""
        hints = self._protection.hints
        found = {}
        for one in text_people(hints) if hints else ():
            name, form = hints[one.start : one.end], self._form(hints, one)
            # Two characters may be a word at another place.
            sure = one.sure or len(name) > _SHORT
            if sure and not any(map(str.isspace, name)) and form != self._forms.of(name):
                found[name] = form
        return found

    def _known_in(self, text: str) -> Iterator[tuple[Person, str]]:
        """Names that the longer text has after an office, where they stand without one."""
        for name, form in self._known.items():
            for place in stand_alone(text, name):
                yield Person(place, place + len(name), True), form


def _free(span: Span, kept: Sequence[Span]) -> bool:
    return all(span[1] <= start or end <= span[0] for start, end, _ in kept)
