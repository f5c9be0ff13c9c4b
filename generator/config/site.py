"""Every key of ``site.yaml``, with its type, default and meaning.

Keys are declared only here (those of ``translation`` and ``publish``, and those of books, in
modules beside it): ``generator.config.load`` reads them by these declarations, and ``make tables``
makes the README's table from them.
"""

from __future__ import annotations

from typing import Annotated, Literal
from zoneinfo import ZoneInfo

import msgspec
from msgspec import Meta

from generator.config.books import BOOKS, BookMonths, Books
from generator.config.choices import (
    FeedContent,
    HantOriginals,
    HantVariant,
    HantVocabulary,
    MissingEnglish,
    Quotes,
    Tai,
)
from generator.config.editions import EDITIONS, Edition
from generator.config.local import LocalText
from generator.config.look import Accent, Footer, MenuEntry
from generator.config.publishing import PublishSettings
from generator.config.topics import Topic
from generator.config.translation import TranslationSettings


class Site(msgspec.Struct, frozen=True):
    """The settings of one site; each is described where it is declared.

    ``cards_named`` says that site.yaml mentions social cards, so that the editor gets a warning if
    the program cannot make them. ``lead_line`` and ``guide_line`` are lines of site.yaml.
    """

    title: Annotated[
        LocalText,
        Meta(
            description="the name of the site: `{zh-Hans: …, en: …}`, and `zh-Hant` where the "
            "conversion is not wanted"
        ),
    ]
    description: Annotated[LocalText, Meta(description="one sentence about it, like `title`")]
    base_url: Annotated[
        str,
        Meta(
            description="the public address, with its folder if there is one: "
            "`https://host/folder/`"
        ),
    ]
    editions: Annotated[
        tuple[Edition, ...],
        Meta(
            description=f"any of {', '.join(f'`{edition}`' for edition in EDITIONS)}; "
            "the first is the default",
            extra={"without": "all three"},
        ),
    ] = EDITIONS
    hant_variant: Annotated[
        HantVariant,
        Meta(description="Traditional Chinese of Taiwan (`tw`) or Hong Kong (`hk`)"),
    ] = "tw"
    hant_vocabulary: Annotated[
        HantVocabulary,
        Meta(
            description="`tw` puts Taiwan's words and units in Traditional Chinese (軟體 for 软件, "
            "公尺 for 米, 報導 for 报道), except in names and short quotations; `none` changes "
            "characters alone"
        ),
    ] = "none"
    hant_tai: Annotated[
        Tai,
        Meta(
            description="`台` (as in newspapers) or `臺` in 台灣, 台北, 電視台; Hong Kong uses 台"
        ),
    ] = "台"
    hant_originals: Annotated[
        HantOriginals,
        Meta(
            description="an article whose author wrote Traditional Chinese: `keep` shows it as "
            "it is, `convert` brings it to the variant, words and marks chosen here"
        ),
    ] = "keep"
    quotes: Annotated[
        Quotes,
        Meta(
            description="quotation marks of Traditional Chinese that is converted: `corner` "
            "「」『』 or `curly` “”‘’",
            extra={"without": "`corner` for `tw`, `curly` for `hk`"},
        ),
    ] = "corner"
    page_size: Annotated[
        int,
        Meta(
            ge=1,
            le=200,
            description="summaries on a numbered page of a list; `/page/1/` has the oldest, so "
            "that a page keeps its address and content, and the list's own address has the "
            "newest, from half as many to one and a half times as many",
        ),
    ] = 20
    time_zone: Annotated[
        str, Meta(description="IANA name of the zone in which plain dates are read")
    ] = "Asia/Shanghai"
    summary_hans: Annotated[
        int,
        Meta(
            ge=20,
            le=2000,
            description="characters of an extracted summary",
            extra={"key": "summary_length.zh-Hans"},
        ),
    ] = 120
    summary_hant: Annotated[
        int,
        Meta(
            ge=20,
            le=2000,
            description="the same for Traditional Chinese",
            extra={"key": "summary_length.zh-Hant", "without": "as `zh-Hans`"},
        ),
    ] = 120
    summary_en: Annotated[
        int,
        Meta(
            ge=40,
            le=5000,
            description="the same for English",
            extra={"key": "summary_length.en"},
        ),
    ] = 320
    feed_length: Annotated[int, Meta(ge=1, le=200, description="items of a feed")] = 30
    feed_content: Annotated[
        FeedContent, Meta(description="content of an item: the `full` text or a `summary`")
    ] = "full"
    missing_english: Annotated[
        MissingEnglish,
        Meta(
            description="what the English edition does with an article without English: "
            "`original` shows the Chinese with a note, `skip` leaves it out, `error` stops "
            "the build"
        ),
    ] = "original"
    topics: Annotated[
        tuple[Topic, ...],
        Meta(description="Simplified name: English name, or `{en, zh-Hant, slug}`"),
    ] = ()
    publisher: Annotated[
        LocalText,
        Meta(
            description="who publishes, for e-books and metadata: one name, or "
            "`{zh-Hans: …, en: …}`, and `zh-Hant` where the conversion is not wanted",
            extra={"without": "the title"},
        ),
    ] = LocalText()
    social_cards: Annotated[
        bool,
        Meta(
            description="a picture with the title for each article without one of its own, which "
            "networks show beside a link; needs a font with Chinese characters"
        ),
    ] = True
    card_font: Annotated[
        str,
        Meta(
            description="the font file for those pictures, relative to the site's folder",
            extra={"without": "a font of the machine"},
        ),
    ] = ""
    menu: Annotated[
        tuple[MenuEntry, ...],
        Meta(
            description="the main menu from the left: lists (`latest`, `cities`, `topics`, "
            "`archive`, `search`), own pages by their names, `{name: {zh-Hans: …, en: …}, "
            "to: https://…}` for another site",
            extra={"without": "the lists, then the pages that are `listed` there"},
        ),
    ] = ()
    footer: Annotated[
        Footer,
        Meta(
            description="Markdown at the end of every page: `{zh-Hans: …, en: …}`, and "
            "`zh-Hant` where the conversion is not wanted; `[…](about.md)` leads to an own page",
            extra={"without": "none"},
        ),
    ] = Footer()
    logo: Annotated[
        str,
        Meta(
            description="a picture beside the title, `files/name.svg` for `content/files/name.svg`",
            extra={"without": "the program's mark"},
        ),
    ] = ""
    favicon: Annotated[
        str,
        Meta(
            description="the icon of browsers' tabs, an .svg, .png or .ico like `logo`",
            extra={"without": "the program's mark"},
        ),
    ] = ""
    accent: Annotated[
        Accent,
        Meta(
            description='the colour of links and marks, `"#a0231f"` in quotes, or '
            "`{light: …, dark: …}`; one with too little contrast is refused",
            extra={"without": "red; `dark` is made from `light`"},
        ),
    ] = Accent()
    author_pages: Annotated[
        bool,
        Meta(description="`true` gives each `source.author` a page with the articles"),
    ] = False
    typeface: Annotated[
        Literal["own", "system"],
        Meta(
            description="the typeface of headlines and English: the program's face (`own`, 39 KB "
            "that a browser fetches once), or one that the reader's system has (`system`)"
        ),
    ] = "own"
    offline: Annotated[
        bool,
        Meta(
            description="`true` lets pages that were read once be read again without a network "
            "(a service worker keeps them in the reader's browser); any other page then lists the "
            "articles that can be read"
        ),
    ] = False
    embeds: Annotated[
        tuple[str, ...],
        Meta(
            description="hosts whose frames (`<iframe>`) an article may show, such as "
            "`player.example.org`; each is loaded only when a reader asks for it",
            extra={"without": "none: a frame is shown as a link"},
        ),
    ] = ()
    lead: Annotated[
        str,
        Meta(
            description="the article that leads the front page, by the name of its file",
            extra={"without": "the newest that is `pinned`, or else the newest"},
        ),
    ] = ""
    books: Books = BOOKS
    book_months: BookMonths = 12
    editors: Annotated[
        tuple[str, ...],
        Meta(description="names that the desk offers as reviewers of an article's English"),
    ] = ()
    guide: Annotated[
        str,
        Meta(
            description="a page of `content/pages/` (its file name) that a line on the front "
            "page recommends to first-time visitors"
        ),
    ] = ""
    translation: TranslationSettings = TranslationSettings()
    publish: PublishSettings = PublishSettings()
    lead_line: int = 0
    guide_line: int = 0
    cards_named: bool = False

    @property
    def default_edition(self) -> Edition:
        """The edition for readers whose language is not known."""
        return self.editions[0]

    @property
    def base_path(self) -> str:
        """The path of ``base_url``: ``/`` or ``/sub/``."""
        rest = self.base_url.split("://", 1)[1]
        return "/" + rest.split("/", 1)[1]

    @property
    def zone(self) -> ZoneInfo:
        """The time zone as an object."""
        return ZoneInfo(self.time_zone)

    def summary_length(self, edition: Edition) -> int:
        """Return the maximum number of characters of an extracted summary in ``edition``; an
        edition without a setting of its own has that of Simplified Chinese."""
        lengths: dict[Edition, int] = {
            "zh-Hans": self.summary_hans,
            "zh-Hant": self.summary_hant,
            "en": self.summary_en,
        }
        return lengths.get(edition, self.summary_hans)
