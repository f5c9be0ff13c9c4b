"""Frames from other hosts in a text: links that become frames when a reader clicks them.

`generator.markup.sanitise` turns an ``<iframe>`` into a link with the class ``embed``. If the
settings allow its host, the link is marked, and a script replaces it by the frame on a click;
without scripts it stays a link. No frame is loaded before, so that the other host learns nothing of
readers without their consent.
"""

from __future__ import annotations

import html
from collections.abc import Iterable, Sequence
from urllib.parse import urlsplit

from generator.patterns import late_regex

_LINK = late_regex(r'<a class="embed" href="([^"]*)"')


def with_frames(
    blocks: Iterable[str], allowed: Sequence[str]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """``blocks`` with marks on the links of frames whose host is ``allowed``, and those hosts."""
    made = tuple(blocks)
    hosts = tuple(host for host in dict.fromkeys(frame_hosts(made)) if host in allowed)
    if not hosts:
        return made, ()
    return tuple(_marked(block, hosts) for block in made), hosts


def frame_hosts(blocks: Iterable[str]) -> list[str]:
    """The hosts of the frames in ``blocks``, in order."""
    return [
        host_of(html.unescape(address))
        for block in blocks
        if 'class="embed"' in block
        for address in _LINK.findall(block)
    ]


def host_of(address: str) -> str:
    """The host (and port, if any) of an https address; empty for any other."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    return parts.netloc.lower() if parts.scheme == "https" and "@" not in parts.netloc else ""


def _marked(block: str, hosts: Sequence[str]) -> str:
    for address in _LINK.findall(block):
        if host_of(html.unescape(address)) in hosts:
            link = f'<a class="embed" href="{address}"'
            block = block.replace(link, f"{link} data-embed", 1)
    return block
