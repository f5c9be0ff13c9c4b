"""What publishing costs: as much as changes, however much is published."""

from __future__ import annotations

import os
from collections import Counter
from pathlib import Path

import pytest

from generator.publish import Publication, Staged, altered

COUNTED = ("lstat", "stat", "scandir", "listdir", "open", "link", "replace", "mkdir", "unlink")


def publish_first(out: Path, count: int) -> tuple[dict[str, Staged], str]:
    """Publish so many files; what a caller remembers of them."""
    publication = Publication(out)
    stager = publication.prepare()
    staged = {f"en/articles/a-{n}/index.html": stager.stage(f"en/articles/a-{n}/index.html", b"old")
              for n in range(count)}  # fmt: skip
    publication.apply(staged)
    return staged, publication.stamp


def calls(monkeypatch: pytest.MonkeyPatch, out: Path, count: int) -> Counter[str]:
    """The system calls with which three of ``count`` files are published anew."""
    known, stamp = publish_first(out, count)
    counted: Counter[str] = Counter()
    with monkeypatch.context() as patched:
        for name in COUNTED:
            real = getattr(os, name)

            def call(
                *args: object, real: object = real, name: str = name, **more: object
            ) -> object:
                counted[name] += 1
                assert callable(real)
                return real(*args, **more)

            patched.setattr(os, name, call)
        changes: dict[str, bytes | Staged | Path] = dict.fromkeys([*known][:3], b"new")
        applied = Publication(out, known, stamp).apply(changes)
    assert applied.written == changes.keys()
    assert (out / next(iter(known))).read_bytes() == b"new"
    return counted


def test_the_work_depends_on_what_changes_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    few = calls(monkeypatch, tmp_path / "few", 20)
    many = calls(monkeypatch, tmp_path / "many", 400)
    assert few == many
    assert few["replace"] == 4  # three files and the journal


def test_a_caller_whose_stamp_is_old_is_not_believed(tmp_path: Path) -> None:
    out = tmp_path / "public"
    known, stamp = publish_first(out, 20)
    Publication(out).apply({"new.html": b"new"})
    publication = Publication(out, known, stamp)
    assert publication.stamp != stamp
    assert "new.html" in publication.made
    assert publication.apply({}, ["new.html", "never-made.html"]).removed == {"new.html"}
    assert not (out / "new.html").exists()


def test_what_was_altered_is_found(tmp_path: Path) -> None:
    out = tmp_path / "public"
    known, _ = publish_first(out, 6)
    files = [(path, file.size, file.mtime) for path, file in known.items()]
    assert altered(out, files) == set()
    paths = sorted(known)
    (out / paths[0]).write_bytes(b"by hand")
    (out / paths[1]).unlink()
    os.utime(out / paths[2], ns=(1, 1))
    (out / paths[3]).unlink()
    (out / paths[3]).symlink_to(out / paths[4])
    assert altered(out, files) == set(paths[:4])


@pytest.mark.parametrize(
    "path", ["../x", "/x", "a//b", "a/../../x", "./x", "a/.", "", ".files.json"]
)
def test_a_path_that_leads_out_is_refused(tmp_path: Path, path: str) -> None:
    with pytest.raises(ValueError, match="leads out of the folder"):
        Publication(tmp_path / "public").apply({path: b"x"})


def test_files_of_any_size_are_copied(tmp_path: Path) -> None:
    source = tmp_path / "film.mp4"
    source.write_bytes(os.urandom(3_000_000))
    out = tmp_path / "public"
    Publication(out).apply({"files/film.mp4": source, "index.html": b"x"})
    assert (out / "files/film.mp4").read_bytes() == source.read_bytes()
    before = (out / "files/film.mp4").stat()
    assert Publication(out).apply({"files/film.mp4": source}).written == frozenset()
    assert (out / "files/film.mp4").stat().st_mtime_ns == before.st_mtime_ns
