"""The files under ``content/``: grouping them into bundles, and checking their names."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Callable
from pathlib import Path

import msgspec

from generator.portable import fault_of_name, is_slug, slug_fault
from generator.problem import Report, did_you_mean
from generator.reading import unfit

ARTICLES = "content/articles"
PAGES = "content/pages"
FILES = "content/files"
STATIC = "content/static"
KINDS = ("en", "zh-hant")
# The entries of content/ that some part of the program reads.
READ = ("articles", "pages", "files", "static", "glossary.yaml", "memory.tmx")
# Names that the program itself may publish in the folder of an edition: no own page can have them.
RESERVED = frozenset(
    "articles archive cities topics search page feed feeds files assets letters books series"
    " authors projects companies en zh-hans zh-hant".split()
)
# GitHub refuses larger files, and most hosts have a lower limit (Cloudflare Pages: 25 MiB).
MAX_FILE = 100_000_000
# Endings of backup and temporary files that editing programs create.
LEFTOVERS = ("~", ".bak", ".orig", ".swp", ".swo", ".tmp")


class FileRef(msgspec.Struct, frozen=True):
    """A content file: its path relative to the site, and a hash of its bytes."""

    path: str
    digest: str


class Bundle(msgspec.Struct, frozen=True):
    """All files of one article or own page."""

    slug: str
    article: FileRef
    english: FileRef | None = None
    hant: FileRef | None = None


# A file as a path, or as an entry of a directory listing, which is three times faster to use.
File = Path | os.DirEntry[str]


_CHUNK = 1 << 16


def hash_file(file: File) -> str:
    """Return a hash of the bytes of ``file``; empty if it cannot be read or is not a regular
    file."""
    path = Path(file)
    try:
        if unfit(path, MAX_FILE):
            return ""
        digest = hashlib.blake2b()
        # `hashlib.file_digest` would clear a buffer of 256 KiB for each small file.
        with path.open("rb", buffering=0) as stream:
            while chunk := stream.read(_CHUNK):
                digest.update(chunk)
        return digest.hexdigest()[:32]
    except OSError:
        return ""


def gather(root: Path, report: Report, digest: Callable[[File], str] = hash_file) -> list[Bundle]:
    """Return the bundles below ``content/articles``, sorted by slug; report misplaced files.

    ``digest`` returns a file's hash; it may be a cached variant of `hash_file`.
    """
    _report_strays(root, report)
    return _gather(root, report, digest, ARTICLES)


def gather_pages(
    root: Path, report: Report, digest: Callable[[File], str] = hash_file
) -> list[Bundle]:
    """Do the same for the site's own pages, below ``content/pages``."""
    if not (root / PAGES).is_dir():
        return []
    bundles = _gather(root, report, digest, PAGES)
    for bundle in bundles:
        if bundle.slug in RESERVED:
            message = f'"{bundle.slug}" is an address of the program\'s own pages'
            report.error(bundle.article.path, 0, "slug", message, "rename it")
    return [bundle for bundle in bundles if bundle.slug not in RESERVED]


def _gather(root: Path, report: Report, digest: Callable[[File], str], top: str) -> list[Bundle]:
    noun = "article" if top == ARTICLES else "page"
    kinds: dict[str, dict[str, list[str]]] = {kind: {} for kind in ("", *KINDS)}
    files = _markdown_files(root, top, report)
    names = frozenset(path.rpartition("/")[2][: -len(".md")] for path in files)
    for path in files:
        slug = path.rpartition("/")[2][: -len(".md")]
        before, dot, ending = slug.rpartition(".")
        kind = ending.lower() if dot and ending.lower() in KINDS else ""
        if kind:
            slug = before
        if is_slug(slug):
            kinds[kind].setdefault(slug, []).append(path)
        else:
            report.error(path, 0, "slug", *slug_fault(slug, _slug_hint(slug, names)))
    for found in kinds.values():
        for slug, paths in found.items():
            for path in paths[1:]:
                message = f'"{slug}" is already used by {paths[0]}'
                report.error(path, 0, "slug", message, "rename one of them")
    for kind in KINDS:
        for slug in sorted(kinds[kind].keys() - kinds[""].keys()):
            hint = did_you_mean(slug, kinds[""]) or f"rename it like its {noun}, or delete it"
            report.error(
                kinds[kind][slug][0],
                field="slug",
                message=f"its {noun} {slug}.md is missing",
                hint=hint,
            )

    def ref(kind: str, slug: str) -> FileRef | None:
        paths = kinds[kind].get(slug)
        return FileRef(paths[0], digest(files[paths[0]])) if paths else None

    bundles = []
    for slug in sorted(kinds[""]):
        article = ref("", slug)
        if article is not None:
            bundles.append(Bundle(slug, article, ref("en", slug), ref("zh-hant", slug)))
    return bundles


def _report_strays(root: Path, report: Report) -> None:
    """Warn of entries directly in ``content/`` that no part of the program reads."""
    folder = root / "content"
    for entry in sorted(folder.iterdir()) if folder.is_dir() else ():
        if entry.name in READ or _is_leftover(entry.name):
            continue
        place = ARTICLES if entry.name.endswith(".md") else FILES
        hint = did_you_mean(entry.name.lower(), READ) or f"move it to {place}/"
        message = f"nothing reads this {'folder' if entry.is_dir() else 'file'}"
        report.warn(f"content/{printable(entry.name)}", message=message, hint=hint)


def _is_leftover(name: str) -> bool:
    return name.startswith((".", "#", "~$")) or name.endswith(LEFTOVERS)


def printable(name: str) -> str:
    """Return a file's name as valid text: undecodable bytes become question marks."""
    return name.encode("utf-8", "replace").decode()


# Wrong endings of sidecars in Traditional Chinese, for a hint.
_LANGUAGES = dict.fromkeys(("zh-tw", "zh-hk", "zh_hant", "tw", "hk", "hant"), "zh-hant")


def _slug_hint(slug: str, names: frozenset[str]) -> str:
    stem, _, language = slug.rpartition(".")
    kind = _LANGUAGES.get(language.lower(), language.lower())
    if stem and kind in KINDS:
        return f"rename it to {stem}.{kind}.md"
    if stem in names:
        return "the other texts of an article end in .en.md and .zh-hant.md"
    better = re.sub(r"[^a-z0-9]+", "-", slug.lower()).strip("-")[:100].strip("-")
    if better in names:
        return f"there is a {better}.md: give it another name, or delete it"
    return f"rename it to {better}.md" if better else "use a–z, 0–9 and hyphens"


def _markdown_files(root: Path, place: str, report: Report) -> dict[str, os.DirEntry[str]]:
    """Return the Markdown files in ``place`` by their paths relative to ``root``, sorted; report
    symbolic links that leave the site, and other files."""
    found: dict[str, os.DirEntry[str]] = {}
    top = root / place
    if not top.is_dir():
        report.error(place, message="the folder does not exist", hint="`digest init` creates one")
        return found
    real_top = os.path.realpath(root / "content")

    def walk(folder: str, path: str) -> None:
        for entry in sorted(os.scandir(folder), key=lambda e: e.name):
            inner = f"{path}/{entry.name}"
            if _is_leftover(entry.name):
                continue
            if entry.is_symlink():
                target = os.path.realpath(entry.path)
                if not target.startswith(real_top + os.sep):
                    report.error(
                        inner, message="a link to outside the content folder", hint="copy the file"
                    )
                    continue
                if not Path(target).exists():
                    report.error(inner, message="a broken link", hint="delete it")
                    continue
            if entry.is_dir():
                wrong = fault_of_name(entry.name)
                if wrong:
                    report.error(inner, 0, "", *wrong)
                if entry.is_symlink():
                    report.error(inner, message="a link to a folder", hint="move the folder here")
                else:
                    walk(entry.path, inner)
            elif entry.name.endswith(".md"):
                found[inner] = entry
            else:
                report.warn(
                    inner, message="not a .md file, so it is left out", hint=_place_hint(entry.name)
                )

    walk(str(top), place)
    return found


def _place_hint(name: str) -> str:
    if name.lower().endswith((".txt", ".html", ".htm", ".mhtml", ".mht", ".eml", ".docx")):
        return "`digest import` turns it into an article"
    if name.lower().endswith((".md", ".markdown")):
        return f"rename it to {name.rpartition('.')[0]}.md"
    return "pictures and other files go to content/files/"
