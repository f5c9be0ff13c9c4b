"""Web pages taken apart: their lines, the article among them, what they tell of it."""
