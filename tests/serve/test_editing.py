"""Writing with the preview open: every change is seen, and no mistake takes the site away."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.serve.page import with_reload
from generator.serve.state import PreviewState
from generator.serve.watch import Watch
from tests.serve.conftest import GUARD_SECONDS, SITE, Serve, Served, article

PORT = "content/articles/port.md"


def started(serve: Serve, site: Path, *arguments: str) -> Served:
    """A preview whose first build is over."""
    served = serve(site, *arguments)
    assert served.line().startswith("first build: ")
    return served


def test_a_changed_article_is_shown_and_told(serve: Serve, site: Path) -> None:
    served = started(serve, site)
    stream = served.stream()

    assert f'data-state="{stream.shown}"' in served.get("/en/").text

    served.write(PORT, article("码头二期今年完工"))
    before, after = stream.shown, stream.next()

    assert after != before
    assert f'data-state="{after}"' in served.get("/en/").text
    assert "码头二期今年完工" in served.get("/zh-hans/articles/port/").text
    assert "碼頭二期今年完工" in served.get("/zh-hant/articles/port/").text
    assert served.line().startswith(f"{PORT} changed: ")


def test_new_and_deleted_articles_come_and_go(serve: Serve, site: Path) -> None:
    served = started(serve, site)
    stream = served.stream()

    served.write("content/articles/new/rail.md", article("铁路专线通车"))
    stream.next()
    assert served.get("/en/articles/rail/").status == 200

    (site / "content/articles/new/rail.md").unlink()
    stream.next()
    assert served.get("/en/articles/rail/").status == 404


def test_settings_are_watched_also_after_an_editor_put_a_new_file_in_place(
    serve: Serve, site: Path
) -> None:
    served = started(serve, site)
    stream = served.stream()

    for name in ("First Name", "Second Name", "Third Name"):
        served.write("site.yaml", SITE.replace("River Port Digest", name))
        stream.next()
        assert name in served.get("/en/").text

    (site / "site.yaml").unlink()
    stream.next()
    assert "site.yaml" in served.get("/en/").text

    served.write("site.yaml", SITE.replace("River Port Digest", "Back Again"))
    stream.next()
    assert "Back Again" in served.get("/en/").text


def test_a_template_is_taken_up_though_the_folder_is_new(serve: Serve, site: Path) -> None:
    served = started(serve, site)
    stream = served.stream()

    served.write("templates/404.html", "<!DOCTYPE html><title>gone</title><p>moved house")
    stream.next()
    assert "moved house" in served.get("/nowhere/").text

    served.write("templates/404.html", "<!DOCTYPE html><title>gone</title><p>moved again")
    stream.next()
    assert "moved again" in served.get("/nowhere/").text

    served.write(
        "templates/home.html", "{% extends 'base.html' %}{% block content %}{{ nix }}{% endblock %}"
    )
    stream.next()
    assert "templates/home.html:" in served.get("/en/").text
    assert "River Port Digest" in served.get("/en/").text


def test_a_mistake_is_shown_on_the_last_good_page_until_it_is_mended(
    serve: Serve, site: Path
) -> None:
    served = started(serve, site)
    stream = served.stream()

    served.write(PORT, article("新标题").replace("2024-03-05", '"<img src=x onerror=alert(1)>"'))
    stream.next()
    page = served.get("/zh-hans/articles/port/")
    assert page.status == 200
    assert "江边码头扩建" in page.text
    assert "新标题" not in page.text
    assert f"<li>{PORT}:3: date: " in page.text
    assert "&lt;img src=x onerror=alert(1)&gt;" in page.text
    assert "<img src=x" not in page.text
    assert "1 problem." in page.text
    assert served.line() == f"{PORT} changed: 1 problem, nothing published"
    assert served.err.get(timeout=GUARD_SECONDS).startswith(f"error: {PORT}:3: date: ")

    served.write(PORT, article("江边码头再扩建"))
    stream.next()
    page = served.get("/zh-hans/articles/port/")
    assert "江边码头再扩建" in page.text
    assert "problem" not in page.text

    sound = (site / PORT).read_text("utf-8")
    served.write(PORT, "no front matter")
    stream.next()
    assert f"<li>{PORT}:" in served.get("/nowhere/").text

    # Taken back, no page is new; the banner must go all the same.
    served.write(PORT, sound)
    stream.next()
    assert f"<li>{PORT}:" not in served.get("/en/").text


def test_a_site_that_cannot_be_built_at_first_shows_why_until_it_can(
    serve: Serve, site: Path
) -> None:
    sound = (site / PORT).read_text("utf-8")
    (site / PORT).write_text(sound.replace("date: ", "dat: "), "utf-8")
    served = started(serve, site)
    stream = served.stream()

    for path in ("/", "/en/articles/port/"):
        page = served.get(path)
        assert page.status == 500
        assert f"<li>{PORT}:" in page.text
        assert "width=device-width" in page.text
        assert f'data-state="{stream.shown}"' in page.text
    assert served.get("/assets/style.css").headers["content-type"].startswith("text/plain")

    served.write(PORT, sound)
    stream.next()
    assert served.get("/en/articles/port/").status == 200


def test_a_save_that_changes_nothing_reloads_nothing(serve: Serve, site: Path) -> None:
    served = started(serve, site)
    stream = served.stream()
    before = stream.shown
    stream.close()

    # What editors put down in passing is not even worth a build.
    for name in (".port.md.swp", "port.md~", "4913", "#port.md#", "port.md.tmp", ".#port.md"):
        served.write(f"content/articles/{name}", "half a word")
    served.write(PORT, (site / PORT).read_text("utf-8"))

    assert served.line().startswith(f"{PORT} changed: 0 pages made")
    assert served.stream().shown == before


def test_drafts_are_shown_and_marked_in_every_edition(serve: Serve, site: Path) -> None:
    draft = article("尚未写完的一篇", more="draft: true\n")
    (site / "content/articles/draft.md").write_text(draft, "utf-8")

    served = started(serve, site)

    for edition, word in (("zh-hans", "草稿"), ("zh-hant", "草稿"), ("en", "Draft")):
        mark = f'<strong class="draft">{word}</strong>'
        assert served.get(f"/{edition}/articles/draft/").text.count(mark) == 1
        assert mark in served.get(f"/{edition}/").text
        assert mark in served.get(f"/{edition}/cities/zhaoqing/").text
        assert mark in served.get(f"/{edition}/topics/").text
        assert mark in served.get(f"/{edition}/archive/2024-03/").text
        assert mark in served.get(f"/{edition}/articles/port/").text


def test_what_is_hidden_is_told(serve: Serve, site: Path) -> None:
    draft = article("尚未写完的一篇", more="draft: true\n")
    (site / "content/articles/draft.md").write_text(draft, "utf-8")
    english = "---\ntitle: The port\nstatus: draft\n---\n\nHalf of it.\n\nMore.\n"
    (site / "content/articles/port.en.md").write_text(english, "utf-8")

    served = serve(site, "--no-drafts")

    hidden = {served.line(), served.line()}
    assert hidden == {
        "content/articles/draft.md: a draft, not shown",
        "content/articles/port.en.md: a draft, not shown",
    }
    assert served.line().startswith("first build: ")
    assert served.get("/zh-hans/articles/draft/").status == 404
    assert "Half of it." not in served.get("/en/articles/port/").text


def test_what_changes_during_a_build_is_found_after_it(site: Path) -> None:
    watch = Watch(site)
    before_build = watch.look()
    (site / PORT).write_text(article("码头三期"), "utf-8")

    changed, after = watch.next(before_build)

    assert changed == [PORT]
    assert after == watch.look()


def test_a_folder_that_links_to_itself_is_looked_at_once(site: Path) -> None:
    (site / "content/articles/again").symlink_to(site / "content")

    looked = Watch(site).look()

    assert sorted(path.split("/")[-1] for path in looked) == ["port.md", "site.yaml", "yard.md"]


def test_a_page_of_an_earlier_run_does_not_take_this_run_for_its_own() -> None:
    first, second = PreviewState(), PreviewState()

    assert first.name(first.state) != second.name(second.state)


def test_a_flood_of_problems_is_cut_short_and_counted() -> None:
    page = with_reload(b"", "run.1", [f"a.md:{line}: date: is none" for line in range(1, 1201)])

    assert b"1,200 problems" in page
    assert page.count(b"<li>") < 100
    assert b"more" in page


@pytest.mark.parametrize("page", [b"<p>x</body></html>", b"<P>x</BODY></HTML>", b"<p>x", b""])
def test_the_script_comes_last_in_any_page(page: bytes) -> None:
    given = with_reload(page, "run.1", ['a"b<c'])

    head, end = page[: len(page.split(b"</")[0])], page[len(page.split(b"</")[0]) :]
    assert given.startswith(head)
    assert given.endswith(b"</script>\n" + end)
    assert b"a&quot;b&lt;c" in given
