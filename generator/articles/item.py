"""Input and output of the stage of articles; quick to import, for builds without a changed
article."""

from __future__ import annotations

import msgspec

from generator.content.article import Sidecar
from generator.content.folder import Bundle
from generator.library.article import ArticleRef, UnsoundArticle
from generator.pipeline.shared import Part
from generator.problem import Problem

PARTS: tuple[Part, ...] = ("article_settings", "glossary", "script")


class DocumentItem(msgspec.Struct, frozen=True):
    """The input: the files of an article, with the hashes of their bytes, and its machine English
    if no editor has translated it."""

    bundle: Bundle
    machine: Sidecar | None = None


class Document(msgspec.Struct, frozen=True):
    """The output: a reference to the article, and the data that it refers to by digest.

    If there were errors, ``ref`` is None, ``contents`` is empty, and ``unsound`` is what is known
    of the article, if its front matter could be read. ``settled`` is False if a file was saved
    again after it was hashed: then the hashes may belong to other bytes.
    """

    ref: ArticleRef | None
    problems: tuple[Problem, ...]
    contents: tuple[tuple[str, bytes], ...] = ()
    settled: bool = True
    unsound: UnsoundArticle | None = None
