"""Summaries: the news of the first sentences of a text, in Chinese and in English.

What comes before the news (dateline, byline, labels) is left out, a lead that is too long ends
at a clause that stands alone, and relative time gets its year.
"""

from generator.summary.extracts import Extract, SentencePlace, extract, translated

__all__ = ["Extract", "SentencePlace", "extract", "translated"]
