"""Checks of changes and comparisons: more or less, by or to, and compared with what."""
