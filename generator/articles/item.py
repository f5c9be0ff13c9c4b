"""What the stage of articles is given and makes: light, for where no article has changed."""

from __future__ import annotations

import msgspec

from generator.content.article import Sidecar
from generator.content.folder import Bundle
from generator.library.article import ArticleRef, Link
from generator.pipeline.shared import Part
from generator.problem import Problem

PARTS: tuple[Part, ...] = ("article_settings", "glossary", "script")


class DocumentItem(msgspec.Struct, frozen=True):
    """An article's files, by the hashes of their bytes, and the English that a machine made of
    it where no editor has."""

    bundle: Bundle
    machine: Sidecar | None = None


class Document(msgspec.Struct, frozen=True):
    """What is kept of an article: the reference to it, and what that names by digest.

    ``ref`` is missing, and ``contents`` empty, where there were errors: then ``links`` are those
    that must lead somewhere, which the reference has otherwise. It is not ``settled``
    where a file was saved again since it was hashed: then the hashes may name other bytes.
    """

    ref: ArticleRef | None
    problems: tuple[Problem, ...]
    contents: tuple[tuple[str, bytes], ...] = ()
    settled: bool = True
    links: tuple[Link, ...] = ()
