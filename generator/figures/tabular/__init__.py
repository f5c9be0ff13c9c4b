"""Compares the figures of a table with those of its English, cell by cell.

`comparing.compare_tables` is the sequence of its steps.
"""
