"""Publications: the site as it was each time it went to the public, what a new one would change,
the command that takes it there, and the way back to the one before."""
