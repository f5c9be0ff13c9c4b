"""The board: every article with its state, and the tasks that need a person first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urlencode

from starlette.responses import Response

from generator import gazetteer
from generator.config import Edition
from generator.desk import places
from generator.desk.articles import ArticleRow, now_seconds
from generator.desk.call import Call
from generator.desk.inbox import waiting
from generator.desk.page import Page, get
from generator.problem import Problem
from generator.render import place_names

SHOWN = 100
SORTS = ("date", "title", "city", "english", "problems")
# The states of English from unfinished to finished, for sorting.
_ORDER = ("broken", "none", "draft", "stale", "machine", "reviewed")


@dataclass(frozen=True)
class Query:
    """The filters of the board; an empty one does not restrict anything."""

    state: str = ""
    city: str = ""
    topic: str = ""
    month: str = ""
    text: str = ""
    sort: str = ""
    page: int = 1

    def address(self, **changes: Any) -> str:
        """The address of the board with some filters changed."""
        chosen = replace(self, **{"page": 1, **changes})
        names = {"state": "state", "city": "city", "topic": "topic", "month": "month"}
        values: dict[str, object] = {key: getattr(chosen, name) for key, name in names.items()}
        values |= {"q": chosen.text, "sort": chosen.sort}
        values["page"] = chosen.page if chosen.page > 1 else ""
        found = urlencode({key: value for key, value in values.items() if value})
        return f"/?{found}" if found else "/"


Test = Callable[[ArticleRow, float], bool]


def _english(state: str) -> Test:
    return lambda row, now: row.states.get("en") == state


STATES: Mapping[str, Test] = {
    "broken": lambda row, now: row.errors > 0,
    "flagged": lambda row, now: row.flags > 0,
    "stale": _english("stale"),
    "doubtful": lambda row, now: _warned(row),
    "half": _english("draft"),
    "machine": _english("machine"),
    "none": _english("none"),
    "draft": lambda row, now: row.draft,
    "scheduled": lambda row, now: not row.draft and row.scheduled(now),
    "reviewed": _english("reviewed"),
}
# The tasks that need a person, the most urgent first, with the style of each.
STEPS: Mapping[str, str] = {
    "broken": "bad", "flagged": "warn", "stale": "warn", "doubtful": "warn", "inbox": "info",
    "half": "info", "machine": "info", "none": "info", "draft": "info", "scheduled": "",
}  # fmt: skip


def _warned(row: ArticleRow) -> bool:
    """Whether there is a warning that no other task counts."""
    return any(_is_doubt(problem) for problem in row.problems) and not row.flags


def _is_doubt(problem: Problem) -> bool:
    return problem.severity == "warning" and not problem.grave and problem.field != "source_hash"


@dataclass(frozen=True)
class Step:
    """A task: the number of articles that need it, and the place of the first."""

    name: str
    kind: str
    number: int
    address: str
    title: str = ""
    place: str = ""


def steps(call: Call, rows: Sequence[ArticleRow], query: Query, now: float) -> list[Step]:
    """The tasks, in order; those without articles are left out."""
    found = []
    general = [p for p in call.desk.articles.problems if _is_general(p)]
    if general:
        place = places.place_of(general[0])
        found.append(
            Step("general", "bad", len(general), "/publish", call.messages.line(general[0]), place)
        )
    raw = waiting(call.desk)
    for name, kind in STEPS.items():
        if name == "inbox":
            found += [Step(name, kind, raw, "/import")] if raw else []
            continue
        some = [row for row in rows if STATES[name](row, now)]
        if some:
            first, address = some[0], query.address(state=name)
            where = place_of(first, name)
            found.append(Step(name, kind, len(some), address, first.title, where))
    return found


def _is_general(problem: Problem) -> bool:
    """Whether an error is not in an article, but in the settings, the glossary, or an own page."""
    mine = problem.path.startswith("content/articles/")
    return not mine and (problem.severity == "error" or problem.grave)


def place_of(row: ArticleRow, state: str) -> str:
    """The page on which to do the task ``state`` for an article."""
    wanted: Callable[[Problem], bool] | None = {
        "broken": lambda p: p.severity == "error" or p.grave,
        "flagged": lambda p: p.path == row.english and _is_doubt(p),
        "doubtful": _is_doubt,
    }.get(state)
    if wanted:
        found = [place for p in row.problems if wanted(p) and (place := places.place_of(p))]
        if found:
            return found[0]
    if state in ("flagged", "stale", "half", "machine", "none", "reviewed", "doubtful"):
        return places.review(row.slug)
    return places.article(row.slug)


def asked(call: Call) -> Query:
    """The filters in the query string; unknown values are ignored."""
    state, sort = call.query("state"), call.query("sort")
    plain = sort.removeprefix("-") in SORTS
    return Query(
        state=state if state in STATES else "",
        city=call.query("city"),
        topic=call.query("topic"),
        month=call.query("month"),
        text=call.query("q").strip(),
        sort=sort if plain else "",
        page=min(call.number("page"), 100_000) or 1,
    )


def chosen(rows: Sequence[ArticleRow], query: Query, now: float) -> list[ArticleRow]:
    """The rows that match ``query``, in its order."""
    words = query.text.casefold().split()
    test = STATES.get(query.state)
    found = [
        row
        for row in rows
        if (test is None or test(row, now))
        and (not query.city or query.city in row.cities)
        and (not query.topic or query.topic in row.topics)
        and (not query.month or row.date.startswith(query.month))
        and all(word in row.search for word in words)
    ]
    name = query.sort.removeprefix("-")
    keys: Mapping[str, Callable[[ArticleRow], Any]] = {
        "date": lambda row: row.instant,
        "title": lambda row: row.title.casefold(),
        "city": lambda row: (not row.cities, _city_key(row)),
        "english": lambda row: _rank(row.states.get("en", "none")),
        "problems": lambda row: -len(row.problems),
    }
    if name:
        found.sort(key=keys[name], reverse=query.sort.startswith("-"))
    return found


def _rank(state: str) -> int:
    return _ORDER.index(state) if state in _ORDER else len(_ORDER)


def _city_key(row: ArticleRow) -> str:
    place = gazetteer.load().by_code(row.cities[0]) if row.cities else None
    return place.slug if place else ""


def city_name(code: str, language: Edition) -> str:
    """The name of a city in the desk's language."""
    place = gazetteer.load().by_code(code)
    if place is None:
        return code
    return place_names.listed(place, language, gazetteer.load())


def topic_names(call: Call) -> dict[str, str]:
    """The names of topics in the desk's language, by slug."""
    site = call.desk.articles.site
    return {
        topic.slug: topic.name.en or topic.id if call.language == "en" else topic.id
        for topic in (site.topics if site else ())
    }


def show(call: Call) -> Response:
    """The board, or only its table if a script requests it."""
    query, rows, now = asked(call), call.desk.articles.rows, now_seconds()
    found = chosen(rows, query, now)
    last = max(1, -(-len(found) // SHOWN))
    page = min(query.page, last)
    language = call.language
    context: dict[str, Any] = {
        "query": replace(query, page=page),
        "rows": found[(page - 1) * SHOWN : page * SHOWN],
        "found": len(found),
        "last": last,
        "now": now,
        "topics": topic_names(call),
        "city_name": lambda code: city_name(code, language),
        "editions": call.desk.articles.site.editions if call.desk.articles.site else (),
        "place": place_of,
    }
    if call.query("part") == "table":
        return call.fragment("board_table.html", **context)
    cities = Counter(code for row in rows for code in row.cities)
    named = sorted((city_name(code, language), code, n) for code, n in cities.items())
    months = Counter(row.date[:7] for row in rows if row.date)
    return call.show(
        "board.html",
        title="board_title",
        steps=steps(call, rows, query, now),
        all_states=[name for name in STATES if any(STATES[name](row, now) for row in rows)],
        cities=named,
        months=sorted(months.items(), reverse=True),
        total=len(rows),
        ready=call.desk.articles.ready,
        **context,
    )


PAGE = Page(name="board", path="/", rank=10, routes=(get("/", show),))
