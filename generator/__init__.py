"""A static website generator for a bilingual digest of Chinese city news."""

__version__ = "0.1.0"
