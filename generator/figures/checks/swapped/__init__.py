"""Figures that have changed places, or are attached to another subject."""
