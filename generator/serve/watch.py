"""Watch the files of a site and wait for the next change.

Changes are found by comparing the states of the files at two moments. Notifications of the system
only start the next comparison at once, and say which files may have changed; all files are compared
again after the build that follows. So a needless notification does no harm, and a missed one
(network drives, a folder that was deleted and made again) only costs a moment.
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
from generator.pipeline.file_states import FileStates, State, state_of

if TYPE_CHECKING:
    from watchfiles.main import FileChange

_FOLDERS = ("content", "templates")
_FILE = "site.yaml"
# Temporary files of editing programs: hidden files (vim's .x.swp, Emacs' .#x, LibreOffice's
# .~lock, GNOME's .goutputstream), backups (x~, x.bak), Emacs' #x#, vim's test file 4913,
# JetBrains' x___jb_tmp___, unfinished downloads and copies.
_PASSING = late_regex(
    r"^\.|~$|^#.*#$|^4913$|___jb_\w+___$|\.(?:sw[a-z]|tmp|temp|bak|part|crdownload)$",
    re.IGNORECASE,
)
# In content/static/, hidden files are published.
_STATIC = "content/static"
_PASSING_STATIC = late_regex(_PASSING.pattern.replace(r"^\.|", r"^\.(?:#|~|.*\.sw[a-z]$)|"), re.I)
# A save has ended when nothing has changed for the first time; the second is the longest wait.
_QUIET_MS = 50
_SETTLE_MS = 500
# The timeout of one request for notifications, and the time between two checks of a changed file.
_TICK_MS = 100
_STILL_MS = 20
# Without a notification, files are compared this often, but for at most 1/50 of the time.
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
        """The current state of every file that a build reads, for `next`."""
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
            # Skip a link to a folder that has been visited.
            if real not in met:
                met.add(real)
                inner = [*self._look_into(folder, found, others)]
                others += inner
                waiting += inner
        found.others = frozenset(others)
        return found

    def _passing(self, folder: str) -> re.Pattern[str]:
        """The pattern of names to ignore in a folder."""
        static = Path(folder).relative_to(self._root).is_relative_to(_STATIC)
        return _PASSING_STATIC if static else _PASSING

    def _look_into(self, folder: str, found: FileStates, others: list[str]) -> Iterator[str]:
        """Add the files of a folder to ``found`` or ``others``, and yield its subfolders."""
        passing = self._passing(folder)
        try:
            with os.scandir(folder) as entries:
                for entry in entries:
                    if passing.search(entry.name):
                        others.append(entry.path)
                        continue
                    # A file that is deleted meanwhile counts as missing.
                    with contextlib.suppress(OSError):
                        if entry.is_dir():
                            yield entry.path
                        else:
                            found[entry.path] = state_of(entry)
        except OSError:
            return

    def next(self, seen: FileStates) -> tuple[list[str], FileStates]:
        """Wait until the files differ from ``seen``.

        Returns the changed paths, relative to the site and sorted, and the new states.
        """
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
                # None of these has changed; compare all files.
                noticed = frozenset()
            elif not self._arm():
                took = time.perf_counter() - start
                noticed = self._wait(max(_LOOK_AGAIN_MS, int(_SHARE * 1000 * took)))

    def _glance(self, seen: FileStates, noticed: frozenset[str]) -> FileStates | None:
        """``seen`` with the current states of the files ``noticed``.

        None if all files must be compared, because folders were made or deleted.
        """
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
        """Wait until the ``changed`` files stay the same; their states in ``now`` are updated.

        A program may just have emptied a file that it is about to write.
        """
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
        """Wait for notifications, but no longer than ``milliseconds``; return their paths."""
        end = time.monotonic() + milliseconds / 1000
        while (left := end - time.monotonic()) > 0:
            if self._notices is None:
                self._never.wait(left)
            elif noticed := next(self._notices):
                return frozenset(path for _, path in noticed)
        return frozenset()

    def _arm(self) -> bool:
        """Start to watch the top-level files, again if one was replaced; return whether it started.

        The system watches a file, not its name, so the watch is lost if a program saves
        ``site.yaml`` by renaming another file to it, or if a folder is deleted.
        """
        present = dict(_identities(self._tops))
        if present != self._armed or (present and self._notices is None):
            self._armed = present
            self._notices = _notices(list(present))
            return self._notices is not None
        return False


def _state(file: str) -> State | None:
    try:
        return state_of(file)
    except OSError:
        return None


def _identities(paths: list[Path]) -> Iterator[tuple[str, tuple[int, int]]]:
    for path in paths:
        try:
            stat = path.stat()
        except OSError:
            continue
        yield str(path), (stat.st_dev, stat.st_ino)


def _notices(paths: list[str]) -> Iterator[set[FileChange]] | None:
    """The system's notifications for ``paths``, an empty set at each timeout; None if the system
    has none."""
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
        # Watching begins with the first call.
        next(notices)
    except (OSError, RuntimeError):
        # Too many watches on this machine, or a folder was deleted just now.
        return None
    return notices
