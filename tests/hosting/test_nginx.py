"""The nginx configuration of the documentation, run for real on loopback inside the
configuration that the system's nginx came with."""

from __future__ import annotations

import contextlib
import gzip
import os
import re
import shutil
import socket
import subprocess
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


def free_port() -> int:
    with contextlib.closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@contextlib.contextmanager
def serving(folder: Path, base: str, work: Path) -> Iterator[int]:
    """nginx on a free port, with the documented file and the changes it documents."""
    port = free_port()
    text = CONF.read_text("utf-8")
    text = text.replace("listen 80;", f"listen 127.0.0.1:{port};")
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
        other.write_text(re.sub(r"listen 80\b", f"listen 127.0.0.1:{port}", found), "utf-8")
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
        deadline = time.monotonic() + 20
        while True:
            with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port)):
                break
            assert process.poll() is None, (work / "error.log").read_text("utf-8")
            assert time.monotonic() < deadline
        yield port
    finally:
        process.terminate()
        process.wait(20)


def get(port: int, path: str, **headers: str) -> tuple[HTTPResponse, bytes]:
    connection = HTTPConnection("127.0.0.1", port, timeout=20)
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
    with serving(root, base, tmp_path / "nginx") as port:
        page, body = get(port, f"{base}en/articles/zhaoqing-start/")
        assert page.status == 200
        assert page.headers["Content-Type"] == "text/html; charset=utf-8"
        assert page.headers["Cache-Control"] == "no-cache"
        assert b"the plant has been topped out" in body

        moved, _ = get(port, f"{base}en")
        assert (moved.status, moved.headers["Location"]) == (301, f"{base}en/")

        missing, body = get(port, f"{base}en/no/such/page/")
        assert missing.status == 404
        assert f'href="{base}en/"'.encode() in body

        feed, _ = get(port, f"{base}en/cities/zhaoqing/feed.xml")
        assert feed.headers["Content-Type"] == "application/rss+xml; charset=utf-8"

        style = next((site.root / "public/assets").glob("style-*.css")).name
        asset, body = get(port, f"{base}assets/{style}", **{"Accept-Encoding": "gzip"})
        assert asset.headers["Content-Encoding"] == "gzip"
        assert b"prefers-color-scheme" in gzip.decompress(body)
        assert "immutable" in asset.headers["Cache-Control"]
        assert asset.headers["Content-Type"].startswith("text/css")

        script = next((site.root / "public/assets").glob("search-*.js")).name
        asset, _ = get(port, f"{base}assets/{script}", **{"Accept-Encoding": "gzip"})
        assert asset.headers["Content-Encoding"] == "gzip"
        assert asset.headers["Content-Type"] == "application/javascript; charset=utf-8"

        for path, kind in (
            ("sitemap.xml", "text/xml"),
            ("en/feed.json", "application/json"),
            ("en/site.webmanifest", "application/manifest+json"),
        ):
            found, _ = get(port, base + path)
            assert found.headers["Content-Type"] == f"{kind}; charset=utf-8"
            assert found.headers["Cache-Control"] == "no-cache"

        manifest, _ = get(port, f"{base}.files.json")
        assert manifest.status == 404
        nothing, _ = get(port, f"{base}assets/none.css")
        assert nothing.status == 404

        chart, _ = get(port, f"{base}files/chart.svg")
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
    with serving(root, base, tmp_path / "nginx") as port:
        for old, new in (
            ("zh-hant/articles/old-name/", "zh-hant/articles/fresh/"),
            ("2023/%E6%97%A7.html", "zh-hans/articles/fresh/"),
            ("en/a%20$b%20%7Bc%7D/", "en/articles/fresh/"),
        ):
            moved, _ = get(port, base + old)
            assert (moved.status, moved.headers["Location"]) == (301, base + new)
        hidden, _ = get(port, f"{base}.redirects.nginx")
        assert hidden.status == 404
