"""Extract summaries: the first sentences of a text, in Chinese and in English.

Text before the news (dateline, byline, labels) is left out, a first sentence that is too long ends
after a complete clause, and the year is added to relative time.
"""

from generator.summary.extracts import Extract, SentencePlace, extract, translated
from generator.summary.reference_day import reference_day

__all__ = ["Extract", "SentencePlace", "extract", "reference_day", "translated"]
