"""Terms and names with fixed English: find them in Chinese, check that a translation keeps them."""

from __future__ import annotations

from generator.terms.match import Found, Term, Terms
from generator.terms.verify import TermProblem, verify_terms

__all__ = ["Found", "Term", "TermProblem", "Terms", "verify_terms"]
