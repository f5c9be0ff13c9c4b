"""Parse XML into a tree with line numbers, with expat from the standard library."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.parsers import expat

ATOM = "http://www.w3.org/2005/Atom"
CONTENT = "http://purl.org/rss/1.0/modules/content/"
SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
XHTML = "http://www.w3.org/1999/xhtml"


@dataclass(slots=True)
class Element:
    """An element: ``name`` is ``{namespace}local`` or ``local``; ``text`` is its own text."""

    name: str
    attributes: dict[str, str]
    line: int
    text: str = ""
    children: list[Element] = field(default_factory=list)

    def all(self, name: str) -> Iterator[Element]:
        """Return the children called ``name``."""
        return (child for child in self.children if child.name == name)

    def first(self, name: str) -> Element | None:
        """Return the first child called ``name``, or ``None``."""
        return next(self.all(name), None)


class XmlError(Exception):
    """The document is not well-formed: the message of expat, and the line."""

    def __init__(self, message: str, line: int) -> None:
        super().__init__(message)
        self.message, self.line = message, line


def read_xml(data: bytes) -> Element:
    """Return the root of the document ``data``. Raises `XmlError` if it is not well-formed.

    Documents that declare entities are refused, since those of a site have none.
    """
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    top = Element("", {}, 0)
    open_elements, texts = [top], [[""]]

    def begin(name: str, attributes: dict[str, str]) -> None:
        named = {_name(key): value for key, value in attributes.items()}
        element = Element(_name(name), named, parser.CurrentLineNumber)
        open_elements[-1].children.append(element)
        open_elements.append(element)
        texts.append([])

    def end(_: str) -> None:
        open_elements.pop().text = "".join(texts.pop())

    def text(data: str) -> None:
        texts[-1].append(data)

    def entity(*_: object) -> None:
        raise XmlError("declares an entity", parser.CurrentLineNumber)

    parser.StartElementHandler = begin
    parser.EndElementHandler = end
    parser.CharacterDataHandler = text
    parser.EntityDeclHandler = entity
    try:
        parser.Parse(data, True)
    except expat.ExpatError as error:
        message = expat.ErrorString(error.code)
        raise XmlError(f"{message}, column {error.offset + 1}", error.lineno) from error
    return top.children[0]


def _name(name: str) -> str:
    """Change expat's ``namespace local`` to ``{namespace}local``."""
    namespace, space, local = name.partition(" ")
    return f"{{{namespace}}}{local}" if space else name
