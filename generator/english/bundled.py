"""The small translation package that comes with the program, so that no download is needed.

It is used if no other package for Chinese to English is installed and none is requested. It stays
packed; an engine unpacks it to load it (`generator.english.unpack`), so that a build leaves nothing
outside the site.
"""

from __future__ import annotations

import zipfile
from dataclasses import replace
from pathlib import Path, PurePosixPath

from generator.english.folders import bundled_file
from generator.english.packages import Package, PackageError, package_of
from generator.problem import DigestError, Problem
from generator.reading import parse_json


def bundled() -> Package | None:
    """The package that comes with the program; only its metadata is read. ``None`` if there is
    none.

    Raises `DigestError` if the file is damaged.
    """
    file = bundled_file()
    if file is None:
        return None
    try:
        with zipfile.ZipFile(file) as archive:
            inner = next(n for n in archive.namelist() if PurePosixPath(n).match("*/metadata.json"))
            package = package_of(parse_json(archive.read(inner).decode("utf-8")), file)
    except StopIteration:
        raise _damaged(file, "has no metadata.json") from None
    except (OSError, ValueError, zipfile.BadZipFile, PackageError) as error:
        raise _damaged(file, str(error)) from None
    # The file name without the version (`translate-zh_en-digest`), so that it differs from the name
    # of Argos' own package for the same languages.
    return replace(package, name=file.stem.rsplit("-", 1)[0], archive=True)


def _damaged(file: Path, why: str) -> DigestError:
    message = f"the package that comes with the program is damaged: {why}"
    return DigestError(Problem(str(file), message=message, hint="install the program again"))
