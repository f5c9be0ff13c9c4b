"""An article as its form shows it, divided into front matter and text, and checked before it is
saved."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from generator.articles.chinese import read_chinese
from generator.articles.document import ProcessedArticle
from generator.config.editions import EDITIONS
from generator.content.article import Article, read_article
from generator.content.folder import ARTICLES
from generator.content.front_matter import end_of_front_matter
from generator.desk import places
from generator.desk.absent import no_such_article
from generator.desk.answers import answered
from generator.desk.dead_links import dead_links
from generator.desk.desk import Desk
from generator.desk.forms import Input, inputs, key_of
from generator.desk.messages import Messages
from generator.desk.summaries import extracted
from generator.desk.workbench import Workbench, bundle_of
from generator.fields.keys import root_of
from generator.gazetteer import Gazetteer, detect
from generator.markup.nodes import plain_text
from generator.problem import Problem, Report
from generator.render.periods import period_of
from generator.render.place_names import listed
from generator.statistics import Finding
from generator.statistics.spans import time_of

# The most cities that are offered while a name is typed.
_OFFERED = 8


@dataclass(frozen=True)
class Draft:
    """A file in two parts: ``head``, the front matter with its delimiters and the blank lines after
    it, and ``body``.

    ``fields`` are those of the form; empty if the front matter cannot be parsed.
    """

    head: str
    body: str
    fields: tuple[Input, ...]

    @property
    def text(self) -> str:
        """The whole file."""
        return self.head + self.body.rstrip() + "\n"

    @property
    def title(self) -> str:
        """The title in the form; empty if the front matter cannot be parsed."""
        return next((field.value for field in self.fields if field.key == "title"), "")

    @property
    def body_line(self) -> int:
        """The line of the file on which the body begins."""
        return self.head.count("\n") + 1


def draft_of(text: str) -> Draft:
    """Divide the ``text`` of a file into its parts."""
    rows = text.split("\n")
    end = end_of_front_matter(rows)
    if not end:
        return Draft("", text, ())
    start = end + 1
    while start < len(rows) and not rows[start].strip():
        start += 1
    head = "\n".join(rows[:start]) + "\n"
    return Draft(head, "\n".join(rows[start:]).rstrip("\n"), _fields(head))


def _inner(head: str) -> tuple[str, str, str]:
    rows = head.split("\n")
    end = end_of_front_matter(rows)
    return rows[0], "\n".join(rows[1:end]), "\n".join(rows[end:])


def _fields(head: str) -> tuple[Input, ...]:
    inner = _inner(head)[1]
    return inputs(Article, inner) if root_of(inner) is not None else ()


def filled(
    head: str, body: str, answers: Mapping[str, Sequence[str]], path: str
) -> tuple[Draft, list[Problem]]:
    """The draft that results from a form: ``head`` as it was shown, changed by the answers. Also
    returns the problems of answers that cannot be written."""
    head, body = (part.replace("\r\n", "\n").replace("\r", "\n") for part in (head, body))
    if not end_of_front_matter(head.split("\n")):
        return Draft(head, body, ()), []
    opening, inner, closing = _inner(head)
    if root_of(inner) is None:
        return Draft(head, body, ()), []
    made, problems = answered(inputs(Article, inner), answers, inner, path)
    whole = f"{opening}\n{made.rstrip()}\n{closing}" if made.strip() else f"{opening}\n{closing}"
    return Draft(whole, body, inputs(Article, made)), problems


def path_of(desk: Desk, slug: str) -> str:
    """The path of an article's file. Raises `DigestError` if there is none."""
    row = desk.articles.get(slug)
    if row is not None and (desk.root / row.path).is_file():
        return row.path
    usual = f"{ARTICLES}/{slug}.md"
    if (desk.root / usual).is_file():
        return usual
    for file in sorted((desk.root / ARTICLES).rglob("*.md")):
        if file.name == f"{slug}.md":
            return file.relative_to(desk.root).as_posix()
    raise no_such_article(usual)


def processed(
    desk: Desk, slug: str, path: str, text: str, *, forgiving: bool = False
) -> ProcessedArticle:
    """What the build would make of the article if ``text`` were saved as its Chinese. With
    ``forgiving``, a text with errors is processed, too."""
    processor, _ = desk.part(Workbench).tools(desk.root)
    machine = desk.last_build.machine(slug) if desk.last_build else None
    return processor.with_texts({path: text}, forgiving=forgiving)(
        bundle_of(desk.root, slug, path), machine
    )


def findings_in(
    desk: Desk, slug: str, path: str, draft: Draft, made: ProcessedArticle, messages: Messages
) -> dict[str, Any]:
    """The problems of a draft, each with its place and in the language of ``messages``, and what
    the program finds in it. ``made`` is the result of `processed`."""
    gazetteer = desk.part(Workbench).tools(desk.root)[0].gazetteer
    figures = [
        {
            "of": _told_of(gazetteer, figure.finding),
            "source": figure.finding.source,
            "english": figure.finding.english,
        }
        for figure in (made.meta.figures if made.meta else ())
    ]
    problems = [*made.problems, *dead_links(desk, slug, made)]
    return {
        "problems": [_told(problem, path, draft, messages) for problem in problems],
        "figures": figures,
        **_found(desk, path, draft),
    }


def _told_of(gazetteer: Gazetteer, found: Finding) -> str:
    """What is published of a figure besides its amount: its city, its county, its time and what it
    measures, as far as they are known."""
    county = gazetteer.by_code(found.place) if found.place else None
    named = (
        _name(gazetteer, found.city) if found.city else "",
        county.hans if county else "",
        period_of(time_of(found), "zh-Hans"),
        found.term,
    )
    return " · ".join(filter(None, named))


def _told(problem: Problem, path: str, draft: Draft, messages: Messages) -> dict[str, Any]:
    told = messages.told(problem)
    here = problem.path == path
    in_body = here and problem.line >= draft.body_line
    return {
        "error": problem.severity == "error" or problem.grave,
        "field": told.field,
        "key": key_of(draft.fields, problem.field) if here and not in_body else "",
        "line": problem.line - draft.body_line + 1 if in_body else 0,
        "text": told.text,
        "lang": told.lang,
        "path": "" if here else problem.path,
        "place": "" if here else places.place_of(problem),
    }


def _found(desk: Desk, path: str, draft: Draft) -> dict[str, Any]:
    """The cities and the summary that the program finds in the text."""
    processor, _ = desk.part(Workbench).tools(desk.root)
    article = read_article(draft.text, path, Report())
    if article is None or not article.body.strip():
        return {"cities": [], "mentions": [], "summary": ""}
    chinese = read_chinese(article, processor.hans, Report())
    text = "\n".join(map(plain_text, chinese.blocks))
    matches = detect(text, source_name=article.source.name, title=chinese.title)
    gazetteer = processor.gazetteer
    return {
        "cities": [_name(gazetteer, m.code) for m in matches if m.subject],
        "mentions": [_name(gazetteer, m.code) for m in matches if not m.subject],
        "summary": extracted(processor, article, chinese),
    }


def _name(gazetteer: Gazetteer, code: str) -> str:
    """The name of a city for front matter: its short name, or its code if that name is
    ambiguous."""
    place = gazetteer.by_code(code)
    if place is None:
        return code
    found = gazetteer.find(place.short)
    return place.short if found is not None and found.code == code else place.code


def completions(gazetteer: Gazetteer, typed: str) -> list[dict[str, str]]:
    """Cities of which a name in either script, pinyin or English begins with ``typed``."""
    wanted = "".join(typed.casefold().split()).replace("'", "")
    if not wanted:
        return []
    found = []
    for city in gazetteer.cities():
        names = (city.hans, city.hant, city.short, city.short_hant, city.slug, city.short_english)
        plain = ["".join(name.casefold().replace("'", "").split()) for name in names]
        if any(name.startswith(wanted) for name in plain):
            label = " · ".join(dict.fromkeys(listed(city, one, gazetteer) for one in EDITIONS))
            found.append((wanted not in plain, len(city.slug), city.code, label))
    return [
        {"name": _name(gazetteer, code), "label": label}
        for *_, code, label in sorted(found)[:_OFFERED]
    ]
