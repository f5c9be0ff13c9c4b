"""The key figures of an article, each with a quotation of its context for each edition."""

from __future__ import annotations

from collections.abc import Mapping

from generator.articles.chinese import Chinese
from generator.articles.cities import CitiesOf
from generator.config import Edition, Site
from generator.gazetteer import Gazetteer
from generator.gazetteer.places import Place
from generator.library.article import ArticleText, KeyFigure, LocalizedMeta, Quote
from generator.markup.nodes import plain_text
from generator.script.site import Scripts
from generator.statistics import Finding
from generator.statistics.counties import Parts
from generator.statistics.indicators import Indicator
from generator.statistics.rows import quote_of


class KeyFigures:
    """Finds key figures, with everything needed besides the article."""

    def __init__(
        self,
        site: Site,
        gazetteer: Gazetteer,
        indicators: Mapping[str, Indicator],
        scripts: Scripts,
    ) -> None:
        self._site, self._gazetteer = site, gazetteer
        self._indicators, self._scripts = indicators, scripts

    def __call__(
        self,
        chinese: Chinese,
        cities: CitiesOf,
        day: str,
        text: ArticleText,
        heads: Mapping[Edition, LocalizedMeta],
        source: str,
        home: str,
    ) -> tuple[KeyFigure, ...]:
        """Return the key figures of an article. ``day`` is its date (ISO 8601); ``text`` and
        ``heads`` are its editions, ``source`` is the name of the
        publisher, ``home`` is the currency of its plain 元 if not the yuan."""
        found = self._findings(chinese, cities, day, source, home)
        return tuple(KeyFigure(one, self._quotes(one, text, heads)) for one in found)

    def _quotes(
        self, found: Finding, text: ArticleText, heads: Mapping[Edition, LocalizedMeta]
    ) -> dict[Edition, Quote]:
        """Return the words around a figure that each edition can quote."""
        from generator.statistics.currency import without_name

        quotes: dict[Edition, Quote] = {}
        figure = without_name(found.source)
        simplified: str | None = None  # Also of an edition that shows the Simplified text.
        for edition in self._site.editions:
            own = text.blocks.get(edition)
            blocks = own or text.blocks["zh-Hans"]
            if found.block > len(blocks):
                continue
            if own and edition == "en":
                said = quote_of(found, blocks, found.english, english=True)
            elif to := self._scripts.of(edition):
                said = quote_of(found, blocks, to.text(figure), english=False)
            else:
                if simplified is None:
                    simplified = quote_of(found, blocks, figure, english=False)
                said = simplified
            if not said and found.headline:
                # A figure in a headline always has a quotation: the headline itself.
                said = heads[edition if edition in heads else "zh-Hans"].title
            if said:
                quotes[edition] = Quote(said, "" if own else "zh-Hans")
        return quotes

    def _findings(
        self, chinese: Chinese, cities: CitiesOf, day: str, source: str, home: str
    ) -> tuple[Finding, ...]:
        places = [self._gazetteer.by_code(code) for code in (*cities.subjects, *cities.mentions)]
        names = {place.code: (place.short, place.hans) for place in places if place}
        # Slow to import (a tenth of a second), needed only when an article is processed.
        from generator.statistics.counties import home_of
        from generator.statistics.owners import Cities
        from generator.statistics.reading import findings

        parts = self._parts(chinese, cities, names)
        texts = [plain_text(block) for block in chinese.blocks] if parts.names else []
        parts = parts._replace(home=home_of(chinese.title, texts, source, parts, names))
        within = [self._gazetteer.by_code(code) for code in cities.within]
        titled = any(name in chinese.title for of in names.values() for name in of)
        nested = not titled and any(one is not None and one.kind == "县级市" for one in within)
        known = Cities(names, len(cities.subjects), nested, parts)
        return findings(
            chinese.blocks,
            int(day[:4]),
            known,
            self._indicators,
            month=int(day[5:7]),
            headline=chinese.title,
            home=home,
        )

    def _parts(
        self, chinese: Chinese, cities: CitiesOf, names: Mapping[str, tuple[str, ...]]
    ) -> Parts:
        """The counties and zones that an article names, by the names that are theirs alone."""
        own = {name for of in names.values() for name in of}
        found: dict[str, tuple[str, ...]] = {}
        above: dict[str, str] = {}
        within: set[str] = set()
        for code in cities.named:
            place = self._gazetteer.by_code(code)
            city = self._gazetteer.city_of(code)
            if place is None or city is None or place.code == city.code:
                continue
            short = (place.short,) if len(place.short) > 1 else ()
            former = self._former(place, chinese) if short else ()
            found[code] = tuple(
                name for name in (place.hans, *place.aliases, *former, *short) if name not in own
            )
            above[code] = city.code
            if place.kind == "县级市":
                within.add(code)
        return Parts(found, above, frozenset(within))

    def _former(self, place: Place, chinese: Chinese) -> tuple[str, ...]:
        """The names of a county of another rank that an article uses: 京山县 for 京山市."""
        names = (f"{place.short}{rank}" for rank in "县市区")
        used = [
            name
            for name in names
            if name != place.hans
            and (name in chinese.title or any(name in block for block in chinese.blocks))
        ]
        heirs = map(self._gazetteer.find, used)
        return tuple(name for name, heir in zip(used, heirs, strict=True) if heir == place)
