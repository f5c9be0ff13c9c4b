"""Writes a letter as HTML for mail programs, as plain text, and as an e-mail message."""

from __future__ import annotations

import hashlib
import textwrap
from collections.abc import Callable, Iterator
from datetime import datetime
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from typing import NamedTuple
from urllib.parse import urlsplit

from generator.letters.issue import Issue, Item, shortened
from generator.letters.rules import MAX_BYTES
from generator.pages.shell import Shells
from generator.pipeline.shared import Shared
from generator.words import Words, say

_WIDTH = 72
# The same as in style.css.
_ACCENT = ("#a0231f", "#ef8a80")


class Letter(NamedTuple):
    """A letter. ``left_out`` is the number of articles for which it had no room."""

    html: str
    text: str
    left_out: int


def make_letter(issue: Issue, shared: Shared) -> Letter:
    """The letter of ``issue``. If it is so large that mail programs would cut it off, the oldest
    articles lose their summaries; if that is not enough, the oldest articles are left out."""

    def fits(summaries: int, titles: int) -> bool:
        shown, left_out = shortened(issue, summaries, titles)
        return len(_html(shown, left_out, shared).encode()) <= MAX_BYTES

    count = issue.count
    summaries = _most(count, lambda number: fits(number, count))
    titles = count if summaries else _most(count, lambda number: fits(0, number))
    shown, left_out = shortened(issue, summaries, titles)
    return Letter(
        _html(shown, left_out, shared),
        _text(shown, left_out, shared.local(issue.edition).words),
        left_out,
    )


def _most(count: int, fits: Callable[[int], bool]) -> int:
    """The largest number up to ``count`` for which ``fits`` is true; 0 if there is none."""
    if fits(count):
        return count
    low, high = 0, count
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if fits(middle) else (low, middle)
    return low


def _html(issue: Issue, left_out: int, shared: Shared) -> str:
    import css_inline

    context = shared.tool(Shells).of(issue.edition, shared.site.base_url)
    light, dark = shared.site.accent.light or _ACCENT[0], shared.site.accent.dark or _ACCENT[1]
    context |= {"issue": issue, "left_out": left_out}
    context["second_title"] = shared.local(issue.second).title if issue.second else ""
    context |= {"letter_accent": light, "letter_accent_dark": dark}
    context["styles"] = shared.templates.render("letter/layout.css", context).decode()
    page = shared.templates.render("letter/letter.html", context).decode()
    inliner = css_inline.CSSInliner(
        keep_style_tags=False, keep_at_rules=True, load_remote_stylesheets=False, minify_css=True
    )
    return f"{inliner.inline(page).strip()}\n"


def _text(issue: Issue, left_out: int, words: Words) -> str:
    """The letter as plain text; lines of English are wrapped, lines of Chinese are not."""
    wide = issue.edition != "en"
    lines = [issue.title, say(words, "articles", n=issue.count), issue.url, ""]
    for group in issue.groups:
        name = group.name or words["other_places"]
        under = ("＝" if wide else "=") * len(name)
        lines += ["", f"{name} {group.second}".rstrip(), under, ""]
        for item in group.items:
            lines += [*_article(item, words, wide), ""]
    if left_out:
        lines += ["", say(words, "letter_more", n=left_out), issue.url]
    return "\n".join(lines).rstrip() + "\n"


def _article(item: Item, words: Words, wide: bool) -> Iterator[str]:
    def wrapped(text: str, first: str = "", rest: str = "", *, wide: bool = wide) -> list[str]:
        if wide:
            return [first + text]
        # Chinese has no spaces; broken anywhere, its numbers would be cut (202 / 5年).
        wrapper = textwrap.TextWrapper(
            _WIDTH, initial_indent=first, subsequent_indent=rest, break_long_words=False
        )
        return wrapper.wrap(text)

    beside = item.beside
    yield from wrapped(item.entry.title, "* ", "  ")
    if beside:
        yield from wrapped(beside.entry.title, "  ", "  ", wide=False)
    if item.entry.summary:
        yield from wrapped(item.entry.summary)
    if beside and beside.entry.summary:
        yield from wrapped(beside.entry.summary, wide=False)
    for place, row in enumerate(item.figures):
        said = f"{row.label}{_when(row.period, row.planned, words)}: {row.amount}"
        other = beside.figures[place] if beside else None
        yield from wrapped(f"{said} / {other.label}: {other.amount}" if other else said, "- ")
    yield f"{item.entry.date_text} · {item.entry.source}"
    for note in (item.note, beside.note if beside else ""):
        if note:
            yield f"[{note}]"
    yield item.url
    if beside:
        yield beside.url


def _when(period: str, planned: bool, words: Words) -> str:
    return "".join(
        f" · {one}" for one in (period, words["figure_planned"] if planned else "") if one
    )


def message(
    letter: Letter, issue: Issue, name: str, sender: str, moment: datetime, base_url: str
) -> bytes:
    """The letter as a message (RFC 5322) that mail programs open for sending; the same letter gives
    the same bytes. Without ``sender``, mail programs insert their own."""
    made = EmailMessage(policy=SMTP)
    digest = hashlib.blake2b(f"{letter.html}\0{letter.text}".encode(), digest_size=12).hexdigest()
    made["Subject"] = " ".join(issue.title.split())
    if sender:
        made["From"] = sender
    made["Date"] = format_datetime(moment)
    made["Message-ID"] = f"<{name}.{digest}@{urlsplit(base_url).hostname}>"
    # With this header, Outlook opens the message as a draft.
    made["X-Unsent"] = "1"
    made.set_content(letter.text, cte="base64")
    made.add_alternative(letter.html, subtype="html", cte="base64")
    made["Content-Language"] = ", ".join(filter(None, (issue.edition, issue.second)))
    made.set_boundary(f"=_{digest}")
    return made.as_bytes()
