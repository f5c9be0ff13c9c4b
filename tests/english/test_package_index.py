"""`digest model install NAME`: the index and the download, against a server on loopback."""

from __future__ import annotations

import errno
import json
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from generator.english import index as index_module
from generator.english.install import sha256_of
from generator.english.secure import is_secure, open_secure

from .commandline import Command
from .loopback import WebSite

NAME = "translate-zh_en"
FILE = "/files/zh_en.argosmodel"


def _entry(address: str, source: str = "zh", target: str = "en", **more: object) -> dict[str, Any]:
    entry: dict[str, Any] = {
        "package_version": "0.1",
        "argos_version": "1.9.0",
        "from_code": source,
        "from_name": source,
        "to_code": target,
        "to_name": target,
        "links": [f"{address}{FILE}", "ipfs://somewhere"],
    }
    return entry | more


@pytest.fixture
def index(web: WebSite, archive: Path, digest: Command, monkeypatch: pytest.MonkeyPatch) -> WebSite:
    """A server with an index of three packages and the file of one."""
    entries = [
        _entry(web.address, "en", "zh"),
        _entry(web.address),
        _entry(web.address, "de", links=[]),
        {"type": "sbd"},
        "not an entry",
    ]
    web.files = {"/index.json": json.dumps(entries).encode(), FILE: archive.read_bytes()}
    web.marks = {FILE: '"one"'}
    monkeypatch.setenv("ARGOS_PACKAGE_INDEX", web.address + "/")
    return web


def _left(packages: Path) -> list[str]:
    return sorted(path.name for path in packages.iterdir())


def test_a_package_is_fetched_by_name(
    digest: Command, index: WebSite, archive: Path, packages: Path
) -> None:
    done = digest("model", "install", NAME)
    assert done.code == 0, done.err
    assert f"fetching {NAME} 0.1 from {index.address}{FILE}" in done.out
    assert f"sha256 {sha256_of(archive)}" in done.out
    assert _left(packages) == ["translate-zh_en-tests"]
    kept = json.loads((packages / "translate-zh_en-tests" / "installed.json").read_text())
    assert kept["from"] == index.address + FILE
    again = digest("model", "install")
    assert f"{NAME} 0.1 is installed already" in again.out
    assert [path for path, _ in index.asked].count(FILE) == 1


def test_a_broken_connection_goes_on_where_it_stopped(
    digest: Command, index: WebSite, packages: Path
) -> None:
    index.break_after = [200_000, 300_000]
    assert digest("model", "install", NAME).code == 0
    ranges = [wanted for path, wanted in index.asked if path == FILE]
    assert ranges == ["", "bytes=200000-", "bytes=500000-"]
    assert _left(packages) == ["translate-zh_en-tests"]


def test_a_download_that_broke_off_goes_on_in_the_next_call(
    digest: Command, index: WebSite, packages: Path
) -> None:
    index.break_after = [200_000, 0]
    broken = digest("model", "install", NAME)
    assert broken.code == 1
    assert "the connection was lost" in broken.problem
    assert "0.2 MB are kept: run the same command to continue" in broken.problem
    assert digest("model", "install", NAME).code == 0
    assert index.asked[-1] == (FILE, "bytes=200000-")
    assert _left(packages) == ["translate-zh_en-tests"]


def test_a_file_that_changed_meanwhile_is_fetched_from_its_beginning(
    digest: Command, index: WebSite, archive: Path, packages: Path
) -> None:
    index.files[FILE] = b"an older file" * 30_000
    index.break_after = [100_000, 0]
    assert digest("model", "install", NAME).code == 1
    index.files[FILE], index.marks[FILE] = archive.read_bytes(), '"two"'
    assert digest("model", "install", NAME).code == 0


def test_a_complete_part_of_a_killed_call_does_not_stand_in_the_way(
    digest: Command, index: WebSite, archive: Path, packages: Path
) -> None:
    index.break_after = [200_000, 0]
    assert digest("model", "install", NAME).code == 1
    next(packages.glob("*.part")).write_bytes(archive.read_bytes())
    assert digest("model", "install", NAME).code == 0
    assert _left(packages) == ["translate-zh_en-tests"]


@pytest.mark.parametrize("mark", ["", 'W/"weak"'])
def test_without_a_strong_mark_nothing_is_pieced_together(
    digest: Command, index: WebSite, packages: Path, mark: str
) -> None:
    index.marks[FILE] = mark
    index.break_after = [200_000]
    assert digest("model", "install", NAME).code == 0
    assert [wanted for path, wanted in index.asked if path == FILE] == ["", ""]


def test_a_truncated_file_on_the_server_is_refused(
    digest: Command, index: WebSite, packages: Path
) -> None:
    index.files[FILE] = index.files[FILE][:100_000]
    assert "or is incomplete" in digest("model", "install", NAME).problem
    assert _left(packages) == []


def test_a_wrong_checksum_is_refused(digest: Command, index: WebSite, packages: Path) -> None:
    done = digest("model", "install", NAME, "--sha256", "ab")
    assert "its SHA-256 is" in done.problem
    assert _left(packages) == []


def test_unknown_and_wrong_names(digest: Command, index: WebSite) -> None:
    unknown = digest("model", "install", "translate-zh-en")
    assert unknown.code == 1
    assert 'is not in the index (did you mean "translate-zh_en"?)' in unknown.problem
    wrong = digest("model", "install", "translate-en_zh")
    assert wrong.code == 1
    assert "translates en → zh, not zh → en" in wrong.problem


def test_a_package_without_an_address(digest: Command, index: WebSite) -> None:
    entry = _entry(index.address, links=["ipfs://x", "file:///etc/passwd"])
    index.files["/index.json"] = json.dumps([entry]).encode()
    assert "gives no https address to fetch it from" in digest("model", "install", NAME).problem


def test_the_next_address_is_tried(digest: Command, index: WebSite, packages: Path) -> None:
    links = [index.address + "/gone.argosmodel", index.address + FILE]
    index.files["/index.json"] = json.dumps([_entry(index.address, links=links)]).encode()
    assert digest("model", "install", NAME).code == 0


def test_a_file_that_is_gone(digest: Command, index: WebSite) -> None:
    del index.files[FILE]
    gone = digest("model", "install", NAME)
    assert gone.code == 1
    assert f"{index.address}{FILE}: no such file at this address" in gone.problem


@pytest.mark.parametrize("text", [b"<html>", b"{}", b"\xff\xfe"])
def test_what_is_no_index(digest: Command, index: WebSite, text: bytes) -> None:
    index.files["/index.json"] = text
    assert "/index.json: is not a package index" in digest("model", "install", NAME).problem


def test_no_index(digest: Command, index: WebSite) -> None:
    del index.files["/index.json"]
    done = digest("model", "install", NAME)
    assert done.code == 1
    assert "/index.json: no package index at this address" in done.problem


def test_no_network(digest: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        port = unused.getsockname()[1]
    monkeypatch.setenv("ARGOS_PACKAGE_INDEX", f"http://127.0.0.1:{port}/")
    done = digest("model", "install", NAME)
    assert done.code == 1
    assert "cannot be reached: Connection refused" in done.problem
    assert "digest model install FILE" in done.problem


def test_no_name_service(digest: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(*_: object, **__: object) -> None:
        raise socket.gaierror(-2, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    assert "is there a network?" in digest("model", "install", NAME).problem


@pytest.mark.parametrize(
    "address",
    [
        "file:///etc/index.json",
        "ftp://127.0.0.1/index.json",
        "http://packages.example/index.json",
        "http://127.0.0.1.packages.example/index.json",
        "http://[::1/index.json",
    ],
)
def test_only_https_is_asked(
    digest: Command, monkeypatch: pytest.MonkeyPatch, address: str
) -> None:
    monkeypatch.setenv("ARGOS_PACKAGE_INDEX", address)
    assert "only https addresses are fetched" in digest("model", "install", NAME).problem


@pytest.mark.parametrize("link", ["http://packages.example/x", "file:///etc/passwd", "//[x/"])
def test_an_index_does_not_lead_to_insecure_files(
    digest: Command, index: WebSite, link: str
) -> None:
    index.files["/index.json"] = json.dumps([_entry(index.address, links=[link])]).encode()
    assert "gives no https address to fetch it from" in digest("model", "install", NAME).problem


@pytest.mark.parametrize("path", ["/index.json", FILE])
@pytest.mark.parametrize("target", ["http://packages.example/x", "ftp://packages.example/x"])
def test_a_redirect_leads_to_https_only(
    digest: Command, index: WebSite, packages: Path, path: str, target: str
) -> None:
    index.moved[path] = target
    done = digest("model", "install", NAME)
    assert done.code == 1
    assert f"{path}: is redirected to {target}, and only https" in done.problem
    assert not packages.exists() or _left(packages) == []


def test_a_redirect_on_this_machine_is_followed(digest: Command, index: WebSite) -> None:
    index.files["/moved.argosmodel"] = index.files[FILE]
    index.moved[FILE] = "/moved.argosmodel"
    assert digest("model", "install", NAME).code == 0


def test_https_does_not_lead_back_to_this_machine() -> None:
    assert is_secure("https://a.example/x", "https://b.example/")
    assert is_secure("http://127.0.0.1:9/x", "http://localhost:8/")
    assert not is_secure("http://127.0.0.1:9/x", "https://b.example/")
    assert not is_secure("http://a.example/x", "http://127.0.0.1:9/")


@pytest.mark.parametrize("form", ["{}", "sha256:{}", "upper"])
@pytest.mark.parametrize("key", ["sha256", "checksum", "hashes"])
def test_the_checksum_of_the_index_is_compared(
    digest: Command, index: WebSite, archive: Path, packages: Path, key: str, form: str
) -> None:
    def offer(digits: str) -> None:
        text = digits.upper() if form == "upper" else form.format(digits)
        value: object = {"sha256": text} if key == "hashes" else text
        entry = _entry(index.address) | {key: value}
        index.files["/index.json"] = json.dumps([entry]).encode()

    offer("0" * 64)
    done = digest("model", "install", NAME)
    assert done.code == 1
    assert f"its SHA-256 is {sha256_of(archive)}, but the index says {'0' * 64}" in done.problem
    assert _left(packages) == []
    offer(sha256_of(archive))
    assert digest("model", "install", NAME).code == 0


def test_a_checksum_of_another_kind_is_refused(digest: Command, index: WebSite) -> None:
    entry = _entry(index.address, checksum="d41d8cd98f00b204e9800998ecf8427e")
    index.files["/index.json"] = json.dumps([entry]).encode()
    done = digest("model", "install", NAME)
    assert "which is not a SHA-256" in done.problem
    assert FILE not in [path for path, _ in index.asked]


def test_a_full_disk(
    digest: Command, index: WebSite, packages: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    @contextmanager
    def full(address: str, headers: dict[str, str], origin: str = "") -> Iterator[Any]:
        if address.endswith(".argosmodel"):
            raise OSError(errno.ENOSPC, "No space left on device")
        with open_secure(address, headers, origin) as response:
            yield response

    monkeypatch.setattr(index_module, "open_secure", full)
    assert "no space left on the disk" in digest("model", "install", NAME).problem
