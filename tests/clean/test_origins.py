"""The same text from many sources: misread, damaged, duplicated, with invisible characters."""

from __future__ import annotations

import json
from collections.abc import Callable
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from generator.clean.importer import import_page
from generator.clean.sources import read_page
from generator.cli.import_ import command
from tests.clean.sentences import SENTENCES

TITLE = "江北园区电池项目开工"
BODY = [SENTENCES[0] + SENTENCES[4], SENTENCES[6] + SENTENCES[12]]
PAGE = f"{TITLE}\n来源：江北日报 2024-05-14 记者：林怡君\n" + "".join(
    f"　　{one}\n" for one in BODY
)


def run(*arguments: object) -> Result:
    return CliRunner().invoke(command, [str(argument) for argument in arguments])


def read(file: Path) -> dict[str, Any]:
    made = run(file, "--format", "json")
    found: dict[str, Any] = json.loads(made.stdout)
    return found


def _misread(right: str, wrong: str) -> Callable[[str], bytes]:
    return lambda text: text.encode(right).decode(wrong, errors="replace").encode()


def _sprinkled(text: str) -> bytes:
    return "\u200b".join(text[at : at + 3] for at in range(0, len(text), 3)).encode()


@pytest.mark.parametrize(
    ("write", "encoding"),
    [
        (_misread("gbk", "latin-1"), "GBK taken for Latin"),
        (_sprinkled, "UTF-8"),
        (lambda text: f"\u202f{text}\u00ad\u2060".encode("utf-16"), "UTF-16"),
    ],
)
def test_a_text_is_read_as_it_was_meant(
    tmp_path: Path, write: Callable[[str], bytes], encoding: str
) -> None:
    file = tmp_path / "page.txt"
    file.write_bytes(write(PAGE))
    found = read(file)
    assert found["encoding"] == encoding
    assert (found["title"], found["date"], found["source"]["name"]) == (
        TITLE,
        "2024-05-14",
        "江北日报",
    )
    assert found["body"].split("\n\n") == BODY
    assert found["unrepaired"] == []


def test_big5_taken_for_latin_is_read_as_it_was_meant(tmp_path: Path) -> None:
    file = tmp_path / "page.txt"
    text = "江北園區電池項目開工\n來源：江北日報 2024-05-14\n　　總投資65億元，佔地280畝。\n"
    file.write_bytes(_misread("big5", "latin-1")(text))
    found = read(file)
    assert found["encoding"] == "Big5 taken for Latin"
    assert (found["title"], found["body"]) == (
        "江北園區電池項目開工",
        "總投資65億元，佔地280畝。",
    )


@pytest.mark.parametrize(
    ("right", "wrong"), [("utf-8", "gb18030"), ("utf-8", "cp1252"), ("gbk", "big5hkscs")]
)
def test_what_was_lost_in_a_misread_text_is_marked(tmp_path: Path, right: str, wrong: str) -> None:
    file = tmp_path / "page.txt"
    file.write_bytes(_misread(right, wrong)(PAGE))
    found = read(file)
    assert " taken for " in found["encoding"]
    assert "新能源汽车" in found["body"].replace("�", "源")
    assert found["unrepaired"]
    sound = set("".join(BODY))
    wrong_ones = [one for one in found["body"] if one not in sound and one not in "�\n"]
    assert len(wrong_ones) < 6, "what is lost is marked, and the rest is right"


@pytest.mark.parametrize("codec", ["gb18030", "utf-8"])
def test_a_lost_byte_costs_its_character_and_no_other(tmp_path: Path, codec: str) -> None:
    data = PAGE.encode(codec)
    at = data.index("规模".encode(codec)) + 1
    file = tmp_path / "page.txt"
    file.write_bytes(data[:at] + data[at + 1 :])
    found = read(file)
    [place] = found["unrepaired"]
    assert "�" in place["text"]
    rest = BODY[0].partition("规模")[2]
    assert found["body"].split("\n\n")[0].endswith(rest)
    made = run(file, "--into", tmp_path / "out", "--publish")
    assert "stays a draft" in made.output


def test_a_text_that_stands_twice_comes_once(tmp_path: Path) -> None:
    file = tmp_path / "page.txt"
    file.write_text(f"{PAGE}\n{PAGE}", "utf-8")
    assert read(file)["body"].split("\n\n") == BODY


def test_a_traditional_line_of_a_simplified_page_is_turned(tmp_path: Path) -> None:
    file = tmp_path / "page.txt"
    file.write_text(f"{PAGE}　　項目位於臨港新片區，「產業鏈」齊備。\n", "utf-8")
    assert read(file)["body"].endswith("项目位于临港新片区，“产业链”齐备。")


@pytest.mark.parametrize(
    ("text", "what"),
    [
        (
            "Hefei opens a park\n2024-04-12\nSource: Times\nIt has 37 companies on 86 hectares.\n",
            "the text is English, and an article is made of a Chinese page only (import the Chinese"
            " page first, then this one with --english-of SLUG)",
        ),
        (
            "これは日本語の記事です。\nわたしたちのまちのニュースをおとどけします。\n",
            "the text is not Chinese (an article has its",
        ),
    ],
)
def test_a_text_that_is_not_chinese_is_refused(tmp_path: Path, text: str, what: str) -> None:
    file = tmp_path / "page.txt"
    file.write_text(text, "utf-8")
    made = run(file, "--into", tmp_path / "out", "--source", "报", "--date", "2024-04-12")
    assert made.exit_code == 1
    assert f"page.txt: body: {what}" in made.output


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("404 Not Found\n\n抱歉，您访问的页面不存在，请返回首页。\n", "404"),
        ("江城日报\n\n抱歉，您要查看的文章已被删除。\n", "文章已被删除"),
        ("江城日报\n\n请先登录后查看全文。\n", "请先登录"),
        ("系統提示\n\n訪問被拒絕，請稍後再試。\n", "訪問被拒絕"),
        ("Not Found\n\nThe requested URL was not found on this server.\n", "Not Found"),
        ("江城港投资404万元\n\n江城港南区四期工程投资404万元，本月开工。\n", ""),
        (f"江城开放登录服务\n\n{'居民登录后查看社保，请先登录网站。' * 10}\n", ""),
    ],
)
def test_an_error_or_login_page_is_called_one(tmp_path: Path, text: str, said: str) -> None:
    file = tmp_path / "page.txt"
    file.write_text(text, "utf-8")
    made = run(file, "--into", tmp_path / "out")
    assert made.exit_code == 1
    told = f"body: looks like an error or login page, not an article: it says “{said}” (open the"
    assert (told in made.output) == bool(said)
    assert ("looks like" in made.output) == bool(said)
    # Who answers the questions gets the article all the same.
    answers = ("--date", "2024-04-12", "--source", "报", "--title", "标题")
    assert run(file, "--into", tmp_path / "out", *answers).exit_code == text.startswith("Not")


def test_what_an_email_says_around_the_article_is_no_part_of_it(tmp_path: Path) -> None:
    message = EmailMessage()
    message["From"] = "江北宣传部 <press@example.org>"
    message["To"] = "desk@example.org"
    message["Date"] = "Tue, 14 May 2024 10:00:00 +0800"
    message["Subject"] = "新闻稿：江北电池项目今天开工"
    text = "\n".join([TITLE, "", *BODY])
    message.set_content(
        f"各位编辑老师：\n您好！\n\n以下是今天的新闻稿，请查收。\n\n{text}\n\n"
        "联系人：王女士 0000-000\n谢谢！\n"
    )
    file = tmp_path / "mail.eml"
    file.write_bytes(bytes(message))
    found = read(file)
    assert (found["title"], found["body"].split("\n\n")) == (TITLE, BODY)
    notes = [one["text"] for one in found["removed"] if one["why"] == "covering note"]
    assert notes == [
        "各位编辑老师：",
        "您好！",
        "以下是今天的新闻稿，请查收。",
        "联系人：王女士 0000-000",
        "谢谢！",
    ]


_HEADLINE = "江北电池项目开工建设"
_ASKING = (
    "编辑同志：\n您好！\n我局今天举行新闻发布会，现将新闻通稿发送给您，请予报道。",
    "你好！\n稿件已发附件，请查收，有问题电话联系。",
    "敬爱的编辑：\n请审稿。",
    "各位编辑：\n请查收新闻稿，谢谢！",
    "王老师：您好！\n给您发来一篇新闻稿，望采用，谢谢。",
    "您好，请查收附件。",
    "各位媒体朋友：\n大家好！稿件如下，请予刊发。",
    "編輯您好：\n請查收新聞稿，謝謝！",
    "【新闻稿】",
    "我是江北区宣传科张敏，现将今天的新闻稿发给您，请查收。如有问题请随时联系我，谢谢！",
    "李编辑：\n新闻稿见附件，正文如下：",
    "老师好：\n麻烦您审核一下稿件，辛苦了！",
    "张主任：\n您好。稿子发您，请审阅！",
    "各位编辑：\n附件为新闻稿和图片，敬请刊发。",
    "尊敬的媒体朋友们：\n感谢各位一直以来的关注与支持！随信附上新闻通稿，供各位参考。",
)
_CLOSING = (
    "以上，谢谢！",
    "期待您的回复。",
    "敬请编辑老师斧正！\n作者：张敏",
    "谢谢！",
    "此致\n敬礼！",
    "祝好！\n张敏",
    "顺祝\n编安",
    "联系人：张敏　13800000000\n江北区工业和信息化局",
    "张敏\n13800000000",
    "江北区宣传科 张敏 13800000000",
    "（联系人：张敏，电话：0000-8888888）",
    "如有疑问，请与我联系，谢谢。\n张敏 138-0000-0000\n江北区政府办公室",
    "敬请刊发，谢谢！",
    "附件：照片3张\n联系人：张敏 13800000000\n江北日报社",
    "Best regards,\nZhang Min",
    "祝工作顺利！张敏 手机 13800000000",
    "稿件如有疑问请联系张敏，电话13800000000",
    "此致\n敬礼\n江北区工业和信息化局新闻科\n联系人：张敏 0000-8888888\n--\n"
    "此邮件及附件含有保密信息，仅限于发送给上述收件人。",
    "本邮件及其附件可能含有机密信息，如您不是指定收件人，请立即删除。",
    "谢谢！\n如误收本邮件，请通知发件人并删除。",
    "This e-mail and its attachments may contain confidential information.",
)


def _mail(subject: str, text: str, kind: str) -> bytes:
    message = EmailMessage()
    message["From"], message["To"] = "a@example.org", "desk@example.org"
    message["Date"], message["Subject"] = "Tue, 14 May 2024 10:00:00 +0800", subject
    lines = "".join(f"<p>{line}</p>" for line in text.split("\n") if line)
    message.set_content(lines if kind == "html" else text, subtype=kind)
    return bytes(message)


@pytest.mark.parametrize("kind", ["plain", "html"])
@pytest.mark.parametrize(
    ("above", "below"), [*((one, "") for one in _ASKING), *(("", one) for one in _CLOSING)]
)
def test_a_greeting_a_request_and_contacts_of_an_email_are_no_text(
    above: str, below: str, kind: str
) -> None:
    text = "\n\n".join([above, _HEADLINE, *BODY, below])
    article = import_page(read_page("a.eml", _mail("新闻稿", text, kind)), describe=False)
    assert (article.title, article.body.split("\n\n")) == (_HEADLINE, BODY)


@pytest.mark.parametrize("kind", ["plain", "html"])
@pytest.mark.parametrize(
    ("subject", "text", "title", "body"),
    [
        *(
            (subject, [_HEADLINE, *BODY], _HEADLINE, BODY)
            for subject in (
                "请刊发：江北稿件5月14日",
                "江北新闻通稿：新能源产业集群",
                "回复：稿件",
                "素材",
                "江北两个项目的消息",
                "",
            )
        ),
        # The subject is the title of a text without one, or with headings of its sections.
        (TITLE, BODY, TITLE, BODY),
        (
            TITLE,
            ["企业生产经营情况", BODY[0], "周边道路建设情况", BODY[1]],
            TITLE,
            ["## 企业生产经营情况", BODY[0], "## 周边道路建设情况", BODY[1]],
        ),
        ("稿件", ["祝融号火星车成功着陆", *BODY], "祝融号火星车成功着陆", BODY),
        ("稿件", ["感谢每一位平凡的奋斗者", *BODY], "感谢每一位平凡的奋斗者", BODY),
        # What the public may call, and the office that signs with a date, stays.
        (TITLE, [*BODY, "咨询热线 0000-8888888"], TITLE, [*BODY, "咨询热线 0000-8888888"]),
        (
            TITLE,
            [*BODY, "联系人：张敏 13800000000", "江北区政府办公室", "2024年5月13日"],
            TITLE,
            [*BODY, "江北区政府办公室", "2024年5月13日"],
        ),
        (TITLE, [*BODY, "他说：“谢谢大家！”"], TITLE, [*BODY, "他说：“谢谢大家！”"]),
    ],
)
def test_the_headline_of_an_email_wins_over_its_subject(
    subject: str, text: list[str], title: str, body: list[str], kind: str
) -> None:
    mail = _mail(subject, "\n\n".join(text), kind)
    article = import_page(read_page("a.eml", mail), describe=False)
    assert (article.title, article.body.split("\n\n")) == (title, body)


def test_a_folder_is_searched_but_not_what_was_built_or_hidden(tmp_path: Path) -> None:
    for name in ("raw/page.txt", ".digest/check/page.html", "public/page.html"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(PAGE, "utf-8")
    (tmp_path / "public/.files.json").write_text("[]", "utf-8")
    made = run(tmp_path, "--into", tmp_path / "out")
    assert (made.exit_code, made.output.split("\n")[1].split()) == (0, ["files", "1"])


def test_an_answer_for_a_file_that_the_call_has_not_is_a_wrong_call(tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text(PAGE, "utf-8")
    made = run(tmp_path / "page.txt", "--title", "pages.txt=标题", "--into", tmp_path / "out")
    assert made.exit_code == 2
    assert '--title: this call has no page "pages.txt" (it has' in made.output


def _wrapped(text: str, columns: int, indent: str = "") -> str:
    """``text`` wrapped at so many columns, as in a PDF or a terminal."""
    lines, width = [""], 0
    for character in indent + text:
        width += 1 if character.isascii() else 2
        if width > columns:
            lines.append("")
            width = 1 if character.isascii() else 2
        lines[-1] += character
    return "\n".join(lines)


HEAD = PAGE.split("\n")[:2]
LONG = [*BODY, SENTENCES[13] + SENTENCES[1], SENTENCES[9] + SENTENCES[11]]


@pytest.mark.parametrize("indent", ["", "　　"])
@pytest.mark.parametrize("columns", [44, 60, 70])
def test_lines_that_a_page_has_broken_are_put_together(
    tmp_path: Path, columns: int, indent: str
) -> None:
    broken = [_wrapped(one, columns, indent) for one in LONG]
    pages = [*HEAD, *broken[:2], "- 1 -", *broken[2:], "— 2 —"]
    file = tmp_path / "page.txt"
    file.write_text("\n".join(pages), "utf-8")
    assert read(file)["body"].split("\n\n") == LONG


@pytest.mark.parametrize(
    ("written", "body"),
    [
        ("".join(f"{one} " for one in BODY[0]), BODY[0]),
        ("总投资４８．６亿元，占地１，２６０亩。", "总投资48.6亿元，占地1,260亩。"),
        ("总投资48.6亿元&#65292;占地&nbsp;1260亩。<br>年底投产。", None),
        (r"\\u603b\\u6295\\u8d4448.6亿元，占地1,260亩。", "总投资48.6亿元，占地1,260亩。"),
        ("增加值增长8.\n4%，占地20万\n亩。", "增加值增长8.4%，占地20万亩。"),
    ],
)
def test_what_programs_leave_in_a_text_goes(tmp_path: Path, written: str, body: str | None) -> None:
    file = tmp_path / "page.txt"
    file.write_text("\n".join([*HEAD, written.replace("\\\\", "\\"), BODY[1]]), "utf-8")
    found = read(file)["body"].split("\n\n")
    assert found == [
        *([body] if body else ["总投资48.6亿元，占地 1260亩。", "年底投产。"]),
        BODY[1],
    ]


def test_cells_with_tabs_between_them_are_a_table(tmp_path: Path) -> None:
    rows = "县区\t项目数\t投资额\n莲池区\t12\t86.5\n合计\t12\t86.5"
    file = tmp_path / "page.txt"
    file.write_text("\n".join([*HEAD, BODY[0], rows, BODY[1]]), "utf-8")
    table = "| 县区 | 项目数 | 投资额 |\n| --- | --- | --- |\n"
    table += "| 莲池区 | 12 | 86.5 |\n| 合计 | 12 | 86.5 |"
    assert read(file)["body"].split("\n\n") == [BODY[0], table, BODY[1]]


@pytest.mark.parametrize(
    "line",
    [
        "江北日报 Sep 12, 2024",
        "江北日报 12 September 2024 08:30",
        "来源：江北日报 二〇二四年九月十二日",
        "来源：江北日报 民国113年9月12日",
    ],
)
def test_a_date_may_be_written_in_words(tmp_path: Path, line: str) -> None:
    file = tmp_path / "page.txt"
    file.write_text("\n".join([TITLE, line, *BODY]), "utf-8")
    found = read(file)
    assert (found["date"], found["source"]["name"]) == ("2024-09-12", "江北日报")


def test_a_reporter_may_stand_beside_the_date_with_a_place(tmp_path: Path) -> None:
    file = tmp_path / "page.txt"
    line = "來源：港都時報 2024-10-02 記者陳美玲／高雄報導"
    text = "高雄港新航線2日啟用，首航船舶載運1,850個標準貨櫃，總經理說運送時間縮短3天。"
    file.write_text(f"高雄港新航線啟用\n{line}\n{text}\n", "utf-8")
    source = read(file)["source"]
    assert (source["name"], source["author"]) == ("港都時報", "陳美玲")


def test_markdown_is_read_without_its_marks(tmp_path: Path) -> None:
    file = tmp_path / "page.txt"
    parts = [f"# {TITLE}", HEAD[1], f"**{BODY[0]}**", "## 带动上下游", f"> {BODY[1]}"]
    rows = "| 县区 | 项目数 |\n|---|---:|\n| 莲池区 | 12 |\n| 合计 | 12 |"
    file.write_text("\n\n".join([*parts, rows, f"[原文](https://example.org/x){BODY[0]}"]), "utf-8")
    found = read(file)
    table = "| 县区 | 项目数 |\n| --- | --- |\n| 莲池区 | 12 |\n| 合计 | 12 |"
    assert found["title"] == TITLE
    assert found["body"].split("\n\n") == [
        BODY[0],
        "## 带动上下游",
        BODY[1],
        table,
        f"原文{BODY[0]}",
    ]


def test_a_part_is_a_heading_below_its_chapter(tmp_path: Path) -> None:
    parts = ["一、效益", "（一）产值", BODY[0], "（二）税收", BODY[1], "二、下一步", SENTENCES[1]]
    file = tmp_path / "page.txt"
    file.write_text("\n".join([*HEAD, *parts]), "utf-8")
    headings = [one for one in read(file)["body"].split("\n\n") if one[0] == "#"]
    assert headings == ["## 一、效益", "### （一）产值", "### （二）税收", "## 二、下一步"]


def test_a_quoted_email_is_its_text(tmp_path: Path) -> None:
    head = f"发件人: 王某\n发送时间: 2024年5月14日 10:00\n主题: {TITLE}\n\n"
    file = tmp_path / "page.txt"
    quoted = "\n>\n".join(f"> {one}" for one in ("各位好，转上稿件：", *BODY))
    file.write_text(head + quoted, "utf-8")
    assert read(file)["body"].split("\n\n") == BODY
