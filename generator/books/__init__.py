"""Books: months as EPUB 3 (https://www.w3.org/TR/epub-33/)."""
