"""The desk as a web application: the routes of its pages and of the shell, behind the guard."""

from __future__ import annotations

import sys
from collections.abc import Awaitable, Callable
from dataclasses import replace
from importlib.resources import files
from pathlib import Path

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.routing import BaseRoute
from starlette.routing import Route as Served
from starlette.types import ASGIApp, Receive, Scope, Send

from generator.desk import shell
from generator.desk.absent import AbsentError
from generator.desk.call import Call, read_json
from generator.desk.desk import Desk
from generator.desk.guard import Guard
from generator.desk.language import language_of
from generator.desk.page import Route
from generator.problem import DigestError, failure
from generator.serve.sending import open_file, send_file

ASSETS = Path(str(files("generator.desk"))) / "assets"


def desk_app(desk: Desk, port: int) -> ASGIApp:
    """The application of ``desk``, served at ``port`` of 127.0.0.1."""
    routes: list[BaseRoute] = [
        Served("/-/events", _events(desk)),
        Served("/-/assets/{name}", _asset),
    ]
    for route in (*shell.ROUTES, *(route for page in desk.pages for route in page.routes)):
        routes.append(_served(desk, route))
    app = Starlette(routes=routes, exception_handlers={404: _missing(desk), 405: _missing(desk)})

    def say(request: Request, text: str) -> str:
        return desk.vocabulary.messages(language_of(request)).say(text).text

    return Guard(app, port, desk.token, desk.preview_address.rstrip("/"), say)


class ByPort:
    """Serves two applications on two ports with one server; to a browser, each is its own
    origin."""

    def __init__(self, apps: dict[int, ASGIApp]) -> None:
        self._apps = apps

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await self._apps[scope["server"][1]](scope, receive, send)


def _served(desk: Desk, route: Route) -> BaseRoute:
    async def answer(request: Request) -> Response:
        call = Call(desk, request, language_of(request), news=desk.events.news)
        try:
            if request.method == "POST":
                call = await _with_body(call)
            found = await run_in_threadpool(route.handler, call)
        except AbsentError as error:
            if request.method == "GET" and not call.wants_json:
                found = await _missing(desk)(request, error)
            else:
                found = await run_in_threadpool(call.problems, error.problems)
        except DigestError as error:
            found = await run_in_threadpool(call.problems, error.problems)
        except Exception as error:
            told = failure(request.url.path, error)
            print(f"error: {told}", file=sys.stderr)
            found = await run_in_threadpool(call.problems, [told], 500)
        finally:
            await call.form.close()
        found.headers.setdefault("Cache-Control", "no-store")
        return found

    return Served(route.path, answer, methods=[route.method])


async def _with_body(call: Call) -> Call:
    request = call.request
    kind = request.headers.get("Content-Type", "")
    if kind.startswith("application/json"):
        data = read_json(await request.body())
        return replace(call, data=data)
    form = await request.form(max_files=1000, max_fields=5000, max_part_size=8_000_000)
    return replace(call, form=form)


def _events(desk: Desk) -> Callable[[Request], Awaitable[Response]]:
    async def events(request: Request) -> Response:
        headers = {"Cache-Control": "no-store"}
        return StreamingResponse(
            desk.events.stream(), media_type="text/event-stream", headers=headers
        )

    return events


async def _asset(request: Request) -> Response:
    name = request.path_params["name"]
    file = ASSETS / name
    found = open_file(file) if file.parent == ASSETS and not name.startswith(".") else None
    if found is None:
        raise HTTPException(404)
    headers = {"Cache-Control": "no-cache"}
    return send_file(found, name, None, headers, body=request.method != "HEAD")


def _missing(desk: Desk) -> Callable[[Request, Exception], Awaitable[Response]]:
    async def missing(request: Request, error: Exception) -> Response:
        call = Call(desk, request, language_of(request), news=desk.events.news)
        return await run_in_threadpool(call.show, "missing.html", title="desk_missing", status=404)

    return missing
