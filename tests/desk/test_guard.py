"""Who may use the desk: the editor's own browser on this machine, and nothing else in it."""

from __future__ import annotations

import pytest

from generator.desk import guard
from tests.desk.client import ORIGIN, Client, client
from tests.desk.conftest import HOSTILE
from tests.sites import TestSite

VIEW = {"language": "zh-Hans", "back": "/"}


@pytest.mark.parametrize(
    "host",
    [
        "evil.example",
        "evil.example:8100",
        "127.0.0.1",
        "127.0.0.1:9999",
        "127.0.0.1.evil.example",
        "",
    ],
)
def test_a_name_that_was_made_to_point_here_gets_nothing(desk: Client, host: str) -> None:
    answer = desk.get("/", {"Host": host})
    assert answer.status == 403
    assert desk.desk.token not in answer.text
    assert desk.post("/-/view", VIEW, headers={"Host": host}).status == 403


def test_localhost_leads_to_the_one_address(desk: Client) -> None:
    answer = desk.get("/?state=draft", {"Host": "localhost:8100"})
    assert (answer.status, answer.headers["location"]) == (307, f"{ORIGIN}/?state=draft")
    for path in ("//evil.example/", "/\\evil.example/"):
        answer = desk.get(path, {"Host": "localhost:8100"})
        assert "location" not in answer.headers


@pytest.mark.parametrize(
    "origin", ["https://evil.example", "http://127.0.0.1:8101", "http://localhost:8100", "null", ""]
)
def test_another_sites_post_is_refused(desk: Client, origin: str) -> None:
    answer = desk.post("/-/view", VIEW, headers={"Origin": origin})
    assert answer.status == 403
    assert "set-cookie" not in answer.headers


@pytest.mark.parametrize("token", ["", "wrong"])
def test_a_post_without_the_pages_token_is_refused(desk: Client, token: str) -> None:
    for form in (VIEW, {**VIEW, "token": token}):
        answer = desk.post("/-/view", form, headers={"X-Desk-Token": token})
        assert answer.status == 403
        assert answer.headers["x-desk-refused"] == "token"
    assert desk.post("/-/view", data=VIEW, headers={"X-Desk-Token": token}).status == 403


def test_a_form_may_carry_the_token_in_a_field(desk: Client) -> None:
    form = {**VIEW, "token": desk.desk.token}
    answer = desk.post("/-/view", form, headers={"X-Desk-Token": ""})
    assert (answer.status, answer.headers["location"]) == (303, "/")
    assert "desk_language=zh-Hans" in answer.headers["set-cookie"]
    sent = desk.post(
        "/-/view", form, files={"file": ("a.txt", b"text")}, headers={"X-Desk-Token": ""}
    )
    assert sent.status == 303


def test_other_methods_change_nothing(desk: Client) -> None:
    for method in ("PUT", "DELETE", "OPTIONS", "PATCH"):
        answer = desk._ask(method, "/-/view", b"", {"Origin": ORIGIN})
        assert answer.status == 405
        assert "access-control-allow-origin" not in answer.headers


@pytest.mark.parametrize(
    ("site", "mode", "dest", "status"),
    [
        ("same-origin", "cors", "empty", 200),
        ("none", "navigate", "document", 200),
        ("cross-site", "navigate", "document", 200),
        ("cross-site", "navigate", "iframe", 403),
        ("cross-site", "no-cors", "script", 403),
        ("same-site", "cors", "empty", 403),
    ],
)
def test_pages_of_others_may_link_here_and_read_nothing(
    desk: Client, site: str, mode: str, dest: str, status: int
) -> None:
    told = {"Sec-Fetch-Site": site, "Sec-Fetch-Mode": mode, "Sec-Fetch-Dest": dest}
    assert desk.get("/", told).status == status


@pytest.mark.parametrize("path", ["/", "/-/assets/core.js", "/-/words.js", "/nothing", "/-/token"])
def test_every_answer_has_the_strict_policy(desk: Client, path: str) -> None:
    headers = desk.get(path).headers
    rules = headers["content-security-policy"]
    assert "default-src 'none'" in rules
    assert "script-src 'self';" in rules
    assert "style-src 'self';" in rules
    assert "frame-ancestors 'none'" in rules
    assert "frame-src http://127.0.0.1:8101" in rules
    assert "unsafe" not in rules
    assert headers["x-content-type-options"] == "nosniff"


def test_a_hostile_title_stays_text(tmp_path_factory: pytest.TempPathFactory) -> None:
    site = TestSite(tmp_path_factory.mktemp("hostile") / "site")
    site.settings(f"translation: {{engine: none}}\npublisher: '{HOSTILE.replace(chr(39), '')}'\n")
    quoted = HOSTILE.replace("\\", "\\\\").replace('"', '\\"')
    site.article("hostile", title=f'"{quoted}"')
    with client(site) as desk:
        shown = desk.get("/").text
    assert "&lt;img src=x onerror=alert(1)&gt;" in shown
    assert "<img" not in shown
    assert "<script>" not in shown


@pytest.mark.parametrize(
    "back", ["https://evil.example/", "//evil.example/", "/\\evil.example", "x"]
)
def test_no_form_leads_away_from_the_desk(desk: Client, back: str) -> None:
    answer = desk.post("/-/view", {"language": "en", "back": back})
    assert answer.headers["location"] == "/"


@pytest.mark.parametrize(
    "path", ["/-/assets/../app.py", "/-/assets/..%2fapp.py", "/-/assets/.hidden", "/-/assets/"]
)
def test_only_assets_are_served_as_assets(desk: Client, path: str) -> None:
    assert desk.get(path).status == 404


def test_a_large_file_goes_to_the_disk_where_a_script_sends_it(
    desk: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(guard, "MAX_BODY", 1000)
    large = {"files": ("page.xlsx", b"x" * 5000)}
    # Refused by the page, which has read it: not by the guard.
    assert desk.post("/import/upload", files=large).status == 400
    form = desk.post("/import/upload", {"token": "x"}, files=large, headers={"X-Desk-Token": ""})
    assert form.status == 413
    monkeypatch.setattr(guard, "MAX_STREAM", 2000)
    assert desk.post("/import/upload", files=large).status == 413
    unsaid = desk.post("/import/upload", files=large, headers={"Content-Length": ""})
    assert unsaid.status == 500, "the rest is never read"
