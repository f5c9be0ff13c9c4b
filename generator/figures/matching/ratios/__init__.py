"""Ratios of two things: their sides in the Chinese, and what English says of them."""
