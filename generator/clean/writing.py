"""Write an imported article as a Markdown file with front matter."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from pathlib import Path

from generator.clean.importer import Imported
from generator.clean.line_classifier import Image
from generator.clean.photo_credits import parted
from generator.content.slug import slug_of, slug_of_name
from generator.fields import scalar
from generator.portable import is_slug, slug_fault
from generator.problem import DigestError, Problem, cannot_write
from generator.writing import write_whole

_MOST_PICTURES = 20


def file_name(imported: Imported, slug: str = "", folder: Path | None = None) -> str:
    """Return the file name ``<slug>.md``: with the given slug, else the date and the title in
    pinyin or a hash.

    If ``folder`` has a file with the name that an earlier version of the program would have given,
    that name is returned, so that a repeated import updates the same article at the same address.
    Raises `DigestError` if the slug is invalid.
    """
    if slug:
        if not is_slug(slug):
            message, hint = slug_fault(slug, "use a–z, 0–9 and hyphens in --slug")
            raise DigestError(Problem(imported.file, field="slug", message=message, hint=hint))
        return f"{slug}.md"
    name = slug_of(imported.title) or hashlib.sha256(imported.title.encode()).hexdigest()[:10]
    name = f"{imported.date}-{name}.md"
    if folder is not None and not (folder / name).exists():
        earlier = f"{imported.date}-{slug_of_name(imported.title)}.md"
        if (folder / earlier).exists():
            return earlier
    return name


def markdown(imported: Imported, *, draft: bool = True) -> str:
    """Return the text of the file. Cities are only written if an editor has named them; otherwise
    the build detects them."""
    source = imported.source
    lines = ["---", f"title: {scalar(imported.title)}", f"date: {imported.date}", "source:"]
    lines.append(f"  name: {scalar(source.name)}")
    if source.author:
        lines.append(f"  author: {scalar(source.author)}")
    if source.url:
        lines.append(f"  url: {scalar(source.url)}")
    if imported.credits:
        lines.append("credits:")
        lines += [f"  - {scalar(credit)}" for credit in imported.credits]
    for key, names in (("cities", imported.named_cities), ("topics", imported.topics)):
        if names:
            lines += [f"{key}:", *(f"  - {scalar(name)}" for name in names)]
    if imported.lang:
        lines.append(f"lang: {imported.lang}")
    if draft:
        lines.append("draft: true")
    lines += picture_lines(imported.images)
    return "\n".join([*lines, "---", "", imported.body, ""])


def picture_lines(images: Sequence[Image]) -> Iterator[str]:
    """Yield the pictures of a page as comments in the front matter, for an editor to complete. An
    import copies no pictures, since their rights must be checked first."""
    found = list(dict.fromkeys(images))[:_MOST_PICTURES]
    if not found:
        return
    first, *rest = ((one.url, *parted(one.caption)) for one in found)
    url, caption, credit = first
    yield "# A picture of the page. If you may use it, save it in content/files/, name it here with"
    yield "# what it shows, and take the # and the space from these lines."
    yield "# image:"
    yield f"#   file: files/NAME{f'  # {url}' if url else ''}"
    yield "#   alt:"
    yield f"#   caption: {scalar(caption)}" if caption else "#   caption:"
    yield f"#   credit: {scalar(credit)}" if credit else "#   credit:"
    if rest:
        yield "# More of them; one in the text is a line of its own:"
    for url, caption, credit in rest:
        title = " | ".join(filter(None, (caption, credit))).replace('"', "”")
        quoted = f' "{title}"' if title else ""
        yield f"# ![ALT](files/NAME{quoted}){f'  {url}' if url else ''}"


def write(file: Path, text: str, *, force: bool) -> None:
    """Write a file atomically. Raises `DigestError` if it exists and ``force`` is not set, or if it
    cannot be written."""
    if file.exists() and not force:
        raise DigestError(
            Problem(
                str(file),
                message="already exists",
                hint="use --force to overwrite it, or --slug for another name",
            )
        )
    try:
        write_whole(file, text)
    except OSError as error:
        raise cannot_write(error, str(file)) from None
