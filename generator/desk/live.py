"""Renders the pages of an article with an unsaved text, in memory.

The content of the form passes through the functions of the build: the processor of articles, then
the page of each edition with the neighbours that the last build found. Nothing is written to disk.
"""

from __future__ import annotations

import hashlib
import threading
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

import msgspec

from generator.articles.document import ProcessedArticle
from generator.config import Edition, Site
from generator.content.front_matter import end_of_front_matter
from generator.desk.drafting import Draft
from generator.desk.last_build import LastBuild
from generator.fields.keys import root_of, with_key, written
from generator.library.article import TextRef
from generator.pages.of_article import Around, ArticleItem
from generator.pipeline.cache import DamagedError
from generator.pipeline.keys import digest_of, encoded
from generator.pipeline.planning import PARTS
from generator.pipeline.shared import Shared
from generator.render import address as addresses

# The number of texts that are kept for windows that may still request them.
_KEPT = 40
# Keys without which there is no page; a wrong one is replaced while it is being corrected.
_NEEDED = ("title", "date", "source")
_ENDING = "index.html"


@dataclass(frozen=True)
class _Typed:
    slug: str
    path: str
    processed: ProcessedArticle


class Live:
    """The current texts of forms, by keys. Get it with `Desk.part`."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._typed: OrderedDict[str, _Typed] = OrderedDict()
        self._warm: Shared | None = None

    def keep(
        self,
        slug: str,
        path: str,
        draft: Draft,
        made: ProcessedArticle,
        again: Callable[[str], ProcessedArticle],
    ) -> str:
        """Store a processed draft; returns the key by which its pages can be requested.

        If the draft has errors, ``again`` processes its text once more without the wrong parts of
        the front matter. The key is empty if there is still no page.
        """
        if made.meta is None:
            made = again(_sound(draft, made, slug, path))
        if made.meta is None or made.text is None:
            return ""
        digest = hashlib.blake2b(encoded(made.meta) + encoded(made.text), digest_size=12)
        key = digest.hexdigest()
        with self._lock:
            self._typed[key] = _Typed(slug, path, made)
            self._typed.move_to_end(key)
            while len(self._typed) > _KEPT:
                self._typed.popitem(last=False)
        return key

    def page(self, last_build: LastBuild | None, address: str, key: str) -> bytes | None:
        """The page at ``address`` (``/zh-hans/articles/x/``) with the text of ``key``; ``None`` if
        the text is unknown, or the edition has no page for it."""
        with self._lock:
            typed = self._typed.get(key)
            if last_build is not None and last_build.read.shared is not self._warm:
                # Prepare what pages need; the copies for requests then share it.
                self._warm = last_build.read.shared
                self._warm.warm_up()
        if typed is None or last_build is None:
            return None
        wanted = address.removeprefix("/").removesuffix(_ENDING)
        site = last_build.read.sources.site
        for edition in site.editions:
            if wanted == addresses.article(edition, typed.slug):
                try:
                    return _rendered(last_build, typed, edition)
                except DamagedError:
                    return None
        return None


def _rendered(last_build: LastBuild, typed: _Typed, edition: Edition) -> bytes | None:
    from generator.pages.article import artifacts

    meta, text = typed.processed.meta, typed.processed.text
    data = {digest_of(one): one for one in (encoded(meta), encoded(text))}
    ref = TextRef(typed.slug, *data)
    unit = last_build.planned.get(f"article:{typed.slug}")
    item = _item(unit.item if unit else None, ref, typed, last_build.read.sources.site)
    if edition not in item.editions:
        return None
    shared = last_build.read.shared.with_contents(data)
    try:
        view = shared.limited(PARTS)
        artifact = next(iter(artifacts(item, edition, view)))
        return artifact.render(artifact.data, view)
    finally:
        shared.close()


def _item(known: ArticleItem | None, ref: TextRef, typed: _Typed, site: Site) -> ArticleItem:
    """The article as the build would show it; ``known`` is its item of the last build."""
    meta = typed.processed.meta
    own = tuple(e for e in site.editions if meta is not None and e in meta.localized)
    shown = tuple(
        e for e in site.editions if e in own or (e == "en" and site.missing_english != "skip")
    )
    if known is None:
        return ArticleItem(ref, typed.path, shown, own, 0, (Around(shown, None, None, ()),))
    placed = {edition for around in known.around for edition in around.editions}
    rest = tuple(edition for edition in shown if edition not in placed)
    around = (*known.around, Around(rest, None, None, ())) if rest else known.around
    return msgspec.structs.replace(known, article=ref, editions=shown, own=own, around=around)


def _sound(draft: Draft, made: ProcessedArticle, slug: str, path: str) -> str:
    """The text of a draft without the wrong parts of its front matter, marked as a draft of the
    site."""
    rows = draft.head.split("\n")
    end = end_of_front_matter(rows)
    head = "\n".join(rows[1:end]) if end else ""
    if root_of(head) is None:
        head = ""
    today = datetime.now().astimezone().date().isoformat()
    defaults = {"title": written(slug), "date": today, "source": "…"}
    wrong = {
        problem.field.split(".")[0]
        for problem in made.problems
        if problem.severity == "error" and problem.path == path
    }
    known = root_of(head)
    there = {key.value for key, _ in known.value} if known is not None else set()
    try:
        for key in sorted((wrong & there) | (set(_NEEDED) & wrong)):
            head = with_key(head, (key,), defaults.get(key))
        for key in _NEEDED:
            if key not in there:
                head = with_key(head, (key,), defaults[key])
        head = with_key(head, ("draft",), "true")
    except ValueError:
        head = "\n".join(f"{key}: {value}" for key, value in defaults.items()) + "\ndraft: true"
    return f"---\n{head.strip()}\n---\n\n{draft.body.strip() or '…'}\n"
