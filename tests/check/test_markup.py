"""Tags and attributes are read as a browser reads them, even in wrong markup."""

from __future__ import annotations

from html.parser import HTMLParser

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.check.markup import tags
from generator.check.page import read_page

_values = st.text("ab &;<>='\n段落/", max_size=8)
_names = st.sampled_from(["id", "href", "CLASS", "data-x", "aria-label", "on"])
_attributes = st.dictionaries(_names, _values, max_size=3)
_elements = st.tuples(st.sampled_from(["p", "A", "img", "h2", "section"]), _attributes)
_texts = st.text("ab \n>&'\"段", max_size=6)


class Oracle(HTMLParser):
    """The start tags, as the standard library reads them."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str], int]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        pairs = {name: value or "" for name, value in attrs}
        self.found.append((tag, pairs, self.getpos()[0]))


def written(name: str, attributes: dict[str, str], quote: str) -> str:
    """A start tag in HTML."""
    pairs = ""
    for key, value in attributes.items():
        safe = value.replace("&", "&amp;").replace('"', "&quot;").replace("'", "&#39;")
        pairs += f"\n {key} = {quote}{safe}{quote}"
    return f"<{name}{pairs}>"


@settings(max_examples=150, derandomize=True, deadline=None)
@given(st.lists(st.tuples(_elements, _texts), max_size=5), st.sampled_from(["'", '"']))
def test_tags_are_those_of_the_standard_library(
    pieces: list[tuple[tuple[str, dict[str, str]], str]], quote: str
) -> None:
    markup = "".join(written(*element, quote) + text for element, text in pieces)
    oracle = Oracle()
    oracle.feed(markup)
    oracle.close()
    assert [(t.name, dict(t.attributes), t.line) for t in tags(markup, every=True)] == oracle.found


@settings(max_examples=150, derandomize=True, deadline=None)
@given(st.text("<>/='\" \na!-?sScriptmg", max_size=60))
def test_no_markup_is_too_broken_to_be_read(markup: str) -> None:
    page = read_page(f"<!DOCTYPE html>{markup}", "en/")
    assert {problem.path for problem in page.problems} == {"/en/"}
