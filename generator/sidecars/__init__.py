"""English sidecars and translators' memory, as an editor works on them."""
