"""Rebuild the gazetteer's tables from their sources (never needed by a site).

``python -m generator.gazetteer.make_tables --sources DIR`` where DIR holds the unpacked
packages that ``SOURCES.md`` names. Hand-kept tables lie beside this file.
"""
