"""Tests, by the part of the program they look at."""
