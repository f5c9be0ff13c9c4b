"""The folder of a site that holds what builds keep; it may be deleted at any time."""

FOLDER = ".digest"

# The cache of builds.
FILE = f"{FOLDER}/build.db"
