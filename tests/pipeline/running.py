"""What a running preview keeps from build to build, built by hand after each edit."""

from __future__ import annotations

from generator.cli.build import clock
from generator.pipeline.result import Options
from generator.pipeline.session import Session
from generator.pipeline.stages import build
from generator.serve.preview import preview_folder
from generator.serve.watch import Watch
from tests.sites import TestSite


class Running:
    """A session as `generator.serve.preview` has it, in one process. To be closed."""

    def __init__(self, site: TestSite) -> None:
        self.site = site
        self._session = Session(site.root, stays=True)
        self._watch = Watch(site.root)
        self._seen = self._watch.look()
        self.build()

    def build(self) -> dict[str, bytes]:
        """Build as the files are now; the files of the preview."""
        self._session.looked = self._seen
        folder = preview_folder(self.site.root)
        build(self.site.root, Options(out=folder, now=clock()), None, self._session)
        return self.site.files(str(folder.relative_to(self.site.root)))

    def after_an_edit(self) -> dict[str, bytes]:
        """Build what has changed."""
        _, self._seen = self._watch.next(self._seen)
        return self.build()

    def close(self) -> None:
        """Let go of it."""
        self._session.close()
