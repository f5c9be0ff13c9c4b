"""What a worker must have, so that its results are the same bytes as this machine's.

The program itself (its version, and the hash of its files, so that a checkout and a wheel of
other code are told apart), the libraries that results depend on, and for translation the
package, by the hash of its content.
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

# What translation and import depend on, beside Dask itself.
TRANSLATING = ("ctranslate2", "sentencepiece", "argos-translate-lt", "ahocorasick-rs")
IMPORTING = ("opencc", "lxml", "lxml-html-clean", "trafilatura", "ahocorasick-rs")
# Parts of the program's folder that no result depends on, or that a wheel has elsewhere.
_ELSEWHERE = frozenset({"__pycache__", "make_tables", "models", "starter", "templates"})


class Translating(msgspec.Struct, frozen=True):
    """How a worker translates. ``package`` is the hash of the package's content, empty where
    the engine has none; ``places`` are folders where it may lie; ``terms`` those of the site."""

    settings: TranslationSettings
    identity: EngineIdentity
    package: str
    places: tuple[str, ...]
    terms: tuple[Term, ...]


class Outfit(msgspec.Struct, frozen=True):
    """All that a worker must have. ``libraries``: name → version, empty where it is missing;
    ``translating`` is absent where pages are imported."""

    program: str
    files: str
    libraries: dict[str, str]
    translating: Translating | None = None

    def encode(self) -> bytes:
        """The outfit as bytes."""
        return msgspec.msgpack.encode(self)

    @property
    def name(self) -> str:
        """What a worker that has it offers (a resource of Dask's), and its plugin's name."""
        return outfit_name(self.encode())


def outfit_name(encoded: bytes) -> str:
    """The name of an encoded outfit."""
    return f"citydigest-{hashlib.blake2b(encoded, digest_size=8).hexdigest()}"


def outfit(libraries: Sequence[str], translating: Translating | None = None) -> Outfit:
    """What this machine has."""
    return Outfit(__version__, program_files(), _versions(libraries), translating)


def _versions(names: Sequence[str]) -> dict[str, str]:
    found = {}
    for name in ("distributed", *names):
        try:
            found[name] = version(name)
        except PackageNotFoundError:
            found[name] = ""
    return found


def difference(wanted: Outfit) -> tuple[str, str]:
    """How this machine differs from ``wanted``, in a line, and what to do; empty where it does
    not. The package is not looked at."""
    own = outfit([name for name in wanted.libraries if name != "distributed"])
    if own.program != wanted.program:
        return f"it has citydigest {own.program}, this machine {wanted.program}", _install(wanted)
    if own.files != wanted.files:
        what = f"its citydigest {own.program} is made of other files"
        return what, "install the same wheel on both"
    for name, there in own.libraries.items():
        here = wanted.libraries[name]
        if there != here:
            return (
                f"it has {name} {there or 'missing'}, this machine {here or 'has none'}",
                f'there: pip install "{name}=={here}"' if here else f"there: pip uninstall {name}",
            )
    return "", ""


def _install(wanted: Outfit) -> str:
    return f'there: pip install "citydigest[cluster]=={wanted.program}"'


@cache
def program_files() -> str:
    """A hash of the program's files, the same for a checkout and a wheel of the same code."""
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
