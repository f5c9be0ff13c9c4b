"""How large a site may be for its index to lie in one file an edition."""

from __future__ import annotations

from typing import Final

# A site of more articles has no packs, nor has one whose longest would have more bytes: a few
# shards and ten texts then take less.
MOST_ARTICLES: Final = 40
