"""``/cities.json``: the city index as data, documented in ``docs/cities.md``."""

from __future__ import annotations

import json
from functools import partial
from typing import Any

from generator.gazetteer import Place
from generator.pipeline.plan import Output, key_of
from generator.pipeline.press import Press
from generator.render import address

PATH = "cities.json"
_VERSION = 1


def city_data_output(press: Press) -> Output:
    """The file; its key changes with what it says."""
    shelves = press.catalogue.shelves.items()
    facts = [
        (edition, code, len(cards), cards[0].date)
        for edition, shelf in shelves
        for code, cards in shelf.cities.items()
    ]
    return Output(PATH, key_of(press.shell, PATH, facts), partial(city_data, press), "cities.json")


def city_data(press: Press) -> bytes:
    """Every city that has articles, in order of code."""
    codes = sorted({code for shelf in press.catalogue.shelves.values() for code in shelf.cities})
    data = {"version": _VERSION, "cities": [_city(press, code) for code in codes]}
    return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode()


def _city(press: Press, code: str) -> dict[str, Any]:
    gazetteer = press.locals[press.site.default_edition].gazetteer
    place = gazetteer.by_code(code)
    if place is None:
        raise KeyError(code)
    province = gazetteer.province_of(code) or place
    lists = [
        shelf.cities[code] for shelf in press.catalogue.shelves.values() if code in shelf.cities
    ]
    cards = max(lists, key=len)
    return {
        "code": place.code,
        "slug": place.slug,
        "name": _names(place),
        "short_name": {
            "zh-Hans": place.short, "zh-Hant": place.short_hant, "en": place.short_english
        },
        "pinyin": place.pinyin,
        "province": {"code": province.code, "name": _names(province)},
        "region": province.region,
        "longitude": place.longitude,
        "latitude": place.latitude,
        "articles": len(cards),
        "newest": cards[0].date[:10],
        "editions": {
            edition: {
                "url": press.site.base_url + address.city(edition, place.slug),
                "feed": press.site.base_url + address.feed(address.city(edition, place.slug)),
                "articles": len(shelf.cities[code]),
                "newest": shelf.cities[code][0].date[:10],
            }
            for edition, shelf in press.catalogue.shelves.items()
            if code in shelf.cities
        },
    }  # fmt: skip


def _names(place: Place) -> dict[str, str]:
    return {"zh-Hans": place.hans, "zh-Hant": place.hant, "en": place.english}
