"""Rebuild the gazetteer's tables from their sources; not needed to run the program.

``python -m generator.gazetteer.make_tables --sources DIR``, where DIR has the unpacked packages
that ``SOURCES.md`` names. Tables made by hand are in this folder.
"""
