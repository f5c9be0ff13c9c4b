"""Makers of the map's data tables; not in the wheel."""
