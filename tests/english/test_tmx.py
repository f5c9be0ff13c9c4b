"""TMX 1.4: what is written comes back, and other tools' files are read."""

from __future__ import annotations

import io
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from generator.english.tmx import Unit, read_tmx, write_tmx
from generator.problem import DigestError

UNITS = [
    Unit(
        "南充完成投资289.5亿元。", "Nanchong completed investment of 28.95 billion yuan.", "argos 1"
    ),
    Unit("“A&B”<新区>", "“A&B” <New Area>", note="figure 3 is missing"),
]


def _written(units: list[Unit]) -> str:
    out = io.StringIO()
    write_tmx(units, out)
    return out.getvalue()


def test_units_come_back(tmp_path: Path) -> None:
    file = tmp_path / "segments.tmx"
    out = io.StringIO()
    assert write_tmx([*UNITS, Unit("没有英文", "")], out) == 2
    file.write_text(out.getvalue(), encoding="utf-8")
    assert list(read_tmx(file)) == UNITS


def test_the_file_is_tmx_1_4() -> None:
    root = ElementTree.fromstring(_written(UNITS))
    header = root.find("header")
    assert header is not None
    assert root.get("version") == "1.4"
    # The attributes that the specification requires of a header.
    assert set(header.attrib) == {
        "creationtool", "creationtoolversion", "segtype", "o-tmf", "adminlang", "srclang",
        "datatype",
    }  # fmt: skip
    languages = [
        variant.get("{http://www.w3.org/XML/1998/namespace}lang") for variant in root.iter("tuv")
    ]
    assert languages == ["zh-CN", "en", "zh-CN", "en"]


def _as_xml_can_hold(text: str) -> str:
    return "".join(c for c in text if c in "\t\n\r" or (c >= " " and c not in "\ufffe\uffff"))


@settings(max_examples=60, derandomize=True, deadline=None)
@given(*[some.text(some.characters(exclude_categories=["Cs"]), min_size=1)] * 2)
def test_any_text_survives_but_what_xml_cannot_hold(chinese: str, english: str) -> None:
    root = ElementTree.fromstring(_written([Unit(chinese, english)]).encode())
    found = [segment.text or "" for segment in root.iter("seg")]
    assert found == [_as_xml_can_hold(chinese), _as_xml_can_hold(english)]


def test_what_a_translator_changed_is_no_longer_the_machine_s(tmp_path: Path) -> None:
    file = tmp_path / "segments.tmx"
    kept = Unit("肇庆", "Zhaoqing", "argos 1")
    changed = _written([UNITS[0], kept]).replace("completed investment", "completed an investment")
    file.write_text(changed, encoding="utf-8")
    english = "Nanchong completed an investment of 28.95 billion yuan."
    assert list(read_tmx(file)) == [Unit(UNITS[0].chinese, english), kept]


def test_another_tool_s_file_is_read(tmp_path: Path) -> None:
    file = tmp_path / "other.tmx"
    file.write_text(
        """<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE tmx SYSTEM "tmx14.dtd">
<tmx version="1.4"><header srclang="*all*"/><body>
<tu><tuv xml:lang="ZH_hans"><seg>看<bpt i="1">**</bpt>这里<ept i="1">**</ept></seg></tuv>
<tuv xml:lang="EN-US"><seg>look <bpt i="1">**</bpt>here<ept i="1">**</ept></seg></tuv></tu>
<tu><tuv lang="zh-TW"><seg>僅中文</seg></tuv></tu>
<tu><tuv xml:lang="de"><seg>nur</seg></tuv><tuv xml:lang="en"><seg>only</seg></tuv></tu>
<tu><tuv xml:lang="en" creationid="Li"><seg>first</seg></tuv>
<tuv xml:lang="zh"><seg>第一</seg></tuv></tu>
</body></tmx>""",
        encoding="utf-16",
    )
    assert list(read_tmx(file)) == [Unit("看**这里**", "look **here**"), Unit("第一", "first")]


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [
        ("", 1, "is not valid XML: no element found"),
        ("<tmx><body><tu>", 1, "is not valid XML: no element found"),
        ("<tmx>\n<body>\n</tmx>", 3, "is not valid XML: mismatched tag"),
        ("<html></html>", 0, "is not TMX: its root is <html>"),
        ('<?xml version="1.0" encoding="klingon"?><tmx/>', 0, "is not valid XML"),
        ('<!DOCTYPE tmx [<!ENTITY a SYSTEM "file:///etc/passwd">]>\n<tmx>&a;</tmx>', 2, "XML"),
    ],
)
def test_what_is_not_tmx_is_told(tmp_path: Path, text: str, line: int, reason: str) -> None:
    file = tmp_path / "bad.tmx"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(DigestError, match=reason) as caught:
        list(read_tmx(file))
    assert caught.value.problems[0].line == line


def test_an_entity_bomb_does_not_go_off(tmp_path: Path) -> None:
    entities = '<!ENTITY a0 "aaaaaaaaaa">' + "".join(
        f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10)
    )
    file = tmp_path / "bomb.tmx"
    file.write_text(f"<!DOCTYPE tmx [{entities}]><tmx><body><tu>&a9;</tu></body></tmx>")
    with pytest.raises(DigestError, match="is not valid XML"):
        list(read_tmx(file))


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(DigestError, match="cannot be read: No such file"):
        list(read_tmx(tmp_path / "gone.tmx"))
