"""Load ``site.yaml`` as a `Site`; all problems are reported at once."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import msgspec

from generator.config.books import read_books
from generator.config.editions import EDITIONS, Edition
from generator.config.local import read_local, read_name
from generator.config.look import check_files, read_look
from generator.config.publishing import PublishSettings
from generator.config.site import Site
from generator.config.topics import read_topics
from generator.config.translation import TranslationSettings
from generator.fields import Fields, parse
from generator.fields.declared import declared, read_declared, read_key
from generator.patterns import late_regex
from generator.problem import Report, did_you_mean
from generator.reading import read_text

NAME = "site.yaml"
# The address of a site whose settings name none that can be used.
NO_ADDRESS = "https://example.org/"
_HOST = late_regex(r"(?=.{4,200}$)[a-z0-9-]+(?:\.[a-z0-9-]+)+(?::[0-9]{1,5})?")


def load_site(root: Path, report: Report, text: str | None = None) -> Site | None:
    """Return the settings of the site at ``root``; ``None``, with errors in ``report``, if they are
    invalid. With ``text``, this is read in place of the file ``site.yaml``."""
    before = len(report.errors)
    site = read_site(root, report, text)
    return site if len(report.errors) == before else None


def read_site(root: Path, report: Report, text: str | None = None) -> Site | None:
    """Do the same as `load_site`, but return a `Site` even if it has errors, so that the files that
    it names can be checked too: an invalid value is reported and replaced by its default. ``None``
    if the file cannot be read or parsed. A line with a syntax error is reported and skipped."""
    text = read_text(root / NAME, NAME, report) if text is None else text
    fields = parse(text, NAME, report, tolerant=True) if text is not None else None
    if fields is None:
        return None
    site = _located(_site(fields), root)
    if site.card_font and not (root / site.card_font).is_file():
        hint = "a font file, relative to the site's folder"
        fields.error("card_font", f'there is no file "{site.card_font}"', hint)
    check_files(fields, root, site.logo, site.favicon)
    fields.finish()
    return site


def _located(site: Site, root: Path) -> Site:
    """Return ``site`` with the folder of its translation package, if it names one, relative to the
    site's folder."""
    package = site.translation.package
    if "/" not in package:
        return site
    settings = msgspec.structs.replace(site.translation, package=str(root / package))
    return msgspec.structs.replace(site, translation=settings)


def _site(fields: Fields) -> Site:
    editions = _editions(fields)
    own = {
        "title": read_local(fields, "title", editions),
        "description": read_local(fields, "description", editions),
        "base_url": _base_url(fields),
        "editions": editions,
        "time_zone": _time_zone(fields),
        "topics": read_topics(fields, editions),
        "books": read_books(fields, editions),
        **_summary_lengths(fields),
        **_quotes(fields),
        "publisher": read_name(fields, "publisher", editions),
        "embeds": _embeds(fields),
        **read_look(fields, editions),
    }
    return Site(
        **read_declared(Site, fields, own),
        translation=_translation(fields),
        publish=_publish(fields),
        lead_line=fields.line("lead"),
        guide_line=fields.line("guide"),
        cards_named="social_cards" in fields or "card_font" in fields,
    )


def _quotes(fields: Fields) -> dict[str, str]:
    """Return the variant of Traditional Chinese and its quotation marks; the default of the marks
    depends on the variant, since papers in Taiwan use 「」."""
    keys = {key.name: key for key in declared(Site)}
    variant = read_key(keys["hant_variant"], fields)
    usual = "corner" if variant == "tw" else "curly"
    return {"hant_variant": variant, "quotes": read_key(keys["quotes"], fields, usual)}


def _summary_lengths(fields: Fields) -> dict[str, int]:
    """Return the lengths of summaries; the default for Traditional is the length for Simplified."""
    keys = [key for key in declared(Site) if key.key.startswith("summary_length.")]
    lengths = {key.name: int(key.default) for key in keys}
    inner = fields.mapping("summary_length")
    if inner is None:
        return lengths
    for key in keys:
        default = lengths["summary_hans"] if key.name == "summary_hant" else key.default
        lengths[key.name] = read_key(key, inner, default)
    inner.finish()
    return lengths


# Other common names of the editions, for a hint in the message.
_CALLED: dict[str, Edition] = {
    **dict.fromkeys(("zh", "zh-cn", "zh-sg", "chs", "简体", "简体中文", "中文"), "zh-Hans"),
    **dict.fromkeys(("zh-tw", "zh-hk", "zh-mo", "cht", "繁体", "繁體", "繁體中文"), "zh-Hant"),
    **dict.fromkeys(("english", "en-us", "en-gb", "eng", "英文", "英语"), "en"),
}


def _editions(fields: Fields) -> tuple[Edition, ...]:
    found: list[Edition] = []
    listed = list(fields.texts("editions", names=True))
    for name, line in listed:
        edition = next((e for e in EDITIONS if e == name), None)
        if edition is None:
            meant = _CALLED.get(name.lower().replace("_", "-"), "")
            hint = f'did you mean "{meant}"?' if meant else did_you_mean(name, EDITIONS)
            hint = hint or f"one of {', '.join(EDITIONS)}"
            fields.error_at(line, "editions", f'unknown edition "{name}"', hint)
        elif edition in found:
            fields.error_at(line, "editions", f'duplicate edition "{name}"', "keep one")
        else:
            found.append(edition)
    if "editions" in fields and not listed:
        fields.error("editions", "lists no edition", f"one or more of {', '.join(EDITIONS)}")
    return tuple(found) or EDITIONS


def _embeds(fields: Fields) -> tuple[str, ...]:
    """Return the hosts whose frames are allowed, as the Content-Security-Policy names them."""
    found: dict[str, None] = {}
    for written, line in fields.texts("embeds", names=True):
        host = written.lower()
        if not _HOST.fullmatch(host):
            inner = urlsplit(written).netloc if "://" in written else ""
            hint = (
                f"write {inner}" if inner and _HOST.fullmatch(inner) else "like player.example.org"
            )
            fields.error_at(line, "embeds", f'"{written}" is not the name of a host', hint)
        found[host] = None
    return tuple(found)


def _base_url(fields: Fields) -> str:
    value = fields.text("base_url", required=True)
    try:
        parts = urlsplit(value)
        sound = parts.scheme in ("http", "https") and parts.hostname and parts.port != 0
    except ValueError:
        sound = False
    if value and (not sound or re.search(r"[\s\"'<>\\]", value)):
        fields.error(
            "base_url", f'"{value}" is not a web address', "like https://example.org/digest/"
        )
    elif not value.isascii():
        hint = "write the host in punycode and the path with percent signs"
        fields.error("base_url", f'"{value}" is not plain ASCII', hint)
    elif value and (parts.query or parts.fragment or "?" in value or "#" in value):
        fields.error("base_url", "must not contain ? or #", "like https://example.org/digest/")
    elif value:
        return value if value.endswith("/") else value + "/"
    return NO_ADDRESS


def _time_zone(fields: Fields) -> str:
    value = fields.text("time_zone", "Asia/Shanghai")
    try:
        ZoneInfo(value)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        fields.error(
            "time_zone", f'"{value}" is not a time zone', "an IANA name, like Asia/Shanghai"
        )
        return "Asia/Shanghai"
    return value


def _publish(fields: Fields) -> PublishSettings:
    inner = fields.mapping("publish")
    if inner is None:
        return PublishSettings()
    settings = PublishSettings(**read_declared(PublishSettings, inner, {}))
    inner.finish()
    return settings


def _translation(fields: Fields) -> TranslationSettings:
    inner = fields.mapping("translation")
    if inner is None:
        return TranslationSettings()
    settings = TranslationSettings(**read_declared(TranslationSettings, inner, {}))
    inner.finish()
    return settings
