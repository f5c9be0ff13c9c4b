"""Names that every system can have: sites are hosted anywhere, and folders shared with Windows.

What Windows does not allow is from "Naming Files, Paths, and Namespaces",
https://learn.microsoft.com/windows/win32/fileio/naming-a-file
"""

from __future__ import annotations

from unicodedata import normalize

from generator.patterns import late_regex

_PORTS = "0123456789¹²³"
_KEPT = frozenset(
    ["con", "prn", "aux", "nul", "conin$", "conout$"]
    + [f"{device}{port}" for device in ("com", "lpt") for port in _PORTS]
)
_FORBIDDEN = late_regex(r'[<>:"|?*\\]')
_SLUG = late_regex(r"[a-z0-9]+(?:-[a-z0-9]+)*")
Fault = tuple[str, str]


def is_kept(name: str) -> bool:
    """Whether Windows reserves ``name`` for a device, with any ending: ``con``, ``AUX.txt``."""
    return name.partition(".")[0].rstrip(" ").lower() in _KEPT


def fault_of_name(name: str) -> Fault | None:
    """Why Windows does not allow a file called ``name``, and what to do; ``None`` if it does."""
    if is_kept(name):
        return kept_fault(name.partition(".")[0])
    forbidden = _FORBIDDEN.search(name)
    if forbidden:
        return f"its name contains {forbidden[0]}, which Windows does not allow", "rename it"
    if name.endswith((".", " ")):
        return "its name ends in a dot or a space, which Windows drops", "rename it"
    return None


def fault_of_path(path: str) -> Fault | None:
    """The same of a path, with ``/`` between its names."""
    return next(filter(None, map(fault_of_name, path.split("/"))), None)


def known_as(path: str) -> str:
    """What macOS and Windows know a file by: neither its case nor how its accents are written."""
    return path.lower() if path.isascii() else normalize("NFC", path).casefold()


def kept_fault(name: str, hint: str = "rename it") -> Fault:
    """The message and the hint for a name that Windows reserves."""
    return f'"{name}" is a name that Windows reserves', hint


def is_slug(text: str) -> bool:
    """Whether ``text`` can stand in an address: a–z, 0–9 and single hyphens, to 100 of them, and
    no name that Windows reserves."""
    return len(text) <= 100 and _SLUG.fullmatch(text) is not None and not is_kept(text)


def slug_fault(slug: str, hint: str = "use a–z, 0–9 and hyphens") -> Fault:
    """The message and the hint for what cannot be a slug."""
    if is_kept(slug):
        return kept_fault(slug, f"for example {slug.lower()}-1")
    return f'"{slug}" cannot be used in an address', hint
