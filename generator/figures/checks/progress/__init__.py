"""Checks of plans and results, and of the stage that something has reached."""
