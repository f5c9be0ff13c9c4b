"""Dates, periods and how often something happens."""
