"""Reads the figures of a Chinese text."""
