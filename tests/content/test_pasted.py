"""Articles with pasted text: invisible characters do no harm, and each edition is in its script."""

from __future__ import annotations

from tests.sites import TestSite

TEXT = "江北新区的电池项目开工，总投资82.5亿元，占地880亩，计划2025年底投产，新增岗位2300个。"
TRADITIONAL = "項目位於臨港新片區，距離超級工廠約3公里，產業鏈企業達到120家。"
LEFT = "has Simplified characters in a Traditional text"
QUOTE = "a name that stays Simplified is put in quotation marks"


def test_what_was_pasted_together_is_made_whole_or_told(site: TestSite) -> None:
    site.settings("editions: [zh-Hans, zh-Hant]\n")
    site.article("twice", body=TEXT, more="")
    site.article("again", body=f" {TEXT}\n", more="")
    site.article("drafted", body=TEXT, more="draft: true\n")
    site.article("drafted-too", body=TEXT, more="draft: yes\n")
    unseen = "\u200b".join(TEXT[at : at + 4] for at in range(0, len(TEXT), 4))
    site.article("unseen", body=f"{unseen}\u00ad\n\n又一段。", more='cities: ["肇\u200b庆"]\n')
    site.article("mixed", body=f"{TEXT}又一句。\n\n{TRADITIONAL}", more="")
    site.write(
        "content/articles/again.zh-hant.md",
        "---\ntitle: 電池项目\n---\n\n江北新區的電池項目開工，總投資82.5億元，佔地880畝，"
        "計劃2025年底投产，新增崗位2300個。\n",
    )
    site.article("hant", body=f"{TRADITIONAL}「專案『甲』」。\n\n{TEXT}", more="lang: zh-Hant\n")
    signs = "“万科”與《云计算》、『学童』，小丑、皇后、里程、户口、白术、什麼，`发展`。"
    site.article(
        "own",
        title="跨境学童",
        body=f"{TRADITIONAL}{signs}\n\n{TRADITIONAL}发展，头发。\n\n{TRADITIONAL}。",
        more="lang: zh-Hant\nsummary: 關口开放\n",
    )
    site.article(
        "foreign", title="A park", body="The park has 37 companies on 86 hectares.", more=""
    )
    ran = site.digest("check")
    assert ran.problems == [
        f"content/articles/again.zh-hant.md:2: title: {LEFT}: 项 (write 項; {QUOTE})",
        f"content/articles/again.zh-hant.md:5: {LEFT}: 产 (write 產; {QUOTE})",
        "content/articles/foreign.md:7: the text is not Chinese (an article has its Chinese"
        " first; English goes beside it, as SLUG.en.md)",
        f"content/articles/hant.md:2: title: {LEFT}: 庆项, 开 (write 慶項, 開; {QUOTE})",
        f"content/articles/own.md:2: title: {LEFT}: 学 (write 學; {QUOTE})",
        f"content/articles/own.md:6: summary: {LEFT}: 开 (write 開; {QUOTE})",
        f"content/articles/own.md:11: {LEFT}: 发, 头发 (write 發, 頭髮; {QUOTE})",
        "content/articles/twice.md:6: has the same text as content/articles/again.md (keep one:"
        " `digest remove twice` takes this one out)",
    ]
    assert ran.code == 0
    pages = site.root / ".digest/check"
    shown = {
        name: (pages / edition / "articles" / name / "index.html").read_text("utf-8")
        for edition, name in (("zh-hans", "mixed"), ("zh-hans", "unseen"), ("zh-hant", "hant"))
    }
    assert "项目位于临港新片区，距离超级工厂" in shown["mixed"]
    assert "\u200b" not in shown["unseen"]
    assert "82.5亿元" in shown["unseen"]
    assert "江北新區的電池" in shown["hant"]
    assert "「專案『甲』」" in shown["hant"]
    simplified = (pages / "zh-hans/articles/hant/index.html").read_text("utf-8")
    assert "“专案‘甲’”" in simplified, "the mainland's marks"
    assert "項目位於臨港新片區" in shown["hant"]


def test_simplified_characters_are_told_wherever_a_traditional_text_is_shown(
    site: TestSite,
) -> None:
    for name in ("bridge", "plan"):
        picture = "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>"
        site.write(f"content/files/{name}.svg", picture)
    site.article(
        "own",
        title="跨境學童",
        body=f"{TRADITIONAL}\n\n![規劃图](files/plan.svg '總规劃')\n\n[網](https://a.org '發展')",
        more="lang: zh-Hant\ncities: [肇庆]\nseries: 港區观察\ncredits: [攝影：张發, 校對：范發]\n"
        "image:\n  file: files/bridge.svg\n  alt: 大橋\n  caption: 大桥開通\n  credit: 資料图片\n",
    )
    site.article(
        "named", body=TEXT, more="cities: [肇庆]\nimage: {file: files/bridge.svg, alt: 大桥}\n"
    )
    site.write(
        "content/articles/named.zh-hant.md",
        "---\ntitle: 肇慶項目開工\nimage:\n  alt: 大橋\n  caption: 肇慶大桥\n---\n\n"
        "江北新區的電池項目開工，總投資82.5億元，佔地880畝，計劃2025年底投產，新增崗位2300個。\n",
    )
    # A name that is Simplified throughout is converted.
    site.article(
        "kept",
        title="電池項目開工",
        body=f"{TRADITIONAL}又一句。",
        more="lang: zh-Hant\ncities: [肇庆]\ncredits: [摄影：张发]\n",
    )
    site.write(
        "content/pages/about.md",
        f"---\ntitle: 关於本站\nsummary: 說明\n---\n\n{TRADITIONAL}发展。\n",
    )
    site.write("content/pages/law.md", "---\ntitle: 法律声明\n---\n\n本站依法发布。\n")
    site.write(
        "content/pages/law.zh-hant.md", "---\ntitle: 法律声明\n---\n\n本站依法發布，条款如下。\n"
    )
    ran = site.digest("check")
    told = [line.partition(" (")[0] for line in ran.problems if LEFT in line]
    assert told == [
        f"content/articles/named.zh-hant.md:5: image.caption: {LEFT}: 桥",
        f"content/articles/own.md:7: series: {LEFT}: 观",
        f"content/articles/own.md:8: credits: {LEFT}: 张",
        f"content/articles/own.md:12: image.caption: {LEFT}: 桥",
        f"content/articles/own.md:13: image.credit: {LEFT}: 图",
        f"content/articles/own.md:18: {LEFT}: 规, 图",
        f"content/pages/about.md:2: title: {LEFT}: 关",
        f"content/pages/about.md:6: {LEFT}: 发",
        f"content/pages/law.zh-hant.md:2: title: {LEFT}: 声",
        f"content/pages/law.zh-hant.md:5: {LEFT}: 条",
    ]
    # So are the texts of the settings and the glossary; what is converted has none left.
    title = "title: {zh-Hans: 测试简报, zh-Hant: 測试簡報, en: Test Digest}\n"
    site.settings(f"hant_originals: convert\n{title}")
    site.write("content/glossary.yaml", "terms:\n  签约: {en: signing, hant: 簽约}\n")
    told = [line for line in site.digest("check").problems if LEFT in line]
    settings = (site.root / "site.yaml").read_text("utf-8").splitlines()
    line = next(number for number, said in enumerate(settings, 1) if said.startswith("title:"))
    assert f"content/glossary.yaml:2: terms.签约.hant: {LEFT}: 约 (write 約)" in told
    assert f"site.yaml:{line}: title.zh-Hant: {LEFT}: 试 (write 試)" in told
    assert [said.partition(":")[0] for said in told] == [
        "content/articles/named.zh-hant.md",
        "content/glossary.yaml",
        "content/pages/law.zh-hant.md",
        "content/pages/law.zh-hant.md",
        "site.yaml",
    ]
