"""Projects and companies: pages of their own, read from the articles that name them."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from generator.content.entity import EntityKind
from generator.entities.companies import companies, find_company
from generator.entities.naming import kind_of
from generator.entities.reading import Named, read_events
from generator.entities.suggestions import suggestions
from tests.sites import SETTINGS, TestSite

ONE = "8月30日，协鑫集团的肇庆项目动工，总投资20亿元。一期工程预计8个月内建成投产。\n\n第二段。"
ONE_ENGLISH = (
    "GCL Group broke ground in Zhaoqing on 30 August, with investment of 2 billion yuan. The first"
    " phase is expected to be in production within eight months.\n\nA second paragraph."
)
TWO = "第一段说别的。\n\n协鑫的项目已于2024年5月建成投产。"
NAMES = "cities: [肇庆]\nentities: [协鑫集团, 星湖产业园]\n"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> TestSite:
    site = TestSite(tmp_path_factory.mktemp("entities"))
    site.settings(f"{SETTINGS}social_cards: false\n", text="")
    site.article("one", title="协鑫动工", body=f"{ONE}星湖产业园签约。", more=NAMES)
    site.english("one", title="GCL breaks ground", body=f"{ONE_ENGLISH} Xinghu park is signed.")
    more = "cities: [肇庆]\nentities: GCL\n"
    site.article("two", title="协鑫投产", date="2024-06-01", body=TWO, more=more)
    site.article("other", body="漯河开工。", more="cities: [漯河]\n")
    site.build()
    return site


def steps(page: str) -> list[str]:
    found = re.findall(r'<p class="step">(.*?)</p>', page, re.S)
    return [" ".join(re.sub(r"<[^>]+>", "", step).split()) for step in found]


def test_a_company_is_written_in_hong_kong_as_in_the_text(site: TestSite) -> None:
    site.settings("hant_variant: hk\n")
    body = "卫龙与采埃孚的项目动工。"
    site.article("one", body=body, more="cities: [肇庆]\nentities: [卫龙, 采埃孚]\n")
    site.build()
    page = site.page("/zh-hant/articles/one/")
    assert "衞龍與采埃孚的項目動工。" in page
    assert page.count("衞龍") > 1
    assert "衛龍" not in page


def test_places_at_the_beginning_of_a_name_have_their_english_names(site: TestSite) -> None:
    names = {
        "准格尔旗纳日松光伏项目": "Jungar Banner Narisong Guangfu project",
        "鄂托克前旗风电项目": "Otog Front Banner Fengdian project",
        "桐梓县茶叶产业园": "Tongzi County Chaye Industrial Park",
        "昆山市工业园": "Kunshan Industrial Park",
        "甘孜州水电项目": "Garzê Prefecture Shuidian project",
        "呼和浩特乳业项目": "Hohhot Ruye project",
        # No place, a common word, a place that could be one of several.
        "中山市场项目": "Zhongshan Shichang project",
        "老城区改造项目": "Laochengqu Gaizao project",
        "朝阳区数据项目": "Chaoyangqu Shuju project",
    }
    body = "、".join(names) + "开工。"
    more = f"cities: [肇庆]\nentities: [{', '.join(names)}]\n"
    site.article("one", body=body, more=more)
    site.build()
    page = site.page("/en/projects/")
    assert [name for name in names.values() if f">{name}</a>" not in page] == []


def test_a_page_tells_the_life_of_a_company_in_each_edition(built: TestSite) -> None:
    hans = built.page("/zh-hans/companies/gcl-group/")
    assert steps(hans) == ["开工 2023年8月30日 20亿元", "投产运营 2024年5月"]
    assert "articles/one/#p1" in hans
    assert "articles/two/#p2" in hans
    assert 'lang="zh-Hant">協鑫集團<' in hans
    assert "cities/zhaoqing/" in hans
    assert "projects/xing-hu-chan-ye-yuan/" in hans
    hant = built.page("/zh-hant/companies/gcl-group/")
    assert "<h1>協鑫集團</h1>" in hant
    assert steps(hant) == ["開工 2023年8月30日 20億元", "投產運營 2024年5月"]
    english = built.page("/en/companies/gcl-group/")
    assert "<h1>GCL Group</h1>" in english
    assert steps(english) == [
        "Construction started 30 August 2023 2 billion yuan",
        "In operation May 2024",
    ]
    assert 'hreflang="zh-Hant" href="https://example.org/sub/zh-hant/companies/' in english


def test_articles_and_cities_lead_to_it_and_lists_and_the_sitemap_have_it(built: TestSite) -> None:
    assert 'companies/gcl-group/">GCL Group</a>' in built.page("/en/articles/one/")
    city = built.page("/zh-hans/cities/zhaoqing/")
    assert "投产运营 2024年5月" in steps(city)
    assert "companies/" not in built.page("/zh-hans/cities/luohe/").partition("<main")[2]
    assert ">Xinghu Industrial Park</a>" in built.page("/en/projects/")
    assert "companies/gcl-group/" in built.page("/en/companies/")
    assert "In operation May 2024" in steps(built.page("/en/companies/"))
    assert 'en/companies/">Companies</a>' in built.page("/en/cities/")
    sitemap = built.page("sitemap.xml")
    for where in ("en/companies/", "en/companies/gcl-group/", "zh-hans/projects/"):
        assert f"<loc>https://example.org/sub/{where}</loc>" in sitemap


def test_search_has_its_names_in_every_script(built: TestSite) -> None:
    texts = [
        json.loads(data)
        for path, data in built.files().items()
        if path.startswith("search/text/en/")
    ]
    found = next(text for text in texts if text.get("at") == "../companies/gcl-group/")
    assert found["title"] == "GCL Group"
    assert "協鑫集團" in found["summary"]
    assert "协鑫集成" in found["summary"]


def test_a_page_changes_with_the_articles_that_name_it_alone(
    built: TestSite, tmp_path: Path
) -> None:
    before = built.files()
    built.article("other", body="漯河又开工。", more="cities: [漯河]\n")
    built.build()
    after = built.files()
    changed = {path for path in before if before[path] != after.get(path)}
    assert changed
    assert not [path for path in changed if "companies/" in path or "projects/" in path]
    again = built.build("--out", str(tmp_path / "again"))
    assert again.code == 0
    new = {
        file.relative_to(tmp_path / "again").as_posix(): file.read_bytes()
        for file in (tmp_path / "again").rglob("*.html")
    }
    assert new == {path: data for path, data in after.items() if path.endswith(".html")}


def test_what_the_front_matter_says_wins_and_its_slips_have_lines(site: TestSite) -> None:
    more = (
        "entities:\n- {name: 明珠项目, stage: built, amount: 50亿元, date: 2023-07}\n"
        "- {name: 大桥, kind: project}\n"
    )
    site.settings(f"{SETTINGS}social_cards: false\n", text="")
    site.article("life", body="明珠项目9月1日开工。大桥竣工。", more=f"cities: [肇庆]\n{more}")
    site.build()
    page = site.page("/zh-hans/projects/ming-zhu-xiang-mu/")
    assert steps(page) == ["建成 2023年7月 50亿元"]
    assert steps(site.page("/zh-hans/projects/da-qiao/")) == ["建成 报道于2023年10月10日"]
    more = "entities:\n- {name: 明珠项目, stage: started, phase: 2, date: 2023-07}\n"
    body = "明珠项目一期8月1日开工，总投资3亿元，二期9月1日开工，总投资5亿元。"
    site.article("life", body=body, more=f"cities: [肇庆]\n{more}")
    site.build()
    page = site.page("/zh-hans/projects/ming-zhu-xiang-mu/")
    assert steps(page) == ["二期 · 开工 2023年7月 5亿元"]
    site.article(
        "life",
        body="明珠项目开工。",
        more="entities:\n- {name: 明珠项目, stage: open, phase: 0, date: 2023-13}\n"
        "- 协鑫、比亚迪\n- 明珠项目\n- 别处\n",
    )
    ran = site.digest("build")
    assert ran.code == 1
    told = [line.partition("life.md:")[2].partition(" (")[0] for line in ran.problems]
    assert told == [
        '6: entities.date: "2023-13" is not a date',
        '6: entities.phase: unknown value "0"',
        '6: entities.stage: unknown value "open"',
        '7: entities: "协鑫、比亚迪" holds several names',
        '8: entities: duplicate "明珠项目"',
    ]
    more = "cities: [肇庆]\nentities: [别处, {name: 乙厂, amount: 很多}]\n"
    site.article("life", more=more)
    ran = site.digest("build")
    assert [line for line in ran.problems if 'entities: the text does not name "别处"' in line]
    assert [line for line in ran.problems if 'entities.amount: "很多" is not' in line]


def test_an_article_in_traditional_chinese_names_the_same_company(site: TestSite) -> None:
    site.settings(f"{SETTINGS}social_cards: false\n", text="")
    body = "8月30日，寧德時代與肇慶簽約，總投資20億元。龍灣專案動工。"
    site.article("hant", body=body, more="cities: [肇庆]\nentities: [寧德時代, 龍灣專案]\n")
    site.build()
    page = site.page("/zh-hant/companies/catl/")
    assert "<h1>寧德時代</h1>" in page
    assert steps(page) == ["簽約 2023年8月30日 20億元"]
    assert "宁德时代" in site.page("/zh-hans/companies/catl/")
    assert "<h1>龍灣專案</h1>" in site.page("/zh-hant/projects/long-wan-zhuan-an/")


def test_check_and_inspect_suggest_names(site: TestSite) -> None:
    site.settings(f"{SETTINGS}social_cards: false\n", text="")
    body = "宁德时代在肇庆开工。凯翔机械制造有限公司也来了，另有一批重点项目。"
    site.article("named", body=body, more="cities: [肇庆]\n")
    checked = site.digest("check")
    assert "宁德时代 is named in 1 article: named.md" in checked.out + checked.err
    ran = site.digest("inspect", "--format", "json", str(site.articles / "named.md"))
    names = [one["name"] for one in json.loads(ran.out)["entities"]]
    assert names == ["宁德时代", "凯翔机械制造有限公司"]
    site.article("named", body=body, more="cities: [肇庆]\nentities: []\n")
    checked = site.digest("check")
    assert "宁德时代 is named" not in checked.out + checked.err


def stages(text: str) -> str:
    """The stages, dates and amounts that a text reports of a project."""
    events = read_events([f"<p>{text}</p>"], "2023-10-10", [Named("华星项目", ("华星项目",))])
    said = (
        f"{one.stage} {one.date} {one.amount}".rstrip() for one in events["华星项目"] if one.stage
    )
    return "|".join(said)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "华星项目2022年5月签约，同年8月开工，2023年7月建成投产。",
            "signed 2022-05|started 2022-08|producing 2023-07",
        ),
        ("华星项目今年12月投产。", ""),
        ("华星项目3月签约、4月开工、9月投产。", "signed 2023-03|started 2023-04|producing 2023-09"),
        ("华星项目位于肇庆，建成于2014年。", "built 2014"),
        ("华星项目预计年底投产。", ""),
        ("华星项目将于3月开工。", ""),
        ("华星项目尚未开工。", ""),
        ("去年11月，总投资30亿元的华星项目签约，蓝天公司项目竣工。", "signed 2022-11 30亿元"),
        ("华星项目竣工验收。项目总投资12亿元。", "built  12亿元"),
        ("华星项目推动签约企业尽快开工。", ""),
        # Other words for work that began, a thing that is open, a plant that operates.
        ("华星项目2022年动土，今年8月20日首车下线。", "started 2022|producing 2023-08-20"),
        ("华星项目昨日正式运营。", "producing 2023-10-09"),
        ("华星项目昨日首台机组并网发电。", "producing 2023-10-09"),
        ("华星项目昨日首批产品成功下线。", "producing 2023-10-09"),
        ("华星项目昨日产出第一方氢。", "producing 2023-10-09"),
        ("华星项目昨日点火试车。", "producing 2023-10-09"),
        ("华星项目昨日举行开港仪式。", "producing 2023-10-09"),
        ("华星项目昨日开航。", "producing 2023-10-09"),
        ("华星项目昨日全线通车。", "built 2023-10-09"),
        ("华星项目昨日对外开放。", "built 2023-10-09"),
        ("华星项目昨日主体结构封顶。", "topped 2023-10-09"),
        ("华星项目2022年开工，昨日顺利合龙。", "started 2022|topped 2023-10-09"),
        ("华星项目昨日全线贯通。", "topped 2023-10-09"),
        ("华星项目预计年底封顶，距合龙还有三个月。", ""),
        ("华星项目首栋楼封顶，边跨合龙，左线贯通。", ""),
        ("华星项目补贴上不封顶，费用每月封顶50元。", ""),
        ("华星项目计划10月首台产品下线。", ""),
        ("华星项目力争年内并网发电。", ""),
        ("华星项目尚未通车，开港在即。", ""),
        ("华星项目因故未能开业，开航仪式取消。", ""),
        ("华星项目通车里程200公里，运营公司成立，开业率九成。", ""),
        ("华星项目首批设备交付，配套道路通车。", ""),
        ("12月20日，华星项目动工。", "started 2022-12-20"),
        # The day that the text names, by words or by a part of the date.
        ("华星项目昨日开工。", "started 2023-10-09"),
        ("华星项目前天竣工。", "built 2023-10-08"),
        ("华星项目今日签约。", "signed 2023-10-10"),
        ("华星项目本月5日开工。", "started 2023-10-05"),
        ("华星项目上月20日签约。", "signed 2023-09-20"),
        ("华星项目5日开工。", "started 2023-10-05"),
        ("华星项目25日签约。", "signed 2023-09-25"),
        ("华星项目去年12月签约，前天竣工。", "signed 2022-12|built 2023-10-08"),
        ("华星项目日前开工。", "started"),
        ("华星项目近日签约。", "signed"),
        ("华星项目上周五开工。", "started 2023-10-06"),
        # Words that only look so.
        ("据光明日报报道，华星项目开工。", "started"),
        ("华星项目与今日头条签约。", "signed"),
        ("华星项目提前天数创纪录，已竣工。", "built"),
        ("华星项目周一投产。", "producing 2023-10-09"),
        ("华星项目本周三开工。", ""),
        ("华星项目去年开工。", "started 2022"),
        ("华星项目大前年3月签约，前年3月开工。", "signed 2020-03|started 2021-03"),
        ("华星项目上月签约。", "signed 2023-09"),
        ("华星项目三天前开工。", "started 2023-10-07"),
        ("华星项目今年3月开工。", "started 2023-03"),
        ("华星项目9月3日签约，20日开工。", "signed 2023-09-03|started 2023-09-20"),
        ("昨日，2023年市重点项目华星项目开工。", "started 2023-10-09"),
        ("9月5日，华星项目签约，同日开工。", "signed 2023-09-05|started 2023-09-05"),
        ("计划明年投产的华星项目昨日开工。", "started 2023-10-09"),
        ("华星项目获批并开工。", "started"),
        ("华星项目产能提升，二期投产。", "producing"),
        ("华星项目已签约，总投资5亿元。", "signed  5亿元"),
        ("华星项目开工，预计2025年竣工。", "started"),
        ("华星项目停工两年后复工，昨日竣工。", "built 2023-10-09"),
        ("华星项目签约，取消了原有的审批环节。", "signed"),
        ("华星项目开工，附近旧厂停止使用。", "started"),
        ("去年签约的华星项目昨日开工。", "started 2023-10-09"),
        ("华星项目竣工，比原计划提前两个月。", "built"),
        ("华星项目正式签约，双方表示不会推迟建设。", "signed"),
        ("华星项目克服停工影响，于9月建成投产。", "producing 2023-09"),
        ("华星项目建成，从未停工。", "built"),
        ("华星项目推迟半年后竣工。", "built"),
        ("华星项目与三家企业签约，其中一家退出。", "signed"),
        ("华星项目终于开工，曾三次推迟。", "started"),
        # Planned, put off, denied, or undone.
        ("华星项目已终止签约。", ""),
        ("华星项目暂缓开工。", ""),
        ("华星项目开工仪式取消。", ""),
        ("华星项目原定今年竣工，现推迟。", ""),
        ("投资方否认华星项目已经签约。", ""),
        ("华星项目并未开工，投资方否认已经签约。", ""),
        ("华星项目未能如期投产。", ""),
        ("华星项目拟签约。", ""),
        ("华星项目计划明年开工。", ""),
        ("华星项目有望年底投产。", ""),
        ("华星项目开工推迟至明年。", ""),
        ("华星项目推迟至明年开工。", ""),
        ("华星项目招标流标，开工无望。", ""),
        ("华星项目签约，后又解约。", "signed|cancelled"),
        ("华星项目签约协议作废。", ""),
        ("华星项目的签约被叫停。", ""),
        ("华星项目撤回签约申请。", ""),
        ("华星项目停工，竣工遥遥无期。", "halted"),
        ("华星项目开工在即。", ""),
        ("华星项目即将竣工。", ""),
        ("华星项目临近完工。", ""),
        ("华星项目签约后解约。", "cancelled"),
        ("华星项目停止投产。", ""),
        ("华星项目不再开工建设。", ""),
        ("华星项目开工手续已办理。", ""),
        ("华星项目何时开工？", ""),
        ("市里要求华星项目尽快开工。", ""),
        ("华星项目同意开工。", ""),
        ("网传华星项目已签约，公司予以否认。", ""),
        ("华星项目已签约的消息不实。", ""),
        ("华星项目无法竣工。", ""),
        ("华星项目迟迟没有开工。", ""),
        ("华星项目明日开工。", ""),
        ("华星项目下周三签约。", ""),
        ("华星项目定于本月20日开工。", ""),
        ("如华星项目签约，将投资5亿元。", ""),
        ("华星项目本应去年竣工。", ""),
        ("华星项目若签约，投资5亿元。", ""),
        ("华星项目已开工，但因资金问题停工。", "started|halted"),
        ("华星项目签约三个月后，双方终止合作。", "signed|cancelled"),
        ("华星项目竣工时间延后。", ""),
        ("华星项目距开工还有10天。", ""),
        ("华星项目准备开工。", ""),
        ("华星项目开工令被撤销。", ""),
        ("华星项目可望投产。", ""),
        ("华星项目曾计划去年投产。", ""),
        ("华星项目开工未获批准。", ""),
        ("华星项目开工报告被退回。", ""),
        ("华星项目2021年签约。该项目已终止。", "signed 2021|cancelled"),
        ("华星项目开工。该项目不会推迟。", "started"),
        ("华星项目2021年开工。项目停工三个月后复工。", "started 2021|resumed"),
    ],
)  # fmt: skip
def test_only_what_is_plain_is_read(text: str, told: str) -> None:
    assert stages(text) == told.strip()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("华星项目昨日停工。", "halted 2023-10-09"),
        ("华星项目自去年11月起停工。", "halted 2022-11"),
        ("华星项目停工待料。", "halted"),
        ("住建局责令华星项目停工整改。", "halted"),
        ("因资金未到位，华星项目停工。", "halted"),
        ("华星项目因环评未通过被中止。", "halted"),
        ("华星项目不得不停工。", "halted"),
        ("华星项目2021年停建至今。", "halted 2021"),
        ("华星项目缓建。", "halted"),
        ("华星项目就此搁置。", "halted"),
        ("华星项目被叫停。", "halted"),
        ("华星项目建设陷入停滞。", "halted"),
        ("计划投资30亿元的华星项目停工。", "halted  30亿元"),
        ("华星项目工地昨日停工，业主否认与资金有关。", "halted 2023-10-09"),
        ("华星项目2020年动工，2022年停工，5月复工。", "started 2020|halted 2022|resumed 2023-05"),
        ("停工两年的华星项目昨日复工。", "resumed 2023-10-09"),
        ("华星项目停工两年后于9月5日复工。", "resumed 2023-09-05"),
        ("华星项目昨日重新开工。", "resumed 2023-10-09"),
        ("华星项目恢复建设，预计明年投产。", "resumed"),
        ("华星项目重启。", "resumed"),
        ("华星项目2021年3月签约，今年9月终止。", "signed 2021-03|cancelled 2023-09"),
        ("双方终止华星项目投资协议。", "cancelled"),
        ("双方已解除华星项目投资协议。", "cancelled"),
        ("公司宣布取消华星项目。", "cancelled"),
        ("华星项目告吹。", "cancelled"),
        ("华星项目终止。双方6月5日发布公告。该项目2021年签约。", "signed 2021|cancelled"),
        ("华星项目终止。蓝天公司6月5日开工。该项目2021年签约。", "cancelled"),
        ("华星项目终止。大家都很失望。市里很忙。该项目2021年签约。", "cancelled"),
        ("华星项目的投资协议已于2022年5月解除。", "cancelled 2022-05"),
        ("华星项目不再实施。", "cancelled"),
        ("投资方退出华星项目。", "cancelled"),
        ("华星项目建设按下暂停键。", "halted"),
        ("9月5日起，华星项目全面停工。", "halted 2023-09-05"),
        ("2019年起规划的华星项目停工。", "halted"),
        ("法院9月5日裁定华星项目公司破产重整。", "bankrupt 2023-09-05"),
        ("华星项目二期生产线上月投产。", "producing 2023-09"),
        # Denied, feared, planned, rumoured, asked for.
        ("华星项目未停工。", ""),
        ("公司否认华星项目停工。", ""),
        ("公司否认终止华星项目。", ""),
        ("网传华星项目停工，公司昨日辟谣。", ""),
        ("华星项目停工的消息不实。", ""),
        ("业主称，华星项目停工系误传。", ""),
        ("投资方不会退出华星项目。", ""),
        ("华星项目母公司破产。", ""),
        ("华星项目面临停工。", ""),
        ("华星项目停工风险加大。", ""),
        ("华星项目若停工，损失3亿元。", ""),
        ("华星项目不会终止。", ""),
        ("公司拟终止华星项目。", ""),
        ("华星项目濒临破产。", ""),
        ("华星项目尚未复工。", ""),
        ("华星项目何时复工尚未确定。", ""),
        ("各方推动华星项目尽快复工。", ""),
        ("华星项目将于10月20日复工。", ""),
        # Over when the text tells the next stage, without a date of its own.
        ("华星项目停工两年后复工，昨日竣工。", "built 2023-10-09"),
        # Of the calendar, the weather, something else.
        ("华星项目停工休假三天。", ""),
        ("受台风影响，华星项目停工一天。", ""),
        ("华星项目节后复工。", ""),
        ("华星项目夜间停止施工。", ""),
        ("华星项目停产检修。", ""),
        ("华星项目停车场昨日启用。", ""),
        ("华星项目供应商破产。", ""),
        ("华星项目破产管理人发布公告。", ""),
        ("华星项目附近旧厂停产。", ""),
        ("华星项目破产重整成功。", ""),
        ("支持华星项目恢复生产。", ""),
        ("华星项目停工损失3亿元。", ""),
        ("华星项目签约被叫停。", ""),
        ("华星项目签约仪式9月5日取消。", ""),
        ("华星项目取消了审批环节。", ""),
        ("华星项目终止上市。", ""),
        ("华星项目合同到期终止。", ""),
        ("双方搁置争议，华星项目签约。", "signed"),
        ("华星项目重启谈判。", ""),
        ("华星项目复工率达到98%。", ""),
    ],
)  # fmt: skip
def test_what_interrupts_a_project_is_read(text: str, told: str) -> None:
    assert stages(text) == told


def all_told(text: str, *names: str) -> str:
    """What an article of 20 June 2025 tells of the projects: stages, dates, amounts, and phases
    after a slash, with ``-`` for an amount without a stage; the projects are parted by ``;``. The
    paragraphs of ``text`` are parted by a line break."""
    projects = names or ("华星项目",)
    known = [Named(name, (name,), (), kind_of(name, None) == "company") for name in projects]
    events = read_events([f"<p>{part}</p>" for part in text.split("\n")], "2025-06-20", known)
    return ";".join(
        "|".join(
            " ".join(f"{one.stage or '-'} {one.date} {one.amount} /{one.phase}".rstrip("/").split())
            for one in events.get(name, ())
            if one.stage or one.amount
        )
        for name in projects
    )


@pytest.mark.parametrize(
    ("text", "told"),
    [
        # Spent so far, due in a year, a part, other money.
        ("华星项目2024年3月开工，今年首季完成投资3亿元。", "started 2024-03"),
        ("华星项目2024年3月开工，累计投入9亿元，占总投资30亿元的三成。", "started 2024-03 30亿元"),
        ("华星项目2024年3月开工，总投资30亿元，已完成投资9亿元。", "started 2024-03 30亿元"),
        ("华星项目5月8日开工。截至5月底，项目已投资2亿元。", "started 2025-05-08"),
        ("华星项目5月8日开工。项目年度计划投资2亿元。", "started 2025-05-08"),
        ("华星项目5月8日开工，已完成总投资9亿元。", "started 2025-05-08"),
        ("华星项目5月8日投产，总投资20亿元，其中设备投资5亿元。", "producing 2025-05-08 20亿元"),
        ("获得贷款5亿元的华星项目5月8日开工。", "started 2025-05-08"),
        ("华星项目5月8日开工，追加投资2亿元。", "started 2025-05-08"),
        ("华星项目5月8日竣工，节约投资2亿元。", "built 2025-05-08"),
        ("华星项目5月8日竣工，带动社会投资20亿元。", "built 2025-05-08"),
        ("华星项目5月8日开工，中央预算内投资2亿元。", "started 2025-05-08"),
        ("全市5月投资20亿元，华星项目5月8日开工。", "started 2025-05-08"),
        ("华星项目5月8日开工，全市今年已开工项目120个，总投资600亿元。", "started 2025-05-08"),
        ("5月8日，包括华星项目在内的12个项目开工，总投资50亿元。", "started 2025-05-08"),
        # The whole, in other words.
        ("2022年投资20亿元建设的华星项目5月8日投产。", "producing 2025-05-08 20亿元"),
        ("今年3月签约投资20亿元的华星项目5月8日开工。", "started 2025-05-08 20亿元"),
        ("华星项目5月8日开工，斥资18亿元。", "started 2025-05-08 18亿元"),
        ("华星项目5月8日开工，业主为蓝天公司，总投资9亿元。", "started 2025-05-08 9亿元"),
        ("华星项目5月8日开工，协议投资18亿元。", "started 2025-05-08 18亿元"),
        # A new total, which no stage had.
        ("华星项目总投资由65亿元增至72亿元，5月8日开工。", "- 72亿元|started 2025-05-08"),
        ("华星项目原计划总投资60亿元，后调整为48亿元，5月8日开工。", "- 48亿元|started 2025-05-08"),
        ("华星项目5月8日开工，投资规模从20亿元扩大到50亿元。", "- 50亿元|started 2025-05-08"),
        ("华星项目5月8日开工，总投资拟由65亿元增至72亿元。", "started 2025-05-08"),
        ("投资方决定将华星项目总投资从50亿元压减至30亿元。", "- 30亿元"),
        ("华星项目5月8日开工，总投资20亿元，年产值由3亿元增至5亿元。", "started 2025-05-08 20亿元"),
        ("华星项目5月8日开工，总投资20亿元，注册资本增至5亿元。", "started 2025-05-08 20亿元"),
    ],
)  # fmt: skip
def test_the_investment_of_a_project_is_its_total(text: str, told: str) -> None:
    assert all_told(text) == told


@pytest.mark.parametrize(
    ("text", "names", "told"),
    [
        # Each has its own clause; roads and bridges need not be entities to have theirs.
        (
            "临嘉铁路2010年3月开工，临江至嘉山高速公路2022年底动工，临江大道今年通车，"
            "临通高速总投资42亿元。",
            "临嘉铁路 临江大道 临通高速",
            "started 2010-03;built 2025;- 42亿元",
        ),
        ("华星项目2023年开工，临江大桥2024年5月通车。", "华星项目", "started 2023"),
        ("华星项目2023年开工，沿江高速总投资42亿元。", "华星项目", "started 2023"),
        ("华星项目5月8日开工，全长3公里的沿江高速去年通车。", "华星项目", "started 2025-05-08"),
        ("临江大桥2024年5月通车，华星项目开工。", "华星项目", "started"),
        (
            "沿江高速2022年开工，主桥2024年合龙，今年5月通车。",
            "沿江高速",
            "started 2022|topped 2024|built 2025-05",
        ),
        ("5月9日，全市举行开工仪式，华星项目开工。", "华星项目", "started 2025-05-09"),
        (
            "华星项目2023年3月开工，明珠项目总投资42亿元。",
            "华星项目 明珠项目",
            "started 2023-03;- 42亿元",
        ),
        ("华星项目签约、明珠项目投产。", "华星项目 明珠项目", "signed;producing"),
        (
            "5月9日，总投资20亿元的华星项目开工，总投资12亿元的明珠项目竣工。",
            "华星项目 明珠项目",
            "started 2025-05-09 20亿元;built 2025-05-09 12亿元",
        ),
        (
            "华星项目5月8日开工，同日，明珠项目竣工。",
            "华星项目 明珠项目",
            "started 2025-05-08;built 2025-05-08",
        ),
        ("位于华星产业园的明珠项目5月8日开工。", "华星产业园 明珠项目", ";started 2025-05-08"),
        ("与华星项目同时开工的明珠项目5月竣工。", "华星项目 明珠项目", ";built 2025-05"),
        ("明珠项目是继华星项目之后又一个投产的项目。", "华星项目 明珠项目", ";producing"),
        ("沿江高速A段2023年通车，B段今年5月通车。", "沿江高速", ""),
        ("华星项目北区2021年投产，南区5月开工。", "华星项目", ""),
        ("华星项目5月在江北区开工。", "华星项目", "started 2025-05"),
        ("华星项目1号厂房去年封顶，2号厂房5月开工。", "华星项目", ""),
        ("华星项目投资9亿元、明珠项目投资5亿元。", "华星项目 明珠项目", "- 9亿元;- 5亿元"),
        ("华星项目5月开工，比明珠项目早一年开工。", "华星项目 明珠项目", "started 2025-05;"),
        (
            "华星集团的明珠项目和蓝湾项目分别于3月、5月开工。",
            "明珠项目 蓝湾项目 华星集团",
            "started 2025-03;started 2025-05;started",
        ),
        (
            "临江机场2022年9月开工，T2航站楼去年12月封顶，今年6月投运。",
            "临江机场",
            "started 2022-09",
        ),
        ("网传华星项目停工，蓝天公司昨日辟谣。", "华星项目", ""),
        # The day on which the news was heard is not that of a stage.
        ("6月18日，记者从发改局获悉，华星项目开工。", "华星项目", "started"),
        ("6月18日，记者从发改局获悉，华星项目5月8日开工。", "华星项目", "started 2025-05-08"),
        # Two share a predicate.
        (
            "华星项目、明珠项目6月5日开工。",
            "华星项目 明珠项目",
            "started 2025-06-05;started 2025-06-05",
        ),
        (
            "华星项目投资9亿元，明珠项目投资5亿元，均于5月8日开工。",
            "华星项目 明珠项目",
            "started 2025-05-08 9亿元;started 2025-05-08 5亿元",
        ),
        # A sum that may be that of all.
        (
            "华星项目、明珠项目5月开工，总投资29亿元。",
            "华星项目 明珠项目",
            "started 2025-05;started 2025-05",
        ),
        ("总投资29亿元的华星项目和明珠项目开工。", "华星项目 明珠项目", "started;started"),
        ("华星项目、沿江高速5月8日开工，总投资60亿元。", "华星项目", "started 2025-05-08"),
        ("沿江高速、华星项目5月8日开工，总投资60亿元。", "华星项目", "started 2025-05-08"),
        ("华星项目等10个项目集中开工，总投资100亿元。", "华星项目", "started"),
        ("总投资100亿元的华星项目等10个项目集中开工。", "华星项目", "started"),
        (
            "华星项目、明珠项目5月开工，各投资5亿元。",
            "华星项目 明珠项目",
            "started 2025-05 5亿元;started 2025-05 5亿元",
        ),
        # In turn.
        (
            "总投资44亿元的华星产业园、总投资12亿元的明珠产业园分别于3月和5月开工。",
            "华星产业园 明珠产业园",
            "started 2025-03 44亿元;started 2025-05 12亿元",
        ),
        (
            "总投资20亿元的华星项目，总投资9亿元的明珠项目分别于4月8日、5月9日竣工。",
            "华星项目 明珠项目",
            "built 2025-04-08 20亿元;built 2025-05-09 9亿元",
        ),
        (
            "华星项目、明珠项目分别投资20亿元和12亿元，5月9日开工。",
            "华星项目 明珠项目",
            "started 2025-05-09 20亿元;started 2025-05-09 12亿元",
        ),
        (
            "华星项目、明珠项目先后于2021年3月和5月开工，总投资分别为20亿元、12亿元。",
            "华星项目 明珠项目",
            "started 2021-03 20亿元;started 2021-05 12亿元",
        ),
        ("华星项目、明珠项目分别开工、竣工。", "华星项目 明珠项目", "started;built"),
        (
            "5月8日和9日，华星项目、明珠项目分别开工。",
            "华星项目 明珠项目",
            "started 2025-05-08;started 2025-05-09",
        ),
        (
            "华星项目、沿江大桥、明珠项目分别于1月、2月、3月开工。",
            "华星项目 明珠项目",
            "started 2025-01;started 2025-03",
        ),
        ("华星项目、明珠项目分别于1月、2月、3月开工。", "华星项目 明珠项目", "started;started"),
        (
            "华星项目、明珠项目分别于今年5月开工。",
            "华星项目 明珠项目",
            "started 2025-05;started 2025-05",
        ),
        (
            "华星项目分别于2022年3月、2023年5月签约、开工。",
            "华星项目",
            "signed 2022-03|started 2023-05",
        ),
        # A company is told with its project.
        (
            "华星集团的明珠项目5月开工，总投资20亿元。",
            "华星集团 明珠项目",
            "started 2025-05 20亿元;started 2025-05 20亿元",
        ),
    ],
)
def test_projects_of_one_sentence_keep_apart(text: str, names: str, told: str) -> None:
    assert all_told(text, *names.split()) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        # A sentence that names no project goes on.
        (
            "6月18日，停工一年的华星项目复工。项目2022年11月签约，原计划总投资108亿元，现调减至76亿元。"
            "2024年6月，因价格下跌，项目停工。",
            "- 76亿元|signed 2022-11|halted 2024-06|resumed 2025-06-18",
        ),
        ("华星项目2023年3月签约。2024年5月因资金困难，项目停工。", "signed 2023-03|halted 2024-05"),
        ("华星项目2023年3月开工。2024年5月停工。", "started 2023-03|halted 2024-05"),
        (
            "华星项目2023年开工。去年12月竣工，今年5月投产。",
            "started 2023|built 2024-12|producing 2025-05",
        ),
        ("华星项目2023年3月签约。据了解，项目2024年5月开工。", "signed 2023-03|started 2024-05"),
        ("华星项目去年开工。据悉，项目总投资9亿元，分两期。", "started 2024 9亿元"),
        ("华星项目签约。项目投资额从30亿元追加到45亿元。", "- 45亿元|signed"),
        ("华星项目2023年签约。大家很高兴。去年，该项目停工。", "signed 2023|halted 2024"),
        (
            "华星项目2022年开工。2024年10月，新投资方接手，项目复工。",
            "started 2022|resumed 2024-10",
        ),
        # It is about something else, or may be.
        ("华星项目签约。投资额从30亿元追加到45亿元。", "signed"),
        ("华星项目2023年3月开工。2024年5月，邻近的旧厂停产。", "started 2023-03"),
        ("华星项目2023年3月开工。2024年5月开工的临江大桥也将竣工。", "started 2023-03"),
        ("华星项目2023年3月开工。2024年5月，临江大桥竣工。", "started 2023-03"),
        ("华星项目2023年3月开工，临江大桥竣工。2024年5月停工。", "started 2023-03"),
        ("临江大桥竣工，华星项目2023年3月开工。2024年5月停工。", "started 2023-03"),
        ("华星项目2023年3月开工。大家很高兴。2024年5月停工。", "started 2023-03"),
        ("华星项目2023年3月签约。公司2001年投产。", "signed 2023-03"),
        # The day of a paragraph before.
        ("5月16日，临江市举行仪式。\n当天，华星项目开工。", "started 2025-05-16"),
        ("5月16日，临江市举行仪式。\n当天，大桥通车。\n同日，华星项目开工。", "started 2025-05-16"),
        ("6月1日，华星项目签约。次日，项目开工。", "signed 2025-06-01|started 2025-06-02"),
        ("5月3日，第一批签约；5月9日，第二批签约。当天，华星项目开工。", "started 2025-05-09"),
        ("6月2日，省里开会。\n会议很长。\n当天，华星项目开工。", "started"),
        (
            "5月16日，临江市举行仪式。\n当天，大桥通车。公路2022年9月28日通车。\n华星项目同日开工。",
            "started 2025-05-16",
        ),
        ("2024年5月，省里开会。当天，华星项目开工。", "started"),
        ("大桥计划9月1日通车。当天，华星项目开工。", "started"),
        # Put off, and then reached or not.
        (
            "华星项目原计划2023年底开工，因移民安置推迟至今年5月16日正式开工。",
            "started 2025-05-16",
        ),
        ("华星项目推迟至去年开工。", "started 2024"),
        ("华星项目推迟至今年5月才开工。", "started 2025-05"),
        ("华星项目推迟至今年9月正式开工。", ""),
        ("华星项目推迟至今年6月开工。", ""),
        ("华星项目推迟至12月开工。", ""),
        ("华星项目推迟到今年底开工。", ""),
    ],
)
def test_sentences_and_days_go_back_to_what_was_told(text: str, told: str) -> None:
    assert all_told(text) == told


@pytest.mark.parametrize(
    ("text", "name", "told"),
    [
        ("临江大桥5月8日通车。大桥2022年开工。", "临江大桥", "started 2022|built 2025-05-08"),
        ("临江高铁5月8日通车。全线2022年开工。", "临江高铁", "started 2022|built 2025-05-08"),
        ("华星产业园5月8日投产。园区总投资9亿元。", "华星产业园", "producing 2025-05-08 9亿元"),
        ("华星项目5月8日投产。大桥2022年开工。", "华星项目", "producing 2025-05-08"),
        ("临江大桥5月8日通车。大桥局2022年投产。", "临江大桥", "built 2025-05-08"),
    ],
)
def test_a_project_may_be_called_by_its_kind(text: str, name: str, told: str) -> None:
    assert all_told(text, name) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "华星项目一期2021年9月投产，二期2023年12月竣工，三期2025年5月开工。",
            "started 2025-05 /3|built 2023-12 /2|producing 2021-09 /1",
        ),
        ("华星项目一期2021年投产、二期去年竣工。", "built 2024 /2|producing 2021 /1"),
        ("华星项目一期、二期分别于2021年、2023年投产。", "producing 2021 /1|producing 2023 /2"),
        (
            "华星项目一、二期2021年投产，三期5月6日开工。",
            "started 2025-05-06 /3|producing 2021 /1,2",
        ),
        ("华星项目一期和二期工程2021年投产。", "producing 2021 /1,2"),
        ("华星项目首期2021年投产。", "producing 2021 /1"),
        ("华星项目Ⅱ期2021年投产。", "producing 2021 /2"),
        ("华星项目5月8日开工建设二期。", "started 2025-05-08 /2"),
        ("华星项目二期首台机组6月10日并网发电。", "producing 2025-06-10 /2"),
        ("华星项目一期2020年开工，2021年投产。", "started 2020 /1|producing 2021 /1"),
        ("华星项目一期2020年开工。2021年投产。", "started 2020 /1|producing 2021 /1"),
        ("华星项目一期2021年投产，5月8日，二期开工。", "started 2025-05-08 /2|producing 2021 /1"),
        ("华星项目一期竣工，二期推迟开工。", "built /1"),
        # Then the whole again.
        ("华星项目一期2021年投产，整个项目5月8日竣工。", "built 2025-05-08|producing 2021 /1"),
        ("华星项目一期2021年投产。项目5月8日竣工。", "built 2025-05-08|producing 2021 /1"),
        # The amount of a phase is not that of the whole.
        (
            "华星项目总投资60亿元。一期2021年投产，二期5月8日开工，二期总投资9亿元。",
            "- 60亿元|started 2025-05-08 9亿元 /2|producing 2021 /1",
        ),
        (
            "华星项目总投资60亿元，其中一期投资20亿元，5月8日开工。",
            "- 60亿元|started 2025-05-08 20亿元 /1",
        ),
        ("总投资20亿元的华星项目二期5月8日开工。", "started 2025-05-08 20亿元 /2"),
        ("华星项目二期5月8日开工，总投资20亿元，分三期建设。", "- 20亿元|started 2025-05-08 /2"),
        # No phases.
        ("华星项目分三期建设，5月8日开工。", "started 2025-05-08"),
        ("华星项目工期三年，5月8日开工。", "started 2025-05-08"),
        ("“十四五”期间，华星项目5月8日投产。", "producing 2025-05-08"),
        ("华星项目第三期培训班开班，项目投产。", "producing"),
    ],
)
def test_phases_of_a_project_keep_apart(text: str, told: str) -> None:
    assert all_told(text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("华星集团临江一期2021年投产。", ""),
        ("华星集团2021年投产。", ""),
        ("华星集团的临江项目2021年投产。", "producing 2021"),
        ("华星集团在临江的工厂2021年投产，二期5月8日开工。", "producing 2021"),
        ("华星集团二期项目5月8日签约。", "signed 2025-05-08"),
        ("华星集团5月8日破产重整。", "bankrupt 2025-05-08"),
        ("华星集团5月8日签约临江，投资2亿元建设电池工厂。", "signed 2025-05-08 2亿元"),
    ],
)
def test_a_company_has_stages_of_its_projects_alone(text: str, told: str) -> None:
    assert all_told(text, "华星集团") == told


def test_phases_are_shown_in_each_edition(site: TestSite) -> None:
    site.settings(f"{SETTINGS}social_cards: false\n", text="")
    more = "cities: [肇庆]\nentities: [明珠项目]\n"
    body = "明珠项目一、二期2021年9月投产，三期5月9日开工，总投资9亿元。"
    site.article("one", body=body, more=more)
    site.article("two", body="5月9日，明珠项目三期开工。", more=more)
    site.article("three", body="明珠项目5月开工。", more=more)
    site.build()
    said = {
        "zh-hans": (
            "一、二期 · 投产运营 2021年9月",
            "三期 · 开工 2023年5月9日 9亿元",
            "开工 2023年5月",
        ),
        "zh-hant": (
            "一、二期 · 投產運營 2021年9月",
            "三期 · 開工 2023年5月9日 9億元",
            "開工 2023年5月",
        ),
        "en": (
            "Phases I, II · In operation September 2021",
            "Phase III · Construction started 9 May 2023 900 million yuan",
            "Construction started May 2023",
        ),
    }
    for edition, rows in said.items():
        page = site.page(f"/{edition}/projects/ming-zhu-xiang-mu/")
        assert steps(page) == list(rows)
        assert page.count("articles/two/#p1") == 1


def test_a_changed_investment_has_its_word_and_lists_show_the_last_stage(site: TestSite) -> None:
    site.settings(f"{SETTINGS}social_cards: false\n", text="")
    body = "明珠项目10月1日开工，总投资由6亿元增至9亿元。"
    site.article("one", body=body, more="cities: [肇庆]\nentities: [明珠项目]\n")
    site.build()
    said = {
        "zh-hans": ("开工 2023年10月1日", "投资 报道于2023年10月10日 9亿元"),
        "zh-hant": ("開工 2023年10月1日", "投資 報導於2023年10月10日 9億元"),
        "en": (
            "Construction started 1 October 2023",
            "Investment reported 10 October 2023 900 million yuan",
        ),
    }
    for edition, rows in said.items():
        page = site.page(f"/{edition}/projects/ming-zhu-xiang-mu/")
        assert steps(page) == list(rows)
        assert rows[0] in steps(site.page(f"/{edition}/projects/"))
        assert rows[0] in steps(site.page(f"/{edition}/cities/zhaoqing/"))


def test_an_interrupted_project_says_so_in_each_edition(site: TestSite) -> None:
    site.settings(f"{SETTINGS}social_cards: false\n", text="")
    more = "cities: [肇庆]\nentities: [明珠项目]\n"
    site.article("old", date="2022-03-05", body="明珠项目3月1日开工。", more=more)
    site.article("stop", date="2022-12-05", body="明珠项目12月1日停工。", more=more)
    site.article("on", date="2023-05-05", body="明珠项目5月1日复工。", more=more)
    site.article("end", date="2023-10-05", body="明珠项目10月1日终止。", more=more)
    site.build()
    page = "projects/ming-zhu-xiang-mu/"
    assert [said.split()[0] for said in steps(site.page(f"/zh-hans/{page}"))] == [
        "开工", "暂停", "恢复", "终止",
    ]  # fmt: skip
    assert [said.split()[0] for said in steps(site.page(f"/zh-hant/{page}"))] == [
        "開工", "暫停", "恢復", "終止",
    ]  # fmt: skip
    english = "Construction started|Halted|Resumed|Cancelled".split("|")
    assert [
        said.startswith(stage)
        for said, stage in zip(steps(site.page(f"/en/{page}")), english, strict=True)
    ] == [True] * 4
    assert "终止 2023年10月1日" in steps(site.page("/zh-hans/cities/zhaoqing/"))


def test_the_table_of_companies_is_sound() -> None:
    names = [name.lower() for one in companies() for name in {one.hans, one.english, *one.also}]
    assert len(names) == len(set(names))
    assert len(companies()) > 150
    for written in ("寧德時代", "catl", "宁德时代"):
        found = find_company(written)
        assert found is not None
        assert (found.hans, found.hant, found.english) == ("宁德时代", "寧德時代", "CATL")


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("卫龙三期产业园", "project"),
        ("平漯周高速铁路", "project"),
        ("怡田科技", "company"),
        ("四川凯天机械制造有限公司", "company"),
        ("比亚迪", "company"),
        ("临江大道", "project"),
        ("临江地铁2号线", "project"),
        ("临江体育馆", "project"),
    ],
)
def test_a_name_tells_its_kind(name: str, kind: EntityKind) -> None:
    assert kind_of(name, find_company(name)) == kind


def test_common_words_are_no_names() -> None:
    text = "一批重点项目开工，三大产业集团和上市公司到省级以上产业园考察亿元以上项目。"
    assert suggestions(text) == ()


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("中国石油化工集团有限公司与成都签约。", ["中国石化"]),
        ("中国石油天然气集团有限公司签约。", ["中国石油"]),
        ("中国石油在成都签约。", ["中国石油"]),
        ("中国石油大学落户。", []),
        ("中铁建签约。", ["中国铁建"]),
        ("中国铁建与中国中铁签约。", ["中国铁建", "中国中铁"]),
        ("中国建筑材料集团有限公司签约。", ["中国建材"]),
        ("中国建筑集团签约。", ["中国建筑"]),
        ("中国电信签约，中国电建开工。", ["中国电信", "中国电建"]),
        ("上海银行与招商银行签约。", []),
        ("招商局集团签约，市招商局介绍。", ["招商局集团"]),
        ("京东方落户北京东城区。", ["京东方"]),
        ("京东落户。", ["京东"]),
        ("正大力发展产业。", []),
        ("正大集团签约。", ["正大集团"]),
        ("上海信息产业发展，其中粮食增产。", []),
        ("海信与中粮签约。", ["海信集团", "中粮集团"]),
        ("推广汽车下乡，湖北汽车产业。", []),
        ("广汽与北汽签约。", ["广汽集团", "北汽集团"]),
        ("全国网上购物五百度电。", []),
        ("国网与百度签约。", ["国家电网", "百度"]),
        ("中华为民商店开业。", []),
        ("华为签约。", ["华为"]),
    ],
)
def test_the_longest_name_counts(text: str, names: list[str]) -> None:
    assert {one.name for one in suggestions(text)} == set(names)


def test_a_name_within_a_longer_one_is_not_told(site: TestSite) -> None:
    site.settings(f"{SETTINGS}social_cards: false\n", text="")
    body = "中国石油化工集团有限公司去年签约，投资90亿元。明珠项目二期昨日开工。"
    more = "cities: [成都]\nentities: [中国石油, 中国石化, 明珠项目, 明珠项目二期]\n"
    site.article("one", body=body, more=more)
    ran = site.build()
    told = [line.partition("entities: ")[2].partition(" (")[0] for line in ran.problems]
    assert [line for line in told if line] == [
        'the text does not name "中国石油"', 'the text does not name "明珠项目"',
    ]  # fmt: skip
    assert steps(site.page("/zh-hans/companies/sinopec/")) == ["签约 2022年 90亿元"]
    assert steps(site.page("/zh-hans/projects/ming-zhu-xiang-mu-er-qi/")) == ["开工 2023年10月9日"]
    for page in ("companies/petrochina", "projects/ming-zhu-xiang-mu"):
        assert "签约" not in "".join(steps(site.page(f"/zh-hans/{page}/")))
        assert "开工" not in "".join(steps(site.page(f"/zh-hans/{page}/")))
