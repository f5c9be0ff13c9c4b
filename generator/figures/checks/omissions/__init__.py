"""Checks of what English leaves out or adds beside a figure."""
