"""Changes and comparisons: more or less, by or to, and in relation to what."""
