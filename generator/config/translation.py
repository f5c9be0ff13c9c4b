"""The settings under ``translation``: how machine English is made, and by which engine."""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec
from msgspec import Meta

# Maps the name of an engine to the module that contains its `find_engine`.
ENGINES = {"argos": "generator.english.argos"}


def engine_names() -> tuple[str, ...]:
    """Return the values that ``translation.engine`` may have."""
    return (*ENGINES, "none")


ComputeType = Literal[
    "default", "auto", "int8", "int8_float32", "int8_float16", "int8_bfloat16",
    "int16", "float16", "bfloat16", "float32",
]  # fmt: skip


class TranslationSettings(msgspec.Struct, frozen=True):
    """``translation``: how English is made for articles without an English sidecar."""

    engine: Annotated[
        str,
        Meta(
            description="what makes English where there is no sidecar: the name of an engine "
            "(`argos`), or `none`",
            extra={"key": "translation.engine", "options": engine_names},
        ),
    ] = "argos"
    package: Annotated[
        str,
        Meta(
            description="name or folder of one Argos package",
            extra={
                "key": "translation.package",
                "without": "the best one installed, else the program's own",
            },
        ),
    ] = ""
    beam: Annotated[
        int,
        Meta(ge=1, le=16, description="beam size", extra={"key": "translation.beam"}),
    ] = 4
    threads: Annotated[
        int,
        Meta(
            ge=0,
            le=256,
            description="threads of the engine",
            extra={"key": "translation.threads", "without": "`0`: one for each core"},
        ),
    ] = 0
    compute_type: Annotated[
        ComputeType,
        Meta(
            description="how the engine calculates, in CTranslate2's words: `int8`, `float32` …",
            extra={"key": "translation.compute_type"},
        ),
    ] = "default"
