"""Pictures in a site: the lead picture, figures in texts, what is wrong with them."""

from __future__ import annotations

import json
import os
import re
import shutil
from pathlib import Path

import pytest

from tests.pictures.drawing import SECRET, drawing, encoded, photo
from tests.sites import TestSite

BASE = "https://example.org/sub/"
LEAD = """\
cities: [肇庆]
image:
  file: files/plant.jpg
  alt: 高要的厂房
  caption: 厂房已经封顶，投资20亿元。
  credit: 摄影：李某
"""
BODY = """\
第一段说开工。

![柱状图：五年的投资](files/sub/chart.png "投资逐年增加。 | 制图：编辑部")

第二段有小图![标志](files/mark.svg)。
"""
ENGLISH = """\
The first paragraph tells of the start.

![Bar chart: investment in five years](files/sub/chart.png "Investment rose. | Chart: the editors")

The second has ![a mark](files/mark.svg) in it.
"""
WORDS = 'image: {alt: The plant, caption: "The plant, worth 2 billion yuan, is topped out."}\n'


def illustrated(site: TestSite) -> None:
    site.write("content/files/plant.jpg", photo(1000, 700, orientation=6))
    site.write("content/files/unused.jpg", photo(60, 40))
    site.write("content/files/sub/chart.png", encoded(drawing(640, 320), "PNG"))
    mark = b"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 24 16'/>"
    site.write("content/files/mark.svg", mark)
    site.article("shown", title="带图的一篇", date="2024-01-02", more=LEAD, body=BODY)
    site.english("shown", title="One with pictures", more=WORDS, body=ENGLISH)
    site.article("original", title="没有英文", date="2024-01-01", more=LEAD)


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> TestSite:
    """A site with pictures, built."""
    site = TestSite(tmp_path_factory.mktemp("pictures"))
    site.settings()
    site.article("plain", body="没有图的一篇，文字与别的不同。\n")
    illustrated(site)
    site.write(
        "content/pages/about.md", "---\ntitle: 关于\n---\n\n本站。\n\n![图](files/sub/chart.png)\n"
    )
    site.write("content/pages/about.en.md", "---\ntitle: About\n---\n\nWords alone.\n")
    site.build()
    return site


def figures(page: str) -> list[str]:
    return re.findall(r"<figure.*?</figure>", page, re.S)


def test_the_lead_picture_is_on_its_page_and_the_front_page(shown: TestSite) -> None:
    for where in ("/zh-hant/articles/shown/", "/zh-hant/"):
        lead = figures(shown.page(where))[0]
        assert 'alt="高要的廠房"' in lead
        assert (
            '<span>廠房已經封頂，投資20億元。</span> <span class="credit">攝影：李某</span>' in lead
        )
        # It is upright, and narrower than the text where that is taller than the window.
        assert 'class="upright" width="700" height="1000"' in lead
        assert 'loading="lazy"' not in lead
        assert 'fetchpriority="high"' in lead
        candidates = re.findall(r"([^\s\"]+assets/pictures/\S+\.webp) (\d+)w", lead)
        assert [width for _, width in candidates] == ["480", "700"]
        root = "../" * (where.count("/") - 1)
        for address, _ in candidates:
            assert (shown.root / "public" / address.removeprefix(root)).is_file()
        styles = re.findall(r'<link rel="stylesheet" href="([^"]+)', shown.page(where))
        assert any("pictures-" in style for style in styles)


def test_a_page_without_pictures_has_nothing_of_them(shown: TestSite) -> None:
    page = shown.page("/zh-hans/articles/plain/")
    assert "pictures-" not in page
    assert "<img" not in page


def test_english_words_come_from_the_sidecar(shown: TestSite) -> None:
    lead = figures(shown.page("/en/articles/shown/"))[0]
    assert 'alt="The plant"' in lead
    assert "<span>The plant, worth 2 billion yuan, is topped out.</span>" in lead
    assert '<span class="credit" lang="zh-Hans">摄影：李某</span>' in lead
    original = figures(shown.page("/en/articles/original/"))[0]
    assert 'alt="高要的厂房" lang="zh-Hans"' in original
    assert '<span lang="zh-Hans">厂房已经封顶，投资20亿元。</span>' in original


def test_a_picture_alone_in_a_paragraph_is_a_figure(shown: TestSite) -> None:
    _, hant = figures(shown.page("/zh-hant/articles/shown/"))
    assert (
        '<figcaption>投資逐年增加。 <span class="credit">製圖：編輯部</span></figcaption>' in hant
    )
    assert 'alt="柱狀圖：五年的投資"' in hant
    assert 'loading="lazy" decoding="async"' in hant
    assert 'alt="柱狀圖：五年的投資" width="640" height="320"' in re.sub(' src="[^"]*"', "", hant)
    _, english = figures(shown.page("/en/articles/shown/"))
    assert "<figcaption>Investment rose. " in english
    inside = shown.page("/zh-hans/articles/shown/")
    assert re.search(r'<p id="p3">第二段有小图<img [^>]*width="24" height="16"[^>]*>。</p>', inside)
    for view in ("parallel", "pinyin"):
        page = shown.page(f"/zh-hans/articles/shown/{view}/")
        assert "../../../../assets/pictures/" in figures(page)[0]
    assert "../../assets/pictures/" in figures(shown.page("/zh-hans/about/"))[0]


def test_networks_feeds_and_search_engines_get_the_lead_picture(shown: TestSite) -> None:
    page = shown.page("/en/articles/shown/")
    image = re.search(r'<meta property="og:image" content="([^"]+)">', page)
    assert image is not None
    assert image[1].startswith(f"{BASE}assets/pictures/")
    assert image[1].endswith("plain.jpg")
    assert '<meta property="og:image:alt" content="The plant">' in page
    data = re.search(r'<script type="application/ld\+json">(.*?)</script>', page)
    assert data is not None
    told = json.loads(data[1])["image"]
    assert (told["url"], told["width"], told["height"]) == (image[1], 700, 1000)
    size = (shown.root / "public" / image[1].removeprefix(BASE)).stat().st_size
    feed = shown.page("/en/feed.xml")
    assert f'<enclosure url="{image[1]}" length="{size}" type="image/jpeg"/>' in feed
    assert f'<figure><img src="{image[1]}" alt="The plant" width="700" height="1000">' in feed
    assert "srcset" not in feed
    items = {item["id"]: item for item in json.loads(shown.page("/en/feed.json"))["items"]}
    assert items[f"{BASE}en/articles/shown/"]["image"] == image[1]
    assert "image" not in items[f"{BASE}en/articles/plain/"]


def test_nothing_private_is_published(shown: TestSite) -> None:
    files = shown.files()
    pictures = [path for path in files if path.endswith((".jpg", ".webp", ".png"))]
    assert {"files/plant.jpg", "files/unused.jpg"} <= set(pictures)
    assert [path for path in pictures if SECRET.encode() in files[path]] == []
    assert [path for path in files if "unused" in path] == ["files/unused.jpg"]


def test_check_finds_nothing(shown: TestSite) -> None:
    assert [p for p in shown.digest("check").problems if "scripts" not in p] == []


def test_only_what_shows_a_picture_is_made_again(site: TestSite) -> None:
    illustrated(site)
    site.build()
    kept = site.root / ".digest/pictures"
    before = {path: path.stat().st_mtime_ns for path in kept.rglob("*.webp")}
    stood = site.files()
    site.write("content/files/sub/chart.png", encoded(drawing(600, 320), "PNG"))
    made = site.build().count("pages", "made")
    changed = {path for path, data in site.files().items() if stood.get(path) != data}
    # The month's book in five languages has the picture too.
    books = {path for path in changed if path.endswith(".epub")}
    assert len(books) == 5
    assert made - len(books) < 25
    # Nothing is made only to come out as it was.
    assert made == len(changed - {".files.json"})
    after = {path: path.stat().st_mtime_ns for path in kept.rglob("*.webp")}
    same = before.items() & after.items()
    assert 0 < len(same) < len(before)
    # The old picture's files are gone, those of the lead picture stand as they were made.
    assert len(after) - len(same) == len(before) - len(same)
    site.build("--out", str(site.root / "second"))
    assert {path: path.stat().st_mtime_ns for path in kept.rglob("*.webp")} == after
    files = site.files("second")
    shutil.rmtree(kept)
    shutil.rmtree(site.root / "public")
    site.build()
    assert site.files() == files


def test_a_picture_in_two_places_is_stored_once(site: TestSite) -> None:
    data = encoded(drawing(64, 48), "PNG")
    site.write("content/files/a.png", data)
    site.write("content/files/b.png", data)
    site.article("one", body="![甲](files/a.png)")
    site.article("two", body="![乙](files/b.png)")
    site.build()
    assert len([path for path in site.files() if path.endswith(".webp")]) == 1


def test_kept_files_that_were_damaged_are_made_again(site: TestSite) -> None:
    illustrated(site)
    site.build()
    files = site.files()
    for file in (site.root / ".digest/pictures").rglob("*.webp"):
        os.truncate(file, 10)
    shutil.rmtree(site.root / "public")
    site.build()
    assert site.files() == files


WRONG = [
    ("image: files/non.jpg", '7: image.file: there is no file files/non.jpg (did you mean "none'),
    ("image: {alt: 甲}", "7: image.file: missing"),
    ("image: {file: files/none.jpg, alt: 甲, captoin: 乙}", "7: image.captoin: unknown key"),
    ("image: [files/none.jpg]", "7: image: must be"),
]


@pytest.mark.parametrize(("more", "said"), WRONG)
def test_a_mistake_has_its_line(site: TestSite, more: str, said: str) -> None:
    site.write("content/files/none.jpg", photo(30, 20))
    site.article("wrong", more=f"lang: zh-Hans\ntopics: []\n{more}\n")
    ran = site.digest("build")
    assert ran.code == 1
    assert any(f"content/articles/wrong.md:{said}" in problem for problem in ran.problems), ran.err


def test_files_that_are_no_pictures_are_named(site: TestSite) -> None:
    site.write("content/files/torn.jpg", photo()[:3000])
    site.write("content/files/phone.heic", b"\0\0\0\x18ftypheic" + bytes(99))
    site.write("content/files/page.png", "<!DOCTYPE html>")
    site.write("content/files/plan.pdf", "%PDF")
    site.article("one", body="正文。\n\n![图](files/torn.jpg)\n\n![表](files/plan.pdf)")
    ran = site.digest("build")
    assert ran.code == 1
    told = "\n".join(ran.problems)
    assert "content/files/torn.jpg: is damaged" in told
    assert "content/files/phone.heic: browsers do not show HEIC pictures (save it as JPEG" in told
    assert "content/files/page.png: is a web page" in told
    assert "content/articles/one.md:13: link: files/plan.pdf is not a picture" in told


def test_a_picture_without_words_is_named(site: TestSite) -> None:
    site.write("content/files/a.jpg", photo(30, 20))
    site.article(
        "one",
        more="image: files/a.jpg\n",
        body='正文。\n\n![](files/a.jpg)\n\n<img src="files/a.jpg" alt="">',
    )
    site.english("one", body='Text.\n\n![A](files/a.jpg)\n\n<img src="files/a.jpg" alt="">')
    assert [p for p in site.build().problems if "one" in p] == [
        "content/articles/one.md:5: image: the picture has no alt (write `image: {file: …, alt: "
        "…}` with what it shows)",
        "content/articles/one.md:10: picture: the picture files/a.jpg has no alt (write what it "
        "shows: ![…](files/a.jpg))",
    ]


def test_english_that_misses_or_changes_words_is_told(site: TestSite) -> None:
    site.write("content/files/plant.jpg", photo(30, 20))
    site.article("one", more=LEAD)
    site.english("one", more='image: {caption: "Worth 3 billion yuan."}\n')
    told = [p for p in site.build().problems if "one.en.md:3: image" in p]
    assert len(told) == 2
    assert "image.alt: the picture has no English one" in told[1] + told[0]
    assert any("image.caption" in p and "3 billion" in p for p in told)


def test_a_photographer_keeps_his_chinese_name_in_english(site: TestSite) -> None:
    site.write("content/files/a.jpg", photo(30, 20))
    site.article("one", body='正文。\n\n![图](files/a.jpg "图注 | 摄影：李某")')
    site.english("one", body='Text.\n\n![A](files/a.jpg "Caption | 摄影：李某")')
    assert [p for p in site.build().problems if "one" in p] == []
    page = site.page("/en/articles/one/")
    assert 'Caption <span class="credit" lang="zh-Hans">摄影：李某</span>' in page


def test_static_files_that_tell_of_someone_are_named(site: TestSite) -> None:
    site.write("content/static/me.jpg", photo(30, 20))
    (problem,) = site.build().problems
    assert "content/static/me.jpg: holds what a camera" in problem
    assert site.files()["me.jpg"] == photo(30, 20)


def test_a_name_that_says_another_kind_is_told(site: TestSite) -> None:
    site.write("content/files/a.jpg", encoded(drawing(30, 20), "PNG"))
    (problem,) = site.build().problems
    assert problem == (
        "content/files/a.jpg: is a PNG picture by its content (rename it to end in .png)"
    )


def test_a_draft_shows_its_picture_in_the_preview_alone(site: TestSite, tmp_path: Path) -> None:
    site.write("content/files/a.jpg", photo(30, 20))
    site.article("one", more="draft: true\nimage: {file: files/a.jpg, alt: 甲}\n")
    site.build("--drafts", "--out", str(tmp_path / "drafts"))
    assert list((tmp_path / "drafts/assets/pictures").glob("*.webp"))
    site.build()
    assert not [path for path in site.files() if path.endswith(".webp")]
