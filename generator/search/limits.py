"""The largest number of articles for which each edition has its whole index in one file."""

from __future__ import annotations

from typing import Final

# A site with more articles has no packs, nor has one whose largest pack would exceed
# `pack.MOST_BYTES`: then a few shards and ten texts are smaller.
MOST_ARTICLES: Final = 40
