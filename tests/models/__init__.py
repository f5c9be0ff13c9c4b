"""The data that a model of our own is made of."""
