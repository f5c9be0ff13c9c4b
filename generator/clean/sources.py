"""Read a file of any kind as a page for the import: text, HTML, messages, Word."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from html import escape
from importlib.util import find_spec

from generator.clean import covering, mail
from generator.clean.dates import day_in
from generator.clean.docx import read_word
from generator.clean.encoding import Decoded, decode
from generator.clean.files import HTML
from generator.clean.kinds import kind_of
from generator.clean.line_classifier import FOOTNOTE, OUTSIDE, Outline
from generator.clean.plain_text import as_row, narrow, plain, tables_in
from generator.clean.raw_page import RawPage
from generator.clean.seven_bit import needs_taiwan
from generator.patterns import late_regex
from generator.problem import DigestError, Problem
from generator.reading import without_widthless

WORD = "Word"  # stands for the encoding of a Word document
MAX_BYTES = 20_000_000
_HAN = late_regex("[\u4e00-\u9fff]")
_MUCH = 2
NOTE = 80  # the maximum number of Chinese characters in a covering note
HEAD = "date and source"
_MARKUP = late_regex(
    r"(?is)\A\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*"
    r"<(?:!doctype html|html|head|body|meta|div|p)\b"
)
_SPLIT_TAG = late_regex(
    r"(?i)[?\ufffd](/?(?:p|br|div|span|strong|td|li|h[1-6])(?:\s[^<>\n]{0,80})?/?>)"
)
# Zero-width characters, written as HTML entities.
_WIDTHLESS = late_regex(
    r"(?i)&(?:#0*(?:173|8203|8206|8207|8288|65279)|#x0*(?:ad|200b|200e|200f|2060|feff)"
    r"|shy|lrm|rlm|ZeroWidthSpace|NoBreak);"
)


def read_page(name: str, data: bytes) -> RawPage:
    """Read the page in ``data``. Its bytes decide its kind; for HTML, also its name.

    Raises `DigestError` if it is empty or too large, or cannot be imported.
    """
    if len(data) > MAX_BYTES:
        hint = f"the limit is {MAX_BYTES // 10**6} MB"
        raise DigestError(Problem(name, message="the page is too large", hint=hint))
    if not data.strip():
        raise DigestError(Problem(name, message="the file is empty"))
    kind = kind_of(name, data)
    if kind == "word":
        return _from_word(name, data)
    if kind == "message":
        return _from_message(name, data)
    decoded = _decoded(name, data)
    if not decoded.text.strip():
        raise DigestError(Problem(name, message="the file is empty"))
    if name.lower().endswith(HTML) or is_markup(decoded.text):
        return _from_html(name, decoded.text, decoded.encoding)
    return _from_text(name, decoded.text, decoded.encoding)


# The office that issues a document, above its title.
_LETTERHEAD = late_regex(
    r"^(?P<office>[\u4e00-\u9fff（）()]{2,26}(?:政府|办公室|办公厅|委员会|管委会|局|厅|部|委|院|集团|公司|中心|协会))(?:文件)?$"
)


def _decoded(name: str, data: bytes, charset: str = "") -> Decoded:
    """Decode a file or a part of one. Raises `DigestError` if there is no table for its
    encoding."""
    if needs_taiwan(data):
        raise DigestError(
            Problem(
                name,
                message="is in ISO-2022-CN with characters of CNS 11643, which cannot be read",
                hint="open it in a mail program and save its text as UTF-8",
            )
        )
    return decode(data, charset)


def is_markup(text: str) -> bool:
    """Return whether a text begins like HTML."""
    return _MARKUP.match(text) is not None


def _from_html(name: str, markup: str, encoding: str) -> RawPage:
    if find_spec("lxml") is None:
        raise DigestError(
            Problem(
                name,
                message="is HTML, and the package that takes HTML apart is not installed",
                hint='pip install "citydigest[html]"',
            )
        )
    from generator.clean.web.page import read_web_page

    # The damage to a character may have removed the < of the following tag.
    markup = without_widthless(_WIDTHLESS.sub("", markup))
    read = read_web_page(_SPLIT_TAG.sub("?<\\1", markup))
    if read is None:
        raise DigestError(
            Problem(
                name,
                message="no text of an article was found in the HTML, nor in its scripts",
                hint="open it in a browser, wait for the text, and save the page complete"
                " or copy the text into a .txt file",
            )
        )
    return RawPage(
        name,
        narrow("\n".join(read.rows)) + "\n",
        encoding,
        titled=read.titled,
        document=read.document,
        date=day_in(read.date),
        source=read.source,
        author=read.author,
        url=read.url,
        day_in_address=read.day_in_address,
        outline=Outline(read.reasons, read.before, read.behind, read.tables, read.items),
        named_source=read.named_source,
        site=read.site,
        issue=read.issue,
    )


def _from_text(name: str, text: str, encoding: str) -> RawPage:
    """Read plain text; pasted e-mail headers at its top are marked as not part of the article."""
    text = narrow(plain(text))
    lines = text.split("\n")
    head, subject = mail.pasted_head(lines)
    reasons = dict.fromkeys(range(1, head + 1), HEAD)
    if head:
        reasons |= covering.note_lines(lines, reasons)
        subject = covering.headline(_rows(lines, reasons), subject) or subject
    day = day_in("\n".join(lines[:head]))
    tables = tables_in(lines)
    if tables:
        lines = [as_row(row) if n in tables else row for n, row in enumerate(lines, 1)]
    outline = Outline(reasons, tables=tables)
    return RawPage(name, "\n".join(lines), encoding, title=subject, date=day, outline=outline)


def _from_word(name: str, data: bytes) -> RawPage:
    word = read_word(name, data)
    lines = [narrow(without_widthless(line)) for line in word.lines]
    title = narrow(without_widthless(word.title))
    lines = ([title, ""] if title else []) + lines
    shift = len(lines) - len(word.lines)
    notes = range(len(lines) + 1, len(lines) + 1 + len(word.notes))
    lines += map(without_widthless, word.notes)
    # Above the title there may be a letterhead, the document's number, or 新闻通稿.
    above = range(1, min(word.title_lines, default=0))
    head = frozenset(number + shift for number in above if word.lines[number - 1])
    letterhead = (_LETTERHEAD.match(narrow(word.lines[number - 1]).strip()) for number in above)
    return RawPage(
        name,
        "\n".join(lines) + "\n",
        WORD,
        source=next((office["office"] for office in letterhead if office), ""),
        titled=bool(title),
        outline=Outline(
            dict.fromkeys(head, OUTSIDE)
            | dict.fromkeys((number + shift for number in word.title_lines), "title")
            | dict.fromkeys(notes, FOOTNOTE),
            before=head,
            tables={number + shift: table for number, table in word.tables.items()},
        ),
    )


def _from_message(name: str, data: bytes) -> RawPage:
    """Return the article of a saved page or an e-mail: its HTML, its text, or the attached Word
    document if the text is shorter. A message with several documents must be split before
    (`attached.py`)."""
    message = mail.read_message(data)
    read, texts, problems = _parts_of(name, message)
    attached = _attached(name, message, problems)
    if message.documents and attached is None:
        # A covering note is not an article.
        read = [one for one in read if size_of(one) >= NOTE]
    best = read[0] if read else None
    # The HTML of some e-mails only has a greeting; the HTML of a page takes priority over any text.
    if best is not None and (longer := max(read, key=size_of)) in texts:
        best = longer if size_of(longer) > _MUCH * size_of(best) else best
    if attached is not None and (best is None or size_of(attached) > size_of(best)):
        best = attached
    if best is None:
        if problems:
            raise problems[0]
        raise DigestError(
            Problem(
                name,
                message="contains no text of a page or message",
                hint="save the page again, as HTML, or copy its text into a .txt file",
            )
        )
    subject = "" if best == attached else message.subject
    if message.subject and best != attached and not message.url:
        best, subject = _without_note(best, covering.subject_of(subject))
    return replace(
        best,
        url=best.url or message.url,
        title=best.title or subject,
        date=best.date or message.day,
        source=best.source or message.sender,
    )


def _parts_of(
    name: str, message: mail.Message
) -> tuple[list[RawPage], list[RawPage], list[DigestError]]:
    """Return the readable parts of a message, those of them that are plain text, and the errors of
    the others."""
    read: list[RawPage] = []
    texts: list[RawPage] = []
    problems: list[DigestError] = []
    for part in message.parts:
        try:
            decoded = _decoded(name, part.data, part.charset)
            if part.html:
                markup = _titled(decoded.text, message.subject)
                read.append(_from_html(name, markup, decoded.encoding))
            elif decoded.text.strip():
                texts.append(_from_text(name, decoded.text, decoded.encoding))
                read.append(texts[-1])
        except DigestError as error:
            problems.append(error)
    return read, texts, problems


def _attached(name: str, message: mail.Message, problems: list[DigestError]) -> RawPage | None:
    """Return the attached Word document, or ``None``; if it cannot be read, the error is inserted
    as the first of ``problems``."""
    if len({document for _, document in message.documents}) > 1:
        names = ", ".join(title or "one without a name" for title, _ in message.documents)
        raise DigestError(
            Problem(
                name,
                message=f"contains several Word documents: {names}",
                hint="upload it at the desk or use `digest import`, which split it",
            )
        )
    for title, document in message.documents[:1]:
        try:
            return _from_word(name, document)
        except DigestError as error:
            wrong = error.problems[0]
            wrong = replace(wrong, message=f"the attached Word document {title} cannot be read")
            problems.insert(0, DigestError(wrong))
    return None


def _without_note(page: RawPage, subject: str) -> tuple[RawPage, str]:
    """Return the text of an e-mail with its covering note marked, and a title: the first line if it
    is the headline of the text, else the subject."""
    lines, reasons = page.text.split("\n"), dict(page.outline.reasons)
    # HTML without a title has the subject as its first line (`_titled`).
    given = page.titled and covering.is_subject(lines[0], subject)
    if page.titled:
        reasons.setdefault(1, "title")
    reasons |= covering.note_lines(lines, reasons)
    title = covering.headline(_rows(lines, reasons), subject)
    if page.titled and not (given and title):
        if page.outline.reasons.get(1) is None:
            del reasons[1]
        return replace(page, outline=replace(page.outline, reasons=reasons)), subject
    page = replace(page, outline=replace(page.outline, reasons=reasons), titled=False)
    if given:
        page = replace(page, title=title)
    return page, title or page.title or subject


def _rows(lines: Sequence[str], reasons: Mapping[int, str]) -> list[str]:
    """Return the lines of a text that may belong to the article, without blank ones."""
    rows = (line.strip() for number, line in enumerate(lines, 1) if number not in reasons)
    return [row for row in rows if row]


def _titled(markup: str, subject: str) -> str:
    """Return HTML with the subject as its title, if it has no title."""
    if not subject or "<title" in markup.lower():
        return markup
    return f"<title>{escape(subject)}</title>{markup}"


def size_of(page: RawPage) -> int:
    """Return the number of Chinese characters in the lines that may belong to the article."""
    rows = enumerate(page.text.split("\n"), 1)
    return sum(len(_HAN.findall(row)) for n, row in rows if n not in page.outline.reasons)
