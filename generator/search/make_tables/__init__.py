"""Rebuilding the fold table of ``generator/search/data``; not needed to run the program."""
