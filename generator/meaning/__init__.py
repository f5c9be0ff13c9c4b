"""Compare the words of given English with the Chinese by a small neural network.

`generator.figures` compares figures by rules; this package finds other words that say something
else ("fell" for 增长, a wrong city, "was completed" for 将建成) and English that leaves things out.
Its verdicts are advice: `digest check --meaning` and the review at the desk use them, a build never
does, since the scores can differ between processors.

`package` finds the file of the network, `tokens` makes its input, `model` runs it, `remembered`
keeps its scores, `division` pairs sentences, `verdict` says what scores mean, and `judge` is what
other folders use. Nothing here is imported by commands that do not compare meanings.
"""
