"""Other kinds of files: saved pages, e-mail, Word, and files that cannot be imported."""

from __future__ import annotations

import io
import json
import re
import zipfile
from base64 import b64encode
from collections.abc import Callable
from email.message import EmailMessage
from functools import partial
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.clean.importer import Imported, import_page
from generator.clean.sources import read_page
from generator.cli.import_ import command
from generator.problem import DigestError

TITLE = "江边码头扩建工程全面提速"
LINES = (
    "江边码头扩建工程全面提速，首批设备已经进场，计划年底完工。",
    "负责人介绍，码头建成后，年吞吐能力将达到三百万吨，带动周边就业。",
)
TEXT = "".join(f"<p>{line}</p>" for line in LINES)
PAGE = (
    f"<html><head><title>{TITLE}-江城网</title></head><body><h1>{TITLE}</h1>"
    f"<p>来源：江城日报 2024-05-06</p><div class='text'>{TEXT}</div></body></html>"
)
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def imported(name: str, data: bytes) -> Imported:
    return import_page(read_page(name, data), describe=False)


def run(*arguments: object) -> Result:
    return CliRunner().invoke(command, [str(argument) for argument in arguments])


def message(subject: str = "", *, saved: bool = False) -> EmailMessage:
    made = EmailMessage()
    made["Subject"] = subject
    if saved:
        made["Snapshot-Content-Location"] = "https://www.example.com/2024/1.html"
    else:
        made["From"] = "江城市政府新闻办 <news@example.com>"
        made["To"] = "desk@example.org"
        made["Date"] = "Sun, 05 May 2024 23:30:00 +0000"
    return made


@pytest.mark.parametrize("coding", ["quoted-printable", "base64"])
@pytest.mark.parametrize("charset", ["utf-8", "gb2312"])
def test_a_page_saved_in_one_file_is_its_page(coding: str, charset: str) -> None:
    made = message(TITLE, saved=True)
    made.set_content(PAGE, subtype="html", charset=charset, cte=coding)
    made.add_related(b"\x89PNG", "image", "png")
    made.add_related("<p>广告</p>", subtype="html")
    pytest.importorskip("lxml")
    article = imported("a.mhtml", made.as_bytes())
    assert article.body.split("\n\n") == list(LINES)
    assert (article.title, article.date) == (TITLE, "2024-05-06")
    assert article.source.name == "江城日报"
    assert article.source.url == "https://www.example.com/2024/1.html"


def test_an_email_is_its_text_with_its_subject() -> None:
    made = message(f"转发：Re: {TITLE}")
    made.set_content("\n\n".join(LINES))
    article = imported("a.eml", made.as_bytes())
    assert article.body.split("\n\n") == list(LINES)
    assert (article.title, article.date) == (TITLE, "2024-05-06")
    assert article.source.name == "江城市政府新闻办"


def shifted(text: str) -> bytes:
    """Text in ISO-2022-CN, encoded line by line."""
    made = b""
    for piece in re.split("([\u3000-\uffee]+)", text):
        plain = piece.isascii()
        pairs = bytes(byte & 0x7F for byte in piece.encode("gb2312"))
        made += pairs if plain else b"\x1b$)A\x0e" + pairs + b"\x0f"
    return made


@pytest.mark.parametrize("charset", ["hz-gb-2312", "iso-2022-cn", "us-ascii"])
def test_an_email_in_seven_bits_is_its_text(charset: str) -> None:
    write = shifted if charset == "iso-2022-cn" else partial(str.encode, encoding="hz")
    link = "详见 www.example.com/~news/ 。"
    subject = b"=?" + charset.encode() + b"?B?" + b64encode(write(TITLE)) + b"?="
    head = b"Subject: " + (write(TITLE) if charset == "us-ascii" else subject)
    head += b"\nFrom: a@example.com\nTo: b@example.com\nDate: Sun, 05 May 2024 23:30:00 +0000"
    head += b"\nMIME-Version: 1.0\nContent-Type: text/plain; charset=" + charset.encode() + b"\n\n"
    article = imported("a.eml", head + write("\n\n".join((*LINES, link))))
    assert article.title == TITLE
    assert article.body.split("\n\n") == [*LINES, link]
    assert article.encoding == ("ISO-2022-CN" if charset == "iso-2022-cn" else "HZ")


@pytest.mark.parametrize("write", [shifted, partial(str.encode, encoding="hz")])
def test_a_page_or_text_in_seven_bits_is_read(write: Callable[[str], bytes]) -> None:
    pytest.importorskip("lxml")
    assert imported("a.html", write(PAGE)).body.split("\n\n") == list(LINES)
    text = f"{TITLE}\n来源：江城日报 2024-05-06\n" + "\n".join(LINES)
    assert imported("a.txt", write(text)).body.split("\n\n") == list(LINES)


def test_of_an_email_the_attached_document_is_taken_where_it_has_the_text() -> None:
    made = message("新闻通稿")
    made.set_content("请查收附件。")
    word = document("".join(map(paragraph, (TITLE, *LINES))))
    kind = "vnd.openxmlformats-officedocument.wordprocessingml.document"
    made.add_attachment(word, "application", kind, filename="通稿.docx")
    article = imported("a.eml", made.as_bytes())
    assert article.title == TITLE
    assert article.body.split("\n\n") == list(LINES)


def with_documents(text: str, *documents: tuple[str, str]) -> bytes:
    """An e-mail with a text and Word documents, each with a file name and a title."""
    made = message("新闻通稿")
    made.set_content(text)
    kind = "vnd.openxmlformats-officedocument.wordprocessingml.document"
    for name, title in documents:
        word = document("".join(map(paragraph, (title, f"{title}。", *LINES))))
        made.add_attachment(word, "application", kind, filename=name)
    return made.as_bytes()


@pytest.mark.parametrize(
    ("text", "documents", "made"),
    [
        (
            "请查收附件。",
            (("一.docx", "甲港开工"), ("二.docx", "乙港开工")),
            ["甲港开工", "乙港开工"],
        ),
        (
            "请查收附件。",
            (("一.docx", "甲港开工"), ("一.docx", "乙港开工")),
            ["甲港开工", "乙港开工"],
        ),
        ("请查收附件。", (("一.docx", "甲港开工"), ("二.docx", "甲港开工")), ["甲港开工"]),
        (
            "甲方的码头今天开工，" * 12,
            (("一.docx", "甲港开工"), ("二.docx", "乙港开工")),
            ["新闻通稿", "甲港开工", "乙港开工"],
        ),
        (
            "\n".join(("甲港开工。", *LINES, *LINES)),
            (("一.docx", "甲港开工"), ("二.docx", "乙港开工")),
            ["甲港开工", "乙港开工"],
        ),
    ],
)
def test_every_document_of_an_email_is_an_article(
    tmp_path: Path, text: str, documents: tuple[tuple[str, str], ...], made: list[str]
) -> None:
    file = tmp_path / "a.eml"
    file.write_bytes(with_documents(text, *documents))
    ran = run(file, "--format", "json")
    found = [json.loads(line) for line in ran.output.splitlines() if line.startswith("{")]
    assert [one["title"] for one in found] == made
    assert {one["date"] for one in found} == {"2024-05-06"}
    assert {one["source"]["name"] for one in found} == {"江城市政府新闻办"}
    piped = CliRunner().invoke(command, ["-", "--format", "json"], input=file.read_bytes())
    assert piped.output.count('"title":') == len(made)


def test_a_document_of_an_email_is_answered_for_by_its_name(tmp_path: Path) -> None:
    file = tmp_path / "a.eml"
    file.write_bytes(with_documents("见附件。", ("一.docx", "甲港开工"), ("二.docx", "乙港开工")))
    ran = run(file, "--into", tmp_path / "out", "--slug", "二=second", "--source", "江城日报")
    assert ran.exit_code == 0, ran.output
    names = sorted(one.name for one in (tmp_path / "out").iterdir())
    assert names == ["2024-05-06-jia-gang-kai-gong.md", "second.md"]


def test_of_an_email_the_text_is_taken_where_its_html_is_only_a_note() -> None:
    pytest.importorskip("lxml")
    made = message(TITLE)
    made.set_content("\n\n".join(LINES))
    made.add_alternative("<p>详见正文。</p>", subtype="html")
    assert imported("a.eml", made.as_bytes()).body.split("\n\n") == list(LINES)


def test_the_head_of_a_pasted_email_is_no_part_of_it() -> None:
    head = (
        "发件人：江城市政府新闻办 <news@example.com>\n发送时间：2024年5月6日 8:00\n"
        f"收件人：编辑部\n主题：回复: {TITLE}\n\n"
    )
    article = imported("a.txt", (head + "\n\n".join(LINES)).encode("gb18030"))
    assert article.body.split("\n\n") == list(LINES)
    assert (article.title, article.date) == (TITLE, "2024-05-06")
    assert len(article.removed) >= 4


def document(body: str, **parts: str) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        whole = f"<?xml version='1.0'?><w:document {W}><w:body>{body}</w:body></w:document>"
        archive.writestr("word/document.xml", parts.get("whole", whole))
        for name in ("styles", "numbering"):
            if name in parts:
                archive.writestr(f"word/{name}.xml", f"<w:{name} {W}>{parts[name]}</w:{name}>")
    return made.getvalue()


def paragraph(text: str, about: str = "", run: str = "") -> str:
    inner = f"<w:rPr>{run}</w:rPr>" if run else ""
    return f"<w:p><w:pPr>{about}</w:pPr><w:r>{inner}<w:t>{text}</w:t></w:r></w:p>"


CENTRED, LARGE = '<w:jc w:val="center"/>', '<w:sz w:val="44"/>'


def cell(inside: str, about: str = "") -> str:
    return f"<w:tc><w:tcPr>{about}</w:tcPr>{inside}</w:tc>"


def row(*cells: str, about: str = "") -> str:
    return f"<w:tr><w:trPr>{about}</w:trPr>{''.join(cells)}</w:tr>"


_HEADS = row(cell(paragraph("码头")), cell(paragraph("吞吐量")))
_EAST = row(cell(paragraph("东码头")), cell(paragraph("300万吨")))
_TABLE = "| 码头 | 吞吐量 |\n| --- | --- |\n| 东码头 | 300万吨 |"
_CONTROL = "<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>".format
_WIDE = '<w:gridSpan w:val="2"/>'
_LISTS = (
    '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="999999999999"/>'
    '<w:numFmt w:val="upperLetter"/><w:lvlText w:val="%1、"/></w:lvl></w:abstractNum>'
    '<w:num w:numId="3"><w:abstractNumId w:val="1"/></w:num>'
)


@pytest.mark.parametrize(
    ("body", "last"),
    [
        # A table of data in one that only lays out the page comes once.
        (f"<w:tbl>{row(cell(f'<w:tbl>{_HEADS}{_EAST}</w:tbl>'))}</w:tbl>", _TABLE),
        (f"<w:tbl>{_HEADS}{_CONTROL(_EAST)}</w:tbl>", _TABLE),
        (
            "<w:tbl>"
            + _HEADS
            + row(cell("<w:p/>"), cell("<w:p/>"), about="<w:del w:id='1'/>")
            + _EAST
            + "</w:tbl>",
            _TABLE,
        ),
        (
            f"<w:tbl>{row(cell(paragraph('码头'), _WIDE))}{_EAST}</w:tbl>",
            "| 码头 |  |\n| --- | --- |\n| 东码头 | 300万吨 |",
        ),
        # Where the end of a paragraph was deleted, the next one goes on.
        (
            paragraph("码头由市交通局", '<w:rPr><w:del w:id="1"/></w:rPr>')
            + paragraph("负责管理，市民可以预约参观。"),
            "码头由市交通局负责管理，市民可以预约参观。",
        ),
        (
            paragraph("市民可以预约参观码头。", run='<w:vanish w:val="0"/>'),
            "市民可以预约参观码头。",
        ),
        (
            "<w:p><w:r><w:ruby><w:rt><w:r><w:t>mǎ</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>码</w:t>"
            "</w:r></w:rubyBase></w:ruby></w:r><w:r><w:t>头可以预约参观。</w:t></w:r></w:p>",
            "码头可以预约参观。",
        ),
        (
            paragraph(
                "市民可以预约参观码头。",
                '<w:numPr><w:ilvl w:val="²"/><w:numId w:val="3"/></w:numPr>',
            ),
            "A、市民可以预约参观码头。",
        ),
    ],
)
def test_what_is_printed_of_a_word_document_comes_once(body: str, last: str) -> None:
    whole = "".join(map(paragraph, LINES)) + body
    article = imported(
        "a.docx", document(paragraph(TITLE, CENTRED, LARGE) + whole, numbering=_LISTS)
    )
    assert article.title == TITLE
    assert article.body.split("\n\n") == [*LINES, last]


def test_a_word_document_of_another_program_is_read() -> None:
    made = io.BytesIO()
    whole = "".join(map(paragraph, (TITLE, *LINES)))
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr(
            "word/document2.xml", f"<w:document {W}><w:body>{whole}</w:body></w:document>"
        )
    assert imported("a.docx", made.getvalue()).body.split("\n\n") == list(LINES)


def test_an_email_is_read_though_its_attachment_is_damaged_and_its_head_is_not_encoded() -> None:
    head = f"Subject: {TITLE}\nFrom: 新闻办 <a@example.com>\nTo: b@example.com\n"
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    parts = (
        "MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=x\n\n--x\n"
        "Content-Type: text/plain; charset=gbk\nContent-Transfer-Encoding: 8bit\n\n{}\n--x\n"
        f'Content-Type: {kind}\nContent-Disposition: attachment; filename="a.docx"\n\nPK\n--x--\n'
    )
    mail = head + parts.format("\n\n".join(LINES * 2))
    article = imported("a.eml", mail.encode("gbk"))
    assert (article.title, article.source.name) == (TITLE, "新闻办")
    assert article.body.split("\n\n")[:2] == list(LINES)
    with pytest.raises(DigestError, match=r"the attached Word document a\.docx cannot be read"):
        imported("a.eml", (head + parts.format("请查收附件。")).encode("gbk"))


def test_a_word_document_is_an_article() -> None:
    item = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="3"/></w:numPr>'
    cell = "<w:tc>{}</w:tc>".format
    rows = "".join(
        f"<w:tr>{''.join(cell(paragraph(text)) for text in row)}</w:tr>"
        for row in (("码头", "吞吐量"), ("东码头", "300万吨"))
    )
    body = (
        paragraph("新闻通稿", CENTRED)
        + paragraph("江边码头扩建工程", CENTRED, LARGE)
        + paragraph("全面提速", CENTRED, LARGE)
        + paragraph("（2024年5月6日）", CENTRED)
        + "<w:p><w:r><w:t>江边码头扩建</w:t></w:r>"
        "<w:del><w:r><w:delText>旧</w:delText></w:r></w:del><w:ins><w:r><w:t>工程</w:t></w:r></w:ins>"
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>藏</w:t></w:r>"
        "<w:r><w:t>全面提速，首批设备已经进场，计划年底完工。</w:t></w:r></w:p>"
        + paragraph("码头怎么建", item)
        + paragraph(LINES[1])
        + paragraph("码头怎么用", item)
        + f"<w:tbl>{rows}</w:tbl>"
        + paragraph("码头由市交通局负责管理，市民可以预约参观。")
    )
    numbering = (
        '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
        '<w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl></w:abstractNum>'
        '<w:num w:numId="3"><w:abstractNumId w:val="1"/></w:num>'
    )
    article = imported("a.docx", document(body, numbering=numbering))
    assert article.title == TITLE
    assert article.date == "2024-05-06"
    assert article.body.split("\n\n") == [
        LINES[0],
        "## 一、码头怎么建",
        LINES[1],
        "## 二、码头怎么用",
        "| 码头 | 吞吐量 |\n| --- | --- |\n| 东码头 | 300万吨 |",
        "码头由市交通局负责管理，市民可以预约参观。",
    ]
    assert article.encoding == "Word"
    told = [article.title, article.body, *(one.text for one in article.removed)]
    assert "新闻通稿" in "".join(told)


def test_a_release_of_an_office_is_read_as_an_editor_would() -> None:
    numbers = '<w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr>'
    styles = f'<w:style w:styleId="L"><w:name w:val="List Number"/>{numbers}</w:style>'
    numbering = (
        '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/>'
        '<w:lvlText w:val="%1."/></w:lvl></w:abstractNum>'
        '<w:num w:numId="3"><w:abstractNumId w:val="1"/></w:num>'
    )
    listed = '<w:pStyle w:val="L"/>'
    body = (
        paragraph("江城市人民政府办公室文件", CENTRED, '<w:sz w:val="52"/>')
        + paragraph("江政办〔2024〕8号", CENTRED)
        + paragraph(TITLE, CENTRED, LARGE)
        + paragraph("各新闻媒体：")
        + "".join(paragraph(line, listed) for line in LINES)
        + paragraph("江城市人民政府办公室", '<w:jc w:val="right"/>')
        + paragraph("2024年5月6日", '<w:jc w:val="right"/>')
        + paragraph("联系人：王某某")
    )
    article = imported("a.docx", document(body, styles=styles, numbering=numbering))
    assert (article.title, article.date) == (TITLE, "2024-05-06")
    assert article.source.name == "江城市人民政府办公室"
    assert article.body.split("\n\n") == [
        f"1.{LINES[0]}",
        f"2.{LINES[1]}",
        "江城市人民政府办公室",
        "2024年5月6日",
        "联系人：王某某",
    ]
    assert {"江城市人民政府办公室文件", "江政办〔2024〕8号", "各新闻媒体："} <= {
        one.text for one in article.removed
    }


def test_the_title_of_a_document_may_be_told_by_its_style() -> None:
    styles = '<w:style w:styleId="a5"><w:name w:val="Title"/></w:style>'
    body = paragraph("市交通局", CENTRED, "<w:b/>") + paragraph(TITLE, '<w:pStyle w:val="a5"/>')
    body += "".join(map(paragraph, LINES))
    assert imported("a.docx", document(body, styles=styles)).title == TITLE


ENTITY = (
    f'<!DOCTYPE w [<!ENTITY a "{"码" * 50}">]><w:document {W}><w:body><w:p><w:r><w:t>&a;</w:t>'
    "</w:r></w:p></w:body></w:document>"
)


NESTED = b"MIME-Version: 1.0\n" + b"".join(
    b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (depth, depth)
    for depth in range(400)
)


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("a.docx", document("<w:p/>"), "contains no text"),
        ("a.docx", document("", whole=ENTITY), "is damaged"),
        ("a.docx", document("", whole="<w:document"), "is damaged"),
        ("a.docx", document("<w:sdt>" * 5000 + "</w:sdt>" * 5000), "is damaged"),
        ("a.eml", NESTED, "contains no text"),
        ("a.docx", document(paragraph(TITLE))[:-60], "save it again"),
        ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600, "save it as .docx"),
        (
            "a.docx",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            "protected by a password",
        ),
        ("a.rtf", b"{\\rtf1\\ansi }", "save it as .docx"),
        ("a.pdf", b"%PDF-1.7\n%\xe2\xe3", "copy the text"),
        ("a.txt", b"%PDF-1.7\n%\xe2\xe3", "copy the text"),
        ("a.zip", b"PK\x05\x06" + b"\x00" * 18, "unpack it"),
        ("a.txt", b"\xff\xd8\xff\xe0JFIF", "is a picture"),
        ("a.webarchive", b"bplist00\xd1", "web archive of Safari"),
        ("a.txt", bytes(range(32)) * 40, "is not text"),
        ("a.eml", b"Subject: a\nMIME-Version: 1.0\n\n", "contains no text"),
        ("a.txt", b"\x1b$)G\x0eG(Dc\x0f " * 20, "save its text as UTF-8"),
    ],
)
def test_what_cannot_be_imported_says_what_to_do(
    tmp_path: Path, name: str, data: bytes, says: str
) -> None:
    file = tmp_path / name
    file.write_bytes(data)
    ran = run(file, "--into", tmp_path / "out")
    assert ran.exit_code == 1
    [told] = [line for line in ran.output.splitlines() if name in line]
    assert says in told


def test_a_part_that_unpacks_to_too_much_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.clean.docx._MOST", 1000)
    with pytest.raises(DigestError, match="too large"):
        read_page("a.docx", document(paragraph("码" * 1000)))


def test_a_folder_is_searched_for_all_of_them(tmp_path: Path) -> None:
    pytest.importorskip("lxml")
    folder = tmp_path / "pages"
    (folder / "one_files").mkdir(parents=True)
    (folder / "one.html").write_text(PAGE, "utf-8")
    (folder / "one_files" / "frame.html").write_text(PAGE, "utf-8")
    (folder / "~$two.docx").write_bytes(b"open")
    (folder / "two.docx").write_bytes(document("".join(map(paragraph, (TITLE, *LINES)))))
    (folder / "three.pdf").write_bytes(b"%PDF-1.7")
    (folder / "photo.jpg").write_bytes(b"\xff\xd8\xff")
    ran = run(folder, "--format", "json")
    made = [json.loads(line) for line in ran.output.splitlines() if line.startswith("{")]
    assert [Path(one["file"]).name for one in made] == ["one.html", "two.docx"]
    assert "three.pdf: is a PDF" in ran.output
    assert "frame.html" not in ran.output
