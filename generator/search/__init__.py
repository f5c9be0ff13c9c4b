"""Search in the browser: an index of character pairs and stemmed words, cut into shards.

``fold`` and ``terms`` say what a text is looked up by, ``postings`` what one article is found
by, ``segments`` and ``shards`` how the postings of all articles are laid out in files, and
``index`` how these are kept up to date. ``templates/assets/search.js`` is the other half: it
reads the same tables and cuts a query as the texts were cut.
"""

import os

# numpy starts threads for linear algebra, which nothing here needs: until they sleep they take a
# tenth of a second of the processor in each command. Modules of this package import numpy.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
