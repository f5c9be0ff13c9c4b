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
MORE = [
    "去年园区工业产值达到240亿元，比上年增长12%，其中电池和材料占四成。",
    "下一步，园区将建设两个检测中心，为企业节省检测费用每年约600万元。",
    "市工信局介绍，全市已有电池企业36家，产品销往20个国家和地区。",
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


@pytest.mark.parametrize(
    ("lines", "body"),
    [
        (["- 节气：每年约310万立方米", "- 减碳：每年约6700吨"], None),
        (["- 买新窑", "- 换燃气", "- 招工人"], None),
        (["• 买新窑", "• 换燃气"], ["- 买新窑", "- 换燃气"]),
        (["<ul><li>买新窑</li><li>换燃气</li></ul>"], ["- 买新窑", "- 换燃气"]),
        (["1. 节气：每年约310万立方米", "2. 减碳：每年约6700吨"], [
            "1\\. 节气：每年约310万立方米", "2\\. 减碳：每年约6700吨",
        ]),
        (["（1）产值80亿元", "（2）税收3亿元"], None),
        (["■ 产值80亿元", "■ 税收3亿元"], None),
        (["产值：80亿元", "税收：3亿元"], None),
        (["一个新支点"], ["## 一个新支点"]),
        (["■ 新窑"], ["## ■ 新窑"]),
        (["上篇", "第一步"], ["## 上篇", "### 第一步"]),
    ],
)  # fmt: skip
def test_items_of_a_list_are_no_headings(
    tmp_path: Path, lines: list[str], body: list[str] | None
) -> None:
    web = lines[0].startswith("<")
    page = web_page if web else text_page
    middle = ("\n" if web else "\n\n").join([*lines, "产品已销往20个国家，今年还要扩产。"])
    found = read(tmp_path, "page.html" if web else "page.txt", page(after=middle))
    shown = found["body"].split("\n\n")
    assert shown[len(TEXT) : -1] == (lines if body is None else body)


def test_marks_of_markdown_are_read_in_heads_and_headings(tmp_path: Path) -> None:
    head = "*2024-05-14 | 江北日报 | 记者 施清*"
    page = text_page(title=f"# {TITLE}", head=head, after=f"**新窑**\n\n{MORE[0]}投产后**扩产**。")
    found = read(tmp_path, "page.md", page)
    assert (found["date"], found["source"]["author"]) == ("2024-05-14", "施清")
    assert found["body"].split("\n\n")[2:] == ["## 新窑", f"{MORE[0]}投产后扩产。"]
    page = text_page(after=f"**一、新窑**\n\n{MORE[1]}\n\n**二、燃气**\n\n{MORE[0]}")
    found = read(tmp_path, "page.txt", page)
    assert found["body"].split("\n\n")[2::2] == ["## 一、新窑", "## 二、燃气"]


def test_every_numbered_section_of_a_document_is_a_heading(tmp_path: Path) -> None:
    plan = ["江北园区行动方案", "（2024—2026年）", "一、总体要求", MORE[0], "二、重点任务", MORE[1]]
    found = read(tmp_path, "page.txt", text_page(after="\n\n".join([*plan, "三、保障", MORE[2]])))
    headings = [one for one in found["body"].split("\n\n") if one.startswith("#")]
    assert headings == ["## 一、总体要求", "## 二、重点任务", "## 三、保障"]


@pytest.mark.parametrize("page", [text_page, web_page])
@pytest.mark.parametrize(
    "mark",
    "视频 |，视频｜，视频：，[视频]，【视频】，短视频丨，图集｜，音频：，直播：，【直播】".split(
        "，"
    ),
)
def test_the_medium_before_a_title_is_no_part_of_it(tmp_path: Path, page: Any, mark: str) -> None:
    name = "page.html" if page is web_page else "page.txt"
    found = read(tmp_path, name, page(title=f"{mark}{TITLE}", head=f"{HEAD} 作者：谢云"))
    assert (found["title"], found["body"]) == (TITLE, "\n\n".join(TEXT))


@pytest.mark.parametrize(
    "title",
    [
        "直播电商一年卖出32亿元",
        "视频里的江北园区",
        "影像江北：一座园区的十年",
        "图集成电路项目开工",
    ],
)
def test_a_title_about_a_medium_stays_whole(tmp_path: Path, title: str) -> None:
    assert read(tmp_path, "page.html", web_page(title=title))["title"] == title


@pytest.mark.parametrize("page", [text_page, web_page])
@pytest.mark.parametrize(
    ("lines", "why"),
    [
        ("媒体联系：张小姐 +86-10-8450-1234 press@example.com", "contact"),
        ("媒体联系\n张小姐\n+86-10-8450-1234\npress@example.com", "contact"),
        ("联系人：王女士，电话：0575-85123456，邮箱：wang@example.com", "contact"),
        ("如需更多信息，请联系：李先生 13812345678", "contact"),
        ("江北热线 0888-5123456 24小时受理", "contact"),
        ("加微信：abc123 领取福利", "advertisement"),
        ("【广告】江北湖一日游，低至99元，咨询13888888888", "advertisement"),
        ("江北丨江北房产丨江北招聘丨江北二手房丨江北装修", "link farm"),
        ("江北代孕 江北开发票 江北私家侦探 江北上门", "link farm"),
        ("江北古城区、玉龙县、永胜县、华坪县、宁蒗县", "list of places"),
        ("（点击图片查看大图）", "share prompt"),
        ("↑↑↑点击蓝字 关注我们", "share prompt"),
    ],
)
def test_contacts_and_spam_below_a_text_are_removed(
    tmp_path: Path, page: Any, lines: str, why: str
) -> None:
    name = "page.html" if page is web_page else "page.txt"
    after = lines if page is web_page else lines.replace("\n", "\n\n")
    found = read(tmp_path, name, page(after=after))
    assert found["body"] == "\n\n".join(TEXT)
    removed = {one["text"]: one["why"] for one in found["removed"]}
    assert {removed.get(line) for line in lines.split("\n")} == {why}
    assert found["images"] == []


@pytest.mark.parametrize(
    ("title", "line"),
    [
        ("关于征集江北老照片的公告", "联系人：王女士，电话：0575-85123456"),
        (TITLE, "市民报名电话：0575-85123456"),
        (TITLE, "企业开办咨询热线：0575-85123456"),
        (TITLE, "打击代孕、代开发票专项行动"),
        (TITLE, "酒店|餐饮|零售"),
        (TITLE, "招聘会、房产展、车展"),
    ],
)
def test_what_readers_shall_know_stays_below_a_text(tmp_path: Path, title: str, line: str) -> None:
    assert line in read(tmp_path, "page.html", web_page(title=title, after=line))["body"]


def test_places_of_a_list_stay(tmp_path: Path) -> None:
    lines = ["涉及区域：", "玉龙县、永胜县、华坪县、宁蒗县"]
    found = read(tmp_path, "page.txt", text_page(after="\n\n".join(lines)))
    assert found["body"].split("\n\n")[-2:] == lines


def test_the_parts_of_an_account_page(tmp_path: Path) -> None:
    page = (
        f"<html><head><title>{TITLE}</title></head><body><div id=img-content>"
        f"<h1 id=activity-name>{TITLE}</h1><div id=meta_content><a id=js_name>江北零距离</a>"
        "<em id=publish_time>2024-05-14 09:30</em></div><div id=js_content>"
        "<p>↑↑↑点击蓝字 关注我们</p><p><img data-src=a.jpg alt=图片></p><p>▲开工现场。</p>"
        f"<p>01</p><p><b>项目开工</b></p><p>{TEXT[0]}</p><p>PART.02</p><p>{TEXT[1]}</p>"
        "<p>来源丨江北日报融媒体中心</p></div></div></body></html>"
    )
    found = read(tmp_path, "page.html", page)
    assert found["images"] == [{"url": "a.jpg", "caption": "开工现场。"}]
    assert found["source"]["name"] == "江北日报融媒体中心"
    assert found["body"].split("\n\n") == [
        "## 01",
        "### 项目开工",
        TEXT[0],
        "## PART.02",
        TEXT[1],
    ]


@pytest.mark.parametrize(
    ("pager", "title", "part"),
    [
        ("[1] [2] [3] 下一页 尾页 共3页", f"{TITLE}(2)", (2, 3)),
        ("上一页 1 2 3 下一页", TITLE, (0, 3)),
        ("第2页 共4页", TITLE, (2, 4)),
        ("1 2 下一页", f"{TITLE}（第2页）", (2, 2)),
        ("页: [1]", TITLE, None),
        ("1 / 1 页", TITLE, None),
        ("图1/3", TITLE, None),
        ("0:00 / 3:27", TITLE, None),
        ("42回复贴，共2页", TITLE, None),
        ("上一篇 下一篇", TITLE, None),
    ],
)
def test_one_page_of_several_stays_a_draft(
    tmp_path: Path, pager: str, title: str, part: tuple[int, int] | None
) -> None:
    page = web_page(after=pager).replace(f"<title>{TITLE}", f"<title>{title}")
    found = read(tmp_path, "page.html", page)
    assert found["title"] == TITLE
    told = found.get("part")
    assert (told and (told["page"], told["pages"])) == part
    made = CliRunner().invoke(
        command, [str(tmp_path / "page.html"), "--publish", "--into", str(tmp_path / "made")]
    )
    [article] = (tmp_path / "made").glob("*.md")
    assert ("draft: true" in article.read_text("utf-8")) == (part is not None)
    where = f"is page {part[0]} of {part[1]}" if part and part[0] else "is one of the"
    assert (where in made.stderr) == (part is not None)
    assert ("stays a draft: it is only a part of the article" in made.stderr) == (part is not None)


@pytest.mark.parametrize(
    "below",
    [
        "<h3>网友评论（共3页）</h3><p>好</p><div>上一页 1 2 3 下一页</div>",
        "<h3>相关新闻</h3><a href=x>东城开工</a><div>1 2 3 下一页 尾页</div>",
        "<p>全部评论</p><div>1 2 3 4 下一页</div>",
        "<h3>热门推荐</h3><div>共5页 上一页 下一页</div>",
    ],
)
def test_pages_of_comments_or_of_other_articles_are_none_of_the_article(
    tmp_path: Path, below: str
) -> None:
    assert "part" not in read(tmp_path, "page.html", web_page(after=below))


def test_a_document_with_all_its_pages_is_whole(tmp_path: Path) -> None:
    page = text_page(after="\n\n".join(["第1页 共2页", MORE[0], "第2页 共2页"]))
    assert "part" not in read(tmp_path, "page.txt", page)


@pytest.mark.parametrize(
    ("page", "date", "source"),
    [
        (  # a date in three parts above the title
            "<div class=header-time><span class=year><em>2024</em></span> <span class=day><em>05"
            "</em>/<em>14</em></span> <span class=time>10:27:45</span></div>"
            "<div class=source>来源：江北日报</div>",
            "2024-05-14",
            "江北日报",
        ),
        (  # the box of a document, which its office signs on another day
            "<div>索引号：014/2024 发文机关：江北市人民政府办公室</div>"
            "<div>成文日期：2024年05月09日 发布日期：2024年05月14日</div>",
            "2024-05-14",
            "江北市人民政府办公室",
        ),
        (  # the answer to a letter
            "<div>来信时间：2024-05-02 10:22:10</div><div>回复单位：江北市交通运输局</div>"
            "<div>回复时间：2024-05-14 16:01:32</div>",
            "2024-05-14",
            "江北市交通运输局",
        ),
    ],
)
def test_a_page_says_above_its_title_when_and_where_it_was_published(
    tmp_path: Path, page: str, date: str, source: str
) -> None:
    signed = "江北市人民政府办公室\n2024年5月9日" if "成文" in page else ""
    made = web_page(head="", after=signed).replace("<h1>", f"{page}<h1>")
    found = read(tmp_path, "page.html", made.replace("_江北网", ""))
    assert (found["date"], found["source"]["name"]) == (date, source)


@pytest.mark.parametrize(
    "dateline",
    [
        "江北, 2024年5月14日 – ",
        "江北2024年5月14日 /美通社/ -- ",
        "江北/美通社/2024年5月14日 -- ",
        "（全球TMT2024年5月14日讯）",
        "新华社江北2024年5月14日电",
    ],
)
def test_the_date_of_a_dateline_counts_if_there_is_no_other(tmp_path: Path, dateline: str) -> None:
    page = text_page(head="来源：江北日报").replace(TEXT[0], dateline + TEXT[0])
    assert read(tmp_path, "page.txt", page)["date"] == "2024-05-14"
    page = page.replace("来源：江北日报", "来源：江北日报 2024-05-15 08:00")
    assert read(tmp_path, "page.txt", page)["date"] == "2024-05-15"


def test_a_day_in_the_first_sentence_is_no_date_of_a_page(tmp_path: Path) -> None:
    page = text_page(head="来源：江北日报").replace(TEXT[0], f"2024年5月13日，{TEXT[0]}")
    assert read(tmp_path, "page.txt", page)["date"] == ""


def test_the_office_of_a_red_head_is_the_source(tmp_path: Path) -> None:
    title = "关于印发江北园区行动方案的通知"
    head = "江北市人民政府文件\n\n江政发〔2024〕8号"
    page = text_page(title=f"{head}\n\n{title}", head="2024年5月14日")
    found = read(tmp_path, "page.txt", page)
    assert (found["title"], found["source"]["name"]) == (title, "江北市人民政府")


def test_a_press_release_of_hong_kong_names_its_publisher(tmp_path: Path) -> None:
    page = web_page(head="").replace("<h1>", "<h1 id=PRHeadlineSpan>").replace("_江北网", "")
    found = read(tmp_path, "page.html", page)
    assert found["source"]["name"] == "香港特区政府新闻公报"


@pytest.mark.parametrize(
    ("caption", "shows", "credit"),
    [
        ("机场货站 图片来源：某经记者 蔡鼎 摄", "机场货站", "图片来源：某经记者 蔡鼎 摄"),
        ("工人在装车。 江北+ 冯翔 拍摄", "工人在装车。", "江北+ 冯翔 拍摄"),
        ("市民参观摄影展 王建/摄", "市民参观摄影展", "王建/摄"),
        ("列车驶过大桥。江北社发（刘亮 摄）", "列车驶过大桥。", "江北社发（刘亮 摄）"),
        ("现场。新闻社记者 丁磊 摄", "现场。", "新闻社记者 丁磊 摄"),
        ("部长出席会议。记者曾以宁摄 2024年5月3日", "部长出席会议。", "记者曾以宁摄 2024年5月3日"),
        ("货机起飞。（图／业者提供）", "货机起飞。", "图／业者提供"),
        ("园区全景 企业供图", "园区全景", "企业供图"),
        ("图片 | 机场供图", "", "机场供图"),
        ("图｜李强 受访者供图", "", "李强 受访者供图"),
        ("图片：资料照片，园区全景", "图片：资料照片，园区全景", ""),
        ("展品由省博物馆提供", "展品由省博物馆提供", ""),
        ("新车已经运抵车场。临江日报记者摄", "新车已经运抵车场。", "临江日报记者摄"),
        ("等车的市民 作者摄", "等车的市民", "作者摄"),
        ("多名记者拍摄", "多名记者拍摄", ""),
        ("游客在湖边拍摄", "游客在湖边拍摄", ""),
    ],
)
def test_a_caption_is_parted_from_its_photographer(
    tmp_path: Path, caption: str, shows: str, credit: str
) -> None:
    picture = f"<div><img src=a.jpg><span class=img_descr>{caption}</span></div>"
    file = tmp_path / "page.html"
    file.write_text(web_page(before=picture), "utf-8")
    CliRunner().invoke(command, [str(file), "--into", str(tmp_path / "made")])
    [article] = (tmp_path / "made").glob("*.md")
    rows = dict(
        row.removeprefix("#").strip().partition(":")[::2]
        for row in article.read_text("utf-8").split("---")[1].splitlines()
        if row.startswith("#   ")
    )
    assert (rows["caption"].strip(), rows["credit"].strip()) == (shows, credit)
    assert "、摄" not in article.read_text("utf-8")


def test_the_notice_of_a_company_keeps_its_name_in_the_title(tmp_path: Path) -> None:
    company, subject = "江北电池股份有限公司", "关于投资建设电池回收项目的公告"
    promise = "本公司董事会及全体董事保证本公告内容不存在任何虚假记载、误导性陈述或者重大遗漏。"
    parts = [
        "重要内容提示：",
        "●投资金额：总投资约6亿元",
        "一、对外投资概述",
        *MORE[:1],
        "二、影响",
    ]
    head = f"证券代码：600001 证券简称：江北电池 公告编号：2024-016\n\n{company}"
    page = "\n\n".join(
        [head, subject, promise, *parts, *MORE[1:], f"{company}董事会", "2024年6月19日"]
    )
    found = read(tmp_path, "page.txt", page)
    assert (found["title"], found["date"]) == (f"{company}{subject}", "2024-06-19")
    assert "## 一、对外投资概述" in found["body"]
    assert promise not in found["summary"]


def test_credits_of_a_printed_page_are_kept_whole(tmp_path: Path) -> None:
    line = "本版责编：陈震 唐中科　版式设计：张芳曼"
    found = read(tmp_path, "page.html", web_page(after=line))
    assert found["credits"] == ["本版责编：陈震、唐中科", "版式设计：张芳曼"]
    line = "*本资料仅供参考，最终以政府批准文件及买卖合同为准。"
    found = read(tmp_path, "page.html", web_page(after=line))
    assert found["body"] == "\n\n".join(TEXT)
    line = "本资料由市档案馆提供，仅供参考。"
    assert line in read(tmp_path, "page.html", web_page(after=line))["body"]
