"""Projects and companies: well-known names, and what an article tells of their life."""
