"""The requirements for a worker, so that its results are the same bytes as on this machine.

They are the program itself (its version, and a hash of its files, which detects other code with
the same version), the libraries that results depend on, and for translation the package,
identified by the hash of its content.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import msgspec

from generator import __version__
from generator.config import TranslationSettings
from generator.english.engine import EngineIdentity
from generator.terms import Term

# The libraries on which translation and import depend, besides Dask itself.
TRANSLATING = ("ctranslate2", "sentencepiece", "argos-translate-lt", "ahocorasick-rs")
IMPORTING = ("opencc", "lxml", "lxml-html-clean", "trafilatura", "ahocorasick-rs")
# Folders of the program that no result depends on, or that are elsewhere in a wheel.
_ELSEWHERE = frozenset({"__pycache__", "make_tables", "models", "starter", "templates"})


class Translating(msgspec.Struct, frozen=True):
    """The requirements for translation. ``package`` is the hash of the package's content, empty if
    the engine has none; ``places`` are folders where it may be; ``terms`` are the terms of the
    site."""

    settings: TranslationSettings
    identity: EngineIdentity
    package: str
    places: tuple[str, ...]
    terms: tuple[Term, ...]


class Environment(msgspec.Struct, frozen=True):
    """All requirements for a worker. ``libraries`` maps names to versions, empty if missing here;
    ``translating`` is None if pages are imported."""

    program: str
    files: str
    libraries: dict[str, str]
    translating: Translating | None = None

    def encode(self) -> bytes:
        """Return the environment as bytes."""
        return msgspec.msgpack.encode(self)

    @property
    def name(self) -> str:
        """The name of the Dask resource that a usable worker offers, and of its plugin."""
        return environment_name(self.encode())


def environment_name(encoded: bytes) -> str:
    """Return the name of an encoded environment."""
    return f"citydigest-{hashlib.blake2b(encoded, digest_size=8).hexdigest()}"


def local_environment(
    libraries: Sequence[str], translating: Translating | None = None
) -> Environment:
    """Return the environment of this machine, with the versions of ``libraries``."""
    return Environment(__version__, program_files(), _versions(libraries), translating)


def _versions(names: Sequence[str]) -> dict[str, str]:
    found = {}
    for name in ("distributed", *names):
        try:
            found[name] = version(name)
        except PackageNotFoundError:
            found[name] = ""
    return found


def difference(wanted: Environment) -> tuple[str, str]:
    """Return how this machine differs from ``wanted``, in one line, and what to do; two empty
    strings if it does not. The translation package is not compared."""
    own = local_environment([name for name in wanted.libraries if name != "distributed"])
    if own.program != wanted.program:
        return f"it has citydigest {own.program}, this machine {wanted.program}", _install(wanted)
    if own.files != wanted.files:
        what = f"its citydigest {own.program} is made of other files"
        return what, "install the same wheel on both"
    for name, there in own.libraries.items():
        here = wanted.libraries[name]
        if there != here:
            has = f"it has {name} {there}" if there else f"it has no {name}"
            return (
                f"{has}, this machine {here or 'has none'}",
                f'there: pip install "{name}=={here}"' if here else f"there: pip uninstall {name}",
            )
    return "", ""


def _install(wanted: Environment) -> str:
    return f'there: pip install "citydigest[cluster]=={wanted.program}"'


@cache
def program_files() -> str:
    """Return a hash of the program's files, equal for a checkout and a wheel of the same code."""
    top = Path(__file__).parent.parent
    digest = hashlib.sha256()
    for name, file in sorted((file.relative_to(top).as_posix(), file) for file in _files(top)):
        digest.update(f"{name}\0".encode())
        digest.update(hashlib.sha256(file.read_bytes()).digest())
    return digest.hexdigest()


def _files(folder: Path) -> Iterator[Path]:
    for path in folder.iterdir():
        if path.is_dir():
            if path.name not in _ELSEWHERE:
                yield from _files(path)
        elif path.suffix not in (".pyc", ".md"):
            yield path
