"""Figures that English states by a calculation from others: in words that name it (`by_words`, with
`implied`), or by one operation on two figures (`one_operation`)."""
