"""Geometry of the map of cities: projection, view, points and labels."""
