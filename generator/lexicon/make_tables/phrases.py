"""Read the phrase dictionaries of the installed OpenCC."""

from __future__ import annotations

import subprocess
import tempfile
from functools import cache
from pathlib import Path

import opencc


@cache
def table(name: str) -> dict[str, list[str]]:
    """The ``.ocd2`` dictionary ``name`` of OpenCC: key → candidates, the usual one first."""
    folder = Path(opencc.__file__).parent / "clib"
    with tempfile.TemporaryDirectory() as scratch:
        out = Path(scratch) / "table.txt"
        source = folder / "share/opencc" / f"{name}.ocd2"
        tool = folder / "bin/opencc_dict"
        call = [str(tool), "-i", str(source), "-o", str(out), "-f", "ocd2", "-t", "text"]
        subprocess.run(call, check=True, capture_output=True)
        lines = out.read_text("utf-8").splitlines()
    pairs = (line.split("\t") for line in lines if "\t" in line)
    return {key: forms.split(" ") for key, forms in pairs}


@cache
def characters() -> dict[str, list[str]]:
    """Simplified character → Traditional ones, the usual one first."""
    return table("STCharacters")


@cache
def phrases() -> dict[str, str]:
    """Simplified phrase → its usual Traditional form."""
    more = table("STPhrases_GeneratedFromRegionalPhrases")
    return {key: forms[0] for key, forms in (more | table("STPhrases")).items()}


@cache
def regional() -> frozenset[str]:
    """Phrases, in both scripts, that are written differently in Taiwan or Hong Kong."""
    found: set[str] = set()
    for name in ("TWVariantsPhrases", "HKVariantsPhrases"):
        found.update(table(name))
        found.update(opencc.OpenCC("t2s").convert("\n".join(table(name))).split("\n"))
    return frozenset(phrase for phrase in found if len(phrase) > 1)


@cache
def ambiguous() -> frozenset[str]:
    """Simplified characters that have more than one Traditional form in these tables."""
    forms: dict[str, set[str]] = {key: set(found) for key, found in characters().items()}
    for key, form in phrases().items():
        if len(key) == len(form):
            for old, new in zip(key, form, strict=True):
                forms.setdefault(old, {old}).add(new)
    return frozenset(key for key, found in forms.items() if len(found) > 1)


def by_character(text: str) -> str:
    """``text`` with OpenCC's usual Traditional form of each character."""
    known = characters()
    return "".join(known[char][0] if char in known else char for char in text)
