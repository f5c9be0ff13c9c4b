"""The size of a card: the proportions that Open Graph readers expect."""

WIDTH, HEIGHT = 1200, 630
