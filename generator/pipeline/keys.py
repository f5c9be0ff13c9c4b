"""Cache keys: hashes of plain data, the same in every process and on every machine."""

from __future__ import annotations

import hashlib

import msgspec


def _by_digest(value: object) -> str:
    """The ``digest`` attribute of an object such as `Rows`, which represents it in a key.

    The class is not checked, because importing it would slow down commands with nothing to do.
    """
    digest = getattr(value, "digest", None)
    if isinstance(digest, str):
        return digest
    raise NotImplementedError(f"{type(value).__name__} in a key")


# Dictionaries are not sorted, for speed: equal values made by the same code have the same order.
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
