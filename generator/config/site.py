"""Every key of ``site.yaml``, with its type, default and meaning.

This is the one place that documents them; ``generator.config.load`` reads them.
"""

from __future__ import annotations

from typing import Literal
from zoneinfo import ZoneInfo

import msgspec

Edition = Literal["zh-Hans", "zh-Hant", "en"]
HantVariant = Literal["tw", "hk"]
FeedContent = Literal["full", "summary"]
MissingEnglish = Literal["original", "skip", "error"]
EngineName = Literal["argos", "none"]

EDITIONS: tuple[Edition, ...] = ("zh-Hans", "zh-Hant", "en")
HANT_VARIANTS: tuple[HantVariant, ...] = ("tw", "hk")
FEED_CONTENTS: tuple[FeedContent, ...] = ("full", "summary")
MISSING_ENGLISH: tuple[MissingEnglish, ...] = ("original", "skip", "error")
ENGINES: tuple[EngineName, ...] = ("argos", "none")


class LocalText(msgspec.Struct, frozen=True):
    """A text in each language; ``zh-Hant`` is converted from ``zh-Hans`` where it is empty."""

    hans: str = ""
    hant: str = ""
    en: str = ""


class Topic(msgspec.Struct, frozen=True):
    """A topic: ``id`` is its Simplified name, by which articles call it."""

    id: str
    slug: str
    name: LocalText


class TranslationSettings(msgspec.Struct, frozen=True):
    """``translation``: how English is made where no sidecar gives it.

    - ``engine``: ``argos`` (default) or ``none``.
    - ``package``: the name or folder of one Argos package; empty takes the best installed.
    - ``beam``: beam size, 1 to 16 (4).
    - ``threads``: threads of the engine, 0 for all cores (0).
    - ``compute_type``: as CTranslate2 names them: ``default``, ``int8``, ``float32`` ….
    """

    engine: EngineName = "argos"
    package: str = ""
    beam: int = 4
    threads: int = 0
    compute_type: str = "default"


class Site(msgspec.Struct, frozen=True):
    """The settings of one site.

    - ``title``, ``description``: keys ``zh-Hans``, ``en`` and, where the conversion is not
      wanted, ``zh-Hant``.
    - ``base_url``: the public address, with ``/`` at the end, ``https://host/sub/``.
    - ``editions``: any of ``zh-Hans``, ``zh-Hant``, ``en``; the first is the default.
    - ``hant_variant``: ``tw`` (Taiwan, default) or ``hk`` (Hong Kong).
    - ``page_size``: summaries on one page of a list, 1 to 200 (20).
    - ``time_zone``: IANA name; it turns a plain date into a moment (Asia/Shanghai).
    - ``summary_length``: characters of an extracted summary, per edition
      (``zh-Hans`` 120, ``zh-Hant`` 120, ``en`` 320).
    - ``feed_length``: items of a feed, 1 to 200 (30).
    - ``feed_content``: ``full`` text (default) or ``summary``.
    - ``missing_english``: what an article without English does in the English edition:
      ``original`` shows the Chinese with a note (default), ``skip`` leaves it out,
      ``error`` stops the build.
    - ``topics``: Simplified name → English name, or keys ``en``, ``zh-Hant``, ``slug``.
    - ``publisher``: who publishes, for feeds and metadata; the title where empty.
    - ``social_cards``: paint a picture with the title for each article, which networks show
      beside a link (``false``); needs Pillow and a font, without which there are none.
    - ``card_font``: the font file for them, relative to the site's folder; one of the
      system's where empty.
    - ``translation``: see `TranslationSettings`.
    """

    title: LocalText
    description: LocalText
    base_url: str
    editions: tuple[Edition, ...] = EDITIONS
    hant_variant: HantVariant = "tw"
    page_size: int = 20
    time_zone: str = "Asia/Shanghai"
    summary_hans: int = 120
    summary_hant: int = 120
    summary_en: int = 320
    feed_length: int = 30
    feed_content: FeedContent = "full"
    missing_english: MissingEnglish = "original"
    topics: tuple[Topic, ...] = ()
    publisher: str = ""
    social_cards: bool = False
    card_font: str = ""
    translation: TranslationSettings = TranslationSettings()

    @property
    def default_edition(self) -> Edition:
        """The edition that readers without a known language get."""
        return self.editions[0]

    @property
    def base_path(self) -> str:
        """The path of ``base_url``, ``/`` or ``/sub/``."""
        rest = self.base_url.split("://", 1)[1]
        return "/" + rest.split("/", 1)[1]

    @property
    def zone(self) -> ZoneInfo:
        """The time zone, loaded."""
        return ZoneInfo(self.time_zone)

    def summary_length(self, edition: Edition) -> int:
        """Characters that an extracted summary of ``edition`` may have."""
        lengths = {
            "zh-Hans": self.summary_hans,
            "zh-Hant": self.summary_hant,
            "en": self.summary_en,
        }
        return lengths[edition]
