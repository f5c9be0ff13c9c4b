"""The English of a site's articles, passage by passage with its Chinese, for the checks that
compare them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from generator.articles.chinese import read_chinese
from generator.articles.text import finished
from generator.content.article import Article, Sidecar, read_article, read_sidecar
from generator.content.flags import SUMMARY, TITLE, read_flagged
from generator.content.folder import Bundle, gather
from generator.content.glossary import load_glossary
from generator.content.usable import usable_site
from generator.gazetteer import load as load_gazetteer
from generator.markup.nodes import SILENT, block_name, plain_text
from generator.problem import DigestError, Report
from generator.reading import read_text
from generator.script import Converter
from generator.script.site import site_scripts


class Pair(NamedTuple):
    """The Chinese (Simplified) and the English of a block, a title or a summary. The Chinese is
    empty for a summary of which there is no Chinese one."""

    path: str
    line: int
    number: int
    chinese: str
    english: str


class EnglishOf(NamedTuple):
    """An article with the passages of its sidecar; ``text`` is all of its file, in Simplified."""

    article: Article
    text: str
    pairs: tuple[Pair, ...]


def english_of_site(root: Path, *, drafts: bool) -> Iterator[EnglishOf]:
    """Yield the articles at ``root`` that have a finished sidecar, drafts only with ``drafts``.

    Passages that an editor has marked as checked, or that are flagged, are left out, and files with
    errors, which the check of the content reports.
    """
    report = Report()
    site, glossary = usable_site(root, report), load_glossary(root, report)
    hans = site_scripts(site, glossary, load_gazetteer()).hans
    for bundle in gather(root, Report(), lambda file: ""):
        article, english, text = _read(root, bundle)
        if article is None or english is None or english.status == "draft":
            continue
        if drafts or not article.draft:
            try:
                pairs = tuple(_pairs(article, english, hans))
            except (DigestError, OSError):
                raise
            except Exception:  # such as text nested too deeply, which the build reports
                continue
            yield EnglishOf(article, hans.text(text), pairs)


def _read(root: Path, bundle: Bundle) -> tuple[Article | None, Sidecar | None, str]:
    if bundle.english is None:
        return None, None, ""
    said, given = bundle.article.path, bundle.english.path
    text = read_text(root / said, said, Report())
    english = read_text(root / given, given, Report())
    return (
        read_article(text, said, Report()) if text is not None else None,
        read_sidecar(english, given, Report()) if english is not None else None,
        text or "",
    )


def _pairs(article: Article, english: Sidecar, hans: Converter) -> Iterator[Pair]:
    chinese = read_chinese(article, hans, Report())
    flagged = read_flagged(english.body)
    text = finished(flagged.document, english.path, english.body_line, Report())
    settled = flagged.checked | flagged.flags.keys()
    if TITLE not in settled:
        yield Pair(english.path, english.title_line, TITLE, chinese.title, english.title)
    if english.summary and SUMMARY not in settled:
        yield Pair(english.path, english.summary_line, SUMMARY, chinese.summary, english.summary)
    if len(chinese.blocks) != len(text.blocks):
        return
    blocks = zip(chinese.blocks, text.blocks, text.lines, strict=True)
    for number, (source, block, line) in enumerate(blocks, 1):
        if number not in settled and block_name(block) not in SILENT:
            yield Pair(english.path, line, number, plain_text(source), plain_text(block))
