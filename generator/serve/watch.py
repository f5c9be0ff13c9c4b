"""What an editor changes: the files of a site as they stand, and a wait for the next change.

What has changed is found by comparing two looks at the files. The system's own notices
make the next look come at once, and say which files it may be about; all are looked at again
after the build that follows. A notice too many is then nothing, one that is missed (network
drives, a folder that went and came back) costs a moment only.
"""

from __future__ import annotations

import contextlib
import os
import re
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from generator.patterns import late_regex
from generator.pipeline.file_states import FileStates

if TYPE_CHECKING:
    from watchfiles.main import FileChange

_FOLDERS = ("content", "templates")
_FILE = "site.yaml"
# What editors put down while they save: hidden files (vim's .x.swp, Emacs' .#x, LibreOffice's
# .~lock, GNOME's .goutputstream), backups (x~, x.bak), Emacs' #x#, vim's trial file 4913,
# JetBrains' x___jb_tmp___, unfinished downloads and copies.
_PASSING = late_regex(
    r"^\.|~$|^#.*#$|^4913$|___jb_\w+___$|\.(?:sw[a-z]|tmp|temp|bak|part|crdownload)$",
    re.IGNORECASE,
)
# In content/static/, hidden files are published.
_STATIC = "content/static"
_PASSING_STATIC = late_regex(_PASSING.pattern.replace(r"^\.|", r"^\.(?:#|~|.*\.sw[a-z]$)|"), re.I)
# A save is over when nothing has moved for this long; more than the second is not waited for.
_QUIET_MS = 50
_SETTLE_MS = 500
# How long the system is asked for notices at a time.
_TICK_MS = 100
_STILL_MS = 20
# Without a notice: a look this often, but for a fiftieth of the time at most.
_LOOK_AGAIN_MS = 1000
_SHARE = 50


class Watch:
    """Watches ``site.yaml``, ``content/`` and ``templates/`` of the site at ``root``."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._tops = [root / _FILE, *(root / name for name in _FOLDERS)]
        self._folders = frozenset(str(root / name) for name in _FOLDERS)
        self._armed: dict[str, tuple[int, int]] = {}
        self._notices: Iterator[set[FileChange]] | None = None
        self._never = threading.Event()

    def look(self) -> FileStates:
        """Every file that a build reads, as it stands now; later changes end `next`."""
        found = FileStates()
        others: list[str] = []
        state = _state(str(self._root / _FILE))
        if state is not None:
            found[str(self._root / _FILE)] = state
        met: set[str] = set()
        waiting = [str(self._root / name) for name in _FOLDERS]
        while waiting:
            folder = waiting.pop()
            real = os.path.realpath(folder)
            # A link back up: what is below has been seen already.
            if real not in met:
                met.add(real)
                inner = [*self._look_into(folder, found, others)]
                others += inner
                waiting += inner
        found.others = frozenset(others)
        return found

    def _passing(self, folder: str) -> re.Pattern[str]:
        """What names of a folder are passed by."""
        static = Path(folder).relative_to(self._root).is_relative_to(_STATIC)
        return _PASSING_STATIC if static else _PASSING

    def _look_into(self, folder: str, found: FileStates, others: list[str]) -> Iterator[str]:
        """Add the files of a folder to what was ``found``, or to the ``others``; the folders in
        it."""
        passing = self._passing(folder)
        try:
            with os.scandir(folder) as entries:
                for entry in entries:
                    if passing.search(entry.name):
                        others.append(entry.path)
                        continue
                    # What goes while it is looked at is not there.
                    with contextlib.suppress(OSError):
                        if entry.is_dir():
                            yield entry.path
                        else:
                            stat = entry.stat()
                            found[entry.path] = stat.st_size, stat.st_mtime_ns, stat.st_ino
        except OSError:
            return

    def next(self, seen: FileStates) -> tuple[list[str], FileStates]:
        """Wait until the files differ from ``seen``; the changed paths, and the new look."""
        noticed: frozenset[str] = frozenset()
        while True:
            start = time.perf_counter()
            now = self._glance(seen, noticed) if noticed else None
            if now is None:
                now = self.look()
            changed = [file for file in seen.keys() | now.keys() if seen.get(file) != now.get(file)]
            if changed:
                self._settle(changed, now)
                paths = (Path(file).relative_to(self._root).as_posix() for file in changed)
                return sorted(paths), now
            if noticed:
                # Nothing of that: something else, perhaps.
                noticed = frozenset()
            elif not self._arm():
                took = time.perf_counter() - start
                noticed = self._wait(max(_LOOK_AGAIN_MS, int(_SHARE * 1000 * took)))

    def _glance(self, seen: FileStates, noticed: frozenset[str]) -> FileStates | None:
        """``seen``, with the files that were ``noticed`` looked at again; None where that does not
        tell all: where folders come or go."""
        now = FileStates(seen)
        now.others = seen.others
        for file in noticed:
            folder, _, name = file.rpartition(os.sep)
            known = file in seen
            if not known and file != str(self._root / _FILE):
                if folder not in seen.others and folder not in self._folders:
                    return None
                if self._passing(folder).search(name):
                    if (file in seen.others) != os.path.lexists(file):
                        return None
                    continue
            state = _state(file)
            if file in seen.others or (state is not None and Path(file).is_dir()):
                return None
            if state is None:
                now.pop(file, None)
            else:
                now[file] = state
        return now

    def _settle(self, changed: list[str], now: FileStates) -> None:
        """Wait until ``changed`` stay as they are: an editor may just have emptied a file that
        it is about to write."""
        for _ in range(_SETTLE_MS // _STILL_MS):
            self._never.wait(_STILL_MS / 1000)
            before = {file: now.get(file) for file in changed}
            for file in changed:
                state = _state(file)
                if state is None:
                    now.pop(file, None)
                else:
                    now[file] = state
            if before == {file: now.get(file) for file in changed}:
                return

    def _wait(self, milliseconds: int) -> frozenset[str]:
        """Return at the next notices, or when the time is over; the paths they are about."""
        end = time.monotonic() + milliseconds / 1000
        while (left := end - time.monotonic()) > 0:
            if self._notices is None:
                self._never.wait(left)
            elif noticed := next(self._notices):
                return frozenset(path for _, path in noticed)
        return frozenset()

    def _arm(self) -> bool:
        """Ask for notices of what there is, anew where a top was replaced; whether it did.

        A notice is bound to a file, not to its name: it is lost when an editor saves
        ``site.yaml`` by renaming another file over it, or a folder is taken away.
        """
        present = dict(_identities(self._tops))
        if present != self._armed or (present and self._notices is None):
            self._armed = present
            self._notices = _notices(list(present))
            return self._notices is not None
        return False


def _state(file: str) -> tuple[int, int, int] | None:
    try:
        stat = Path(file).stat()
    except OSError:
        return None
    return stat.st_size, stat.st_mtime_ns, stat.st_ino


def _identities(paths: list[Path]) -> Iterator[tuple[str, tuple[int, int]]]:
    for path in paths:
        try:
            stat = path.stat()
        except OSError:
            continue
        yield str(path), (stat.st_dev, stat.st_ino)


def _notices(paths: list[str]) -> Iterator[set[FileChange]] | None:
    """The system's notices of ``paths``, an empty one a tick; None where it gives none."""
    from watchfiles import watch

    if not paths:
        return None
    notices = watch(
        *paths,
        watch_filter=None,
        debounce=_SETTLE_MS,
        step=_QUIET_MS,
        rust_timeout=_TICK_MS,
        yield_on_timeout=True,
        debug=False,
        force_polling=False,
        ignore_permission_denied=True,
    )
    try:
        # It watches from the first tick on.
        next(notices)
    except (OSError, RuntimeError):
        # Too many watches on this machine, or a folder went just now.
        return None
    return notices
