"""The publisher of the original of an article, as given in its front matter."""

from __future__ import annotations

from typing import Annotated

import msgspec
from msgspec import Meta

from generator.fields import Fields
from generator.fields.declared import read_declared
from generator.markup.sanitise import is_web_address


class Source(msgspec.Struct, frozen=True):
    """The publisher of the original, its author and its address."""

    name: Annotated[str, Meta(description="who published it", extra={"key": "source.name"})]
    author: Annotated[str, Meta(description="who wrote it", extra={"key": "source.author"})] = ""
    url: Annotated[str, Meta(description="where it can be read", extra={"key": "source.url"})] = ""


def read_source(fields: Fields) -> Source:
    """Return the ``source`` of an article's front matter; errors are reported."""
    if "source" in fields and not fields.is_mapping("source"):
        return Source(fields.text("source", required=True))
    inner = fields.mapping("source", "add `source: {name: …}`")
    if inner is None:
        return Source("")
    source = Source(**read_declared(Source, inner, {}))
    if source.url and not is_web_address(source.url):
        hint = "http:// or https://"
        if source.url.startswith(("http://", "https://")) and " " in source.url:
            hint = "it contains a space: copy it from the address bar of a browser"
        inner.error("url", f'"{source.url}" is not a web address', hint)
    inner.finish()
    return source
