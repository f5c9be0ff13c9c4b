"""Copy the program's templates and assets to a site, to be changed there.

`templates/.copied.json` has a hash of the original of each copy, so that a later version of the
program can tell whether the original has changed since.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path

import msgspec

from generator.problem import Problem, UsageError, did_you_mean
from generator.render.files import default_templates, templates_in
from generator.writing import write_whole

FOLDER = "templates"
RECORD = f"{FOLDER}/.copied.json"


class DamagedRecordError(ValueError):
    """The record of copies cannot be read."""


def copy_default(root: Path, name: str) -> str:
    """Copy the program's file ``name`` (``home.html``, ``assets/style.css``) to the site at
    ``root``, and record the hash of the original.

    Returns the path of the copy, relative to the site. Raises `UsageError` if the program has no
    such file or the site has it already.
    """
    name = name.removeprefix("./").removeprefix(f"{FOLDER}/")
    known = templates_in(default_templates())
    if name not in known:
        message = f'"{name}" is not a template of the program'
        hint = did_you_mean(name, known) or f"it has: {', '.join(known)}"
        raise UsageError(Problem("--template", message=message, hint=hint))
    path = f"{FOLDER}/{name}"
    if (root / path).exists() or (root / path).is_symlink():
        hint = "delete or rename it to copy the program's again"
        raise UsageError(Problem(path, message="already exists", hint=hint))
    try:
        before = recorded(root)
    except DamagedRecordError:
        before = {}
    data = known[name].read_bytes()
    write_whole(root / path, data)
    there = templates_in(root / FOLDER)
    kept = {other: digest for other, digest in before.items() if other in there}
    record = {**kept, name: version_of(data)}
    text = json.dumps(record, ensure_ascii=False, indent=1, sort_keys=True)
    write_whole(root / RECORD, text + "\n")
    return path


def recorded(root: Path) -> Mapping[str, str]:
    """Name → `version_of` of the program's file when it was copied.

    Empty if nothing was copied. Raises `DamagedRecordError` if the record cannot be read.
    """
    try:
        return msgspec.json.decode((root / RECORD).read_bytes(), type=dict[str, str])
    except FileNotFoundError:
        return {}
    except (OSError, msgspec.MsgspecError, RecursionError) as error:
        raise DamagedRecordError(str(error)) from error


def version_of(data: bytes) -> str:
    """A hash of a template, independent of its line ends."""
    return hashlib.blake2b(data.replace(b"\r\n", b"\n"), digest_size=12).hexdigest()
