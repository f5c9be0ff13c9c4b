"""``digest inspect``"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from generator.cli.options import wrong_file
from generator.cli.output import find_site, say_table
from generator.config import Site, load_site
from generator.content.front_matter import split_front_matter
from generator.content.glossary import Glossary, load_glossary
from generator.problem import DigestError, Report, UsageError, shown
from generator.reading import MAX_BYTES, decode, read_text

Found = dict[str, Any]


@click.command()
@click.argument("files", metavar="FILE…", nargs=-1, required=True)
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True
)
@click.pass_context
def command(ctx: click.Context, files: tuple[str, ...], form: str) -> None:
    """Show what the generator finds in a text: segments, figures, terms, cities, names of
    projects and companies, summary.

    FILE is a text or an article; - is standard input. The glossary is that of the site, if
    there is one. With --format json, the output is one line with an object for each file.
    """
    report = Report()
    site, glossary = _site(ctx, report)
    wrong = {name: wrong_file(Path(name)) for name in files if name != "-"}
    sources = [(name, _text(name, report)) for name in files if wrong.get(name) is None]
    for name, text in sources:
        if text is not None:
            found = inspect(text, name, site, glossary)
            if form == "json":
                click.echo(json.dumps(found, ensure_ascii=False))
            else:
                _say(name, found, many=len(files) > 1)
    problems = [problem for problem in wrong.values() if problem is not None]
    if problems:
        raise UsageError([*problems, *report.errors])
    if report.errors:
        raise DigestError(report.errors)


def inspect(text: str, name: str, site: Site | None, glossary: Glossary) -> Found:
    """Return what is found in ``text``, a plain text or an article with front matter, as plain
    data."""
    from generator.english.translator import site_terms
    from generator.entities.suggestions import suggestions
    from generator.figures import Publisher, home_currency
    from generator.gazetteer import detect, load
    from generator.gazetteer.news import source_city
    from generator.markup.document import read as read_markdown
    from generator.markup.nodes import plain_text
    from generator.script import detect_script, to_hans
    from generator.segment import segments
    from generator.statistics.currency import figures_in
    from generator.summary import extract, reference_day

    title, source, address, body, day = _parts(text, name)
    script = detect_script(title + body)
    if script == "zh-Hant":
        change = to_hans({span: span for span in glossary.keep})
        title, source, body = map(change.text, (title, source, body))
    document = read_markdown(body, prose=True)
    prose = [passage.text for piece in document.pieces for passage in piece.passages]
    passages = [[*segments(passage)] for passage in [title, *prose] if passage]
    cut = [segment for passage in passages for segment in passage]
    terms = site_terms(glossary, load())
    paragraphs = [plain_text(block) for block in document.blocks if block.startswith("<p>")]
    limit = site.summary_length("zh-Hans") if site else 120
    words = "\n".join(segment.text for segment in cut)
    cities = detect("\n".join(plain_text(block) for block in document.blocks), source_name=source,
                    title=title)  # fmt: skip
    subjects = [match.code for match in cities if match.subject]
    home = home_currency(words, script, subjects, Publisher(source, address, source_city(source)))
    figures = [
        figure
        for passage in passages
        for figure in figures_in("\n".join(segment.text for segment in passage), home)
    ]
    return {
        "file": name,
        "segments": [{"source": segment.text} for segment in cut if segment.text],
        "figures": [
            {
                "source": figure.source,
                "english": figure.english,
                "value": figure.value,
                "unit": figure.unit,
            }
            for figure in figures
        ],
        "terms": _unique(
            {"source": found.term.source, "english": found.term.english}
            for found in terms.find(words)
        ),
        "cities": [
            {
                "code": match.code,
                "name": match.name,
                "score": round(match.score, 3),
                "subject": match.subject,
                "at": [{"start": start, "end": end, "text": said} for start, end, said in match.at],
            }
            for match in cities
        ],
        "entities": [{"name": one.name, "times": one.times} for one in suggestions(words)],
        "summary": extract(paragraphs, limit, reference_day(paragraphs, day), day).text,
    }


def _unique(found: Any) -> list[Found]:
    return list({item["source"]: item for item in found}.values())


def _parts(text: str, name: str) -> tuple[str, str, str, str, str]:
    """Return title, source, its address, body and date; all but the body are empty without front
    matter, and the date also if it is estimated."""
    if text.startswith("---\n"):
        parts = split_front_matter(text, name, Report())
        if parts is not None:
            fields, body, _ = parts
            source = fields.mapping("source") if fields.is_mapping("source") else None
            written = source.text("name") if source else fields.text("source")
            day = "" if fields.flag("date_estimated", False) else fields.text("date")
            address = source.text("url") if source else ""
            return fields.text("title"), written, address, body, day
    return "", "", "", text, ""


def _site(ctx: click.Context, report: Report) -> tuple[Site | None, Glossary]:
    try:
        folder = ctx.find_object(Path) or find_site(Path.cwd())
    except UsageError:
        return None, Glossary()
    return load_site(folder, report), load_glossary(folder, report)


def _text(name: str, report: Report) -> str | None:
    if name == "-":
        data = sys.stdin.buffer.read(MAX_BYTES + 1)
        if len(data) > MAX_BYTES:
            hint = f"the limit is {MAX_BYTES // 10**6} MB"
            report.error("standard input", message="the text is too large", hint=hint)
            return None
        return decode(data, "standard input", report)
    return read_text(Path(name), name, report)


def _say(name: str, found: Found, *, many: bool) -> None:
    if many:
        click.secho(f"{shown(name)}\n", bold=True)
    rows: Sequence[tuple[str, list[tuple[str, str]]]] = [
        ("segments", [(str(n), s["source"]) for n, s in enumerate(found["segments"], 1)]),
        (
            "figures",
            [
                (
                    f["source"],
                    f"{f['english']}  = {f['value']} {f['unit']}".rstrip()
                    if f["english"]
                    else "not understood",
                )
                for f in found["figures"]
            ],
        ),
        ("terms", [(t["source"], t["english"]) for t in found["terms"]]),
        (
            "cities",
            [
                (
                    f"{c['code']} {c['name']}",
                    f"{c['score']:.2f} {'subject' if c['subject'] else 'mention'}: "
                    + ", ".join(dict.fromkeys(at["text"] for at in c["at"])),
                )
                for c in found["cities"]
            ],
        ),
        ("entities", [(e["name"], str(e["times"])) for e in found["entities"]]),
        ("summary", [("", found["summary"])]),
    ]
    for heading, lines in rows:
        click.secho(heading, bold=True)
        say_table([(f"  {left}", right) for left, right in lines] or [("  –", "")])
