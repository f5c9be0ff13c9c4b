"""A publication that is killed, or refused by the system, at every one of its operations.

    python -m tests.publish.faults SCENARIO FAULT FOLDER

Each point runs in a forked child; then the next run's recovery is looked at. Prints the number
of points, or what went wrong at the first one that failed (exit code 1).
"""

from __future__ import annotations

import errno
import os
import shutil
import stat
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from generator.publish import Publication, recover, trees
from generator.publish.manifest import MANIFEST, encode_manifest

KILLED = 77
REFUSED = 3

# What Python tells an audit hook of, of what changes a disk; and the exchange of folders.
_EVENTS = frozenset(
    "os.mkdir os.rename os.link os.remove os.rmdir os.chmod os.chown os.truncate"
    " ctypes.dlsym shutil.copyfile".split()
)
_ALLOCATING = frozenset(("os.mkdir", "os.link", "open", "os.write", "shutil.copyfile"))

Tree = dict[str, bytes]


@dataclass
class Scenario:
    """A published site, the change that is to be made, and what others put there."""

    old: Tree
    changes: Tree
    removals: list[str]
    foreign: Tree = field(default_factory=dict)
    in_child: Callable[[Path], None] = lambda out: None
    # One rename or exchange: the site is whole before any recovery.
    at_once: bool = False

    @property
    def new(self) -> Tree:
        """The site afterwards."""
        gone = set(self.removals)
        return {p: d for p, d in self.old.items() if p not in gone} | self.changes


def _pages(count: int, word: str) -> Tree:
    return {
        f"en/articles/a-{number}/index.html": f"<p>{word} {number}".encode() * 40
        for number in range(count)
    }


def _few() -> Scenario:
    """A file that becomes a folder and a folder that becomes a file among them."""
    old = _pages(12, "old") | {"assets/style.css": b"old", "x": b"a file", "y/z/file": b"deep"}
    changes = _pages(3, "new") | {
        "assets/style.css": b"new",
        "zh/neu/ganz/index.html": b"new folders",
        "x/index.html": b"in a folder now",
        "y": b"a file now",
    }
    gone = ["x", "y/z/file", "en/articles/a-7/index.html", "en/articles/a-8/index.html"]
    foreign = {"CNAME": b"digest.example", ".ssh/key": b"secret", "en/articles/a-7/own": b"own"}
    return Scenario(old, changes, gone, foreign)


def _many() -> Scenario:
    old = _pages(8, "old") | {"style.css": b"old", "x": b"a file"}
    changes = _pages(5, "new") | {"style.css": b"new", "zh/index.html": b"n", "x/y": b"folder"}
    foreign = {"CNAME": b"digest.example", "en/articles/a-7/own": b"own"}
    gone = ["x", "en/articles/a-7/index.html"]
    return Scenario(old, changes, gone, foreign, at_once=True)


def _all() -> Scenario:
    """Every page changes, none is added or removed: the list of files stays the same."""
    foreign = {"CNAME": b"digest.example"}
    return Scenario(_pages(6, "old"), _pages(5, "new"), [], foreign, at_once=True)


def _no_exchange(out: Path) -> None:
    vars(trees)["exchange"] = lambda first, second: False


def _mounted(out: Path) -> None:
    """No rename and no link leads into the folder from beside it."""
    top = str(out)
    for name in ("rename", "replace", "link"):
        real = getattr(os, name)

        def crossing(source: Any, target: Any, *, real: Any = real, **more: Any) -> None:
            if str(source).startswith(top + "/") != str(target).startswith(top + "/"):
                raise OSError(errno.EXDEV, os.strerror(errno.EXDEV), str(source))
            real(source, target, **more)

        setattr(os, name, crossing)
    _no_exchange(out)


def _without_links(out: Path) -> None:
    def link(source: Any, target: Any, **more: Any) -> None:
        raise PermissionError(errno.EPERM, "no hard links here")

    vars(os)["link"] = link
    os.supports_follow_symlinks.add(link)


def scenarios() -> Mapping[str, Scenario]:
    """All of them by name."""
    few, many = _few(), _many()
    return {
        "few": few,
        "many": many,
        "all": _all(),
        "first": Scenario({}, many.new, [], at_once=True),
        "no-exchange": Scenario(
            many.old, many.changes, many.removals, many.foreign, in_child=_no_exchange
        ),
        "mounted": Scenario(few.old, few.changes, few.removals, few.foreign, in_child=_mounted),
        "no-links": Scenario(
            few.old, few.changes, few.removals, few.foreign, in_child=_without_links
        ),
    }


def write_tree(top: Path, tree: Tree) -> None:
    """Write files below ``top``."""
    for path, data in tree.items():
        (top / path).parent.mkdir(parents=True, exist_ok=True)
        (top / path).write_bytes(data)


def read_tree(top: Path) -> Tree:
    """All files below ``top``, without the manifest."""
    return {
        file.relative_to(top).as_posix(): file.read_bytes()
        for file in top.rglob("*")
        if file.is_file() and file.name != MANIFEST
    }


class Faults:
    """Counts operations; at the ``point``-th one the fault happens."""

    def __init__(self, kind: str, point: int) -> None:
        self._kind, self._point = kind, point
        self.count = 0
        sys.addaudithook(self._told)
        for name in ("write", "fsync"):
            setattr(os, name, self._wrapped(name, getattr(os, name)))

    def _told(self, event: str, args: tuple[Any, ...]) -> None:
        writes = event == "open" and isinstance(args[2], int) and args[2] & os.O_CREAT
        if writes or event in _EVENTS:
            self._step(event)

    def _wrapped(self, name: str, real: Callable[..., Any]) -> Callable[..., Any]:
        def step(handle: int, *data: bytes) -> Any:
            self._step(f"os.{name}")
            if name == "write" and len(data[0]) > 100 and self.count % 3 == 0:
                # A system may write less than it was given.
                return real(handle, data[0][:100])
            return real(handle, *data)

        return step

    def _step(self, event: str) -> None:
        self.count += 1
        if self._kind == "killed" and self.count == self._point:
            os._exit(KILLED)
        elif self._kind == "refused" and self.count == self._point:
            raise PermissionError(errno.EACCES, "refused", event)
        elif self._kind == "full" and self.count >= self._point and event in _ALLOCATING:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), event)


def _child(work: Callable[[], None], kind: str, point: int) -> int:
    """Run ``work`` in a child with a fault; its exit code."""
    process = os.fork()
    if process:
        return os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])
    code = 1
    try:
        faults = Faults(kind, point)
        try:
            work()
            code = 0 if faults.count < point else 4
        except OSError:
            code = REFUSED
    finally:
        os._exit(code)


def _publish(out: Path, scenario: Scenario) -> None:
    changes: dict[str, bytes | Path] = dict(scenario.changes)
    Publication(out).apply(changes, scenario.removals)


def _recover(out: Path) -> None:
    recover(out)


def _modes(top: Path) -> dict[str, int]:
    return {
        path.relative_to(top).as_posix(): stat.S_IMODE(path.lstat().st_mode)
        for path in top.rglob("*")
        if ".ssh" in path.parts or path.name in ("CNAME", "own")
    }


def check(scenario: Scenario, kind: str, point: int, folder: Path) -> bool:
    """One point; False where the publication ended before it. Raises ``AssertionError``."""
    out = folder / "public"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    if scenario.old:
        write_tree(out, scenario.old | scenario.foreign)
        (out / MANIFEST).write_bytes(encode_manifest(sorted(scenario.old)))
        if (out / ".ssh").exists():
            (out / ".ssh").chmod(0o700)
            (out / ".ssh/key").chmod(0o600)
    modes, stood = _modes(out), {p: (out / p).stat() for p in scenario.old}
    old, new = ({**tree, **scenario.foreign} for tree in (scenario.old, scenario.new))

    def work() -> None:
        scenario.in_child(out)
        _publish(out, scenario)

    code = _child(work, kind, point)
    assert code in (0, 4, KILLED, REFUSED), f"ended with {code}"
    left = read_tree(out)
    for path, data in left.items():
        if not path.startswith(".files.next"):
            assert data in (old.get(path), new.get(path)), f"{path} is not whole"
    assert scenario.foreign.items() <= left.items(), "a file of others is not whole"
    if code == REFUSED and kind == "full":
        assert left == old, "a full disk has changed the site"
    if scenario.at_once:
        assert left in (old, new), "half a site was seen"
    if code == KILLED and point % 3 == 0:
        # Whoever comes next may be killed too, and the one after that.
        for again in (1 + point % 5, 2 + point % 9):
            _child(lambda: _recover(out), "killed", again)
    assert not recover(out)
    left = read_tree(out)
    assert left in (old, new), "neither the old site nor the new one"
    assert sorted(p.name for p in folder.iterdir()) in ([], ["public"]), "something is left over"
    assert _modes(out) == modes, "permissions of others have changed"
    _publish(out, scenario)
    assert read_tree(out) == new, "the next publication did not lead to the new site"
    assert (out / MANIFEST).read_bytes() == encode_manifest(sorted(scenario.new))
    for path in stood.keys() - scenario.changes.keys() - {*scenario.removals}:
        then, now = stood[path], (out / path).stat()
        assert then.st_mtime_ns == now.st_mtime_ns, f"{path} has a new time stamp"
    return code != 0


def main() -> int:
    """Every point of a scenario in turn."""
    name, kind, folder = sys.argv[1:]
    scenario, point = scenarios()[name], 1
    try:
        while check(scenario, kind, point, Path(folder)):
            point += 1
    except AssertionError as error:
        print(f"{name}, {kind} at operation {point}: {error}")
        return 1
    print(point - 1)
    return 0


if __name__ == "__main__":
    sys.exit(main())
