"""Makes the dictionary of `generator.lexicon`; not needed to run the program."""
