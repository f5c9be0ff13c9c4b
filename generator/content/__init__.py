"""The files that editors write: articles, sidecars, overrides, the glossary."""
