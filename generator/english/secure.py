"""Fetching over https only, all the way: the address, and whatever it is redirected to.

The one exception is this machine itself: an index that its user has named at a loopback
address (http://127.0.0.1/…) may be plain http, and lead to loopback addresses.
"""

from __future__ import annotations

import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http.client import HTTPMessage
from ipaddress import ip_address
from typing import IO, Any
from urllib.parse import urlsplit

TIMEOUT = 30.0


class InsecureError(OSError):
    """An address that is not fetched; its words follow the address in a message."""


def is_secure(address: str, origin: str) -> bool:
    """Whether ``address`` may be fetched when ``origin`` leads there: https, or from loopback
    to loopback."""
    try:
        scheme = urlsplit(address).scheme
        local = _is_loopback(address) and _is_loopback(origin)
    except ValueError:
        return False
    return scheme == "https" or (scheme == "http" and local)


@contextmanager
def open_secure(address: str, headers: Mapping[str, str], origin: str = "") -> Iterator[Any]:
    """The response for ``address``, which ``origin`` names (itself, where nothing does).

    Raises `InsecureError` where it or an address it is redirected to is not secure, and
    ``OSError`` or ``http.client.HTTPException`` for what goes wrong on the way.
    """
    if not is_secure(address, origin or address):
        raise InsecureError("only https addresses are fetched")
    opener = urllib.request.build_opener(_Redirects)
    response: IO[bytes]
    request = urllib.request.Request(address, headers=dict(headers))
    with opener.open(request, timeout=TIMEOUT) as response:
        yield response


class _Redirects(urllib.request.HTTPRedirectHandler):
    """Follows redirects to secure addresses only."""

    def redirect_request(
        self,
        req: urllib.request.Request,
        fp: IO[bytes],
        code: int,
        msg: str,
        headers: HTTPMessage,
        newurl: str,
    ) -> urllib.request.Request | None:
        """The request that follows. Raises `InsecureError` where it would not be secure."""
        if not is_secure(newurl, req.full_url):
            fp.close()
            raise InsecureError(f"is redirected to {newurl}, and only https addresses are fetched")
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def _is_loopback(address: str) -> bool:
    host = urlsplit(address).hostname or ""
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False
