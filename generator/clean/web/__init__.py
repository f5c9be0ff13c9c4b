"""Parsing web pages: their lines, the article among them, and its metadata."""
