"""Figures that English states by a calculation from others: in words that name it (`by_words`, with
`implied`), or by one operation on two figures (`one_operation`); restated exactly (`restated`), as
a rough fraction (`approximate_fractions`, with `fraction_words`), or as a share of a price
(`price_shares`).
"""
