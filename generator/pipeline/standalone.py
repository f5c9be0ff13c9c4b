"""Outputs that belong to no edition: choice, 404, sitemap, robots, assets, editors' files."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path

from generator.pipeline.cards import card_outputs
from generator.pipeline.citydata import city_data_output
from generator.pipeline.companions import companion_outputs
from generator.pipeline.plan import Output, Spec, key_of
from generator.pipeline.press import Press
from generator.render import address
from generator.render.sitemap import Location, robots, sitemaps


def standalone_outputs(
    press: Press, specs: Sequence[Spec], files: Mapping[str, Path]
) -> list[Output]:
    """Every output beside the editions'; ``files`` are those below ``content/files/``."""
    base = press.site.base_url
    choice = partial(_choice, press)
    return [
        Output("index.html", key_of(press.shell, ""), choice, "the choice of edition"),
        Output("404.html", key_of(press.shell, "404"), partial(_missing, press), "the 404 page"),
        Output("robots.txt", press.shell, partial(robots, base), "robots.txt"),
        *_sitemap(press, specs),
        city_data_output(press),
        *companion_outputs(press),
        *card_outputs(press, specs),
        *_assets(press),
        *_files(files),
    ]


def _assets(press: Press) -> list[Output]:
    return [
        Output(f"assets/{asset.name}", asset.name, asset.file.read_bytes, str(asset.file))
        for asset in press.assets.values()
    ]


def _files(files: Mapping[str, Path]) -> list[Output]:
    made = []
    for name, path in files.items():
        stat = path.stat()
        key = key_of(name, stat.st_size, stat.st_mtime_ns)
        made.append(Output(f"files/{name}", key, path.read_bytes, f"content/files/{name}"))
    return made


def _versions(press: Press) -> list[tuple[str, str]]:
    base = press.site.base_url
    editions = [(edition, base + address.folder(edition)) for edition in press.site.editions]
    return [*editions, ("x-default", base)]


def _sitemap(press: Press, specs: Sequence[Spec]) -> list[Output]:
    base = press.site.base_url
    places = [Location(base, "", _versions(press))]
    for spec in specs:
        if spec.indexed:
            places.append(Location(base + spec.address, spec.changed, press.alternates(spec)))
    key = key_of(press.shell, places)
    return [
        Output(name, key_of(key, name), partial(bytes, data), "the sitemap")
        for name, data in sitemaps(places, base).items()
    ]


def _choice(press: Press) -> bytes:
    local = press.locals[press.site.default_edition]
    context = press.edition_context(local, "./") | {
        "kind": "choice",
        "address": "",
        "canonical": press.site.base_url,
        "alternates": _versions(press),
        "editions": list(press.locals.values()),
        "title": local.title,
        "description": local.description,
    }
    return press.templates.render("choice.html", context)


def _missing(press: Press) -> bytes:
    # Served at any depth, so its addresses begin at the host.
    local = press.locals[press.site.default_edition]
    context = press.edition_context(local, press.site.base_path) | {
        "kind": "missing",
        "address": "404.html",
        "editions": list(press.locals.values()),
        "title": local.words["not_found"],
        "description": local.words["not_found_text"],
    }
    return press.templates.render("404.html", context)
