"""Publishing: the whole new site beside the old one, then a swap."""

from generator.publish.folder import Publication

__all__ = ["Publication"]
