"""Articles: their files read, brought to every edition, checked."""
