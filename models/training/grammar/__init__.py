"""Sentences of the field, made from patterns: the same seed gives the same sentences.

``patterns.txt`` has Chinese patterns with one or more English wordings, ``words.txt`` what fills
their slots; names of places come from the gazetteer, those of people and companies are made up
and written in pinyin, and the English of figures is the program's own (`generator.figures`).
"""

from __future__ import annotations

from models.training.grammar.sentences import names, pairs

__all__ = ["names", "pairs"]
