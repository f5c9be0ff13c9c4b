"""All published articles: what lists and indexes know of them, and how they group."""
