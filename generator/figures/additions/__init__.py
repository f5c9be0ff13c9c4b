"""Decides which numbers and dates English may add that are no figures of the Chinese text."""
