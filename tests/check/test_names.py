"""``digest check`` finds names in the English that are nowhere in the Chinese article."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.sites import TestSite

CHECKED = "correct it, or write <!-- checked --> on a line before the paragraph"

# Chinese, English, and the names that the Chinese does not have.
CASES = [
    ("邻水紧邻重庆。", "Linshui borders Chengdu.", "“Chengdu” (成都)"),
    ("总部在河南漯河。", "It is based in Luohe, Hubei province.", "“Hubei” (湖北)"),
    ("由川渝两地管理。", "It is run by Sichuan and Guizhou.", "“Guizhou” (贵州)"),
    ("与宁德时代签约。", "It signed with BYD.", "“BYD” (比亚迪)"),
    ("与马记智能科技签约。", "It signed with Ruichi Robotics.", "“Ruichi Robotics” (瑞驰机器人)"),
    ("企业从陕西迁来。", "The firm moved from Shanxi.", "“Shanxi” (山西)"),
    ("企业来自雅安。", "The firm is from Lu'an.", "“Lu'an” (六安)"),
    # The names that the Chinese has, in another form.
    ("产品销往京津冀和江浙沪。", "It sells to Beijing, Tianjin, Hebei, Jiangsu and Shanghai.", ""),
    ("沿成渝高铁布局。", "It lies along the Chengdu-Chongqing railway.", ""),
    ("企业落户顺德。", "The firm came to Shunde in Foshan, Guangdong.", ""),
    ("位于襄樊。", "It is in Xiangyang.", ""),
    ("经理杨朝阳说。", "Yang Chaoyang, the manager, said so.", ""),
    ("在港澳设立公司。", "It has firms in Hong Kong and Macao.", ""),
    # Longer names and the article's own city.
    ("股票在深交所上市。", "Its shares are on the Shenzhen Stock Exchange.", ""),
    ("步行街的川菜。", "Sichuan cuisine off Nanjing Road.", ""),
    ("全市开工。", "Work began across Zhaoqing, Guangdong.", ""),
    ("研究人员来自北大。", "The researchers are from Peking University.", ""),
]


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    site = TestSite(tmp_path_factory.mktemp("names"))
    site.settings()
    site.write("content/glossary.yaml", "terms:\n  瑞驰机器人: Ruichi Robotics\n")
    for number, (chinese, english, _) in enumerate(CASES):
        more = "cities: [肇庆]\n" if "Zhaoqing" in english else "cities: []\n"
        site.article(f"case-{number}", title=f"第{number}篇文章", body=chinese, more=more)
        site.english(f"case-{number}", title=f"Article {number}", body=english)
    return [line for line in site.digest("check").problems if "is not in the Chinese" in line]


@pytest.mark.parametrize("number", range(len(CASES)), ids=lambda number: CASES[number][1])
def test_names_are_compared_with_the_whole_article(number: int, told: list[str]) -> None:
    path = f"content/articles/case-{number}.en.md"
    found = [line.removeprefix(path) for line in told if line.startswith(f"{path}:")]
    wanted = CASES[number][2]
    message = f":5: paragraph 1: {wanted} is not in the Chinese ({CHECKED})"
    assert found == ([message] if wanted else [])


def test_a_title_and_a_summary_are_compared_and_settled(tmp_path: Path) -> None:
    site = TestSite(tmp_path)
    site.settings()
    site.article("one", title="重庆的工厂", body="工厂开工。\n\n第二段。")
    summary = "summary: The plant is in Chengdu.\n"
    body = "Work began in Chengdu.\n\nSecond."
    site.english("one", title="A plant in Chengdu", more=summary, body=body)
    told = [line for line in site.digest("check").problems if "“Chengdu” (成都)" in line]
    assert [line.split(": ")[1] for line in told] == ["title", "summary", "paragraph 1"]
    marks = "<!-- checked title -->\n<!-- checked summary -->\n<!-- checked -->\n"
    site.english("one", title="A plant in Chengdu", more=summary, body=marks + body)
    assert "Chengdu" not in "".join(site.digest("check").problems)
    assert "Chengdu" not in "".join(site.digest("build").problems)
