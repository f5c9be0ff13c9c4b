"""Search in the browser: an index of character pairs and stemmed words, split into shards.

``fold`` and ``terms`` define how a text is split into terms, ``postings`` makes the terms of one
article, ``segments`` and ``shards`` define how the postings of all articles are stored in files,
and ``index`` keeps these up to date. ``templates/assets/search.js`` is the other half: it reads the
same tables and splits a query into terms in the same way.
"""

import os

# numpy starts threads for linear algebra, which are not needed here and take a tenth of a second of
# processor time in each command. This must be set before a module of this package imports numpy.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
