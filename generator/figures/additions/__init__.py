"""Decides which numbers and dates English may have that are not figures of the Chinese text."""
