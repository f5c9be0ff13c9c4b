"""The extracted summary of an article that has none of its own."""

from __future__ import annotations

from generator.articles.chinese import Chinese
from generator.articles.dating import days_of_words
from generator.articles.document import ArticleProcessor
from generator.content.article import Article
from generator.summary import extract


def extracted(processor: ArticleProcessor, article: Article, chinese: Chinese) -> str:
    """The summary extracted from the text of ``article``, in the script of its author."""
    length = processor.site.summary_length("zh-Hans")
    summary = extract(chinese.paragraphs, length, *days_of_words(article)).text
    return processor.hant.text(summary) if chinese.script == "zh-Hant" else summary
