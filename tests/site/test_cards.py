"""Social cards: painted where wanted and possible, the same every time."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.social_cards import fonts, painter
from generator.social_cards.lines import pieces, shorten, wrap
from tests.sites import TestSite

ARTICLE = "articles/zhaoqing-start/"
BASE = "https://example.org/sub/"


@pytest.fixture
def wanted(
    site: TestSite, monkeypatch: pytest.MonkeyPatch, font_places: tuple[str, ...]
) -> TestSite:
    """A site on a machine that can paint cards."""
    monkeypatch.setattr(fonts, "_PLACES", font_places)
    if fonts.find_font(site.root, "") is None:
        pytest.skip("no font with Chinese characters is installed (apt-get install fonts-noto-cjk)")
    return site


def test_each_edition_has_a_card_and_names_it(wanted: TestSite) -> None:
    from PIL import Image

    wanted.build()
    seen = set()
    for edition in ("zh-hans", "zh-hant", "en"):
        data = wanted.files()[f"{edition}/{ARTICLE}card.png"]
        assert Image.open(io.BytesIO(data)).size == (1200, 630)
        seen.add(data)
        page = wanted.page(f"/{edition}/{ARTICLE}")
        assert f'<meta property="og:image" content="{BASE}{edition}/{ARTICLE}card.png">' in page
        assert f'"url":"{BASE}{edition}/{ARTICLE}card.png","width":1200,"height":630' in page
    # Every other page has the card of its edition.
    for edition in ("zh-hans", "zh-hant", "en"):
        data = wanted.files()[f"{edition}/card.png"]
        assert Image.open(io.BytesIO(data)).size == (1200, 630)
        seen.add(data)
        for where in ("", "cities/zhaoqing/", "archive/2023-10/"):
            named = re.findall(r'og:image" content="(.*?)"', wanted.page(f"/{edition}/{where}"))
            assert named == [f"{BASE}{edition}/card.png"]
    assert len(seen) == 6
    assert "og:image" not in wanted.page("/404.html")


def test_cards_are_the_same_every_time_and_kept(wanted: TestSite, tmp_path: Path) -> None:
    wanted.build()
    wanted.build("--out", str(tmp_path / "again"))
    name = f"zh-hant/{ARTICLE}card.png"
    assert wanted.files()[name] == (tmp_path / "again" / name).read_bytes()
    assert wanted.build().count("pages", "made") == 0
    before = wanted.files()
    wanted.article("zhaoqing-start", title="换了标题")
    wanted.build()
    assert wanted.files()[name] != before[name]


def test_an_article_without_english_has_no_english_card(wanted: TestSite) -> None:
    wanted.article("only-chinese", title="只有中文")
    wanted.build()
    assert "en/articles/only-chinese/card.png" not in wanted.files()
    assert "og:image" not in wanted.page("/en/articles/only-chinese/")


def test_english_cards_have_marks_of_english_width(wanted: TestSite) -> None:
    cards = []
    for quoted in ("Zhaoqing’s “new” plant", 'Zhaoqing\'s "new" plant'):
        wanted.english("zhaoqing-start", title=f"'{quoted.replace(chr(39), chr(39) * 2)}'")
        wanted.build()
        cards.append(wanted.files()[f"en/{ARTICLE}card.png"])
    assert cards[0] == cards[1]


def test_a_site_that_wants_none_has_none(wanted: TestSite) -> None:
    wanted.settings("social_cards: false\n")
    wanted.build()
    assert not [path for path in wanted.files() if path.endswith("card.png")]
    assert "og:image" not in wanted.page(f"/en/{ARTICLE}")


def test_a_site_that_did_not_ask_is_not_told_of_a_missing_font(site: TestSite) -> None:
    assert "social cards" not in site.build().out


def test_a_template_that_changes_paints_no_card_again(wanted: TestSite) -> None:
    wanted.build()
    card = wanted.root / f"public/en/{ARTICLE}card.png"
    before = card.stat()
    wanted.write("templates/parts/footer.html", "<footer>x</footer>")
    assert wanted.build().count("pages", "made") > 0
    assert card.stat().st_mtime_ns == before.st_mtime_ns


@pytest.mark.parametrize("missing", ["font", "Pillow"])
def test_without_font_or_pillow_the_site_is_built_without(
    site: TestSite, monkeypatch: pytest.MonkeyPatch, missing: str
) -> None:
    if missing == "Pillow":
        monkeypatch.setattr(painter, "find_spec", lambda name: None)
    site.settings("social_cards: true\n")
    ran = site.build("--strict")
    assert not [path for path in site.files() if path.endswith("card.png")]
    assert "og:image" not in site.page(f"/en/{ARTICLE}")
    assert "no social cards: " in ran.out + ran.err
    assert ("card_font" if missing == "font" else "pip install pillow") in ran.out + ran.err


def test_a_named_font_must_be_there(site: TestSite) -> None:
    site.settings("social_cards: true\ncard_font: fonts/none.otf\n")
    ran = site.digest("build")
    assert ran.code == 1
    (problem,) = ran.problems
    assert re.match(r'site.yaml:\d+: card_font: there is no file "fonts/none.otf" \(', problem)


def test_a_named_file_that_is_no_font_is_told(site: TestSite) -> None:
    site.write("fonts/odd.otf", "this is no font")
    site.settings("social_cards: true\ncard_font: fonts/odd.otf\n")
    ran = site.build()
    assert "cannot be used as a font" in ran.out + ran.err


def test_social_cards_is_yes_or_no(site: TestSite) -> None:
    site.settings("social_cards: maybe\n")
    (problem,) = site.digest("build").problems
    assert "social_cards: must be true or false" in problem


@given(st.text(st.sampled_from("肇庆，。（）“”项目 abc 3.5% ")), st.integers(4, 12))
@settings(max_examples=200, derandomize=True, deadline=None)
def test_lines_lose_nothing_and_begin_with_no_closing_mark(text: str, room: int) -> None:
    lines = wrap(text, room, len)
    assert "".join("".join(lines).split()) == "".join(text.split())
    longest = max((len(piece) for piece in pieces(text)), default=0)
    assert all(len(line) <= max(room, longest) for line in lines)
    for line in lines[1:]:
        assert line[0] not in "，。）”"


def test_what_does_not_fit_is_cut_with_an_ellipsis() -> None:
    assert shorten(["甲乙", "丙丁", "戊己"], 2) == ["甲乙", "丙…"]
    assert shorten(["甲乙"], 2) == ["甲乙"]
