"""Social cards: images that social networks show with a link, with the article's title."""
