"""The city index: figures, map, pages, data."""
