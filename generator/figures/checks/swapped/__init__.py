"""Checks for figures that have changed places, or that are attached to another subject."""
