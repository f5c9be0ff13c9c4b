"""Makes the tables of `generator.script`; not needed to run the program."""
