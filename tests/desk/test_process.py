"""``digest desk`` as it is started: where it is, how it ends, and what it refuses."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser.pages import PATIENCE
from tests.desk.client import Running, client, running
from tests.desk.conftest import small_site
from tests.sites import TestSite

# A page that tries everything against the desk; gives the names of what got through.
ATTACK = """async (desk) => {
  const through = [];
  const tried = async (name, action) => {
    try { const found = await action(); if (found) through.push(name); } catch { /* refused */ }
  };
  await tried('read', async () => (await fetch(desk)).ok);
  await tried('token', async () => (await fetch(desk + '-/token')).ok);
  await tried('post', async () => (await fetch(desk + '-/view', {method: 'POST'})).ok);
  await tried('module', () => import(desk + '-/words.js'));
  const frame = document.createElement('iframe');
  frame.src = desk;
  document.body.append(frame);
  await new Promise((done) => { frame.onload = done; });
  await tried('frame', async () => frame.contentDocument && frame.contentDocument.title);
  return through;
}"""


def test_ctrl_c_ends_it_with_a_browser_looking_on(page: Page, tmp_path: Path) -> None:
    with running(small_site(tmp_path / "site").root) as desk:
        page.goto(desk.address)
        page.get_by_role("heading", name="Board").wait_for()
        page.goto("about:blank")
        desk.process.send_signal(signal.SIGINT)
        assert desk.process.wait(PATIENCE) == 0


def test_a_page_of_the_site_cannot_use_the_desk(page: Page, running_desk: Running) -> None:
    page.goto(running_desk.address)
    preview = page.get_by_role("link", name="Preview of the site").get_attribute("href")
    assert preview is not None
    assert preview != running_desk.address
    # What the refusals print is no fault here.
    hostile = page.context.new_page()
    hostile.goto(preview + "robots.txt")
    assert hostile.evaluate(ATTACK, running_desk.address) == []
    hostile.close()


def test_what_keeps_it_from_starting_is_told_in_one_line(
    running_desk: Running, site: TestSite
) -> None:
    port = running_desk.address.rsplit(":", 1)[1].strip("/")
    begin = [sys.executable, "-m", "generator", "--site"]
    more = ["desk", "--no-browser", "--port", port]
    taken = subprocess.run([*begin, str(site.root), *more], capture_output=True, text=True)
    assert (taken.returncode, taken.stdout, taken.stderr.count("\n")) == (2, "", 1)
    assert f"port {port} is taken" in taken.stderr
    twice = subprocess.run([*begin, str(running_desk.root), *more], capture_output=True, text=True)
    assert (twice.returncode, twice.stderr.count("\n")) == (2, 1)
    assert running_desk.address in twice.stderr


def test_settings_that_cannot_be_read_are_told_on_the_board(site: TestSite) -> None:
    site.write("site.yaml", "title: [\n")
    with client(site) as desk:
        shown = desk.get("/").text
        assert "error in settings, glossary or pages" in shown
        assert desk.get("/publish").status == 200
        site.settings("translation: {engine: none}\n")
        desk.rebuild("site.yaml")
        assert "error in settings" not in desk.get("/").text


SAVING = """
import sys
from pathlib import Path
from generator.desk.saving import Files
files = Files(Path(sys.argv[1]))
path = "content/articles/one.md"
print("ready", flush=True)
while True:
    for letter in "ab":
        files.save(path, letter * 1_000_000, files.load(path).hash)
"""


@pytest.mark.parametrize("moment", [0.05, 0.11])
def test_a_process_killed_while_it_saves_leaves_a_whole_file(site: TestSite, moment: float) -> None:
    file = site.write("content/articles/one.md", "a" * 1_000_000)
    command = [sys.executable, "-c", SAVING, str(site.root)]
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    with subprocess.Popen(command, stdout=subprocess.PIPE, env=environment) as process:
        assert process.stdout is not None
        process.stdout.readline()
        threading.Timer(moment, process.kill).start()
        process.wait(PATIENCE)
    assert file.read_text("utf-8") in ("a" * 1_000_000, "b" * 1_000_000)
