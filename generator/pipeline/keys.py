"""Keys: hashes of plain data, the same in every process and on every machine."""

from __future__ import annotations

import hashlib

import msgspec


def _by_digest(value: object) -> str:
    """What stands in a key for that which has a digest of its own, such as `Rows`: its class is
    not imported, since commands that find nothing to do make keys too."""
    digest = getattr(value, "digest", None)
    if isinstance(digest, str):
        return digest
    raise NotImplementedError(f"{type(value).__name__} in a key")


# Not sorted: equal values made by the same code have the same order, and keys must be quick.
_ENCODER = msgspec.msgpack.Encoder(enc_hook=_by_digest)


def encoded(value: object) -> bytes:
    """``value`` (structs, dataclasses, built-in types) as MessagePack."""
    return _ENCODER.encode(value)


def key_of(*parts: object) -> str:
    """A hash of ``parts`` as `encoded`, 96 bits in hexadecimal digits."""
    return digest_of(_ENCODER.encode(parts))


def digest_of(data: bytes) -> str:
    """A hash of ``data``, 96 bits in hexadecimal digits."""
    return hashlib.blake2b(data, digest_size=12).hexdigest()
