"""The comparison of the words of English with the Chinese by a network."""
