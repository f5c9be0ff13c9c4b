"""Confirm that sidecars match the current Chinese text."""

from __future__ import annotations

from dataclasses import replace
from pathlib import PurePosixPath

from generator.content.sidecar import stamp
from generator.reading import read_text
from generator.sidecars.edit import SidecarEdit
from generator.sidecars.pending import block_count, sidecar_of, unpaired
from generator.writing import replace_text


def confirm(edit: SidecarEdit) -> list[str]:
    """Write the hash of the current Chinese into each sidecar.

    Returns the paths of the files that changed. A sidecar that is missing, cannot be parsed, or has
    another number of blocks than the Chinese is reported as an error and not changed.
    """
    stamped = []
    for bundle in edit.bundles:
        source = edit.processor.chinese(bundle, edit.report)
        if bundle.english is None:
            path = bundle.article.path
            hint = f"`digest translate {PurePosixPath(path).stem}` writes one"
            edit.report.error(path, field="English", message="there is none to confirm", hint=hint)
            continue
        if source is None:
            continue
        file = edit.root / bundle.english.path
        sidecar = sidecar_of(edit, bundle)
        if sidecar is not None and block_count(sidecar) != source[1].count("-"):
            done = unpaired(sidecar, *source)
            edit.report.extend(replace(p, severity="error") for p in done.problems)
            continue
        text = read_text(file, bundle.english.path, edit.report)
        made = stamp(text, source[1]) if text is not None else text
        if made is not None and made != text:
            with replace_text(file) as stream:
                stream.write(made)
            stamped.append(bundle.english.path)
    return stamped
