"""What editors write: articles, sidecars, overrides, the glossary."""
