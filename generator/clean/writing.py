"""An imported article as a Markdown file with front matter."""

from __future__ import annotations

import hashlib
from pathlib import Path

from generator.clean.importer import Imported
from generator.config.load import is_slug
from generator.content.slug import slug_of
from generator.fields import scalar
from generator.problem import DigestError, Problem
from generator.writing import write_whole


def file_name(imported: Imported, slug: str = "") -> str:
    """``<slug>.md``: the slug asked for, else the date with the title's pinyin or a hash."""
    if slug:
        if not is_slug(slug):
            message = f'"{slug}" cannot be used in an address'
            raise DigestError(
                Problem(
                    imported.file,
                    field="slug",
                    message=message,
                    hint="use a–z, 0–9 and hyphens in --slug",
                )
            )
        return f"{slug}.md"
    name = slug_of(imported.title) or hashlib.sha256(imported.title.encode()).hexdigest()[:10]
    return f"{imported.date}-{name}.md"


def markdown(imported: Imported, *, draft: bool = True) -> str:
    """The whole file, a draft or not; cities are left to be detected by the build."""
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
    if draft:
        lines.append("draft: true")
    return "\n".join([*lines, "---", "", imported.body, ""])


def write(file: Path, text: str, *, force: bool) -> None:
    """Write a file whole or not at all; an existing one only with ``force``."""
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
        message = f"cannot be written: {error.strerror or error}"
        raise DigestError(Problem(str(file), message=message)) from None
