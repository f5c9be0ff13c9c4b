"""The text of one article in every edition: Markdown once, then script, sidecars, summaries."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from generator.articles.verify_sidecar import check_figures
from generator.config import Site
from generator.content.alignment import changed_parts, source_hash
from generator.content.article import Article, Sidecar
from generator.content.flags import SUMMARY, TITLE, Flags, place_name, take_checked, take_flags
from generator.library.article import Body, Head, Link, Status
from generator.markup.links import ROOT, DeadLinkError, resolve, rewrite
from generator.markup.nodes import block_name, plain
from generator.markup.render import render
from generator.problem import Report
from generator.script import Converter, detect_script
from generator.summary import Extract, extract, translated

UNVERIFIED = "[unverified]"


class Chinese(msgspec.Struct, frozen=True):
    """The source as Simplified text: what every other edition is made from."""

    script: str
    title: str
    summary: str
    blocks: tuple[str, ...]
    original: tuple[str, ...]
    links: tuple[Link, ...]

    @property
    def paragraphs(self) -> list[str]:
        """The plain text of each block that is a paragraph, empty for the others."""
        return prose(self.blocks)


class Texts(msgspec.Struct, frozen=True):
    """All editions of one article."""

    heads: dict[str, Head]
    body: Body


def prose(blocks: Sequence[str]) -> list[str]:
    """The plain text of each block that is a paragraph, empty for headings, lists, tables."""
    return [plain(block) if block_name(block) == "p" else "" for block in blocks]


def read_chinese(article: Article, hans: Converter, report: Report) -> Chinese:
    """Parse the Markdown of ``article`` and bring it to Simplified where it is Traditional."""
    blocks, links = _blocks(article.path, article.body, article.body_line, report)
    script = article.lang or detect_script(article.title + article.body)
    if script == "zh-Hans":
        return Chinese(script, article.title, article.summary, blocks, blocks, links)
    simplified = tuple(hans.html(block) for block in blocks)
    title, summary = hans.text(article.title), hans.text(article.summary)
    return Chinese(script, title, summary, simplified, blocks, links)


def all_editions(
    article: Article,
    chinese: Chinese,
    english: Sidecar | None,
    override: Sidecar | None,
    site: Site,
    hant: Converter,
    report: Report,
) -> Texts:
    """Every edition that has a text: Simplified always, the others as they are to be had."""
    flags: Flags = {}
    found = extract(chinese.paragraphs, site.summary_length("zh-Hans"))
    own: Status = "source" if chinese.script == "zh-Hans" else "converted"
    heads = {"zh-Hans": Head(chinese.title, chinese.summary or found.text, own)}
    blocks = {"zh-Hans": chinese.blocks}
    if "zh-Hant" in site.editions:
        heads["zh-Hant"], blocks["zh-Hant"] = _hant(article, chinese, override, site, hant, report)
    if english is not None and "en" in site.editions:
        text, flags = take_flags(english.body, _count)
        bare, checked = take_checked(text, _count)
        aligned = _aligned(msgspec.structs.replace(english, body=bare), article, chinese, report)
        settled = checked | flags.keys()
        check_figures(english, chinese.title, chinese.blocks, aligned, settled, report)
        _warn_of_flags(english, flags, report)
        if english.source_hash:
            _warn_if_stale(english, article, chinese, report)
        summary = english.summary or translated(
            found.places, prose(aligned), site.summary_length("en")
        )
        status: Status = "machine" if english.status == "machine" else "reviewed"
        title = english.title
        # Lists and feeds show these two without the text: a doubt must go with them.
        if TITLE in flags:
            title = f"{title} {UNVERIFIED}"
        if SUMMARY in flags:
            summary = f"{summary} {UNVERIFIED}"
        heads["en"] = Head(title, summary, status, english.engine, english.translated, len(flags))
        blocks["en"] = aligned
    return Texts(heads, Body(blocks, flags))


def _hant(
    article: Article,
    chinese: Chinese,
    override: Sidecar | None,
    site: Site,
    hant: Converter,
    report: Report,
) -> tuple[Head, tuple[str, ...]]:
    if override is not None:
        blocks = _aligned(override, article, chinese, report)
        title = override.title or hant.text(chinese.title)
        summary = override.summary or hant.text(chinese.summary)
        made = summary or extract(prose(blocks), site.summary_length("zh-Hant")).text
        return Head(title, made, "override"), blocks
    found: Extract = extract(chinese.paragraphs, site.summary_length("zh-Hant"))
    head = Head(hant.text(chinese.title), hant.text(chinese.summary or found.text), "converted")
    return head, tuple(hant.html(block) for block in chinese.blocks)


def _aligned(
    sidecar: Sidecar, article: Article, chinese: Chinese, report: Report
) -> tuple[str, ...]:
    blocks, _ = _blocks(sidecar.path, sidecar.body, sidecar.body_line, report)
    if len(blocks) != len(chinese.blocks):
        report.error(
            sidecar.path,
            sidecar.body_line,
            "paragraphs",
            f"has {len(blocks)}, but {article.path} has {len(chinese.blocks)}",
            "each paragraph, heading and list needs its counterpart",
        )
    return blocks


def _count(body: str) -> int:
    return len(render(body)[0])


def _warn_of_flags(sidecar: Sidecar, flags: Flags, report: Report) -> None:
    for number, reasons in sorted(flags.items()):
        where = place_name(number)
        hint = "correct it, then delete the comment"
        report.warn(sidecar.path, 0, where, "; ".join(reasons), hint)


def _warn_if_stale(sidecar: Sidecar, article: Article, chinese: Chinese, report: Report) -> None:
    now = source_hash(article.title, chinese.original)
    if now == sidecar.source_hash:
        return
    changed = ", ".join(changed_parts(sidecar.source_hash, now))
    report.warn(
        sidecar.path,
        sidecar.source_hash_line,
        "source_hash",
        f"the Chinese has changed since: {changed}",
        "check the English, then `digest translate --confirm SLUG`",
    )


def _blocks(
    path: str, body: str, first_line: int, report: Report
) -> tuple[tuple[str, ...], tuple[Link, ...]]:
    blocks, removed = render(body)
    lines = body.split("\n")

    def line_of(needle: str) -> int:
        return next((n for n, line in enumerate(lines, first_line) if needle in line), first_line)

    for name in removed:
        report.warn(path, line_of(f"<{name}"), "", f"the element <{name}> is left out")
    links: list[Link] = []

    def change(attribute: str, address: str) -> str:
        try:
            kind, target = resolve(attribute, address)
        except DeadLinkError as error:
            report.error(path, line_of(address), "link", error.message, error.hint)
            return address
        if kind in ("article", "file"):
            bare, _, anchor = target.partition("#")
            links.append(Link(kind, bare, path, line_of(address)))
            made = f"../{bare}/" if kind == "article" else f"{ROOT}files/{bare}"
            return made + (f"#{anchor}" if anchor else "")
        return address

    return tuple(rewrite(block, change) for block in blocks), tuple(links)
