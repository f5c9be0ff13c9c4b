"""What editors do to a site between two builds, one function a kind of edit."""

from __future__ import annotations

import io
import random
import re
from collections.abc import Callable
from pathlib import Path

from PIL import Image

from tests.sites import TestSite

CITIES = ("肇庆", "中山", "漯河", "成都", "武汉")
# Later than every article but the scheduled one, and later than that one too.
NOW, LATER = 1_900_000_000, 4_090_000_000
SCHEDULED = "2099-01-01"
NEWEST = "2029-12-31"

SHOWS = """{% extends "base.html" %}
{% block content %}<pre>{{ years }} {{ alternates }}</pre>{% endblock %}
"""
_PARAGRAPH = "补记：项目第{}期已经动工，总投资{}亿元。"
_TMX = """<?xml version="1.0" encoding="utf-8"?>
<tmx version="1.4"><header creationtool="t" creationtoolversion="1" segtype="sentence"
o-tmf="t" adminlang="en" srclang="zh" datatype="plaintext"/><body>
<tu><tuv xml:lang="zh"><seg>{}</seg></tuv><tuv xml:lang="en"><seg>{}</seg></tuv></tu>
</body></tmx>
"""

Edit = Callable[["Editor"], None]


class Editor:
    """Edits a site at random places, the same ones for the same seed."""

    def __init__(self, site: TestSite, seed: int = 1) -> None:
        self.site, self.rng = site, random.Random(seed)
        self._count = 0

    def number(self) -> int:
        """A number that was not given before."""
        self._count += 1
        return self._count

    def article(self) -> Path:
        """Any article."""
        found = [file for file in self.site.articles.glob("*.md") if "." not in file.stem]
        return self.rng.choice(sorted(found))

    def sidecar(self) -> Path:
        """Any English sidecar."""
        return self.rng.choice(sorted(self.site.articles.glob("*.en.md")))

    def replace(self, file: Path, pattern: str, new: str) -> None:
        """Replace a line of a file; it must be there."""
        text, count = re.subn(pattern, new, file.read_text("utf-8"), count=1, flags=re.M)
        assert count == 1, (file, pattern)
        file.write_text(text, "utf-8")


def text(editor: Editor) -> None:
    """A paragraph more."""
    file, number = editor.article(), editor.number()
    paragraph = _PARAGRAPH.format(number, number * 7)
    file.write_text(f"{file.read_text('utf-8')}\n{paragraph}\n", "utf-8")


def title(editor: Editor) -> None:
    """Another headline."""
    editor.replace(editor.article(), "^title: .*$", f"title: 改了题目{editor.number()}")


def date(editor: Editor) -> None:
    """Another day, in another month."""
    month, day = editor.rng.randint(1, 12), editor.rng.randint(1, 28)
    editor.replace(editor.article(), "^date: .*$", f"date: 2019-{month:02}-{day:02}")


def city(editor: Editor) -> None:
    """About another city."""
    editor.replace(
        editor.article(), r"^cities: \[.*\]$", f"cities: [{editor.rng.choice(CITIES)}, 苏州]"
    )


def topic(editor: Editor) -> None:
    """No topic."""
    editor.replace(editor.article(), r"^topics: \[.*\]$", "topics: []")


def sidecar(editor: Editor) -> None:
    """An English text comes, or goes."""
    article, number = editor.article(), editor.number()
    file = article.with_suffix(".en.md")
    if file.exists():
        file.unlink()
        return
    english = "\n\n".join("A paragraph of it." for _ in _paragraphs(article))
    file.write_text(f"---\ntitle: An English title {number}\n---\n\n{english}\n", "utf-8")


def sidecar_draft(editor: Editor) -> None:
    """An English text becomes a draft."""
    file = editor.sidecar()
    text = re.sub("^status: .*\n", "", file.read_text("utf-8"), flags=re.M)
    file.write_text(text.replace("---\n", "---\nstatus: draft\n", 1), "utf-8")


def override(editor: Editor) -> None:
    """A Traditional text of an editor's own."""
    file = editor.article()
    own = "\n\n".join("另寫一段。" for _ in _paragraphs(file))
    file.with_suffix(".zh-hant.md").write_text(
        f"---\ntitle: 另題{editor.number()}\n---\n\n{own}\n", "utf-8"
    )


def glossary(editor: Editor) -> None:
    """Another term, with its Traditional form."""
    number = editor.number()
    editor.site.write(
        "content/glossary.yaml",
        f"terms:\n  项目: {{en: project {number}, hant: 專案}}\n  西江日报: Daily {number}\n",
    )


def settings(editor: Editor) -> None:
    """Another length of feeds and pages."""
    file = editor.site.root / "site.yaml"
    text = re.sub("^(feed_length|page_size): .*\n", "", file.read_text("utf-8"), flags=re.M)
    number = editor.number()
    file.write_text(f"{text}feed_length: {5 + number}\npage_size: {3 + number}\n", "utf-8")


def template(editor: Editor) -> None:
    """A template of one's own comes, or goes again."""
    file = editor.site.root / "templates/archive.html"
    if file.exists():
        file.unlink()
    else:
        editor.site.write("templates/archive.html", SHOWS)


def added(editor: Editor) -> None:
    """The newest article."""
    number = editor.number()
    editor.site.article(
        f"added-{number}",
        title=f"新的一篇{number}",
        date=NEWEST,
        more=f"cities: [{editor.rng.choice(CITIES)}]\n",
    )


def renamed(editor: Editor) -> None:
    """Another address."""
    file, number = editor.article(), editor.number()
    for suffix in (".md", ".en.md", ".zh-hant.md"):
        part = file.with_suffix(suffix)
        if part.exists():
            part.rename(file.with_name(f"renamed-{number}{suffix}"))


def removed(editor: Editor) -> None:
    """An article less."""
    file = editor.article()
    for suffix in (".md", ".en.md", ".zh-hant.md"):
        file.with_suffix(suffix).unlink(missing_ok=True)


def draft(editor: Editor) -> None:
    """An article becomes a draft."""
    editor.replace(editor.article(), "^date: ", "draft: true\ndate: ")


def scheduled(editor: Editor) -> None:
    """An article that is not due before `LATER`."""
    editor.replace(editor.article(), "^date: .*$", f"date: {SCHEDULED}")


def memory(editor: Editor) -> None:
    """A translator's segment."""
    segment = _paragraphs(editor.article())[0].split("。")[0] + "。"
    editor.site.write("content/memory.tmx", _TMX.format(segment, f"Segment {editor.number()}."))


def file(editor: Editor) -> None:
    """A file comes, or changes."""
    editor.site.write("content/files/plan.txt", f"plan {editor.number()}")


def picture(editor: Editor) -> None:
    """A picture comes, or is replaced: in front of one article and in the text of another."""
    shade = 40 * editor.number()
    image = Image.new("RGB", (32, 24), (shade, 90, 200))
    stream = io.BytesIO()
    image.save(stream, "PNG")
    if not (editor.site.root / "content/files/plan.png").exists():
        second = editor.article()
        editor.replace(
            editor.article(), "^date: ", "image: {file: files/plan.png, alt: 图}\ndate: "
        )
        text = second.read_text("utf-8")
        if not second.with_suffix(".en.md").exists():
            second.write_text(f'{text}\n![图](files/plan.png "图注 | 某人")\n', "utf-8")
    editor.site.write("content/files/plan.png", stream.getvalue())


def _paragraphs(file: Path) -> list[str]:
    return file.read_text("utf-8").split("---\n", 2)[2].strip().split("\n\n")


EDITS: tuple[Edit, ...] = (
    text, title, date, city, topic, sidecar, sidecar_draft, override, glossary, settings,
    template, added, renamed, removed, draft, scheduled, memory, file, picture,
)  # fmt: skip
