"""The keys of ``publish`` in ``site.yaml``."""

from __future__ import annotations

from typing import Annotated

import msgspec
from msgspec import Meta


class PublishSettings(msgspec.Struct, frozen=True):
    """``publish``: how the built site is published."""

    command: Annotated[
        str,
        Meta(
            description="what `digest publish` and the desk run, in the site's folder, once "
            "`public/` is built: `rsync -a --delete public/ host:site/`, a push with git",
            extra={"key": "publish.command", "without": "none", "verbatim": True},
        ),
    ] = ""
