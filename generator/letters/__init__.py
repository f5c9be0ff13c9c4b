"""Newsletters: the articles of a period as an e-mail that any service can send."""
