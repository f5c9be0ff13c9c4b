"""Find the article of a page that is only in its scripts, with its details there.

Every site uses other names for it, so it is recognized by its content: the longest text of Chinese
sentences in one value, or in the pieces of a list. If there are several, names of keys and the
page's ``<title>`` decide. Title, date, source and author are in the same object or in an enclosing
one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from html import escape, unescape
from typing import Any
from urllib.parse import unquote

from generator.clean.web.escapes import sound
from generator.clean.web.javascript import parsed, values_of
from generator.clean.web.names import verdict_of
from generator.clean.web.near import Near, beside
from generator.clean.web.text import Element
from generator.patterns import late_regex

_HAN = late_regex("[\u3400-\u9fff]")
_TAG = late_regex(r"<[^>]*>|&[a-z]{2,8};|&#\d+;")
_STOP = late_regex("[。！？；…]")
_ESCAPED = late_regex(r"\\u[4-9][0-9a-fA-F]{3}|%[Ee][4-9]%")
_MARKUP = late_regex(r"(?i)<(?:p|br|div|section|span|article|h[1-6]|strong|figure|img)\b")
_PICTURE = late_regex(r"(?i)^(?:https?:)?//\S+\.(?:jpe?g|png|webp|gif)(?:[?!@]\S*)?$")
# Keys of other texts than the article, whatever their length.
_NOT_TEXT = late_regex(
    r"(?i)summary|abstract|desc|digest|brief|intro|lead$|^abs$|sign|slogan|notice|statement|copy_?right"
    r"|disclaimer|declare|seo|tdk|keyword|share|agreement|privacy|protocol|tips?$|css|style|script"
)
_TEXT = late_regex(r"(?i)content|body|text|article|detail|html|paragraph|section|cnt$|zhengwen")
# Keys for the appearance of a piece, not for its text.
_LOOK = frozenset("type style class color align tag name kind layout id key".split())
_LEAST, _LEAST_NAMED = 80, 40  # Chinese characters
_DEEPEST = 40
_TYPES = late_regex(
    r"(?i)json|^text/(?:html|plain|template|x-\S+)$|^$|javascript|ecmascript|module"
)
_MANY = 20_000  # the maximum number of values of one page that are examined


@dataclass(frozen=True)
class Story:
    """An article in a script: its text as HTML, and its details; ``place`` is the element that
    contains the HTML, if there is one."""

    html: str
    size: int
    near: Near
    place: Element | None = None


@dataclass
class _Found:
    """A text that may be the article: its place, and the weight of its keys."""

    html: str
    size: int
    weight: float
    around: tuple[Any, ...] = ()
    place: Element | None = None


def characters_in_scripts(root: Element) -> int:
    """Return the maximum number of Chinese characters in the scripts of a page, escaped or not."""
    total = 0
    for _, text in _scripts(root):
        total += len(_HAN.findall(text)) + len(_ESCAPED.findall(text))
    return total


def story_in(root: Element, document: str) -> Story | None:
    """Return the article in the scripts of a page; None if there is none.

    ``document`` is the page's ``<title>``. Never raises because of the content of a script.
    """
    found: list[_Found] = []
    pushed: list[Any] = []
    for element, text in _scripts(root):
        if "__next_f" in text:
            pushed.append(values_of(text).get("push"))
            continue
        if len(_HAN.findall(text)) + len(_ESCAPED.findall(text)) < _LEAST_NAMED:
            continue
        seen = _Walk()
        if text.lstrip().startswith("<"):
            seen.place = element
            seen.note(text, ("html",), ())
        else:
            seen.look(values_of(text), (), (), 0)
        found += seen.found
    if pushed:
        seen = _Walk()
        seen.look(_flight(pushed), (), (), 0)
        found += seen.found
    told = [(one, beside(one.around, document)) for one in found]
    best = max(told, key=lambda pair: _worth(*pair), default=None)
    if best is None:
        return None
    one, near = best
    same = [(o, n) for o, n in told if o.html.startswith(one.html[:40]) or n.title == near.title]
    near = near.with_more(n for _, n in same)
    return Story(one.html, one.size, near, one.place)


def _worth(one: _Found, near: Near) -> float:
    return one.size * one.weight * (3 if near.agrees else 1)


def _scripts(root: Element) -> Iterator[tuple[Element, str]]:
    """Yield the content of scripts, and of other elements that only a script displays."""
    for element in root.iter("script", "textarea", "template", "noscript"):
        if element.tag == "script" and not _TYPES.search((element.get("type") or "").strip()):
            continue
        if element.tag in ("template", "noscript"):
            inner = element.text or ""
            yield element, inner if inner.lstrip().startswith("<") else ""
        else:
            inner = element.text or ""
            yield element, unquote(inner) if inner.lstrip()[:3] in ("%7B", "%5B") else inner


@dataclass
class _Walk:
    """Collects the texts in the values of one script."""

    found: list[_Found] = field(default_factory=list)
    seen: int = 0
    place: Element | None = None

    def look(self, value: Any, keys: tuple[str, ...], around: tuple[Any, ...], depth: int) -> None:
        """Note each text in ``value``, which is at ``keys`` inside the objects ``around``."""
        self.seen += 1
        if depth > _DEEPEST or self.seen > _MANY:
            return
        if isinstance(value, str):
            self.text(value, keys, around, depth)
        elif isinstance(value, dict):
            for key, inner in value.items():
                self.look(inner, (*keys, str(key)), (*around, value), depth + 1)
        elif isinstance(value, list):
            pieces = _pieces(value)
            if pieces is not None:
                self.note(pieces[0], keys, around, pieces[1])
            for inner in value:
                self.look(inner, keys, around, depth + 1)

    def text(self, value: str, keys: tuple[str, ...], around: tuple[Any, ...], depth: int) -> None:
        if len(value) < _LEAST_NAMED:
            return
        start = value.lstrip()[:1]
        if start in ("{", "[") and (inner := parsed(value.strip())) is not None:
            self.look(inner, keys, around, depth + 1)
            return
        if start == "%" and value.lstrip()[:3] in ("%7B", "%5B", "%3C"):
            self.text(unquote(value), keys, around, depth + 1)
            return
        self.note(_html(value), keys, around)

    def note(
        self, html: str, keys: tuple[str, ...], around: tuple[Any, ...], main: str = ""
    ) -> None:
        """Add a text if it may be an article; ``main`` is the key of its pieces."""
        html = sound(html)
        plain = _TAG.sub("", html)
        size = len(_HAN.findall(plain))
        key = keys[-1] if keys else ""
        named = bool(_TEXT.search(key) or _TEXT.search(main))
        stops = len(_STOP.findall(plain))
        if size < (_LEAST_NAMED if named else _LEAST) or stops < (1 if named else 2):
            return
        weight = 1.5 if named else 1.0
        if _NOT_TEXT.search(key) or _NOT_TEXT.search(main):
            weight = 0.2
        if any(verdict_of(one) < 0 for one in keys[:-1]):
            weight *= 0.3
        self.found.append(_Found(html, size, weight, around, self.place))


def _html(text: str) -> str:
    """Return a text as HTML: markup unchanged, or unescaped; lines become paragraphs."""
    if text.lstrip().startswith(("&lt;", "&amp;lt;")):
        text = unescape(unescape(text) if text.lstrip().startswith("&amp;") else text)
    if _MARKUP.search(text):
        return text
    lines = re.split(r"\r\n|\r|\n|\u2028|\u2029", text)
    return "".join(f"<p>{escape(line, quote=False)}</p>" for line in lines if line.strip())


def _pieces(items: Sequence[Any]) -> tuple[str, str] | None:
    """Return the HTML of a list whose items are the pieces of one text (paragraphs and pictures),
    and the key of the text in each; None for any other list.

    In a list of other articles or of comments, each text has other Chinese text beside it, such as
    a title or a name.
    """
    leaves = [list(_leaves(item, "", 0)) for item in items]
    sizes: dict[str, int] = {}
    for inner in leaves:
        for key, text in inner:
            sizes[key] = sizes.get(key, 0) + len(_HAN.findall(text))
    main = max(sizes, key=lambda key: sizes[key], default=None)
    if main is None or sizes[main] < _LEAST_NAMED:
        return None
    html: list[str] = []
    texts = 0
    for inner in leaves:
        own = [text for key, text in inner if key == main]
        if any(_HAN.search(text) for text in own):
            others = (k for k, text in inner if k != main and k not in _LOOK and _HAN.search(text))
            if any(others):
                return None
            texts += 1
            html.append(_html("".join(own)))
        else:
            html += _picture(inner)
    return ("".join(html), main) if texts > 1 else None


def _leaves(value: Any, key: str, depth: int) -> Iterator[tuple[str, str]]:
    """Yield each text in a value, with its key."""
    if isinstance(value, str):
        yield key, value
    elif isinstance(value, dict) and depth < 6:
        for name, inner in value.items():
            yield from _leaves(inner, str(name), depth + 1)
    elif isinstance(value, list) and depth < 6:
        for inner in value:
            yield from _leaves(inner, key, depth + 1)


def _picture(leaves: Sequence[tuple[str, str]]) -> list[str]:
    """Return a picture among the pieces as HTML, with the text below it."""
    address = next((text.strip() for _, text in leaves if _PICTURE.match(text.strip())), "")
    if not address:
        return []
    below = next((text for _, text in leaves if _HAN.search(text)), "")
    caption = f"<figcaption>{escape(below, quote=False)}</figcaption>" if below else ""
    return [f'<figure><img src="{escape(address)}">{caption}</figure>']


def _flight(pushed: Sequence[Any]) -> dict[str, Any]:
    """Decode the data that Next.js sends in chunks (``self.__next_f.push([1,"…"])``). Each row is
    an identifier, a colon and JSON, or the letter T, a length in bytes and a text.

    Source: React's Flight protocol, as used by Next.js 13 and later.
    """
    chunks = [one for one in _flat(pushed) if isinstance(one, str)]
    data = "".join(chunks).encode("utf-8", errors="replace")
    rows: dict[str, Any] = {}
    at = 0
    while match := re.match(rb"\n*([0-9a-f]{1,6}):", data[at : at + 16]):
        at += match.end()
        name = match[1].decode("ascii")
        sized = re.match(rb"T([0-9a-f]{1,8}),", data[at : at + 12])
        if sized:
            at += sized.end()
            end = at + int(sized[1], 16)
            rows[name] = data[at:end].decode("utf-8", errors="replace")
        else:
            end = data.find(b"\n", at)
            end = len(data) if end < 0 else end
            text = data[at:end].decode("utf-8", errors="replace")
            rows[name] = parsed(text.lstrip("IHLDE"))
        at = end
    return {name: _resolved(row, rows, 0) for name, row in rows.items() if row is not None}


def _flat(value: Any) -> Iterator[Any]:
    if isinstance(value, Sequence) and not isinstance(value, str):
        for inner in value:
            yield from _flat(inner)
    else:
        yield value


def _resolved(value: Any, rows: dict[str, Any], depth: int) -> Any:
    """Return a value with ``$b`` replaced by the text of the row ``b``."""
    if depth > _DEEPEST:
        return None
    if isinstance(value, str):
        row = rows.get(value[1:]) if value[:1] == "$" else None
        return row if isinstance(row, str) else value
    if isinstance(value, dict):
        return {key: _resolved(inner, rows, depth + 1) for key, inner in value.items()}
    if isinstance(value, list):
        return [_resolved(inner, rows, depth + 1) for inner in value]
    return value
