"""Builds the tables of ``generator/clean/data``; not needed to run the program."""
