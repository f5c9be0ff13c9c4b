"""From a scraped page to a clean article: repair, cleaning, description.

``repair`` mends text whose bytes were tampered with, ``boilerplate`` and
``paragraphs`` take the page apart, ``describe`` finds title, date and source, and
``importer`` runs the whole way.
"""
