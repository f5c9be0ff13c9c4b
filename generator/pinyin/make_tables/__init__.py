"""Makes the dictionary of ``generator/pinyin/data``; not needed to run the program."""
