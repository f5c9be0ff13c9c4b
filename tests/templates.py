"""What saves tests from compiling the same templates again for each site that they make."""

from __future__ import annotations

from types import CodeType

import jinja2
from jinja2.bccache import Bucket

_known: dict[tuple[str, str], CodeType] = {}


class KnownTemplates(jinja2.FileSystemBytecodeCache):
    """Beside the folder of a site what this process has compiled for any other one.

    Code is known by the template's file and a hash of its text, so none is ever stale.
    """

    def load_bytecode(self, bucket: Bucket) -> None:
        bucket.code = _known.get((bucket.key, bucket.checksum))
        if bucket.code is None:
            super().load_bytecode(bucket)

    def dump_bytecode(self, bucket: Bucket) -> None:
        if bucket.code is not None:
            _known[bucket.key, bucket.checksum] = bucket.code
        super().dump_bytecode(bucket)


def compile_templates_once() -> None:
    """From now on every site uses what this process has compiled."""
    vars(jinja2)["FileSystemBytecodeCache"] = KnownTemplates
