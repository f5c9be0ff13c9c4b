"""Starting and ending ``digest serve``."""

from __future__ import annotations

import signal
import socket
import threading
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest

from generator.serve.server import PreviewServer
from generator.serve.state import PreviewState
from tests.serve.conftest import GUARD_SECONDS, Serve, refused


@pytest.mark.parametrize("by", [signal.SIGINT, signal.SIGTERM])
def test_ctrl_c_ends_it_with_a_browser_looking_on(
    serve_afresh: Serve, site: Path, by: signal.Signals
) -> None:
    served = serve_afresh(site)
    served.line()
    # A browser that goes away in the middle of an answer is no error.
    served.stream().close()
    with socket.create_connection(("127.0.0.1", served.port), GUARD_SECONDS) as hasty:
        hasty.sendall(b"GET /en/ HTTP/1.1\r\nHost: localhost\r\n\r\n")
    stream = served.stream()

    code, errors = served.end(by)

    assert (code, errors) == (0, [])
    with pytest.raises(ConnectionRefusedError):
        served.get("/en/")
    stream.close()


def test_ctrl_c_ends_it_in_the_middle_of_the_first_build(
    serve: Serve, serve_afresh: Serve, site: Path
) -> None:
    served = serve_afresh(site)

    code, errors = served.end()

    assert (code, errors) == (0, [])
    again = serve(site)
    again.line()
    assert again.get("/en/articles/port/").status == 200


def test_another_port_makes_no_page_anew(serve: Serve, site: Path) -> None:
    first = serve(site)
    assert "first build: 0 pages" not in first.line()
    first.end()
    second = serve(site)
    assert "first build: 0 pages made" in second.line()


def test_before_the_first_build_is_over_a_page_says_so(tmp_path: Path) -> None:
    server = PreviewServer("127.0.0.1", 0, tmp_path / "not-yet", PreviewState())
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        with pytest.raises(HTTPError) as caught:
            urlopen(f"{server.address}en/", timeout=GUARD_SECONDS)
        with caught.value as answer:
            page = answer.read().decode()
    finally:
        server.shutdown()
        server.server_close()

    assert answer.code == 503
    assert "is being built" in page
    assert '<script src="/.digest/reload.js"' in page


def test_a_port_that_is_taken_is_told_in_one_line(site: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        code, out, errors = refused(site, "--port", port)

    assert code == 2
    assert out == ""
    assert errors.count("\n") == 1
    assert f"port {port} is taken" in errors
    assert "--port" in errors


def test_an_address_of_another_machine_is_told_in_one_line(site: Path) -> None:
    code, out, errors = refused(site, "--port", "0", "--host", "192.0.2.7")

    assert (code, out, errors.count("\n")) == (2, "", 1)
    assert "192.0.2.7" in errors
    assert "127.0.0.1" in errors
