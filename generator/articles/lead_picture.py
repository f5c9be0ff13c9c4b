"""The lead picture of an article in every edition, with the texts of the article or sidecar."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping

import msgspec

from generator.articles.dating import day_for, day_of
from generator.articles.left_simplified import warn_of_words
from generator.config import Edition, Site
from generator.content.article import Article, Sidecar
from generator.content.image import Image, ImageWords
from generator.library.article import LeadPicture, Link
from generator.problem import Report
from generator.render.typography import curly
from generator.script import Converter
from generator.script.site import Scripts

_WORDS = ("alt", "caption", "credit")


def lead_pictures(
    article: Article,
    script: str,
    sidecars: Mapping[Edition, Sidecar],
    site: Site,
    scripts: Scripts,
    report: Report,
    home: str = "",
) -> dict[Edition, LeadPicture]:
    """Return the lead picture in Simplified and in the other editions that have a text; empty if
    the article has none. ``sidecars`` are those whose texts are shown, ``home`` is the currency of
    plain 元 if not the yuan."""
    image = article.image
    _report_unused(image, sidecars, report)
    if image is None:
        return {}
    written = LeadPicture(image.file, image.alt, image.caption, image.credit)
    traditional = script == "zh-Hant"
    simple = _changed(written, scripts.hans) if traditional else written
    found: dict[Edition, LeadPicture] = {"zh-Hans": simple}
    if "zh-Hant" in site.editions:
        keep = traditional and site.hant_originals == "keep"
        own = written if keep else _changed(simple, scripts.hant)
        words = _words(sidecars, "zh-Hant") or ImageWords()
        found["zh-Hant"] = _with(own, words)
        said = [word for word in _WORDS if getattr(words, word)]
        if said:
            warn_of_words(sidecars["zh-Hant"], words, said, scripts.hant, report)
        if keep:
            others = [word for word in _WORDS if word not in said]
            warn_of_words(article, image, others, scripts.hant, report)
    if "en" in sidecars:
        found["en"] = _english(simple, sidecars["en"], report, day_of(article), home)
    return found


def picture_links(article: Article, sidecars: Mapping[Edition, Sidecar]) -> Iterator[Link]:
    """Yield the files of the lead picture, which must exist."""
    image = article.image
    if image is None:
        return
    yield Link("picture", image.file, article.path, image.line, "image.file")
    for sidecar in sidecars.values():
        if sidecar.image is not None and sidecar.image.file:
            line = sidecar.image.line
            yield Link("picture", sidecar.image.file, sidecar.path, line, "image.file")


def _english(
    simple: LeadPicture,
    sidecar: Sidecar,
    report: Report,
    day: datetime.date | None,
    home: str,
) -> LeadPicture:
    words = sidecar.image or ImageWords()
    own = _with(simple, words)
    foreign = tuple(w for w in _WORDS if getattr(simple, w) and not getattr(words, w))
    if sidecar.written:
        line = words.line or 1
        for word in ("alt", "caption"):
            if word in foreign:
                hint = f"add it to `image: {{{word}: …}}`"
                report.warn(
                    sidecar.path, line, f"image.{word}", "the picture has no English one", hint
                )
        for word in ("alt", "caption"):
            if word not in foreign:
                own_word = getattr(words, word)
                said = getattr(simple, word)
                _report_figures(said, own_word, word, sidecar, report, day, home)
    curled = {w: curly(getattr(own, w)) for w in _WORDS if w not in foreign}
    return msgspec.structs.replace(own, foreign=foreign, **curled)


def _report_figures(
    chinese: str,
    english: str,
    word: str,
    sidecar: Sidecar,
    report: Report,
    day: datetime.date | None,
    home: str,
) -> None:
    # Slow to import (a tenth of a second), needed only when an article is processed.
    from generator.figures import verify

    line = sidecar.image.line if sidecar.image else 1
    known = day_for(day, chinese, (sidecar.title, sidecar.body))
    for problem in verify(chinese, english, date=known, home=home):
        # A caption may leave figures out.
        if problem.kind != "missing":
            report.warn(sidecar.path, line, f"image.{word}", problem.message, "correct it")


def _changed(picture: LeadPicture, to: Converter) -> LeadPicture:
    alt, caption = to.text(picture.alt), to.text(picture.caption)
    return LeadPicture(picture.file, alt, caption, to.names(picture.credit))


def _with(picture: LeadPicture, words: ImageWords | None) -> LeadPicture:
    """Return ``picture`` with those of the ``words`` that are not empty."""
    if words is None:
        return picture
    return LeadPicture(
        words.file or picture.file,
        words.alt or picture.alt,
        words.caption or picture.caption,
        words.credit or picture.credit,
    )


def _words(sidecars: Mapping[Edition, Sidecar], edition: Edition) -> ImageWords | None:
    return sidecars[edition].image if edition in sidecars else None


def _report_unused(
    image: Image | None, sidecars: Mapping[Edition, Sidecar], report: Report
) -> None:
    """Report texts of sidecars for a lead picture that the article does not have."""
    for sidecar in sidecars.values():
        if image is None and sidecar.image is not None:
            hint = "add `image: {file: files/…, alt: …}` there, or delete this one"
            report.error(
                sidecar.path, sidecar.image.line, "image", "its article has no picture", hint
            )
