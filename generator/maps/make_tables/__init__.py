"""Scripts that make the data tables of the map; not in the wheel."""
