"""Ranks, ordinals, scores and votes."""
