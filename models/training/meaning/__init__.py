"""How the model that finds words of the English without a reason in the Chinese is trained."""
