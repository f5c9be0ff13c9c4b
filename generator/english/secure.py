"""Downloads over https only; redirects must lead to https, too.

The only exception is this machine: an index at a loopback address (http://127.0.0.1/…) may use
plain http and lead to loopback addresses.
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
    """An address that is not secure; in messages, its text follows the address."""


def is_secure(address: str, origin: str) -> bool:
    """Whether ``address`` may be fetched when ``origin`` leads to it: it is https, or both are
    loopback addresses."""
    try:
        scheme = urlsplit(address).scheme
        local = _is_loopback(address) and _is_loopback(origin)
    except ValueError:
        return False
    return scheme == "https" or (scheme == "http" and local)


@contextmanager
def open_secure(address: str, headers: Mapping[str, str], origin: str = "") -> Iterator[Any]:
    """Open ``address``, to which ``origin`` led (empty if the user gave it).

    Raises `InsecureError` if it or a redirect is not secure, and ``OSError`` or
    ``http.client.HTTPException`` if the request fails.
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
        """The redirected request. Raises `InsecureError` if it would not be secure."""
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
