"""Tests of ``digest check``."""
