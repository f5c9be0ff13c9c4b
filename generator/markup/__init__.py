"""Convert Markdown to clean HTML blocks; helpers to walk and change such HTML."""
