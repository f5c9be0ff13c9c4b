"""The checks of a pair of texts whose figures are matched, a package for each kind of error."""
