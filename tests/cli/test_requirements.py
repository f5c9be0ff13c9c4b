"""The line of requirements.txt that ``digest init`` writes, for each way of installation."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from generator import __version__, installed
from tests.sites import run

HASH = "ab" * 32


def line_for(
    source: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str = "site"
) -> str:
    """The requirement of a new site if the program's direct_url.json contains ``source``."""

    class Installed:
        def read_text(self, name: str) -> str | None:
            assert name == "direct_url.json"
            return None if source is None else json.dumps(source)

    monkeypatch.setattr(installed, "distribution", lambda name: Installed())
    ran = run("init", str(tmp_path / name))
    assert ran.code == 0, ran.err
    lines = (tmp_path / name / "requirements.txt").read_text("utf-8").splitlines()
    (line,) = [line for line in lines if not line.startswith("#")]
    return line


@pytest.mark.parametrize(
    ("source", "line"),
    [
        (None, f"citydigest=={__version__}"),
        (
            {
                "url": "https://me:secret@example.org/p.git",
                "vcs_info": {"vcs": "git", "commit_id": "c0ffee"},
            },
            "citydigest @ git+https://example.org/p.git@c0ffee",
        ),
        (
            {"url": "https://example.org/c.whl", "archive_info": {"hashes": {"sha256": HASH}}},
            f"citydigest @ https://example.org/c.whl#sha256={HASH}",
        ),
        (
            {"url": "file:///no/such/folder", "dir_info": {"editable": True}},
            f"./wheels/citydigest-{__version__}-py3-none-any.whl",
        ),
        ({"url": 5}, f"./wheels/citydigest-{__version__}-py3-none-any.whl"),
    ],
)
def test_the_line_names_where_the_program_came_from(
    source: object, line: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert line_for(source, tmp_path, monkeypatch) == line


def test_a_wheel_of_this_machine_comes_along(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wheel = tmp_path / "a folder" / "citydigest-1-py3-none-any.whl"
    wheel.parent.mkdir()
    wheel.write_bytes(b"a wheel")
    line = line_for({"url": wheel.as_uri(), "archive_info": {}}, tmp_path, monkeypatch)
    assert line == "./wheels/citydigest-1-py3-none-any.whl"
    assert (tmp_path / "site" / line).read_bytes() == b"a wheel"


def test_a_copy_of_the_project_whose_commit_is_public(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def git(folder: Path, *args: str) -> str:
        settings = ("-c", "user.name=a", "-c", "user.email=a@example.org")
        ran = subprocess.run(
            ["git", *settings, *args], cwd=folder, check=True, capture_output=True, text=True
        )
        return ran.stdout.strip()

    remote, copy = tmp_path / "remote", tmp_path / "copy"
    remote.mkdir()
    git(remote, "init", "-q")
    (remote / "code.py").write_text("1\n")
    git(remote, "add", ".")
    git(remote, "commit", "-qm", "first")
    git(tmp_path, "clone", "-q", str(remote), str(copy))
    commit = git(copy, "rev-parse", "HEAD")
    source = {"url": copy.as_uri(), "dir_info": {}}
    wheel = f"./wheels/citydigest-{__version__}-py3-none-any.whl"
    assert line_for(source, tmp_path, monkeypatch, "a") == wheel

    git(copy, "remote", "set-url", "origin", "https://me:secret@example.org/p.git")
    line = line_for(source, tmp_path, monkeypatch, "b")
    assert line == f"citydigest @ git+https://example.org/p.git@{commit}"

    # A host could not see what was changed here and pushed nowhere.
    (copy / "code.py").write_text("2\n")
    assert line_for(source, tmp_path, monkeypatch, "c") == wheel
    git(copy, "commit", "-qam", "second")
    assert line_for(source, tmp_path, monkeypatch, "d") == wheel
