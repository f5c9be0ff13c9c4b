"""Write a Hugo site with the same pages as a site that this program has built.

    python -m benchmarks.peer SITE FOLDER      (SITE has been built)

Hugo receives ready-made data: the Traditional text, summaries, key figures, names of cities, and
the search index and assets as static files. It renders the articles in three languages with
alternate links and JSON-LD, the parallel view, the pinyin view (with the same reading over each
character), and the plain text for search; lists with pages of 20 for the home page, cities and
topics, lists of months, RSS and JSON feeds of each list, and related articles. It does not convert
scripts, read figures, detect cities or check English.
"""

from __future__ import annotations

import html
import json
import re
import shutil
import sys
from contextlib import closing
from pathlib import Path

from generator.config import EDITIONS, Edition
from generator.gazetteer import Gazetteer, load
from generator.library.article import ArticleMeta, ArticleText
from generator.pipeline.article_refs import KeptArticle
from generator.pipeline.cache import Cache, Contents

_FILES = Path(__file__).parent / "hugo"
_TAG = re.compile("<[^>]+>")


def find_hugo() -> str | None:
    """The path of Hugo in this environment, or else on ``PATH``; None if it is not installed."""
    beside = Path(sys.executable).parent / "hugo"
    return str(beside) if beside.is_file() else shutil.which("hugo")


def count_files(folder: Path) -> int:
    """The number of files in a folder and its subfolders."""
    return sum(1 for file in folder.rglob("*") if file.is_file())


def write_peer(site: Path, folder: Path) -> None:
    """Write the Hugo site of the built ``site`` to ``folder``; what is there is deleted."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(_FILES, folder)
    gazetteer = load()
    with closing(Cache(site)) as cache:
        kept = cache.state("articles", dict[str, KeptArticle], dict)
    with closing(Contents(site)) as contents:
        for one in kept.values():
            meta = contents.get(one.ref.meta, ArticleMeta)
            text = contents.get(one.ref.text, ArticleText)
            for edition in EDITIONS:
                _write_article(folder, edition, meta, text, gazetteer)
    for edition in EDITIONS:
        content = folder / "content" / edition.lower()
        (content / "archive").mkdir()
        months = {"title": "archive", "cascade": {"outputs": ["html"]}}
        (content / "archive/_index.md").write_text(json.dumps(months) + "\n", "utf-8")
        (content / "search.md").write_text('{"title": "search"}\n', "utf-8")
    for name in ("assets", "search"):
        shutil.copytree(site / "public" / name, folder / "static" / name)
    # Hugo writes the plain texts itself.
    shutil.rmtree(folder / "static/search/text", ignore_errors=True)


def _write_article(
    folder: Path, edition: Edition, meta: ArticleMeta, text: ArticleText, gazetteer: Gazetteer
) -> None:
    shown = meta.of(edition)
    outputs = ["html", "lines"]
    if "en" in meta.localized:
        outputs.append("parallel")
    if edition != "en":
        outputs.append("pinyin")
    front = {
        "title": shown.title,
        "date": meta.moment,
        "description": shown.summary,
        "status": shown.status,
        "source": meta.source_english if edition == "en" else meta.source.name,
        "cities": [_name(code, edition, gazetteer) for code in meta.cities],
        "topics": list(meta.topics),
        "archive": [meta.moment[:7]],
        "figures": [
            {
                "label": figure.finding.term or figure.finding.about,
                "figure": figure.finding.english if edition == "en" else figure.finding.source,
                "period": meta.moment[:4],
                "block": figure.finding.block,
            }
            for figure in meta.figures
        ],
        "outputs": outputs,
    }
    place = folder / "content" / edition.lower() / "articles"
    place.mkdir(parents=True, exist_ok=True)
    paragraphs = "\n\n".join(html.unescape(_TAG.sub("", block)) for block in text.of(edition))
    head = json.dumps(front, ensure_ascii=False)
    (place / f"{meta.slug}.md").write_text(f"{head}\n{paragraphs}\n", "utf-8")


def _name(code: str, edition: Edition, gazetteer: Gazetteer) -> str:
    place = gazetteer.by_code(code)
    if place is None:
        return code
    names = {"zh-Hans": place.short, "zh-Hant": place.short_hant, "en": place.short_english}
    return names[edition]


def main() -> None:
    """Write a Hugo site from the command line, to inspect it."""
    write_peer(Path(sys.argv[1]), Path(sys.argv[2]))


if __name__ == "__main__":
    main()
