"""What a browser gets from the preview: pages, types, and nothing that is none of its business."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.launching import Launcher
from tests.serve.conftest import Served, article, make_site, refused


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory, previews: Launcher) -> Iterator[Served]:
    root = make_site(tmp_path_factory.mktemp("answers") / "site")
    (root / "content" / "files").mkdir()
    (root / "content" / "files" / "计划 1.csv").write_text("年,亩\n2024,12\n", "utf-8")
    draft = article("尚未写完的一篇", more="draft: true\n")
    (root / "content" / "articles" / "draft.md").write_text(draft, "utf-8")
    served = Served(root, previews=previews)
    served.line()
    yield served
    served.close()


def published(served: Served, path: str) -> bytes:
    """A file of the preview, with the address by which it is called."""
    made = (served.root / ".digest" / "preview" / path).read_bytes()
    return made.replace(b"http://preview.invalid/", served.address.encode())


def test_a_page_is_html_in_utf_8_that_no_browser_keeps(served: Served) -> None:
    answer = served.get("/zh-hans/articles/port/")

    assert answer.status == 200
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert answer.headers["cache-control"] == "no-store"
    assert "江边码头扩建" in answer.text


def test_the_reload_script_is_in_the_answer_and_not_in_the_file(served: Served) -> None:
    answer = served.get("/en/")

    assert '<script src="/.digest/reload.js"' in answer.text
    assert b"/.digest/" not in published(served, "en/index.html")


def test_the_script_and_the_style_of_the_preview_are_files_of_their_own(served: Served) -> None:
    script, style = served.get("/.digest/reload.js"), served.get("/.digest/preview.css")

    assert (script.status, script.headers["content-type"]) == (
        200,
        "text/javascript; charset=utf-8",
    )
    assert "EventSource" in script.text
    assert (style.status, style.headers["content-type"]) == (200, "text/css; charset=utf-8")


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("en/feed.xml", "application/xml; charset=utf-8"),
        ("robots.txt", "text/plain; charset=utf-8"),
        ("sitemap.xml", "application/xml; charset=utf-8"),
    ],
)
def test_what_is_no_page_comes_as_it_was_made(served: Served, path: str, kind: str) -> None:
    answer = served.get(f"/{path}")

    assert answer.status == 200
    assert answer.headers["content-type"] == kind
    assert answer.body == published(served, path)


def test_a_file_with_a_chinese_name_and_a_space_is_found(served: Served) -> None:
    answer = served.get("/files/%E8%AE%A1%E5%88%92%201.csv")

    assert (answer.status, answer.text) == (200, "年,亩\n2024,12\n")


@pytest.mark.parametrize(
    ("asked", "status", "body", "told"),
    [
        ("bytes=0-2", 206, b"0-2", "bytes 0-2/"),
        ("bytes=-4", 206, b"-4:", None),
        ("bytes=5-", 206, b"5-:", None),
        ("bytes=999999-", 416, b"", "bytes */"),
        ("lines=1-2", 200, None, None),
        ("bytes=4-2", 200, None, None),
    ],
)
def test_a_part_of_a_file_is_sent_where_a_player_asks_for_it(
    served: Served, asked: str, status: int, body: bytes | None, told: str | None
) -> None:
    whole = published(served, "sitemap.xml")
    parts = {b"0-2": whole[:3], b"-4:": whole[-4:], b"5-:": whole[5:], b"": b"", None: whole}

    answer = served.get("/sitemap.xml", more={"Range": asked})

    assert (answer.status, answer.body) == (status, parts[body])
    assert answer.headers.get("content-range", "").startswith(told or "")


def test_addresses_in_the_preview_are_its_own(served: Served) -> None:
    assert f'<link rel="canonical" href="{served.address}en/">' in served.get("/en/").text
    # Whoever comes by another name stays there; what is no name is not put into a page.
    called = served.get("/sitemap.xml", host=f"localhost:{served.port}").text
    assert f"<loc>http://localhost:{served.port}/en/</loc>" in called
    odd = served.get("/en/", host='localhost:80"><script>')
    assert "<script>" not in odd.text
    for path in ("/en/feed.xml", "/en/feed.json", "/robots.txt", "/nothing/", "/en/feeds.opml"):
        assert "preview.invalid" not in served.get(path).text
    [file] = sorted((served.root / ".digest/preview/en/books").glob("*.epub"))[:1]
    book = ZipFile(BytesIO(served.get(f"/en/books/{file.name}").body))
    package = book.read("EPUB/package.opf").decode()
    assert served.address in package
    assert "preview.invalid" not in package
    assert book.namelist() == ZipFile(file).namelist()


def test_head_tells_what_get_would_and_sends_no_body(served: Served) -> None:
    for path in ("/en/", "/robots.txt", "/nothing/"):
        head, get = served.get(path, "HEAD"), served.get(path)
        assert head.status == get.status
        assert head.headers["content-length"] == str(len(get.body))
        assert head.body == b""


def test_a_folder_without_its_slash_leads_to_the_page(served: Served) -> None:
    answer = served.get("/en/cities?from=here")

    assert (answer.status, answer.headers["location"]) == (301, "/en/cities/?from=here")


def test_a_redirect_never_leaves_the_preview(served: Served) -> None:
    for path in ("//evil.example", "//evil.example/..", "/\\evil.example"):
        answer = served.get(path)
        assert answer.status == 404
        assert "location" not in answer.headers


def test_a_page_that_is_not_there_is_the_sites_own_404_page(served: Served) -> None:
    answer = served.get("/en/articles/nowhere/")

    assert answer.status == 404
    assert "Page not found" in answer.text
    assert 'zh-hant/" lang="zh-Hant" hreflang="zh-Hant" data-keep' in answer.text
    assert "/.digest/reload.js" in answer.text


@pytest.mark.parametrize(
    "path",
    [
        "/../site.yaml",
        "/../../site.yaml",
        "/%2e%2e/%2e%2e/site.yaml",
        "/..%2f..%2fsite.yaml",
        "/en/../../stages.db",
        "/..%5c..%5csite.yaml",
        "/.files.json",
        "/.digest/",
        "/.digest/stages.db",
        "/assets/",
        "/en/index.html/",
        "/en//",
        "/%00",
        "/%ff%fe",
        f"/{'a' * 4000}",
    ],
)
def test_nothing_but_the_site_is_served(served: Served, path: str) -> None:
    answer = served.get(path)

    assert answer.status == 404
    assert "base_url" not in answer.text
    assert "Page not found" in answer.text


def test_a_link_out_of_the_folder_is_not_followed(served: Served) -> None:
    link = served.root / ".digest" / "preview" / "leak.txt"
    link.symlink_to(served.root / "site.yaml")
    try:
        assert served.get("/leak.txt").status == 404
    finally:
        link.unlink()


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "[::", ""])
def test_a_name_that_was_made_to_point_here_gets_nothing(served: Served, host: str) -> None:
    for path in ("/en/", "/.digest/events", "/.digest/reload.js"):
        answer = served.get(path, host=host)
        assert answer.status in (400, 403)
        assert "River Port" not in answer.text


@pytest.mark.parametrize(
    "host", ["localhost", "LOCALHOST:8000", "127.0.0.1", "[::1]:9", "127.9.9.9"]
)
def test_every_name_of_this_machine_is_answered(served: Served, host: str) -> None:
    assert served.get("/en/", host=host).status == 200


def test_a_draft_is_shown(served: Served) -> None:
    assert served.get("/zh-hans/articles/draft/").status == 200


def test_a_second_preview_of_a_site_says_where_the_first_is(served: Served) -> None:
    code, out, errors = refused(served.root, "--port", "0")

    assert (code, out, errors.count("\n")) == (2, "", 1)
    assert served.address in errors


def test_the_published_folder_is_left_alone(served: Served) -> None:
    assert not (served.root / "public").exists()


def test_the_stream_says_at_once_what_there_is_to_show(served: Served) -> None:
    stream = served.stream()
    try:
        assert stream.kind.startswith("text/event-stream")
        assert f'data-state="{stream.shown}"' in served.get("/en/").text
    finally:
        stream.close()


def test_other_machines_are_let_in_where_the_editor_says_so(tmp_path: Path) -> None:
    served = Served(
        make_site(tmp_path / "site"), "--host", "0.0.0.0", "--allow-host", "Desk.example"
    )
    try:
        served.line()
        assert served.address == f"http://localhost:{served.port}/"
        for host in ("desk.example:8000", "192.168.1.7:8000", "[fe80::1]", socket.gethostname()):
            assert served.get("/en/", host=host).status == 200, host
        # The names of the web are not answered here either.
        answer = served.get("/en/", host="evil.example")
        assert answer.status == 403
        assert "--allow-host NAME" in answer.text
    finally:
        served.close()
