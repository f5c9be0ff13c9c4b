"""The map's plane, its points and their names; what is near; series of years."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import combinations

import msgspec
import pytest

from generator.gazetteer import load
from generator.maps import projection
from generator.maps.chart import Dot, points
from generator.maps.projection import Spot, spot, within
from generator.maps.view import View, corners, province, shapes, view_of
from generator.statistics import Finding
from generator.statistics.earlier import earlier
from generator.statistics.series import bars, comparable


def dot(name: str, articles: int, x: float, y: float) -> Dot:
    return Dot(name, f"en/cities/{name}/", articles, f"{name}, {articles}", Spot(x, y))


def test_north_is_up_and_every_city_is_on_the_map() -> None:
    beijing, guangzhou, urumqi = spot(116.4, 39.9), spot(113.3, 23.1), spot(87.6, 43.8)
    assert beijing.y < guangzhou.y
    assert urumqi.x < beijing.x
    for city in load().cities():
        x, y = spot(city.longitude, city.latitude)
        assert 0 < x < projection.WIDTH
        assert 0 < y < projection.frame().height


def test_equal_areas_on_the_globe_are_equal_on_the_map() -> None:
    def area(longitude: float, latitude: float) -> float:
        corners = [(0, 0), (2, 0), (2, 2), (0, 2)]
        ring = [spot(longitude + east, latitude + north) for east, north in corners]
        pairs = zip(ring, [*ring[1:], ring[0]], strict=True)
        return abs(sum(a.x * b.y - b.x * a.y for a, b in pairs)) / 2

    def globe(latitude: float) -> float:
        return math.sin(math.radians(latitude + 2)) - math.sin(math.radians(latitude))

    south, north = area(110, 22), area(90, 45)
    assert math.isclose(south / globe(22), north / globe(45), rel_tol=0.02)


WHOLE = View(0, 0, 1.0, 720, 330)


def together(group: Sequence[Dot]) -> Dot:
    names = "+".join(one.name for one in group)
    return group[0]._replace(name=names, articles=sum(one.articles for one in group))


def test_a_point_is_the_larger_the_more_articles_it_has() -> None:
    dots = [dot("a", 1, 100, 100), dot("b", 400, 500, 300), dot("c", 100, 300, 200)]
    few, some, many = sorted(points(dots, WHOLE, together), key=lambda p: p.dot.articles)
    assert few.radius < some.radius < many.radius <= 30


def test_names_that_are_always_seen_never_cover_each_other() -> None:
    dots = [dot(f"c{n}", 40 - n, 40 + 85 * (n % 8), 40 + 80 * (n // 8)) for n in range(32)]
    found = points(dots, WHOLE, together)
    named = [point for point in found if point.named]
    assert 1 < len(named) < len(found)
    for one, other in combinations(named, 2):
        assert (one.x, one.y) != (other.x, other.y)


def test_cities_that_a_finger_cannot_tell_apart_are_one_point() -> None:
    dots = [dot("a", 5, 100, 100), dot("b", 2, 110, 100), dot("c", 1, 300, 100)]
    found = points(dots, WHOLE, together)
    assert [(p.dot.name, p.dot.articles, p.cities) for p in found] == [("a+b", 7, 2), ("c", 1, 1)]
    # On a phone the picture is 340 pixels wide: 24 of them, and no two within reach of each other.
    assert all(2 * p.reach * 340 / 720 >= 24 for p in found)
    close = view_of([one.where for one in dots[:2]], 720, 330)
    assert close.scale > 1


def test_a_view_has_all_its_places_in_it_and_no_province_out_of_sight() -> None:
    cities = [spot(113.3, 23.1), spot(104.1, 30.7)]
    view = view_of(cities, 720, 330)
    for where in map(view.place, cities):
        assert 0 < where.x < 720
        assert 0 < where.y < 330
    assert len(view.ground()) < len("".join(map(province, shapes())))
    assert province("650000") not in view.ground()
    assert province("430000") in view.ground()


def test_every_province_has_a_shape_round_its_cities() -> None:
    gazetteer = load()
    assert {place.code for place in gazetteer.provinces()} == shapes().keys()
    for city in gazetteer.cities():
        owner = gazetteer.province_of(city.code) or city
        at = spot(city.longitude, city.latitude)
        nearest_corner = min(math.dist(at, corner) for corner in corners(owner.code))
        assert nearest_corner < 80


def test_the_nearest_cities_by_the_globe() -> None:
    gazetteer = load()
    where = {city.code: (city.longitude, city.latitude) for city in gazetteer.cities()}
    near = within(where, 3, 300)
    for code in ("441200", "650100", "510100"):
        every = sorted(
            way(where[code], other) * 6371 for name, other in where.items() if name != code
        )
        assert [far for _, far in near[code]] == pytest.approx([f for f in every if f <= 300][:3])
        assert code not in dict(near[code])
    # Guangzhou and Foshan lie side by side.
    assert dict(near["440100"])["440600"] < 30
    assert all(far <= 300 for found in near.values() for _, far in found)


def way(one: tuple[float, float], other: tuple[float, float]) -> float:
    """The distance by the haversine formula."""
    (east, north), (east2, north2) = ([math.radians(d) for d in p] for p in (one, other))
    half = math.sin((north2 - north) / 2) ** 2
    half += math.cos(north) * math.cos(north2) * math.sin((east2 - east) / 2) ** 2
    return round(2 * math.asin(math.sqrt(half)), 9)


def test_nobody_is_near_a_single_city() -> None:
    assert within({"441200": (112.4, 23.0)}, 6, 300) == {"441200": ()}
    # 1,300 kilometres are not near.
    assert within({"a": (112.4, 23.0), "b": (104.1, 30.7)}, 6, 300) == {"a": (), "b": ()}


GDP = Finding(
    source="100元", english="100 yuan", value="100", unit="yuan", kind="money", block=1,
    term="地区生产总值", about="gross domestic product", whole=True, exact=True,
    months="01/12", city="441200", subject=True,
)  # fmt: skip


def gdp(year: int, value: str, **more: object) -> Finding:
    return msgspec.structs.replace(GDP, year=year, value=value, **more)


def years(*found: Finding) -> list[list[int]]:
    made = comparable("441200", [(f"slug-{n}", one) for n, one in enumerate(found)])
    return [[value.year for value in series.values] for series in made]


def test_years_are_compared_only_where_they_can_be() -> None:
    first, second = gdp(2021, "100"), gdp(2022, "150")
    assert years(second, first) == [[2021, 2022]]
    assert years(first) == []
    assert years(first, gdp(2022, "150", months="01/09")) == []
    assert years(first, gdp(2022, "150", planned=True)) == []
    assert years(first, gdp(2022, "150", exact=False)) == []
    assert years(first, gdp(2022, "150", city="442000")) == []
    assert years(first, gdp(2022, "150", subject=False)) == []
    # Two articles that disagree about a year leave it out; nothing is added up.
    assert years(first, second, gdp(2022, "151")) == []
    assert years(first, second, second) == [[2021, 2022]]


def test_bars_are_as_long_as_their_figures_are_large() -> None:
    (series,) = comparable("441200", [("a", gdp(2021, "50")), ("b", gdp(2022, "100"))])
    low, high = bars(series)
    assert math.isclose(high.length, 2 * low.length)
    assert (low.year, high.year) == (2021, 2022)


def test_the_year_before_is_reckoned_from_an_amount_and_its_growth() -> None:
    def about(term: str, value: str, shape: str = "amount", **more: object) -> Finding:
        more = {"term": term, "shape": shape, "unit": "%" if shape != "amount" else "yuan"} | more
        return gdp(2020, value, **more)

    risen = [about("工业投资", "21060000000"), about("工业投资", "33.9", "growth")]
    (before,) = earlier(risen)
    assert (before.year, before.source, before.english) == (
        2019, "约157.3亿元", "about 15.73 billion yuan",
    )  # fmt: skip
    assert before.computed
    (fallen,) = earlier([about("出口总额", "90000000"), about("出口总额", "10", "fall")])
    assert fallen.source == "约1亿元"
    # At constant prices, of other months, planned, not exact: nothing follows.
    for term, more in (
        ("地区生产总值", {}), ("工业投资", {"months": "01/06"}), ("工业投资", {"planned": True}),
        ("工业投资", {"exact": False}),
    ):  # fmt: skip
        assert not list(earlier([about(term, "100"), about(term, "5", "growth", **more)]))
    (series,) = comparable("441200", [("a", risen[0]), ("a", before)])
    assert [(bar.year, bar.found.computed) for bar in bars(series)] == [(2019, True), (2020, False)]
    # What an article says of that year goes before what is reckoned.
    said = gdp(2019, "15000000000", term="工业投资")
    (series,) = comparable("441200", [("a", risen[0]), ("a", before), ("b", said)])
    assert [value.found.value for value in series.values] == ["15000000000", "21060000000"]
