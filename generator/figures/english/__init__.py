"""Reads the figures of an English text."""
