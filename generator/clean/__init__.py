"""From a scraped page to a clean article: repair, cleaning, description.

``repair`` restores text whose bytes were damaged, ``boilerplate`` and ``paragraphs`` remove what is
not the article, ``describe`` finds title, date and source, and ``importer`` runs all steps.
"""
