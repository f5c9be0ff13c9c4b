"""The setting ``topics``."""

from __future__ import annotations

import re

import msgspec

from generator.config.editions import Edition
from generator.config.local import LocalText
from generator.fields import Fields
from generator.portable import is_reserved, is_slug, reserved_fault


class Topic(msgspec.Struct, frozen=True):
    """A topic. ``id`` is its name in Simplified Chinese, by which articles refer to it."""

    id: str
    slug: str
    name: LocalText


def read_topics(fields: Fields, editions: tuple[Edition, ...]) -> tuple[Topic, ...]:
    """Return the topics in the order of the file. Problems are reported; a topic whose slug is
    invalid is left out."""
    topics: list[Topic] = []
    slugs: dict[str, str] = {}
    inner = fields.mapping("topics")
    if inner is None:
        return ()
    for name in inner.names():
        topic = _topic(inner, name, editions)
        if topic is None:
            continue
        if topic.slug in slugs:
            inner.error(
                name, f'has the same slug "{topic.slug}" as "{slugs[topic.slug]}"', "add `slug:`"
            )
        slugs[topic.slug] = name
        topics.append(topic)
    return tuple(topics)


def _topic(topics: Fields, name: str, editions: tuple[Edition, ...]) -> Topic | None:
    hant = slug = ""
    if topics.is_mapping(name):
        inner = topics.mapping(name)
        if inner is None:
            return None
        english = inner.text("en", required="en" in editions)
        hant, slug = inner.text("zh-Hant"), inner.text("slug")
        inner.finish()
    else:
        english = topics.text(name, required="en" in editions)
    slug = slug or re.sub(r"[^a-z0-9]+", "-", english.lower()).strip("-")
    if is_reserved(slug):
        topics.error(name, *reserved_fault(slug, "add another `slug:`"))
        return None
    if not is_slug(slug):
        topics.error(name, f'"{slug}" is not a valid slug', "add `slug:` of a–z, 0–9 and hyphens")
        return None
    return Topic(name, slug, LocalText(name, hant, english or name))
