"""What stands around the text of an article, through the command line: who wrote it, notes of the
page and of the office, captions."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from generator.cli.import_ import command

TITLE = "江北园区电池项目开工"
HEAD = "2024-05-14 09:30 来源：江北日报"
TEXT = [
    "江北园区电池项目5月13日开工，总投资32亿元，计划明年投产，达产后每年可生产电池2000万只。",
    "园区管委会负责人说，项目带动就业1200人，今年还有三个配套项目落地。",
]


def read(folder: Path, name: str, page: str) -> dict[str, Any]:
    file = folder / name
    file.write_text(page, "utf-8")
    made = CliRunner().invoke(command, [str(file), "--format", "json", "--into", str(folder)])
    found: dict[str, Any] = json.loads(made.stdout)
    return found


def text_page(*, head: str = HEAD, title: str = TITLE, before: str = "", after: str = "") -> str:
    return "\n\n".join(one for one in (title, head, before, *TEXT, after) if one) + "\n"


def web_page(*, head: str = HEAD, title: str = TITLE, before: str = "", after: str = "") -> str:
    def rows(lines: str) -> str:
        return "".join(
            one if one.startswith("<") else f"<p>{one}</p>" for one in lines.split("\n") if one
        )

    body = rows("\n".join((before, *TEXT, after)))
    return (
        f"<html><head><meta charset=utf-8><title>{title}_江北网</title></head><body>"
        f"<h1>{title}</h1><div>{head}</div><div class=content>{body}</div></body></html>"
    )


@pytest.mark.parametrize("page", [text_page, web_page])
@pytest.mark.parametrize(
    ("head", "line", "author", "others"),
    [
        ("作者：罗曾", "记者：谢云 通讯员：甘春", "罗曾、谢云", ["通讯员：甘春"]),
        ("作者：罗曾", "（记者 谢云 通讯员 甘春）", "罗曾、谢云", ["通讯员：甘春"]),
        ("作者：罗曾", "本报记者 谢云 李超", "罗曾、谢云、李超", []),
        ("作者：罗曾", "通讯员 甘春", "罗曾", ["通讯员：甘春"]),
        ("记者 谢云", "江北日报记者 谢云", "谢云", []),
        ("", "文/李超 图/王建", "李超", ["图：王建"]),
        ("", "（文/李超 王芳 摄影/王建）", "李超、王芳", ["摄影：王建"]),
        ("", "文、图/李超", "李超", []),
        ("", "（采写：谢云、李超；摄影：王建）", "谢云、李超", ["摄影：王建"]),
        ("", "（本报记者龚仕建、谢云参与采写）", "龚仕建、谢云", ["参与采写：龚仕建、谢云"]),
        ("作者：罗曾", "（参与采写：龚仕建、谢云）", "罗曾", ["参与采写：龚仕建、谢云"]),
        ("作者：罗曾", "实习生李超对本文亦有贡献", "罗曾", ["参与采写：李超"]),
    ],
)
def test_everybody_named_around_the_text_is_kept(
    tmp_path: Path, page: Any, head: str, line: str, author: str, others: list[str]
) -> None:
    name = "page.html" if page is web_page else "page.txt"
    found = read(tmp_path, name, page(head=f"{HEAD} {head}".rstrip(), after=line))
    assert (found["source"]["author"], found["credits"]) == (author, others)
    assert found["body"] == "\n\n".join(TEXT)
    assert line in [one["text"] for one in found["removed"]]
    assert found["images"] == []
