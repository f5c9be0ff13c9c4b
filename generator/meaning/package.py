"""The file with the network: found beside the translation package that comes with the program.

It is a ZIP archive with ``metadata.json``, ``sentencepiece.model``, the heads ``word.npy`` and
``whole.npy``, and a CTranslate2 encoder in ``model/``. It is never unpacked to a disk, so several
processes can load it at once.
"""

from __future__ import annotations

import hashlib
import os
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import msgspec
from msgspec import Meta

from generator.english.folders import BUNDLED_VARIABLE, bundled_file
from generator.problem import DigestError, Problem, UsageError

PATTERN = "meaning-zh_en-*.zip"
MODEL_FILES = ("model.bin", "config.json", "vocabulary.json")
_FILES = (
    "metadata.json",
    "sentencepiece.model",
    "word.npy",
    "whole.npy",
    *(f"model/{name}" for name in MODEL_FILES),
)
# The network has some 15 MB.
_MAX_FILE = 512 * 1024**2
# What zipfile and zlib raise for a damaged archive.
_DAMAGED = (
    OSError,
    ValueError,
    KeyError,
    EOFError,
    NotImplementedError,
    RuntimeError,
    msgspec.MsgspecError,
    zipfile.BadZipFile,
    zlib.error,
)


class Metadata(msgspec.Struct, frozen=True):
    """What ``metadata.json`` says.

    ``width`` is the length of the network's vectors. A word is doubted if its logit is at least
    ``word_threshold``, a pair as a whole if its logit is at least ``whole_threshold``. ``longest``
    is the most pieces of an input.
    """

    version: str
    width: Annotated[int, Meta(ge=1, le=4096)]
    word_threshold: float
    whole_threshold: float
    longest: Annotated[int, Meta(ge=8, le=4096)]


class Package(msgspec.Struct, frozen=True):
    """A package whose metadata have been read. ``identity`` differs for any other content."""

    file: Path
    metadata: Metadata
    identity: bytes


def find_package() -> Package:
    """The package that comes with the program, or the one in the folder ``CITYDIGEST_MODELS``.

    Raises `UsageError` if there is none, and `DigestError` if it is damaged.
    """
    file = bundled_file(PATTERN)
    if file is None:
        raise _absent()
    with named(file), zipfile.ZipFile(file) as archive:
        for name in _FILES:
            if archive.getinfo(name).file_size > _MAX_FILE:
                raise ValueError(f"{name} is too large")
        metadata = msgspec.json.decode(archive.read("metadata.json"), type=Metadata)
        checksums = ((name, archive.getinfo(name).CRC) for name in _FILES)
        identity = hashlib.blake2b(repr([*checksums]).encode(), digest_size=16).digest()
    return Package(file, metadata, identity)


def contents(package: Package) -> dict[str, bytes]:
    """The files of the package by name. Raises `DigestError` if it is damaged."""
    with named(package.file), zipfile.ZipFile(package.file) as archive:
        return {name: archive.read(name) for name in _FILES}


@contextmanager
def named(file: Path) -> Iterator[None]:
    """Turn what reading a damaged package raises into a `DigestError` that names it."""
    try:
        yield
    except DigestError:
        raise
    except _DAMAGED as error:
        reason = " ".join(str(error).split()) or type(error).__name__
        message = f"the model that compares meanings is damaged: {reason}"
        own = os.environ.get(BUNDLED_VARIABLE)
        hint = f"replace it, or unset {BUNDLED_VARIABLE}" if own else "install the program again"
        raise DigestError(Problem(str(file), message=message, hint=hint)) from None


def _absent() -> UsageError:
    folder = os.environ.get(BUNDLED_VARIABLE)
    if folder is None:
        message, hint = "the model that compares meanings is missing", "install the program again"
    elif folder and not Path(folder).is_dir():
        message = f"{BUNDLED_VARIABLE} names {folder}, which is not a folder"
        hint = f"name the folder with {PATTERN}, or unset {BUNDLED_VARIABLE}"
    elif folder:
        message = f"there is no {PATTERN} in {folder}"
        hint = f"put it there, or unset {BUNDLED_VARIABLE}"
    else:
        message = f"the model that compares meanings is off: {BUNDLED_VARIABLE} is empty"
        hint = f"unset {BUNDLED_VARIABLE}"
    return UsageError(Problem("--meaning", message=message, hint=hint))
