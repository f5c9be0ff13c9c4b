"""The Argos package index: lists its packages and downloads them.

Only `digest model install NAME` and the same on the desk use this module; a build never does.
"""

from __future__ import annotations

import errno
import http.client
import json
import socket
import urllib.error
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.english.folders import index_address
from generator.english.packages import SOURCE, TARGET, WANTED, LanguagePair
from generator.english.secure import TIMEOUT, is_secure, open_secure
from generator.patterns import late_regex
from generator.problem import DigestError, Problem, did_you_mean
from generator.reading import parse_json
from generator.writing import move

MAX_INDEX = 16_000_000
MAX_DOWNLOAD = 2 * 1024**3
CHUNK = 1 << 16
ATTEMPTS = 3
AGENT = "citydigest"
# Keys for the SHA-256 of a file in an index; Argos' own index has had none so far.
_CHECKSUMS = ("sha256", "sha256sum", "checksum")
_SHA256 = late_regex("[0-9a-f]{64}")

DownloadProgress = Callable[[int, int], None]


@dataclass(frozen=True)
class Offer(LanguagePair):
    """A package of the index. ``links`` are the secure addresses of its file.

    ``checksum`` is the SHA-256 of the file, if the index has one. ``index`` is the address of the
    index.
    """

    name: str
    version: str
    from_code: str
    to_code: str
    links: tuple[str, ...]
    checksum: str = ""
    index: str = ""


def read_index(address: str = "") -> list[Offer]:
    """The packages of the index. Raises `DigestError` if it cannot be read."""
    address = address or index_address()
    try:
        with open_secure(address, {"User-Agent": AGENT}) as response:
            data = response.read(MAX_INDEX + 1)
    except (OSError, http.client.HTTPException) as error:
        raise DigestError(
            _unreachable(address, error, "no package index at this address")
        ) from None
    try:
        entries = parse_json(data)
    except ValueError:
        entries = None
    if len(data) > MAX_INDEX or not isinstance(entries, list):
        raise DigestError(
            Problem(address, message="is not a package index", hint="a list in JSON is expected")
        )
    return [offer for offer in (_offer(entry, address) for entry in entries) if offer]


def _offer(entry: Any, index: str) -> Offer | None:
    if not isinstance(entry, dict) or entry.get("type", "translate") != "translate":
        return None
    version, source, target = (
        str(entry.get(key, "")) for key in ("package_version", "from_code", "to_code")
    )
    links = entry.get("links")
    links = links if isinstance(links, list) else []
    return Offer(
        name=f"translate-{source}_{target}",
        version=version,
        from_code=source,
        to_code=target,
        links=tuple(str(link) for link in links if is_secure(str(link), index)),
        checksum=_checksum(entry),
        index=index,
    )


def _checksum(entry: dict[str, Any]) -> str:
    """The checksum of an entry under any of its usual keys; empty if there is none."""
    hashes = entry.get("hashes")
    within = hashes if isinstance(hashes, dict) else {}
    values = [within.get("sha256"), *(entry.get(key) for key in _CHECKSUMS)]
    found = next((str(value) for value in values if value), "")
    return found.strip().lower().removeprefix("sha256:")


def choose_offer(offers: list[Offer], name: str) -> Offer:
    """The offer called ``name``. Raises `DigestError` for an unknown name, other languages, or an
    offer that cannot be downloaded safely."""
    found = next((offer for offer in offers if offer.name == name), None)
    if found is None:
        hint = did_you_mean(name, [o.name for o in offers]) or f"this program needs {WANTED}"
        raise DigestError(Problem(name, message="is not in the index", hint=hint))
    if not found.translates:
        message = f"translates {found.from_code} → {found.to_code}, not {SOURCE} → {TARGET}"
        raise DigestError(Problem(name, message=message, hint=f"this program needs {WANTED}"))
    if not found.links:
        raise DigestError(
            Problem(name, message="the index gives no https address to fetch it from")
        )
    if found.checksum and not _SHA256.fullmatch(found.checksum):
        message = f'the index gives the checksum "{found.checksum}", which is not a SHA-256'
        hint = "download the file yourself, then run: digest model install FILE"
        raise DigestError(Problem(name, message=message, hint=hint))
    return found


def download(
    offer: Offer, into: Path, progress: DownloadProgress | None = None
) -> tuple[Path, str]:
    """Download the file of an offer into the folder ``into``; returns the file and its address.

    ``progress`` is called with the number of bytes done and in total (0 if the server does not
    say). An interrupted download of an earlier call continues if the server still has the same
    file. Each address is tried three times. Raises `DigestError`; the bytes received so far are
    kept.
    """
    part = into / f"{offer.name}-{offer.version.replace('.', '_')}.argosmodel.part"
    failure: Problem | None = None
    for link in offer.links:
        for _ in range(ATTEMPTS):
            before = _size(part)
            try:
                _fetch(link, offer.index, part, progress)
                done = part.with_suffix("")
                move(part, done)
                _note(part).unlink(missing_ok=True)
                return done, link
            except (OSError, http.client.HTTPException) as error:
                if isinstance(error, OSError) and error.errno in (errno.ENOSPC, errno.EDQUOT):
                    raise
                failure = _unreachable(link, error, "no such file at this address", _size(part))
                if _is_past_end(error):
                    # The part is complete, or longer than the file is now: start over.
                    part.unlink(missing_ok=True)
                elif _size(part) <= before:
                    break
    assert failure is not None
    raise DigestError(failure)


def _fetch(link: str, index: str, part: Path, progress: DownloadProgress | None) -> None:
    """Download ``link`` into ``part``, continuing after the bytes that are there. Raises
    ``OSError`` if the connection breaks or fewer bytes arrive than announced."""
    have, mark = _size(part), _mark(part, link)
    headers = {"Range": f"bytes={have}-", "If-Range": mark} if have and mark else {}
    with open_secure(link, {"User-Agent": AGENT, **headers}, index) as response:
        resumed = response.status == http.client.PARTIAL_CONTENT and bool(headers)
        have = have if resumed else 0
        length = response.headers.get("Content-Length")
        total = have + int(length) if length and length.isdigit() else 0
        if total > MAX_DOWNLOAD:
            raise OSError(f"the file is too large for a package ({total / 1e6:,.0f} MB)")
        mark = response.headers.get("ETag") or response.headers.get("Last-Modified") or ""
        if not resumed:
            part.unlink(missing_ok=True)
            _note(part).write_bytes(json.dumps({"link": link, "mark": mark}).encode())
        with part.open("ab") as out:
            while chunk := response.read(CHUNK):
                out.write(chunk)
                have += len(chunk)
                if progress:
                    progress(have, total)
                if have > MAX_DOWNLOAD:
                    raise OSError("the file is too large for a package")
    if total and have < total:
        raise ConnectionError("the connection was lost")


def _note(part: Path) -> Path:
    return part.with_suffix(".from")


def _mark(part: Path, link: str) -> str:
    """The entity tag (or date) of the file of which ``part`` is the beginning, if it came from
    ``link``."""
    try:
        note = parse_json(_note(part).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return ""
    same = isinstance(note, dict) and note.get("link") == link
    mark = note.get("mark", "") if same else ""
    # A weak entity tag does not promise identical bytes, so the download cannot continue.
    return mark if isinstance(mark, str) and not mark.startswith("W/") else ""


def _is_past_end(error: Exception) -> bool:
    """Whether the server has no bytes from the place at which the download was to continue."""
    past_end = http.client.REQUESTED_RANGE_NOT_SATISFIABLE
    return isinstance(error, urllib.error.HTTPError) and error.code == past_end


def _size(file: Path) -> int:
    try:
        return file.stat().st_size
    except OSError:
        return 0


def _unreachable(address: str, error: Exception, missing: str, kept: int = 0) -> Problem:
    """The message for a failed request to ``address``; ``kept`` is the number of bytes kept."""
    if isinstance(error, urllib.error.HTTPError):
        error.close()
        text = missing if error.code in (404, 410) else f"the server answers {error.code}"
        return Problem(address, message=text, hint="check the address and try again")
    reason = error.reason if isinstance(error, urllib.error.URLError) else error
    if isinstance(reason, socket.gaierror):
        text = "the host is not found; is there a network?"
    elif isinstance(reason, TimeoutError):
        text = f"no answer within {TIMEOUT:.0f} seconds"
    elif isinstance(reason, OSError) and reason.strerror:
        text = f"cannot be reached: {reason.strerror}"
    else:
        text = str(reason) or type(reason).__name__
    if kept:
        hint = f"{kept / 1e6:.1f} MB are kept: run the same command to continue"
        return Problem(address, message=text, hint=hint)
    hint = "or download the file yourself, then run: digest model install FILE"
    return Problem(address, message=text, hint=hint)
