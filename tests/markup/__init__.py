"""Markdown as it is read."""
