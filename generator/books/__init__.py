"""E-books: the articles of each month as EPUB 3 (https://www.w3.org/TR/epub-33/)."""
