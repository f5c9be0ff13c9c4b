"""Chinese words: where one ends and the next begins.

    from generator.lexicon import cut, spans, frequency

    cut("水库里水位上升")       # ["水库", "里", "水位", "上升"]
    spans("水库里水位上升")     # [(0, 2), (2, 3), (3, 5), (5, 7)]
    frequency("宁波")          # 0.00002…, its share of running text; 0.0 for an unknown word

The pieces, joined, are the text. A word is what the dictionary has; between words, single
characters stand alone (a personal name is usually cut into its characters), and a run of
what is no Chinese (Latin, figures, marks) is one piece. Text is Simplified: bring Traditional
to Simplified first (`generator.script.to_hans`, which keeps places).

The best path by word frequency is taken (Viterbi). The dictionary (113,000 words, 0.02 s) is read
at the first call; a caller that may not need it should not call. After some pages of text it is
loaded by sentencepiece (0.2 s, 35 MB of memory), which cuts 10 MB of text a second to the same
words; `warm_up` does so at once. How it is made: ``generator/lexicon/make_tables/SOURCES.md``.
"""

from generator.lexicon.segmenter import cut, frequency, spans, warm_up, words

__all__ = ["cut", "frequency", "spans", "warm_up", "words"]
