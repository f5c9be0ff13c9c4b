"""Checks of parts and wholes: each or all, shares and their wholes, sums, averages."""
