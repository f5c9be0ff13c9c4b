"""The build: its stages, its cache and its worker processes."""
