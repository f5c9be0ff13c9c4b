"""Tests of figures, and the sets that show how well they are read."""
