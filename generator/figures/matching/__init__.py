"""Decides which English figures express which Chinese ones."""
