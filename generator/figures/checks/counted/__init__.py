"""Checks of what is counted, and of its unit."""
