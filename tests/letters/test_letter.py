"""``digest letter``: what is in a letter, its parts, and that mail programs take it."""

from __future__ import annotations

import email
import email.policy
from email.message import EmailMessage
from pathlib import Path

import pytest

from generator.letters.rules import MAX_BYTES, faults
from tests.sites import TestSite, run

# No number of it may be cut by a line break.
LONG = "：" + "总投资1234亿元的项目在2025年开工" * 6
EDITIONS = ("zh-hans", "zh-hant", "en")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> TestSite:
    """Three articles of two months, one without English and one with a machine's."""
    made = TestSite(tmp_path_factory.mktemp("letters") / "site")
    made.settings()
    made.article("start", date="2023-10-10", title='肇庆 <C> & "产业"')
    made.english("start", title='Zhaoqing <C> & "work"')
    made.article("second", date="2023-10-08", more="cities: [中山]\n")
    made.english("second", title="Zhongshan works", more="status: machine\nengine: Argos 1.9\n")
    made.article("older", date="2023-09-30", title=f"九月的消息{LONG}")
    return made


def written(site: TestSite, out: Path, *args: str) -> dict[str, str]:
    """The files that a letter writes, by name."""
    ran = site.digest("letter", "--out", str(out), *args)
    assert ran.code == 0, ran.err
    return {file.name: file.read_text("utf-8") for file in sorted(out.iterdir())}


def message(text: str) -> EmailMessage:
    found = email.message_from_string(text, policy=email.policy.default)
    assert isinstance(found, EmailMessage)
    return found


def test_a_month_in_every_edition(site: TestSite, tmp_path: Path) -> None:
    files = written(site, tmp_path, "--month", "2023-10")
    assert sorted(files) == sorted(
        f"2023-10.{e}.{k}" for e in EDITIONS for k in ("eml", "html", "txt")
    )
    english, text = files["2023-10.en.html"], files["2023-10.en.txt"]
    assert "Zhaoqing &lt;C&gt; &amp; " in english
    assert 'href="https://example.org/sub/en/articles/start/"' in english
    assert "https://example.org/sub/en/articles/start/" in text
    assert "* Zhaoqing <C> & “work”" in text
    assert "九月" not in files["2023-10.zh-hans.html"]
    assert "肇慶" in files["2023-10.zh-hant.html"]
    assert 'href="https://example.org/sub/en/archive/2023-10/"' in english
    # Grouped by city, the plain text too.
    assert text.index("Zhaoqing\n=") < text.index("Zhongshan\n=")
    # How the English came about is said where it was a machine.
    assert english.count("Machine translation by Argos 1.9.") == 1
    assert "[Machine translation by Argos 1.9.]" in text


def test_a_letter_in_both_languages(site: TestSite, tmp_path: Path) -> None:
    files = written(site, tmp_path, "--since", "2023-09-01", "--edition", "bilingual")
    assert sorted(files) == sorted(
        f"2023-10-10.{e}-en.{k}" for e in ("zh-hans", "zh-hant") for k in ("eml", "html", "txt")
    )
    letter, text = files["2023-10-10.zh-hans-en.html"], files["2023-10-10.zh-hans-en.txt"]
    assert not faults(letter)
    assert letter.index("肇庆 &lt;C&gt;") < letter.index("Zhaoqing &lt;C&gt;")
    assert 'href="https://example.org/sub/zh-hans/articles/start/"' in letter
    assert 'href="https://example.org/sub/en/articles/start/"' in letter
    assert "肇庆 Zhaoqing\n＝＝" in text
    # How the English came about, and where there is none.
    assert text.count("[Machine translation by Argos 1.9.]") == 1
    assert text.count("[暂无英文]") == 1
    assert message(files["2023-10-10.zh-hans-en.eml"])["Content-Language"] == "zh-Hans, en"


def test_since_a_day_and_the_last_seven_days(site: TestSite, tmp_path: Path) -> None:
    since = written(site, tmp_path / "a", "--since", "2023-09-01", "--edition", "en")
    assert list(since) == ["2023-10-10.en.eml", "2023-10-10.en.html", "2023-10-10.en.txt"]
    assert "1 September 2023 – 10 October 2023" in since["2023-10-10.en.html"]
    assert f"九月的消息{LONG}" in since["2023-10-10.en.txt"]
    assert "In Chinese; not yet translated" in since["2023-10-10.en.html"]
    week = written(site, tmp_path / "b", "--edition", "en")
    assert "九月的消息" not in week["2023-10-10.en.txt"]
    assert "Zhongshan works" in week["2023-10-10.en.txt"]


def test_groups_by_topic(site: TestSite, tmp_path: Path) -> None:
    text = written(site, tmp_path, "--by", "topic", "--edition", "en")["2023-10-10.en.txt"]
    assert text.index("New energy\n=") < text.index("Other\n=")


@pytest.mark.parametrize("edition", EDITIONS)
def test_mail_programs_take_it(site: TestSite, tmp_path: Path, edition: str) -> None:
    html = written(site, tmp_path, "--month", "2023-10")[f"2023-10.{edition}.html"]
    assert faults(html) == []
    assert '<meta name="color-scheme" content="light dark">' in html
    assert "@media (prefers-color-scheme:dark)" in html.replace(": ", ":").replace("( ", "(")
    # Styles are on the elements: the sheet itself has nothing but what no element can say.
    assert html.count("style=") > 20
    body = html.partition("<body")[2]
    assert "font-family" in body


def test_the_message_has_both_parts(site: TestSite, tmp_path: Path) -> None:
    files = written(
        site,
        tmp_path,
        "--month",
        "2023-10",
        "--edition",
        "zh-Hans",
        "--from",
        "编辑部 <me@a.example>",
    )
    found = message(files["2023-10.zh-hans.eml"])
    assert found["Subject"] == "测试简报 · 2023年10月"
    assert found["From"].addresses[0].addr_spec == "me@a.example"
    assert found["Date"].datetime.isoformat() == "2023-10-10T00:00:00+08:00"
    assert found["Content-Language"] == "zh-Hans"
    plain, rich = found.iter_parts()
    assert (plain.get_content_type(), rich.get_content_type()) == ("text/plain", "text/html")
    assert plain.get_content().replace("\r\n", "\n") == files["2023-10.zh-hans.txt"]
    assert rich.get_content().replace("\r\n", "\n") == files["2023-10.zh-hans.html"]


def test_the_same_letter_is_the_same_message(
    site: TestSite, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = written(site, tmp_path / "a", "--month", "2023-10")
    assert written(site, tmp_path / "b", "--month", "2023-10") == first
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    dated = written(site, tmp_path / "c", "--month", "2023-10", "--edition", "en")
    assert message(dated["2023-10.en.eml"])["Date"].datetime.timestamp() == 1700000000
    assert "From" not in message(dated["2023-10.en.eml"])


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["--month", "2023-13"], '--month: "2023-13" is not a month (like 2023-10)'),
        (["--since", "soon"], '--since: "soon" is not a date (like 2023-10-31)'),
        (["--since", "2023-10-01", "--month", "2023-10"], "cannot be given together"),
        (["--month", "2020-01"], "no article in 2020-01 (the newest is from 2023-10-10)"),
        (["--since", "2024-01-01"], "no article since that day (the newest is from 2023-10-10)"),
        (["--from", "nobody"], '--from: "nobody" is not an address'),
        (["--out", "content/letters"], "contains the sources of a site"),
    ],
)
def test_a_wrong_call_is_told(
    site: TestSite, args: list[str], said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(site.root)
    ran = site.digest("letter", *args)
    assert ran.code == 2
    assert said in "\n".join(ran.problems)
    assert not (site.root / "letters").exists()


def test_the_address_of_the_site_is_needed(site: TestSite, tmp_path: Path) -> None:
    ran = site.digest("letter", "--out", str(tmp_path), "--edition", "en")
    assert "site.yaml: base_url: the links of the letter lead to example.org" in ran.err
    text = (site.root / "site.yaml").read_text("utf-8")
    other = TestSite(tmp_path / "other")
    lines = [line for line in text.splitlines() if not line.startswith("base_url")]
    other.write("site.yaml", "\n".join(lines))
    other.article("one")
    ran = run("--site", str(other.root), "letter")
    assert ran.code == 1
    assert "base_url: missing" in ran.err


def test_a_long_letter_is_not_cut_off_by_mail_programs(site: TestSite, tmp_path: Path) -> None:
    from generator.letters.issue import Group, Issue, Item
    from generator.letters.letter import make_letter
    from generator.pipeline.reading import with_library
    from generator.pipeline.stages import Options
    from generator.render.views import Entry

    def entry(number: int) -> Entry:
        title, where = f"Headline number {number} " * 3, f"en/articles/a-{number}/"
        return Entry(
            f"a-{number}", title, "A summary of some length. " * 12, "", where, "2023-10-10",
            "10 October 2023", "Daily", "", "reviewed", False, (), (),
        )  # fmt: skip

    items = tuple(Item(entry(n), f"https://a.example/{n}/", (), "", n) for n in range(400))
    issue = Issue(
        "en", "October", "Digest", "", "https://a.example/", "2023-10-10T00:00:00+08:00", 400,
        (Group("Zhaoqing", "https://a.example/z/", items),),
    )  # fmt: skip
    options = Options(site.root / "public")
    letter = with_library(
        site.root, options, lambda *_: None, lambda _, shared: make_letter(issue, shared)
    )
    assert faults(letter.html) == []
    assert len(letter.html.encode()) > MAX_BYTES * 0.9
    assert 0 < letter.left_out < 400
    assert f"{letter.left_out} more articles on the site" in letter.html
    assert "Headline number 0 " in letter.html


@pytest.mark.parametrize(
    ("html", "said"),
    [
        ("<script>x</script>", "<script> is not supported by mail programs"),
        ("<img src='https://a.b/c.png'>", "<img> is not supported by mail programs"),
        ("<p style='display: flex'>", "display: flex"),
        ("<p style='position:absolute'>", '"position" is not supported by mail programs'),
        ("<p style='background-image: none'>", '"background-image"'),
        ("<p style='color: var(--x)'>", "var(--x)"),
        ("<td width=700>", "700 pixels wide"),
        ("<td style='max-width: 640px'>", "wider than 600"),
        ("<a href='/en/'>", '"/en/" is not an absolute web address'),
        ("<a href='#top'>", "is not an absolute web address"),
        ("<p onclick='x()'>", 'the attribute "onclick"'),
        ("<style>@import 'x.css';</style>", "@import"),
        (
            "<style>@media (prefers-color-scheme: dark) { p { position: fixed } }</style>",
            "position",
        ),
        (f"<p>{'x' * MAX_BYTES}</p>", "Gmail cuts off"),
    ],
)
def test_the_rules_find_what_mail_programs_do_not_know(html: str, said: str) -> None:
    assert any(said in fault for fault in faults(html)), faults(html)


def test_sound_html_keeps_the_rules() -> None:
    assert (
        faults('<table width="100%"><tr><td style="max-width: 600px; color: red">x</td></tr>') == []
    )


def test_the_area_of_a_works_is_not_shown_beside_the_city(tmp_path: Path) -> None:
    site = TestSite(tmp_path / "site")
    site.settings()
    body = "项目占地586亩，建筑面积30万平方米，总投资16亿元。"
    site.article("works", date="2023-10-10", body=body)
    text = written(site, tmp_path / "out", "--month", "2023-10")["2023-10.zh-hans.txt"]
    assert "- 总投资: 16亿元" in text
    assert "- 建筑面积" not in text
    assert "- 占地" not in text


def test_only_figures_that_say_all_by_their_names_are_shown(tmp_path: Path) -> None:
    site = TestSite(tmp_path / "site")
    site.settings()
    body = (
        "绍兴市有单项冠军企业47家，关停景区17处。前8个月，绍兴市规上工业增加值增长6.3%，"
        "地区生产总值2103.6亿元。"
    )
    counties = "越城区税收收入86亿元。柯桥区税收收入98亿元。"
    more = "cities: [绍兴]\n"
    site.article("shaoxing", title="绍兴发布数据", body=body, more=more)
    site.article("counties", title="绍兴各区", date="2023-10-11", body=counties, more=more)
    text = written(site, tmp_path / "out", "--month", "2023-10")["2023-10.zh-hans.txt"]
    assert "- 地区生产总值 · 2023年1—8月: 2103.6亿元" in text
    assert "- 越城区 · 税收收入: 86亿元" in text
    assert "- 柯桥区 · 税收收入: 98亿元" in text
    assert "- 单项冠军" not in text
    assert "- 企业" not in text
    assert "- 景区" not in text
