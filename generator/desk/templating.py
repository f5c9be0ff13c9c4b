"""The templates of the desk, and the variables that all of them get."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

import jinja2

from generator.desk import places
from generator.desk.call import Call
from generator.desk.language import LANGUAGES, THEMES, theme_of
from generator.words import say

if TYPE_CHECKING:
    from generator.desk.page import Page

FOLDER = Path(str(files("generator.desk"))) / "templates"


class DeskTemplates:
    """Renders the templates of ``templates/``; all values are escaped.

    Variables of every template include ``t(key, …)``, ``call``, ``language``, ``token``, ``nav``,
    ``places``, ``site`` and ``preview`` (the address of the preview, with ``/`` at the end).
    """

    def __init__(self) -> None:
        self._environment = jinja2.Environment(
            loader=jinja2.FileSystemLoader(str(FOLDER)),
            autoescape=True,
            undefined=jinja2.StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._environment.globals |= {
            "places": places,
            "place_of": places.place_of,
            "is_error": lambda problem: problem.severity == "error" or problem.grave,
            "languages": LANGUAGES,
            "themes": THEMES,
            "local_time": local_time,
        }

        self._environment.filters["dict_with"] = lambda known, more: {
            key: value for key, value in {**known, **more}.items() if value
        }

    def render(self, call: Call, template: str, context: Mapping[str, Any]) -> str:
        """Render ``template`` with ``context`` and the common variables."""
        words = call.words
        said = call.query("said")
        return self._environment.get_template(template).render(
            t=lambda key, **values: say(words, key, **values),
            call=call,
            words=words,
            told=call.messages.told,
            say=call.messages.say,
            language=call.language,
            theme=theme_of(call.request),
            token=call.desk.token,
            nav=_navigation(call),
            site=call.desk.articles.site,
            preview=call.desk.preview_address,
            said=words.get(said, "") if "{" not in words.get(said, "") else "",
            here=call.request.url.path,
            **context,
        )


def _navigation(call: Call) -> list[tuple[Page, bool, int]]:
    """The pages of the navigation: (page, whether it is shown now, number beside it)."""
    path = call.request.url.path
    shown = [page for page in call.desk.pages if page.rank]
    return [(page, _is_here(page, path), page.count(call) if page.count else 0) for page in shown]


def _is_here(page: Page, path: str) -> bool:
    return path == page.path if page.path == "/" else path.startswith(page.path)


def local_time(moment: str) -> str:
    """A time in ISO 8601 in the time zone of this machine, to the minute."""
    return datetime.fromisoformat(moment).astimezone().strftime("%Y-%m-%d %H:%M")
