"""The nginx configuration of the documentation, run for real inside the configuration that the
system's nginx came with. It listens at a socket of this machine's file system, which no other
program can take from it, as it could a port."""

from __future__ import annotations

import contextlib
import gzip
import os
import re
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path

import pytest

from tests.sites import TestSite

CONF = Path(__file__).parent.parent.parent / "docs/nginx.conf"
NGINX = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin")
STOCK = Path("/etc/nginx")
HOST = "digest.example"

pytestmark = pytest.mark.skipif(
    NGINX is None or not (STOCK / "nginx.conf").is_file(), reason="nginx is not installed"
)


# Seconds; only a guard against waiting for ever.
PATIENCE = 120


@contextlib.contextmanager
def serving(folder: Path, base: str, work: Path) -> Iterator[Path]:
    """nginx with the documented file and the changes it documents; where it listens."""
    # The name of a socket is short.
    with tempfile.TemporaryDirectory() as short:
        yield from _serving(folder, base, work, Path(short) / "nginx")


def _serving(folder: Path, base: str, work: Path, place: Path) -> Iterator[Path]:
    text = CONF.read_text("utf-8")
    text = text.replace("listen 80;", f"listen unix:{place};")
    text = text.replace("root /var/www/digest;", f"root {folder};")
    if (folder / f"{base[1:]}.redirects.nginx").is_file():
        line = "include /var/www/digest/.redirects.nginx;"
        assert f"# {line}" in text
        text = text.replace(f"# {line}", f"include {folder}{base}.redirects.nginx;")
    if base != "/":
        text = text.replace("error_page 404 /404.html;", f"error_page 404 {base}404.html;")
        text = text.replace("location ^~ /assets/", f"location ^~ {base}assets/")
        text = text.replace("location ^~ /files/", f"location ^~ {base}files/")
    shutil.copytree(STOCK, work, symlinks=False)
    for there in (work / "conf.d").iterdir():
        there.unlink()
    (work / "conf.d/digest.conf").write_text(text, "utf-8")
    # The system's own site stays beside it, as it is on a new machine.
    for other in (work / "sites-enabled").glob("*"):
        found = re.sub(r"^\s*listen \[::\].*$", "", other.read_text("utf-8"), flags=re.M)
        other.write_text(re.sub(r"listen 80\b", f"listen unix:{place}", found), "utf-8")
    main = (work / "nginx.conf").read_text("utf-8")
    main = re.sub(r"^user .*;$", "user root;" if os.geteuid() == 0 else "", main, flags=re.M)
    main = re.sub(r"^pid .*;$", f"pid {work}/pid;", main, flags=re.M)
    main = main.replace("/var/log/nginx", str(work)).replace(str(STOCK), str(work))
    names = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    temporary = "\n".join(f"{name}_temp_path {work}/{name};" for name in names)
    main = main.replace("http {", f"daemon off;\nhttp {{\n{temporary}\n", 1)
    (work / "nginx.conf").write_text(main, "utf-8")
    command = [str(NGINX), "-c", str(work / "nginx.conf"), "-e", str(work / "error.log")]
    tried = subprocess.run(
        [*command, "-t"],
        capture_output=True,
        text=True,
    )
    # Neither an error nor a warning: no extension twice, no setting twice.
    assert tried.returncode == 0, tried.stderr
    assert "[warn]" not in tried.stderr
    process = subprocess.Popen(command)
    try:
        deadline = time.monotonic() + PATIENCE
        while True:
            with contextlib.suppress(OSError), contextlib.closing(Local(place)) as tried_at:
                tried_at.connect()
                break
            assert process.poll() is None, (work / "error.log").read_text("utf-8")
            assert time.monotonic() < deadline
        yield place
    finally:
        process.terminate()
        process.wait(PATIENCE)


class Local(HTTPConnection):
    """A connection to a server at a socket of the file system."""

    def __init__(self, place: Path) -> None:
        super().__init__("localhost")
        self._place = place

    def connect(self) -> None:
        self.sock = socket.socket(socket.AF_UNIX)
        self.sock.settimeout(PATIENCE)
        self.sock.connect(str(self._place))


def get(place: Path, path: str, **headers: str) -> tuple[HTTPResponse, bytes]:
    connection = Local(place)
    connection.request("GET", path, headers={"Host": HOST, **headers})
    response = connection.getresponse()
    body = response.read()
    connection.close()
    return response, body


@pytest.mark.parametrize("base", ["/", "/sub/"])
def test_the_site_behind_nginx(site: TestSite, tmp_path: Path, base: str) -> None:
    site.settings(f"base_url: https://example.org{base}\n")
    site.write("content/files/chart.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>")
    site.build()
    root = tmp_path / "www"
    shutil.copytree(site.root / "public", root / base.strip("/"))
    with serving(root, base, tmp_path / "nginx") as place:
        page, body = get(place, f"{base}en/articles/zhaoqing-start/")
        assert page.status == 200
        assert page.headers["Content-Type"] == "text/html; charset=utf-8"
        assert page.headers["Cache-Control"] == "no-cache"
        assert b"the plant has been topped out" in body

        moved, _ = get(place, f"{base}en")
        assert (moved.status, moved.headers["Location"]) == (301, f"{base}en/")

        missing, body = get(place, f"{base}en/no/such/page/")
        assert missing.status == 404
        assert f'href="{base}en/"'.encode() in body

        feed, _ = get(place, f"{base}en/cities/zhaoqing/feed.xml")
        assert feed.headers["Content-Type"] == "application/rss+xml; charset=utf-8"

        style = next((site.root / "public/assets").glob("style-*.css")).name
        asset, body = get(place, f"{base}assets/{style}", **{"Accept-Encoding": "gzip"})
        assert asset.headers["Content-Encoding"] == "gzip"
        assert b"prefers-color-scheme" in gzip.decompress(body)
        assert "immutable" in asset.headers["Cache-Control"]
        assert asset.headers["Content-Type"].startswith("text/css")

        script = next((site.root / "public/assets").glob("search-*.js")).name
        asset, _ = get(place, f"{base}assets/{script}", **{"Accept-Encoding": "gzip"})
        assert asset.headers["Content-Encoding"] == "gzip"
        assert asset.headers["Content-Type"] == "application/javascript; charset=utf-8"

        for path, kind in (
            ("sitemap.xml", "text/xml"),
            ("en/feed.json", "application/json"),
            ("en/site.webmanifest", "application/manifest+json"),
        ):
            found, _ = get(place, base + path)
            assert found.headers["Content-Type"] == f"{kind}; charset=utf-8"
            assert found.headers["Cache-Control"] == "no-cache"

        manifest, _ = get(place, f"{base}.files.json")
        assert manifest.status == 404
        nothing, _ = get(place, f"{base}assets/none.css")
        assert nothing.status == 404

        chart, _ = get(place, f"{base}files/chart.svg")
        assert chart.headers["Content-Type"] == "image/svg+xml; charset=utf-8"
        assert "default-src 'none'" in chart.headers["Content-Security-Policy"]
        assert "Content-Security-Policy" not in page.headers


@pytest.mark.parametrize("base", ["/", "/sub/"])
def test_earlier_addresses_lead_on_behind_nginx(site: TestSite, tmp_path: Path, base: str) -> None:
    site.settings(f"base_url: https://example.org{base}\n")
    more = "cities: [肇庆]\naliases: [old-name, /2023/旧.html, '/en/a $b {c}/']\n"
    site.article("fresh", more=more)
    site.build()
    root = tmp_path / "www"
    shutil.copytree(site.root / "public", root / base.strip("/"))
    with serving(root, base, tmp_path / "nginx") as place:
        for old, new in (
            ("zh-hant/articles/old-name/", "zh-hant/articles/fresh/"),
            ("2023/%E6%97%A7.html", "zh-hans/articles/fresh/"),
            ("en/a%20$b%20%7Bc%7D/", "en/articles/fresh/"),
        ):
            moved, _ = get(place, base + old)
            assert (moved.status, moved.headers["Location"]) == (301, base + new)
        hidden, _ = get(place, f"{base}.redirects.nginx")
        assert hidden.status == 404
