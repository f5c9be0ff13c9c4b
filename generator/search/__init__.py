"""Search in the browser: an index of character pairs and stemmed words, cut into shards.

``fold`` and ``terms`` say what a text is looked up by, ``postings`` and ``shards`` how that
is kept in files, ``outputs`` which files there are. ``templates/assets/search.js`` is the
other half: it reads the same tables and cuts a query as the texts were cut.
"""
