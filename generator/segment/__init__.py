"""Text into pieces: sentences of a paragraph, segments for the translation engine."""

from __future__ import annotations

from generator.segment.sentence import english_sentences, sentences

__all__ = ["english_sentences", "sentences"]
