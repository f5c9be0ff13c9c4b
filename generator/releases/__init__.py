"""Releases: store the site at each publication, compare a new build with the last one, run the
command that uploads it, and undo a publication."""
