"""The shell of the recipes in docs/hosting.md, run in an environment with nothing else in it.

A stand-in for the package index: `pip` is the real one, but finds only the wheel of this program,
and takes its libraries from the machine.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.sites import TestSite, run

ROOT = Path(__file__).parent.parent.parent
TEXT = (ROOT / "docs/hosting.md").read_text("utf-8")


def blocks(heading: str, language: str) -> list[str]:
    """The fenced blocks of a language in one section."""
    section = re.split(r"^## ", TEXT.partition(f"\n## {heading}")[2], maxsplit=1, flags=re.M)[0]
    return re.findall(rf"^```{language}\n(.*?)^```", section, re.M | re.S)


def workflow() -> list[dict[str, Any]]:
    """The steps of the workflow for GitHub."""
    (text,) = blocks("GitHub Pages", "yaml")
    steps: list[dict[str, Any]] = yaml.safe_load(text)["jobs"]["build"]["steps"]
    return steps


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel that ``make wheel`` makes."""
    folder = tmp_path_factory.mktemp("dist")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    (made,) = folder.glob("*.whl")
    return made


class Host:
    """A machine that has a fresh checkout of a site, a shell, Python and pip."""

    def __init__(self, folder: Path, site: Path) -> None:
        self.site = folder / "checkout"
        shutil.copytree(site, self.site)
        self.installed = folder / "installed"
        tools = folder / "tools"
        tools.mkdir()
        pip = tools / "pip"
        # Libraries are there already; the program is not.
        pip.write_text(
            f'#!/bin/sh\nexec "{sys.executable}" -m pip "$@" --quiet --no-index --no-deps '
            f'--no-compile --disable-pip-version-check --upgrade --target "{self.installed}"\n'
        )
        pip.chmod(0o755)
        self.environment = {
            "PATH": f"{tools}:{self.installed}/bin:/usr/bin:/bin",
            "HOME": str(folder / "home"),
            "PYTHONPATH": str(self.installed),
            "LANG": "C.UTF-8",
        }

    def run(self, command: str) -> str:
        """What a command of a recipe prints; it has to work."""
        ran = subprocess.run(
            ["bash", "-ec", command],
            cwd=self.site,
            env=self.environment,
            capture_output=True,
            text=True,
        )
        assert ran.returncode == 0, ran.stdout + ran.stderr
        return ran.stdout


@pytest.fixture
def host(tmp_path: Path, wheel: Path) -> Host:
    """A host with the site that ``digest init`` made, and the wheel that it asks for."""
    site = tmp_path / "my-site"
    assert run("init", str(site)).code == 0
    (line,) = [
        line
        for line in (site / "requirements.txt").read_text("utf-8").splitlines()
        if not line.startswith("#")
    ]
    if line.startswith("./"):
        (site / line).parent.mkdir()
        shutil.copyfile(wheel, site / line)
    else:
        (site / "requirements.txt").write_text(f"{wheel}\n", "utf-8")
    return Host(tmp_path / "host", site)


def test_the_workflow_for_github(host: Host) -> None:
    steps = workflow()
    commands = [step["run"] for step in steps if "run" in step]
    for command in commands:
        host.run(command)
    uses = {
        step["uses"].partition("@")[0]: step.get("with", {}) for step in steps if "uses" in step
    }
    public = host.site / uses["actions/upload-pages-artifact"]["path"]
    assert (public / "en/articles/welcome/index.html").is_file()
    assert uses["actions/setup-python"]["cache"] == "pip"
    assert (host.site / "requirements.txt").is_file()
    before = TestSite(host.site).files()

    # The next run: a fresh checkout, a fresh installation, and the folder that was kept.
    kept = host.site / uses["actions/cache"]["path"]
    assert kept.is_dir()
    shutil.rmtree(host.installed)
    shutil.rmtree(public)
    shutil.rmtree(kept / "check")
    for file in (host.site / "content").rglob("*"):
        os.utime(file, (0, 0))
    host.run(commands[0])
    for file in host.installed.rglob("generator/**/*.py"):
        os.utime(file, (1, 1))
    assert "(read 0, reused 1)" in host.run(commands[-1])
    assert TestSite(host.site).files() == before


def test_the_command_for_netlify_and_cloudflare(host: Host) -> None:
    section = TEXT.partition("\n## Netlify")[2]
    (command,) = re.findall(r"`(pip install [^`]*)`", section.partition("\n## ")[0])
    headers = blocks("Netlify", "")[0]
    (host.site / "content/static").mkdir()
    (host.site / "content/static/_headers").write_text(headers, "utf-8")
    host.run(command)
    public = host.site / "public"
    assert (public / "404.html").is_file()
    host.run("digest build")
    assert (public / "_headers").read_text("utf-8") == headers


def test_what_netlify_keeps_is_where_the_cache_lies() -> None:
    (text,) = blocks("Netlify", "toml")
    assert tomllib.loads(text)["plugins"][0]["inputs"]["paths"] == [".digest"]


@pytest.mark.skipif(sys.platform != "linux", reason="needs GNU cp, ln and mv")
def test_publishing_to_a_server_and_by_a_link(host: Host, tmp_path: Path) -> None:
    host.run("pip install -r requirements.txt")
    (command,) = blocks("What publishing guarantees", "sh")
    host.run(command)
    current = host.site / "current"
    first = current.resolve()
    assert (current / "en/index.html").is_file()
    host.run(command.replace("$(date +%s)", "second"))
    assert current.resolve() != first
    assert (first / "en/index.html").is_file()

    if shutil.which("rsync") is None:
        pytest.skip("rsync is not installed")
    (command,) = blocks("rsync", "sh")
    target = tmp_path / "www"
    for name in ("gone.html", ".well-known/kept"):
        TestSite(target).write(name, "of an earlier time")
    command = command.replace("user@host:/var/www/digest/", f"{target}/")
    assert str(target) in command
    host.run(command.replace("rsync ", "rsync --exclude /.well-known ", 1))
    assert (target / "en/index.html").is_file()
    assert not (target / "gone.html").exists()
    assert not (target / ".files.json").exists()
    assert (target / ".well-known/kept").exists()
    host.run(command)
    assert not (target / ".well-known").exists()
