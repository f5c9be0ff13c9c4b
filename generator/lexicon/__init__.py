"""Segment Chinese text into words.

    from generator.lexicon import cut, spans, frequency

    cut("水库里水位上升")       # ["水库", "里", "水位", "上升"]
    spans("水库里水位上升")     # [(0, 2), (2, 3), (3, 5), (5, 7)]
    frequency("宁波")          # 0.00002…, its share of running text; 0.0 for an unknown word

The pieces, joined, are the text. A word is an entry of the dictionary; other Chinese characters
are pieces by themselves (a personal name is usually split into its characters), and a run of
characters that are not Chinese (Latin letters, digits, punctuation) is one piece. The text must be
Simplified: convert Traditional text first (`generator.script.to_hans`, which keeps offsets).

The segmentation is the most probable one by word frequency (Viterbi). The dictionary (113,000
words, 0.02 s) is read at the first call, so do not call this if you may not need it. After about
15,000 characters of text, sentencepiece is loaded (0.2 s, 35 MB of memory), which segments 10 MB of
text a second into the same words; `warm_up` loads it at once. How the dictionary is made:
``generator/lexicon/make_tables/SOURCES.md``.
"""

from generator.lexicon.segmenter import cut, frequency, score, spans, warm_up, words

__all__ = ["cut", "frequency", "score", "spans", "warm_up", "words"]
