"""Pictures sent from an article's form: known by their bytes, never in the place of another."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.desk import pictures
from tests.desk.client import Answer, Client
from tests.sites import TestSite

PNG = (Path(__file__).parents[2] / "content/files/food-park.png").read_bytes()
AVIF = b"\0\0\0\x20ftypavif\0\0\0\0"
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script/></svg>'


@pytest.fixture
def desk(site: TestSite) -> Iterator[Client]:
    site.settings("translation: {engine: none}\n")
    site.article("zhao-qing")
    made = Client(site.root, build=False)
    yield made
    made.close()


def send(desk: Client, name: str, data: bytes, slug: str = "zhao-qing") -> Answer:
    return desk.post(
        f"/articles/{slug}/picture",
        files={"picture": (name, data)},
        headers={"Accept": "application/json"},
    )


def test_a_picture_gets_a_safe_name_and_none_takes_the_place_of_another(desk: Client) -> None:
    files = desk.desk.root / "content/files"
    first = send(desk, "../../肇庆 Plant.JPG", PNG).json
    assert first["file"] == "files/zhao-qing-plant.png"
    assert first["width"] > 100
    assert (files / "zhao-qing-plant.png").read_bytes() == PNG
    other = PNG + b"\n"
    (files / "zhao-qing-plant-2.png").symlink_to(desk.desk.root / "site.yaml")
    assert send(desk, "肇庆 plant.png", other).json["file"] == "files/zhao-qing-plant-3.png"
    assert send(desk, "肇庆 plant.png", PNG).json == first
    assert (files / "zhao-qing-plant.png").read_bytes() == PNG
    assert send(desk, "....png", PNG).json["file"] == "files/zhao-qing.png"
    assert sorted(file.name for file in files.iterdir() if file.name.startswith(".")) == []


def test_what_is_no_picture_for_a_page_is_refused(
    desk: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pictures, "MOST_BYTES", len(PNG))
    refused = {
        "page.png": (b"<html><script>1</script></html>", "is a web page, not a picture"),
        "drawing.png": (SVG, "is an SVG, which may hold scripts"),
        "phone.heic": (b"\0\0\0\x18ftypheic", "browsers do not show HEIC pictures"),
        "torn.png": (PNG[:40], "is damaged"),
        "large.png": (PNG + b"x", "is larger than"),
        "empty.jpg": (b"", "is empty"),
    }
    for name, (data, why) in refused.items():
        answer = send(desk, name, data)
        assert (answer.status, why in answer.json["problems"][0]) == (400, True), name
    assert send(desk, "a.png", PNG, "no-article").status == 400
    assert not (desk.desk.root / "content/files").exists()


def test_without_scripts_the_form_comes_back_with_the_name(desk: Client) -> None:
    sent = desk.post("/articles/zhao-qing/picture", files={"picture": ("a.png", PNG)})
    assert sent.headers["location"] == "/articles/zhao-qing?picture=files%2Fa.png"
    shown = desk.get(sent.headers["location"]).text
    assert "The picture is stored as files/a.png." in shown
    assert '<option value="files/a.png">' in shown
    desk.post("/articles/zhao-qing/picture", files={"picture": ("b.avif", AVIF)})
    assert '<option value="files/b.avif">' in desk.get("/articles/zhao-qing?line=²").text
