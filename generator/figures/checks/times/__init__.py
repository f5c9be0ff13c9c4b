"""Checks of dates, periods and how often something happens."""
