"""Makers of what the pages are set in; not in the wheel."""
