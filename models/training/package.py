"""An Argos package: a ZIP file of one folder, the same bytes for the same model."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Mapping
from pathlib import Path

FROM, TO = ("zh", "Chinese"), ("en", "English")
# A ZIP file has a date for each file; it says nothing here, so it is always the first there is.
_DATE = (1980, 1, 1, 0, 0, 0)


def metadata(version: str) -> dict[str, object]:
    """What ``metadata.json`` says."""
    return {
        "package_version": version,
        "argos_version": "1.9.0",
        "from_code": FROM[0],
        "from_name": FROM[1],
        "to_code": TO[0],
        "to_name": TO[1],
        "type": "translate",
    }


def pack(model: Path, tokenizer: Path, out: Path, version: str, card: Path | None) -> None:
    """Write the package ``out``: the folder ``model`` of a CTranslate2 model, the file
    ``tokenizer`` of SentencePiece, and a card, ``README.md``, if there is one."""
    root = f"translate-{FROM[0]}_{TO[0]}-digest-{version.replace('.', '_')}"
    files: dict[str, bytes] = {"metadata.json": _json(metadata(version))}
    if card is not None:
        files["README.md"] = card.read_bytes()
    files["sentencepiece.model"] = tokenizer.read_bytes()
    for path in sorted(model.iterdir()):
        files[f"model/{path.name}"] = path.read_bytes()
    write_zip({f"{root}/{name}": data for name, data in files.items()}, out)


def write_zip(files: Mapping[str, bytes], out: Path) -> None:
    """Write the files in their order; the same files give the same bytes."""
    out.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, data in files.items():
            entry = zipfile.ZipInfo(name, _DATE)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, data)


def _json(value: object) -> bytes:
    return (json.dumps(value, indent=2) + "\n").encode()
