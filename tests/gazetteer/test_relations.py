"""Changes of a text that leave the cities it is about as they are."""

from __future__ import annotations

from generator.gazetteer import detect
from tests.gazetteer.labelled import hard

LONGEST_TITLE = 50


def _about(text: str, title: str = "") -> set[str]:
    return {match.code for match in detect(text, title=title) if match.subject}


def _titled() -> list[tuple[str, str]]:
    parts = [item.text.partition("\n") for item in hard("plain_a")]
    return [(title, body) for title, _, body in parts if body and len(title) <= LONGEST_TITLE]


def test_a_separate_title_counts_like_a_first_line() -> None:
    texts = _titled()
    assert len(texts) > 80
    for title, body in texts:
        assert _about(body, title) == _about(f"{title}\n{body}"), title
        for match in detect(body, title=title):
            assert all(body[start:end] == words for start, end, words in match.at)


def test_blank_lines_and_indents_change_nothing() -> None:
    for title, body in _titled():
        apart = body.replace("\n", "\r\n\r\n\u3000\u3000")
        assert _about(f"{title}\r\n\r\n\u3000\u3000{apart}") == _about(f"{title}\n{body}"), title
