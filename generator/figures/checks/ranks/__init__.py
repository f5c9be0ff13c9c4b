"""Checks of ranks, ordinals, scores and votes."""
