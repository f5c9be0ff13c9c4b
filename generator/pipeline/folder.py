"""The folder of a site for caches and state; it may be deleted at any time."""

FOLDER = ".digest"

# The build cache.
FILE = f"{FOLDER}/build.db"
