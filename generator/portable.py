"""File names that are valid on every system: a site may be hosted anywhere, and its folder may be
shared with Windows.

The rules of Windows are from "Naming Files, Paths, and Namespaces",
https://learn.microsoft.com/windows/win32/fileio/naming-a-file
"""

from __future__ import annotations

from unicodedata import normalize

from generator.patterns import late_regex

_PORTS = "0123456789¹²³"
_RESERVED = frozenset(
    ["con", "prn", "aux", "nul", "conin$", "conout$"]
    + [f"{device}{port}" for device in ("com", "lpt") for port in _PORTS]
)
_FORBIDDEN = late_regex(r'[<>:"|?*\\]')
_SLUG = late_regex(r"[a-z0-9]+(?:-[a-z0-9]+)*")
Fault = tuple[str, str]


def is_reserved(name: str) -> bool:
    """Return whether Windows reserves ``name`` for a device, with any extension: ``AUX.txt``."""
    return name.partition(".")[0].rstrip(" ").lower() in _RESERVED


def fault_of_name(name: str) -> Fault | None:
    """Return why Windows does not allow a file called ``name``, and what to do; ``None`` if it
    does."""
    if is_reserved(name):
        return reserved_fault(name.partition(".")[0])
    forbidden = _FORBIDDEN.search(name)
    if forbidden:
        return f"its name contains {forbidden[0]}, which Windows does not allow", "rename it"
    if name.endswith((".", " ")):
        return "its name ends in a dot or a space, which Windows drops", "rename it"
    return None


def fault_of_path(path: str) -> Fault | None:
    """Return the same for a path of names separated by ``/``: the fault of the first bad name."""
    return next(filter(None, map(fault_of_name, path.split("/"))), None)


def known_as(path: str) -> str:
    """Return ``path`` folded so that two paths which macOS or Windows take for the same file are
    equal: case and Unicode normalization do not count there."""
    return path.lower() if path.isascii() else normalize("NFC", path).casefold()


def reserved_fault(name: str, hint: str = "rename it") -> Fault:
    """Return the message and the hint for a name that Windows reserves."""
    return f'"{name}" is a name that Windows reserves', hint


def is_slug(text: str) -> bool:
    """Return whether ``text`` can be part of an address: a–z, 0–9 and single hyphens, at most 100
    characters, and not a name that Windows reserves."""
    return len(text) <= 100 and _SLUG.fullmatch(text) is not None and not is_reserved(text)


def slug_fault(slug: str, hint: str = "use a–z, 0–9 and hyphens") -> Fault:
    """Return the message and the hint for a text that `is_slug` refuses."""
    if is_reserved(slug):
        return reserved_fault(slug, f"for example {slug.lower()}-1")
    return f'"{slug}" cannot be used in an address', hint
