"""Chinese words: where one ends and the next begins.

    from generator.lexicon import cut, spans, frequency

    cut("水库里水位上升")       # ["水库", "里", "水位", "上升"]
    spans("水库里水位上升")     # [(0, 2), (2, 3), (3, 5), (5, 7)]
    frequency("宁波")          # 0.00002…, its share of running text; 0.0 for an unknown word

The pieces, joined, are the text. A word is what the dictionary has; between words, single
characters stand alone (a personal name is usually cut into its characters), and a run of
what is no Chinese (Latin, figures, marks) is one piece. Text is Simplified: bring Traditional
to Simplified first (`generator.script.to_hans`, which keeps places).

The best path by word frequency is taken (Viterbi), 10 MB of text a second. The dictionary
(113,000 words, 0.1 s, 35 MB of memory) is loaded at the first call; a caller that may not
need it should not call. How it is made: ``generator/lexicon/make_tables/SOURCES.md``.
"""

from generator.lexicon.segmenter import cut, frequency, spans, words

__all__ = ["cut", "frequency", "spans", "words"]
