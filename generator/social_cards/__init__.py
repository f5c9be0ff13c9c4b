"""Pictures that networks show beside a link: the article's title in its own script."""
