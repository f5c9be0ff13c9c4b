"""Find the tags of an HTML document with their lines, fast enough for thousands of pages.

The checks need only start tags, and the text of the few elements with raw text. Therefore one
regular expression in the shape of the HTML standard's tokenizer is enough
(https://html.spec.whatwg.org/multipage/parsing.html#tokenization). It is about four times as fast
as ``html.parser``, and as tolerant of errors as a browser.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from generator.patterns import late_regex

_VALUE = r"""(?:"[^"]*+"|'[^']*+'|[^\s>"'][^\s>]*+|(?=>))"""
_ATTRIBUTE = rf"""[^\s/>=]++(?:\s*+=\s*+{_VALUE})?+"""
_ATTRIBUTES = rf"((?:[\s/]*+{_ATTRIBUTE})*+)[\s/]*+>"
_RAW = "script|style|title|textarea|iframe|xmp|noembed|noframes"
# Elements that checks need even without attributes.
_TELLING = frozenset("h1 h2 h3 h4 h5 h6 html body img area".split())


def _pattern(plain: str) -> re.Pattern[str]:
    """Return a pattern for comments, raw-text elements and start tags; a start tag without
    attributes matches only if its name matches ``plain``."""
    return re.compile(
        r"<(?:!--.*?(?:-->|\Z)"
        rf"|(?=[sStTiIxXnN])((?i:{_RAW}))(?=[\s/>]){_ATTRIBUTES}(.*?)(?:(?i:</\1)(?=[\s/>])|\Z)"
        rf"|((?i:{plain})(?=[\s/>])|[a-zA-Z][^\s/>]*+(?=[\s/]++[^\s/>])){_ATTRIBUTES}"
        r"|([a-zA-Z][^\s/>]*+)(?![\s/]*+>))",
        re.DOTALL,
    )


_TOKEN = _pattern("|".join(sorted(_TELLING)))
_EVERY_TOKEN = _pattern(r"[a-z][^\s/>]*+")
_PAIR = late_regex(r"""([^\s/>=]++)(?:\s*+=\s*+(?:"([^"]*+)"|'([^']*+)'|([^\s>"'][^\s>]*+))?+)?+""")
LANGUAGE = late_regex(r"[a-zA-Z]{2,8}(?:-[a-zA-Z0-9]{1,8})*")  # BCP 47, section 2.1
# Attributes that no check needs; most tags have no others.
_MUTE = frozenset(
    "class lang datetime title dir width height aria-label aria-current aria-hidden".split()
)


class Tag(NamedTuple):
    """A start tag: lowercase name, attributes (the first of a name counts), line from 1.

    ``raw`` is the text of a raw-text element. ``whole`` is False if the document ends inside the
    tag.
    """

    name: str
    attributes: Mapping[str, str]
    line: int
    raw: str = ""
    whole: bool = True


def tags(markup: str, every: bool = False) -> Iterator[Tag]:
    """Yield the start tags of ``markup`` that some check needs, in order.

    Tags without anything to check, such as ``<p class=…>``, are yielded only with ``every``.
    """
    line, seen = 1, 0
    for match in (_EVERY_TOKEN if every else _TOKEN).finditer(markup):
        raw_name, raw_pairs, raw, name, pairs, broken = match.groups()
        if name is None:
            if raw_name is None and broken is None:
                continue
            name, pairs = raw_name or broken, raw_pairs
        elif pairs and not every and _is_mute(pairs) and name.lower() not in _TELLING:
            continue
        at = match.start()
        line += markup.count("\n", seen, at)
        seen = at
        if broken is not None:
            # A browser too stops parsing here.
            yield Tag(broken.lower(), {}, line, whole=False)
            return
        yield Tag(name.lower(), _attributes(pairs) if pairs else {}, line, raw or "")


@lru_cache(maxsize=4096)
def _attributes(pairs: str) -> Mapping[str, str]:
    found: dict[str, str] = {}
    for name, double, single, bare in _PAIR.findall(pairs):
        value = double or single or bare
        found.setdefault(name.lower(), html.unescape(value) if "&" in value else value)
    return found


@lru_cache(maxsize=4096)
def _is_mute(pairs: str) -> bool:
    """Return whether no check needs any of the attributes ``pairs``."""
    found = _attributes(pairs)
    lang = found.get("lang")
    return found.keys() <= _MUTE and (not lang or LANGUAGE.fullmatch(lang) is not None)
