"""The text of an article for machine translation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.articles.chinese import Chinese
from generator.articles.dating import day_of, days_of_words
from generator.articles.one_script import lines_simplified
from generator.content.article import Article
from generator.gazetteer import Gazetteer
from generator.script import Converter
from generator.summary import extract

if TYPE_CHECKING:
    from generator.english.article import ToTranslate


def to_translate(
    slug: str,
    article: Article,
    text: Chinese,
    length: int,
    home: str,
    hans: Converter,
    gazetteer: Gazetteer,
) -> ToTranslate:
    """Return the text of ``article`` in Simplified. ``length`` is that of an extracted summary,
    ``home`` is the currency of its plain 元 if not the yuan."""
    # Slow to import, needed only when there is something to translate.
    from generator.english.article import ToTranslate
    from generator.english.namesakes import namesakes_in

    extracted = extract(text.paragraphs, length, *days_of_words(article))
    body, image = article.body, article.image
    alt, caption = (image.alt, image.caption) if image else ("", "")
    if text.script == "zh-Hant":
        body, alt, caption = hans.text(body), hans.text(alt), hans.text(caption)
    elif text.blocks != text.original:  # some paragraphs are Traditional
        body = lines_simplified(body, hans)
    return ToTranslate(
        slug,
        text.title,
        text.summary or extracted.text,
        body,
        (alt, caption),
        day_of(article),
        home,
        namesakes_in(f"{text.title}\n{body}", gazetteer),
    )
