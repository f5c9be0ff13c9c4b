"""Saving: the file is whole or as it was, and what someone else wrote is never lost."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.desk.merging import merge
from generator.desk.saving import NEW, ConflictError, Files
from generator.problem import DigestError
from tests.desk.client import Client
from tests.sites import TestSite

PATH = "content/articles/one.md"


@pytest.fixture
def folder(tmp_path: Path) -> Files:
    (tmp_path / "content/articles").mkdir(parents=True)
    (tmp_path / PATH).write_bytes("一\n二\n三\n".encode())
    return Files(tmp_path)


def test_a_file_is_saved_where_it_is_as_the_form_showed_it(folder: Files) -> None:
    shown = folder.load(PATH)
    saved = folder.save(PATH, "一\r\n四\r\n", shown.hash)
    assert (folder.root / PATH).read_bytes() == "一\n四\n".encode()
    assert folder.load(PATH) == saved
    assert [file.name for file in (folder.root / "content/articles").iterdir()] == ["one.md"]


def test_line_ends_and_byte_order_mark_stay(folder: Files) -> None:
    (folder.root / PATH).write_bytes(b"\xef\xbb\xbf" + "一\r\n二\r\n".encode())
    shown = folder.load(PATH)
    assert shown.text == "一\n二\n"
    folder.save(PATH, "一\n五\n", shown.hash)
    assert (folder.root / PATH).read_bytes() == b"\xef\xbb\xbf" + "一\r\n五\r\n".encode()


def test_what_someone_else_wrote_meanwhile_is_kept_and_both_are_shown(folder: Files) -> None:
    shown = folder.load(PATH)
    (folder.root / PATH).write_bytes("一\n二\n三三\n".encode())
    with pytest.raises(ConflictError) as caught:
        folder.save(PATH, "一一\n二\n三\n", shown.hash)
    found = caught.value
    assert (found.mine, found.theirs) == ("一一\n二\n三\n", "一\n二\n三三\n")
    assert (found.merged.text, found.merged.clean) == ("一一\n二\n三三\n", True)
    assert (folder.root / PATH).read_text("utf-8") == "一\n二\n三三\n"
    folder.save(PATH, found.merged.text, found.seen)
    assert (folder.root / PATH).read_text("utf-8") == "一一\n二\n三三\n"


def test_a_new_file_does_not_replace_one_that_came_meanwhile(folder: Files) -> None:
    with pytest.raises(ConflictError):
        folder.save(PATH, "新\n", NEW)
    folder.save("content/articles/two.md", "新\n", NEW)
    assert (folder.root / "content/articles/two.md").read_text("utf-8") == "新\n"


def test_a_file_that_went_is_a_conflict_too(folder: Files) -> None:
    shown = folder.load(PATH)
    (folder.root / PATH).unlink()
    with pytest.raises(ConflictError) as caught:
        folder.save(PATH, "一\n", shown.hash)
    assert (caught.value.theirs, caught.value.seen) == ("", NEW)


@pytest.mark.parametrize(
    "path",
    [
        "../x.md", "/etc/passwd", "content/../../x.md", "templates/base.html", ".digest/x", "",
        "content/articles/leak.md", "content/.git/config", "content/a\0b.md", "pyproject.toml",
    ],
)  # fmt: skip
def test_nothing_else_is_read_or_written(folder: Files, path: str) -> None:
    outside = folder.root.parent / "outside.md"
    outside.write_text("secret", "utf-8")
    (folder.root / "content/articles/leak.md").symlink_to(outside)
    with pytest.raises(DigestError):
        folder.load(path)
    with pytest.raises(DigestError):
        folder.save(path, "x", NEW)
    assert outside.read_text("utf-8") == "secret"


@pytest.mark.parametrize(
    ("base", "mine", "theirs", "text", "clean"),
    [
        ("a\nb\nc", "a\nB\nc", "a\nb\nC", "a\nB\nC", True),
        ("a\nb\nc", "a\nb\nc\nd", "0\na\nb\nc", "0\na\nb\nc\nd", True),
        ("a\nb", "a\nX", "a\nX", "a\nX", True),
        ("a\nb", "a", "a\nb", "a", True),
        ("a\nb", "a\nX", "a\nY", "a\n<<<<<<<\nX\n=======\nY\n>>>>>>>", False),
        (None, "a\nX\nc", "a\nY\nc", "a\n<<<<<<<\nX\n=======\nY\n>>>>>>>\nc", False),
        ("a\nb\nc\nd", "c\nd", "a\nb\nc\nD", "c\nD", True),
    ],
)
def test_two_changes_are_put_together_by_lines(
    base: str | None, mine: str, theirs: str, text: str, clean: bool
) -> None:
    found = merge(base, mine, theirs)
    assert (found.text, found.clean) == (text, clean)


def test_a_choice_is_saved_and_a_second_change_is_seen_again(
    desk: Client, desk_site: TestSite
) -> None:
    path = "content/articles/choice.md"
    file = desk_site.write(path, "theirs\n")
    first = desk.desk.files.load(path)
    chosen = {"path": path, "hash": first.hash, "text": "both\n", "back": "/"}
    file.write_text("theirs again\n", "utf-8")

    again = desk.post("/-/resolve", data=chosen)
    assert again.status == 409
    assert again.json["conflict"]["theirs"] == "theirs again\n"
    page = desk.post("/-/resolve", {**chosen, "choice": "mine", "mine": "mine\n"})
    assert page.status == 409
    assert "<del>theirs again</del>" in page.text
    assert "<ins>mine</ins>" in page.text
    assert file.read_text("utf-8") == "theirs again\n"

    marked = {**chosen, "text": "<<<<<<<\nmine\n=======\ntheirs\n>>>>>>>\n"}
    left = desk.post("/-/resolve", data={**marked, "hash": again.json["conflict"]["hash"]})
    assert left.status == 400
    assert "delete the markers" in left.json["problems"][0]
    assert file.read_text("utf-8") == "theirs again\n"

    done = desk.post("/-/resolve", data={**chosen, "hash": again.json["conflict"]["hash"]})
    assert done.status == 200
    assert file.read_text("utf-8") == "both\n"
    file.unlink()
