"""Articles: reading their files, making the text of every edition, checking it."""
