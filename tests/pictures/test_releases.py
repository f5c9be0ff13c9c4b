"""What another version of the program does with pictures that an earlier one made."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from tests.pictures.drawing import drawing, encoded
from tests.sites import TestSite

ROOT = Path(__file__).parents[2]
CHANGED = ("pictures", "pipeline")


def another_version(folder: Path) -> Path:
    """A copy of the program with a comment more in every module that makes pictures, and with
    another message."""
    program = folder / "generator"
    program.mkdir(parents=True)
    (folder / "templates").symlink_to(ROOT / "templates")
    for entry in (ROOT / "generator").iterdir():
        if entry.name in CHANGED:
            shutil.copytree(entry, program / entry.name)
        elif entry.name != "__pycache__":
            (program / entry.name).symlink_to(entry)
    for module in (program / "pictures").glob("*.py"):
        module.write_text(module.read_text("utf-8") + "# A comment.\n", "utf-8")
    stage = program / "pipeline/pictures.py"
    text = stage.read_text("utf-8")
    assert "picture by its content" in text
    stage.write_text(text.replace("picture by its content", "picture, as bytes say"), "utf-8")
    return folder


def test_a_changed_comment_keeps_addresses_and_messages_are_current(
    site: TestSite, tmp_path: Path
) -> None:
    site.settings("social_cards: false\neditions: [zh-Hans]\nbooks: false\n")
    site.write("content/files/chart.png", encoded(drawing(640, 320), "PNG"))
    site.write("content/files/wrong.png", encoded(drawing(64, 48), "GIF"))
    # A page of the site's own, since reading articles takes a new process several seconds.
    for article in site.articles.glob("*.md"):
        article.unlink()
    body = "![柱状图](files/chart.png)\n\n![图](files/wrong.png)\n"
    site.write("content/pages/about.md", f"---\ntitle: 关于\n---\n\n{body}")
    assert "wrong.png: is a GIF picture by its content" in site.build().err
    before = site.files()
    assert any(path.endswith(".webp") for path in before)
    ran = subprocess.run(
        [sys.executable, "-m", "generator", "--site", str(site.root), "build", "--jobs", "1"],
        env={**os.environ, "PYTHONPATH": str(another_version(tmp_path / "program"))},
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
    )
    assert "wrong.png: is a GIF picture, as bytes say" in ran.stderr
    assert site.files() == before
