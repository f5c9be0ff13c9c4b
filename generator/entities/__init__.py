"""Projects and companies: a table of well-known names, the events that an article reports about
them, and names to suggest to the editor."""
