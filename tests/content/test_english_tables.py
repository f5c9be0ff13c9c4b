"""Numbers of tables are compared with the units of their heads, and told at the line of their
row."""

from __future__ import annotations

import pytest

from tests.sites import TestSite

CHINESE = """\
单位：万元

| 城市 | 产值 | 增速（%） |
| --- | --- | --- |
| 苏州 | 28950 | 5.2 |
| 无锡 | 16172 | 4.8 |
| 合计 | 45122 | 5.1 |"""
NOTE = "Unit: million yuan"
HEAD = "| City | Output | Growth (%) |\n| --- | --- | --- |\n"
ROWS = (
    "| Suzhou | 289.5 | 5.2 |\n",
    "| Wuxi | 161.72 | 4.8 |\n",
    "| Total | 451.22 | 5.1 |\n",
)
# The same with the numbers of the Chinese.
KEPT = (
    "| Suzhou | 28,950 | 5.2 |\n",
    "| Wuxi | 16,172 | 4.8 |\n",
    "| Total | 45,122 | 5.1 |\n",
)


def english(rows: tuple[str, ...] = ROWS, note: str = NOTE, head: str = HEAD) -> str:
    return f"{note}\n\n{head}{''.join(rows)}"


def html(text: str) -> str:
    """A table of Markdown in HTML, each row on a line of its own."""
    rows = [line.strip("|").split("|") for line in text.splitlines() if "---" not in line]
    made = ("".join(f"<td>{cell.strip()}</td>" for cell in row) for row in rows)
    return "<table>\n" + "".join(f"<tr>{row}</tr>\n" for row in made) + "</table>"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (english(), []),
        (english(KEPT, "(10,000 yuan)"), []),
        (english((ROWS[1], ROWS[0], ROWS[2])), []),
        (
            english(ROWS[:2]),
            ["10: paragraph 2: the row “合计 | 45122 | 5.1” of the Chinese table is missing"],
        ),
        (
            english(KEPT, "Unit: yuan"),
            ['5: paragraph 2: 万元 (10,000 yuan) became "yuan"'],
        ),
        (
            english(("| Suzhou | 161.72 | 5.2 |\n", "| Wuxi | 289.5 | 4.8 |\n", ROWS[2])),
            [
                "9: paragraph 2: row 1 (Suzhou), column 2 (Output): “161.72” belongs in the row of"
                " “无锡”; here the Chinese has 28950",
                "10: paragraph 2: row 2 (Wuxi), column 2 (Output): “289.5” belongs in the row of"
                " “苏州”; here the Chinese has 16172",
            ],
        ),
        (
            english((ROWS[0], "| Wuxi | 161.27 | 4.8 |\n", ROWS[2])),
            [
                "10: paragraph 2: row 2 (Wuxi), column 2 (Output): 16172万元 (161.72 million yuan)"
                ' became "161.27 (million yuan)"'
            ],
        ),
        (
            f"{NOTE}\n\n" + html(HEAD + "".join((ROWS[0], "| Wuxi | 161.72 | 8.4 |\n", ROWS[2]))),
            ['10: paragraph 2: row 2 (Wuxi), column 3 (Growth (%)): 4.8% (4.8%) became "8.4%"'],
        ),
        (
            f"{NOTE}\n\n|  | Suzhou | Wuxi | Total |\n| --- | --- | --- | --- |\n"
            "| Output | 289.5 | 161.72 | 451.22 |\n| Growth (%) | 5.2 | 4.9 | 5.1 |\n",
            ['10: paragraph 2: row 2 (Growth (%)), column 3 (Wuxi): 4.8% (4.8%) became "4.9%"'],
        ),
    ],
)  # fmt: skip
def test_tables_are_compared_cell_by_cell(site: TestSite, text: str, told: list[str]) -> None:
    site.article("table", title="各市产值", body=CHINESE)
    site.english("table", title="Output", body=text)
    found = site.digest("check").problems
    flagged = [one for one in found if ".en.md:" in one]
    assert len(flagged) == len(told), flagged
    for problem, words in zip(flagged, told, strict=True):
        assert problem.startswith(f"content/articles/table.en.md:{words}")
        assert "write <!-- checked --> on a line before the paragraph" in problem


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Amounts in million yuan:\n\n- Suzhou: 289.5\n- Wuxi: 161.72", []),
        ("By city:\n\n- Suzhou: 289.5 million yuan\n- Wuxi: 161.72 million yuan", []),
        (
            "Amounts in million yuan:\n\n- Suzhou: 161.72\n- Wuxi: 289.5",
            [
                "7: paragraph 2: row 1 (Suzhou): “161.72” belongs in the row of “无锡”",
                "8: paragraph 2: row 2 (Wuxi): “289.5” belongs in the row of “苏州”",
            ],
        ),
        (
            "Amounts in yuan:\n\n- Suzhou: 28,950\n- Wuxi: 16,172",
            ['5: paragraph 2: 万元 (10,000 yuan) became "yuan"'],
        ),
    ],
)
def test_a_list_has_the_unit_of_the_line_before_it(
    site: TestSite, text: str, told: list[str]
) -> None:
    site.article(
        "list", title="各市产值", body="以下金额单位为万元：\n\n- 苏州：28950\n- 无锡：16172"
    )
    site.english("list", title="Output", body=text)
    found = [one for one in site.build().problems if ".en.md:" in one]
    assert len(found) == len(told), found
    for problem, words in zip(found, told, strict=True):
        assert problem.startswith(f"content/articles/list.en.md:{words}")


def test_a_table_can_be_settled(site: TestSite) -> None:
    site.article("table", title="各市产值", body=CHINESE)
    text = english(ROWS[:2]).replace("| City", "<!-- checked -->\n| City")
    site.english("table", title="Output", body=text)
    assert not [one for one in site.build().problems if ".en.md:" in one]
