"""The English stage: packages, engine, cache, exchange."""
