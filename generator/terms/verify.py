"""Check that an English text keeps the terms of its Chinese source."""

from __future__ import annotations

import msgspec

from generator.terms.match import Term, Terms
from generator.terms.wording import stems


class TermProblem(msgspec.Struct, frozen=True):
    """A term of the source of which no accepted form is in the English."""

    term: Term

    @property
    def message(self) -> str:
        """One sentence for the editor."""
        term = self.term
        if not term.also:
            return f'{term.source} should be "{term.english}"'
        forms = ", ".join(f'"{form}"' for form in (term.english, *term.also))
        return f"{term.source} should be one of {forms}"


def verify_terms(source: str, english: str, terms: Terms) -> list[TermProblem]:
    """The terms of ``source`` that are missing from ``english``, in order, each once.

    A term inside a longer term is not required. Forms are compared without regard to inflection,
    British or American spelling, case, hyphens and articles.
    """
    wanted = dict.fromkeys(found.term for found in terms.find(source))
    if not wanted:
        return []
    said = f" {' '.join(stems(english))} "
    return [TermProblem(term) for term in wanted if not _is_said(term, said)]


def _is_said(term: Term, said: str) -> bool:
    return any(f" {' '.join(stems(form))} " in said for form in term.forms)
