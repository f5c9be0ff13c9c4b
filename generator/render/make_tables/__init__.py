"""Makes the web fonts of the pages; not in the wheel."""
