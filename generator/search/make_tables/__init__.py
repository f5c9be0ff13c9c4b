"""Makes the tables of ``generator/search/data``; not needed to run the program."""
