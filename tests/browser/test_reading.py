"""What a reader does: change edition, read two texts, use the keyboard, do without script."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.pages import ARTICLE, EDITIONS, KINDS, Served, Windows, until

LONG = "articles/zhongshan-torch-first-three-quarters/"
EYE = 0.2

# The paragraph under the reader's eye, and how much of it has passed.
AT_THE_EYE = """() => {
  const line = innerHeight * 0.2;
  const under = [...document.querySelectorAll('main [id]')].filter(
    (e) => /^p\\d+$/.test(e.id) && e.getBoundingClientRect().top <= line);
  const last = under.pop();
  if (!last) return null;
  const box = last.getBoundingClientRect();
  return [last.id, Math.round(100 * (line - box.top) / box.height) / 100];
}"""


# Where elements stand, all at one moment: a typeface that comes moves them.
BOXES = """(which) => [...document.querySelectorAll(which)].map(
  (one) => one.getBoundingClientRect().toJSON())"""


def scroll_into(page: Page, anchor: str, part: float) -> None:
    # Only a layout asks for typefaces: before the first one, none is awaited.
    page.evaluate(
        "() => { document.body.offsetHeight; return document.fonts.ready.then(() => 1); }"
    )
    page.evaluate(
        """([anchor, part]) => {
          const box = document.getElementById(anchor).getBoundingClientRect();
          const top = scrollY + box.top + part * box.height - innerHeight * 0.2;
          scrollTo({top, behavior: 'instant'});
        }""",
        [anchor, part],
    )


@pytest.mark.parametrize("width", [375, 1280])
def test_changing_edition_keeps_the_paragraph(page: Page, served: Served, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 500})
    page.goto(f"{served.url}zh-hans/{LONG}")
    scroll_into(page, "p4", 0.5)
    for name, edition in (("English", "en"), ("繁體中文", "zh-hant"), ("简体中文", "zh-hans")):
        # The switch is above the window: a click would scroll to it first.
        page.get_by_role("link", name=name).evaluate("(link) => link.click()")
        page.wait_for_url(f"**/{edition}/{LONG}#p4")
        page.wait_for_load_state("load")
        # As soon as the page's typeface has come.
        there = f"({AT_THE_EYE})()"
        until(page, f"{there}?.[0] === 'p4' && Math.abs({there}[1] - 0.5) <= 0.1")


def test_changing_edition_keeps_the_place_in_lists_and_the_filter(
    page: Page, served: Served
) -> None:
    page.set_viewport_size({"width": 1280, "height": 500})
    page.goto(f"{served.url}en/{KINDS['month']}")
    anchor = ARTICLE.split("/")[1]
    scroll_into(page, anchor, 0.5)
    page.get_by_role("link", name="繁體中文", exact=True).evaluate("(link) => link.click()")
    page.wait_for_url(f"**/zh-hant/{KINDS['month']}#{anchor}")
    page.wait_for_load_state("load")
    box = f"document.getElementById('{anchor}').getBoundingClientRect()"
    until(page, f"{box}.top < innerHeight * 0.2 && {box}.bottom > innerHeight * 0.2")
    page.goto(f"{served.url}en/{KINDS['figures']}?city=luohe")
    page.get_by_role("link", name="简体中文").click()
    page.wait_for_url(f"**/zh-hans/{KINDS['figures']}?city=luohe")
    expect(page.locator("#by-city")).to_have_value("luohe")


def test_the_views_of_an_article_keep_the_paragraph(page: Page, served: Served) -> None:
    page.set_viewport_size({"width": 1280, "height": 500})
    page.goto(f"{served.url}zh-hans/{LONG}")
    scroll_into(page, "p3", 0.3)
    page.get_by_role("link", name="中英对照").evaluate("(link) => link.click()")
    page.wait_for_url("**/parallel/#p3")
    until(page, f"({AT_THE_EYE})()?.[0] === 'p3'")
    page.get_by_role("link", name="拼音").evaluate("(link) => link.click()")
    page.wait_for_url("**/pinyin/#p3")
    until(page, f"({AT_THE_EYE})()?.[0] === 'p3'")


def test_from_the_top_of_a_page_the_switch_leads_to_the_top(page: Page, served: Served) -> None:
    page.goto(f"{served.url}en/{ARTICLE}")
    page.get_by_role("link", name="繁體中文").click()
    page.wait_for_url(f"**/zh-hant/{ARTICLE}")
    expect(page.locator("html")).to_have_attribute("lang", "zh-Hant")
    assert page.evaluate("scrollY") == 0


def test_a_link_to_a_paragraph_on_the_screen_stays_when_the_edition_changes(
    page: Page, served: Served
) -> None:
    # The window is as high as the page, so nothing scrolls.
    page.set_viewport_size({"width": 1280, "height": 6000})
    page.goto(f"{served.url}en/{LONG}#p2")
    page.get_by_role("link", name="繁體中文").evaluate("(link) => link.click()")
    page.wait_for_url(f"**/zh-hant/{LONG}#p2")


def test_copied_paragraphs_have_no_signs_of_the_page(page: Page, served: Served) -> None:
    page.goto(f"{served.url}en/{LONG}")
    mark = page.locator(".body > p .to-here").first
    expect(mark).to_be_attached()
    assert mark.evaluate("(one) => getComputedStyle(one, '::before').content") == '"#"'
    copied = page.evaluate(
        """() => {
          const range = document.createRange();
          range.selectNodeContents(document.querySelector(".body:last-of-type"));
          getSelection().removeAllRanges();
          getSelection().addRange(range);
          return getSelection().toString();
        }"""
    )
    assert len(copied.split()) > 20
    assert "#" not in copied


def test_marks_made_of_parts_are_as_wide_as_all_of_them(page: Page, served: Served) -> None:
    page.goto(f"{served.url}en/{ARTICLE}")
    # Only a layout asks for typefaces: before the first one, none is awaited.
    page.evaluate(
        "() => { document.body.offsetHeight; return document.fonts.ready.then(() => 1); }"
    )
    # In hundredths of an em, in both weights.
    widths = page.evaluate("""() => {
      const one = document.createElement('span');
      one.style = 'position: absolute; font: 100px "Digest Serif"; font-kerning: none';
      document.body.append(one);
      return ['400', '700'].map((weight) => {
        one.style.fontWeight = weight;
        return [...'%…“‘7'].map((text) => {
          one.textContent = text;
          return one.getBoundingClientRect().width;
        });
      });
    }""")
    assert [[round(width, -1) for width in row] for row in widths] == [
        [90, 90, 40, 20, 50],
        [90, 90, 40, 20, 50],
    ]


def test_two_texts_line_up_on_wide_screens_and_alternate_on_narrow_ones(
    page: Page, served: Served
) -> None:
    page.goto(f"{served.url}en/{ARTICLE}parallel/")
    left, right, _ = page.evaluate(BOXES, "#p2 > *, #p3")
    assert left["y"] == right["y"]
    assert left["right"] <= right["x"]
    page.set_viewport_size({"width": 375, "height": 800})
    above, below, following = page.evaluate(BOXES, "#p2 > *, #p3")
    assert above["x"] == below["x"]
    assert above["bottom"] <= below["y"] < following["y"]


def test_readings_stand_over_the_characters(page: Page, served: Served) -> None:
    page.goto(f"{served.url}zh-hant/{ARTICLE}")
    page.get_by_role("link", name="拼音").click()
    page.wait_for_url("**/pinyin/")
    expect(page.locator(".body ruby rt").first).to_have_text("guǎng")
    whole, reading, *_ = page.evaluate(BOXES, ".body ruby, .body ruby rt")
    assert reading["y"] <= whole["y"]


def test_the_keyboard_alone_leads_everywhere(page: Page, served: Served) -> None:
    page.goto(f"{served.url}en/")
    page.keyboard.press("Tab")
    skip = page.locator(":focus")
    assert skip.inner_text() == "Skip to content"
    box = skip.bounding_box()
    assert box is not None
    assert box["x"] >= 0
    seen = []
    for _ in range(12):
        page.keyboard.press("Tab")
        focus = page.locator(":focus")
        seen.append(focus.inner_text())
        assert focus.evaluate("(e) => getComputedStyle(e).outlineStyle") == "solid"
    assert seen[1:4] == ["简体中文", "繁體中文", "English"]
    assert {"Cities", "Topics", "Archive"} <= set(seen)
    page.goto(f"{served.url}en/{ARTICLE}")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    until(page, "document.activeElement.id === 'content'")
    page.keyboard.press("Tab")
    assert page.locator(":focus").inner_text() == "Zhaoqing"
    page.get_by_role("link", name="With the Chinese").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/parallel/")


def test_everything_can_be_read_without_script(windows: Windows, served: Served) -> None:
    with windows.open(java_script_enabled=False) as page:
        page.goto(served.url)
        page.get_by_role("link", name="English").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("China City Digest")
        page.get_by_role("link", name="Battery giant CATL").first.click()
        built = page.get_by_text(re.compile(r"after 14\smonths of construction"))
        expect(built).to_be_visible()
        page.get_by_role("link", name="With the Chinese").click()
        expect(page.get_by_text("此后施工14个月")).to_be_visible()
        page.get_by_role("link", name="繁體中文").click()
        expect(page.get_by_text("此後施工14個月")).to_be_visible()
        page.get_by_role("link", name="拼音").click()
        expect(page.locator("rt").first).to_be_visible()
        # What only a script can do is not offered.
        page.goto(f"{served.url}en/{KINDS['figures']}")
        expect(page.get_by_role("heading", level=1)).to_be_visible()
        expect(page.locator("form")).to_be_hidden()


@pytest.mark.parametrize(
    ("locale", "edition"),
    [("zh-TW", "zh-hant"), ("zh-HK", "zh-hant"), ("zh-CN", "zh-hans"), ("en-US", "en")],
)
def test_the_choice_honours_the_browsers_language(
    windows: Windows, served: Served, locale: str, edition: str
) -> None:
    with windows.open(locale=locale) as page:
        page.goto(served.url)
        page.wait_for_url(f"**/{edition}/")


def test_a_reader_of_another_language_chooses(windows: Windows, served: Served) -> None:
    with windows.open(locale="fr-FR") as page:
        page.goto(served.url)
        assert page.url == served.url
        assert page.get_by_role("link", name=re.compile("English")).is_visible()


def test_a_month_prints_to_clean_a4(page: Page, served: Served) -> None:
    page.goto(f"{served.url}en/{KINDS['month']}")
    page.emulate_media(media="print", color_scheme="dark")
    assert page.locator("nav:visible").count() == 0
    assert page.get_by_text("GCL breaks ground").first.is_visible()
    assert page.get_by_text("/en/articles/zhaoqing-gcl-125-days/", exact=False).is_visible()
    colours = page.evaluate(
        "() => { const s = getComputedStyle(document.body); return [s.color, s.backgroundColor]; }"
    )
    assert colours == ["rgb(0, 0, 0)", "rgb(255, 255, 255)"]
    pdf = page.pdf(prefer_css_page_size=True)
    # What is folded on the screen is read on paper.
    page.goto(f"{served.url}en/{KINDS['city']}")
    expect(page.locator(".more-figures td").first).to_be_visible()
    page.emulate_media(media="screen")
    expect(page.locator(".more-figures td").first).to_be_hidden()
    boxes = re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", pdf)
    assert len(boxes) in (1, 2)
    # A4 in points: 595.3 by 841.9.
    assert all((round(float(w)), round(float(h))) in {(595, 842), (596, 842)} for w, h in boxes)


@pytest.mark.parametrize("edition", EDITIONS)
def test_a_feed_is_shown_as_a_page(page: Page, served: Served, edition: str) -> None:
    page.goto(f"{served.url}{edition}/cities/zhaoqing/feed.xml")
    title = {"en": "Battery giant CATL", "zh-hans": "宁德时代", "zh-hant": "寧德時代"}[edition]
    expect(page.get_by_text(title).first).to_be_visible()
    assert page.locator("title").count() >= 1


def test_a_copy_on_a_disk_can_be_read(windows: Windows, served: Served) -> None:
    with windows.open(locale="zh-TW") as page:
        page.goto((served.out / "index.html").as_uri())
        expect(page).to_have_url((served.out / "zh-hant/index.html").as_uri())
        for where in ("cities/", "cities/zhaoqing/", ARTICLE, f"{ARTICLE}pinyin/"):
            file = f"{where}index.html"
            link = page.locator(f'main a[href$="{file}"], nav a[href$="{file}"]').first
            # The map of cities has links too, which wait for the arrow keys.
            link.evaluate("(one) => one.dispatchEvent(new MouseEvent('click', {bubbles: true}))")
            expect(page).to_have_url((served.out / "zh-hant" / file).as_uri())
        until(page, '() => !document.querySelector(\'a[href$="/"]:not([href*=":"])\')')
