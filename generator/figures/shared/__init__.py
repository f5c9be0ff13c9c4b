"""What Chinese and English figures have in common: their type, numbers, units, tables."""
