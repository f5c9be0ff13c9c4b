"""Web pages as Chinese news sites make them: the article is extracted, and nothing is lost."""

from __future__ import annotations

import re
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.clean.importer import Imported, import_page
from generator.clean.simplified import to_simplified
from generator.clean.sources import read_page
from generator.problem import DigestError
from tests.clean.corruption import to_traditional
from tests.clean.pages import Outcome, Sample, key, run, samples, score
from tests.sites import TestSite

pytest.importorskip("lxml")
DEV, UNSEEN = samples("dev"), samples("unseen")
COPIED = samples("texts-dev")
COPIED_UNSEEN = [*samples("texts-unseen"), *samples("texts-unseen-2")]


@cache
def outcome(sample: Sample) -> Outcome:
    return run(sample)


@pytest.fixture(scope="module")
def dev() -> list[Outcome]:
    return [outcome(sample) for sample in DEV]


@pytest.fixture(scope="module")
def unseen() -> list[Outcome]:
    return [outcome(sample) for sample in UNSEEN]


def test_there_are_enough_pages() -> None:
    assert min(len(DEV), len(UNSEEN)) >= 20
    assert not {sample.name for sample in DEV} & {sample.name for sample in UNSEEN}


def test_the_pages_of_the_development_come_out_right(dev: list[Outcome]) -> None:
    total = score(dev)
    assert total.precision >= 0.97
    assert total.recall >= 0.99
    assert [(one.sample.name, one.wrong) for one in dev if one.wrong] == []


def test_pages_that_no_rule_was_made_for_come_out_well(unseen: list[Outcome]) -> None:
    total = score(unseen)
    assert total.precision >= 0.92
    assert total.recall >= 0.97
    assert total.fields_right >= 0.85 * total.fields


@pytest.mark.parametrize(
    "sample", [*DEV, *UNSEEN, *COPIED, *COPIED_UNSEEN], ids=lambda sample: sample.name
)
def test_what_is_not_in_the_article_is_told(sample: Sample) -> None:
    article = outcome(sample).imported
    told = [article.title, article.body, *(one.text for one in article.removed)]
    told += [image.caption for image in article.images]
    found = key("".join(told))
    visible = re.sub(
        r"(?si)<(script|style|head|textarea|iframe|select|noscript|audio|video|object|map)\b.*?</\1>"
        r"|<!--.*?-->|<[^>]*>",
        "\n",
        sample.html,
    )
    ends = tuple(filter(None, (key(one.text) for one in article.removed)))
    for text in to_simplified(visible).split("\n"):
        # Of a copied line only the end may have gone.
        end = next((end for end in ends if key(text).endswith(end)), "")
        assert key(text) in found or key(text).removesuffix(end) in found, text


def test_every_removed_line_has_a_reason(dev: list[Outcome]) -> None:
    whys = {one.why for outcome in dev for one in outcome.imported.removed}
    assert "" not in whys
    assert {"title", "date and source", "outside the article", "former title"} <= whys


def test_copied_texts_come_without_what_stood_around_them() -> None:
    total = score([outcome(sample) for sample in COPIED])
    assert total.precision >= 0.97
    assert total.recall >= 0.99
    assert total.fields_right >= 0.9 * total.fields


def test_nothing_of_an_unseen_copied_text_is_lost() -> None:
    total = score([outcome(sample) for sample in COPIED_UNSEEN])
    assert total.recall >= 0.97
    assert total.precision >= 0.92


def page_of(middle: str, head: str = "", title: str = "江边码头扩建工程全面提速") -> str:
    return (
        f"<html><head><title>{title}-某某新闻网</title>{head}</head><body>"
        f"<div class='nav'><a>首页</a></div><h1>{title}</h1>{middle}</body></html>"
    )


def imported(middle: str) -> Imported:
    return import_page(read_page("a.html", page_of(middle).encode()), describe=False)


TEXT = (
    "<div class='text'><p>江边码头扩建工程全面提速，首批设备已经进场，计划年底完工。</p>"
    "<p>负责人介绍，码头建成后，年吞吐能力将达到三百万吨，带动周边就业。</p></div>"
)


@pytest.mark.parametrize(
    ("head", "middle", "source"),
    [
        ("<meta name='author' content='网易'>", "<p>来源：江城日报</p>", "江城日报"),
        ("<meta name='source' content='网易版权所有'>", "", "某某新闻网"),
        ("<meta property='og:site_name' content='www.example.com'>", "", "某某新闻网"),
        ("<meta name='ContentSource' content='江城日报'>", "", "江城日报"),
        ("", "<p>信息来源：市交通局 【字体：大 中 小】</p>", "市交通局"),
        ("", "<p>稿源：江城晚报 | 作者：张三</p>", "江城晚报"),
        ("", "<p>来源于：江城发布</p>", "江城发布"),
        ("", "<p>文章来源:《江城日报》</p>", "江城日报"),
        ("", "<p><span>来源：</span><span>江城日报</span><span>作者：张三</span></p>", "江城日报"),
        ("", "<p>来源：www.example.com</p>", "某某新闻网"),
        ("", "<p>来源：本站</p>", "某某新闻网"),
        ("", "<p>来源：澎湃新闻·澎湃号·政务</p>", "某某新闻网"),
        ("", "<p>来源：江城日报数字报</p>", "江城日报"),
        ("", "<p>来源：江城网－湖城频道</p>", "江城网"),
        ("", "<p>来源：www.people.com.cn</p>", "人民网"),
        ("", "<p>来源：http://www.xinhuanet.com/politics/</p>", "新华网"),
        ("", "<p>稿件来源： news.cn　时间：2024-05-06</p>", "新华网"),
        ("", "<p>来源：www.jiangcheng.gov.cn</p>", "某某新闻网"),
        ("", "<p>来源：微信公众号“江城发布”</p>", "江城发布"),
        ("", "<p>来源：江城发布微信公众号</p>", "江城发布"),
        ("", "<p>来源：江城发布（ID：jcfb2014）</p>", "江城发布"),
        ("", "<p>来源：公众号 江城发布</p>", "江城发布"),
        ("", "<p>来源：@江城发布</p>", "江城发布"),
        ("", "<p>来源：综合江城日报、江城发布</p>", "江城日报"),
        ("", "<p>2024-05-06 10:11 第一财经</p>", "第一财经"),
        ("", "<p>36氪　2024-05-06</p>", "36氪"),
        ("", "<p>江城日报 / 记者张三丰 / 江城报道</p>", "江城日报"),
        ("<meta name='copyfrom' content='江城晚报'>", "", "江城晚报"),
        ("<meta property='article:publisher' content='江城晚报'>", "", "江城晚报"),
        (
            "",
            "<div><span>来源：江城日报</span><span>A+</span><span>听新闻</span></div>",
            "江城日报",
        ),
    ],
)
def test_a_source_is_a_name_and_no_notice(head: str, middle: str, source: str) -> None:
    article = import_page(read_page("a.html", page_of(middle + TEXT, head).encode()))
    assert article.source.name == source
    assert "来源" not in article.body
    assert "##" not in article.body


@pytest.mark.parametrize(
    ("line", "source"),
    [
        ("（转载自《江城日报》2024年3月5日第2版）", "江城日报"),
        ("本文转载自公众号“江城发布”", "江城发布"),
        ("本文来源于微信公众号：江城发布", "江城发布"),
        ("（来源：江城日报 记者 张三丰）", "江城日报"),
        ("素材来源：江城日报", "江城日报"),
        ("</p><p>据《江城日报》报道，码头建成后还将开放夜游。", "江城日报"),
        ("</p></div><div>版权所有：江城日报社<p>", "江城日报社"),
        ("</p></div><div>Copyright © 2024 江城网 All Rights Reserved<p>", "江城网"),
        ("</p></div><div><link rel='canonical' href='https://m.thepaper.cn/1'>", "澎湃新闻"),
    ],
)
def test_a_source_may_be_told_by_the_end_of_a_page(line: str, source: str) -> None:
    inner = TEXT.replace("</div>", f"<p>{line}</p></div>")
    html = page_of(inner).replace("-某某新闻网", "")
    article = import_page(read_page("a.html", html.encode()))
    assert article.source.name == source
    assert "来源" not in article.body


@pytest.mark.parametrize(
    ("end", "source", "author"),
    [
        ("来源：江城日报　记者 张三丰　通讯员 李芳", "江城日报", "张三丰"),
        ("（来源：江城晚报 记者 张三丰）", "江城晚报", "张三丰"),
        ("往期推荐</p><p>夜市开张</p><p>来源：江城日报　记者 张三丰", "江城日报", "张三丰"),
        ("来源｜江城日报</p><p>往期推荐</p><p>夜市开张", "江城日报", ""),
        ("来源：新华社", "新华社", ""),
        # An office gave the facts; the account published them.
        ("来源：高新区招商局", "江城发布", ""),
        ("来源：江城融媒", "江城发布", ""),
        ("编辑：小越", "江城发布", ""),
    ],
)
def test_a_paper_named_below_the_text_is_the_source_and_not_the_account(
    end: str, source: str, author: str
) -> None:
    head = "<span>小越</span> <a id='js_name'>江城发布</a> <em id='publish_time'>2024-05-06</em>"
    text = TEXT.replace("<p>", "<p>▼</p><p>", 1).replace("</div>", f"<p>{end}</p></div>")
    html = page_of(f"<div>{head}</div>{text}").replace("-某某新闻网", "")
    article = import_page(read_page("a.html", html.encode()), describe=False)
    assert (article.source.name, article.source.author) == (source, author)
    assert len(article.body.split("\n\n")) == 2
    assert not article.images


def test_the_day_of_a_page_may_be_told_by_its_script_alone() -> None:
    head = "<script>var ct = '1714953600';var createTime = '2024-05-06 08:00';</script>"
    assert import_page(read_page("a.html", page_of(TEXT, head).encode())).date == "2024-05-06"
    several = f"{head}<script>var ct = '1704953600';</script>"
    assert import_page(read_page("a.html", page_of(TEXT, several).encode())).date == ""


@pytest.mark.parametrize(
    ("document", "heading"),
    [
        ('狂奔的江岸集团"暗伤"曝露_门户新闻', '狂奔的江岸集团"暗伤"曝露'),
        ("新线通车 两城半小时可达-新华网", "新线通车 两城半小时可达"),
        ("守护一湖碧水——来自湖乡的调查_湖乡网", "守护一湖碧水——来自湖乡的调查"),
        ("2024年5月份全市进出口增长8% - 统计局", "2024年5月份全市进出口增长8%"),
        ("码头扩建 - 要闻 - 某市人民政府门户网站", "码头扩建"),
        ("2023-2025年行动方案发布--某某网", "2023-2025年行动方案发布"),
    ],
)
def test_titles_are_whole_and_without_the_site(document: str, heading: str) -> None:
    wanted = heading.replace('"暗伤"', "“暗伤”")
    for markup in (f"<h1>{heading}</h1>", f"<div class='bt'>{heading}</div>", ""):
        html = f"<html><head><title>{document}</title></head><body>{markup}{TEXT}</body></html>"
        assert import_page(read_page("a.html", html.encode())).title == wanted


GONE = """
新华社发 张三摄影|新华社记者 李四 摄影报道|人民网记者李四摄|（新华社发）|新华社发（徐昱摄）
图源：视觉中国|资料图|图片由受访者提供|视觉中国供图|记者 张三 李四 文/图|文字：张三 摄影：李四
摄影师：李四|（文/张三）|撰文、摄影：张三|□记者 张三|本报通讯员 张三|见习记者 张三|（张三）
（张三 李四）|本报记者 张三 本报通讯员 李四|新华社北京3月5日电|据新华社电|（据新华社）
综合新华社报道|来源｜江城日报|编辑/张三|编辑 张三|责编｜张三|审核：张三 校对：李四|本期编辑 张三
监制：张三|供稿：宣传部|（宣传部 张三）|(宣传部供稿)|策划/张三 撰稿/李四|（来源：江城日报）
（原载《江城日报》）|END|（完）|本文有删减|点击图片查看详情|更多>|更多>>|查看更多|已输入0字
举报邮箱：a@b.com|违法和不良信息举报电话：010-12345678|原标题：码头扩建|（原标题：码头扩建）
热点排行|24小时热榜|相关新闻|新闻热线：12345|投稿邮箱：abc@163.com|分享到：|0|打印
字号：大 中 小|上一篇：没有了|责任编辑：|【纠错】|我要纠错|【返回顶部】|版权声明|发表评论
加载更多|点击加载更多|扫码关注|关注公众号|长按关注|本文来源：江城日报|稿件来源：江城日报
返回搜狐，查看更多|觉得不错，请点“在看”|每经记者 张三  每经编辑 李四|本报记者 张三 江城报道
江城时刻记者 张三 湖城报道|记者 张三 发自北京|（江城新闻评论员 张三）
[!--begin:htmlVideoCode--]c35[!--end--]
0:00 / 3:27|音频：码头的一天|播报文章|听全文|看全文|正在加载相关内容
以上内容由AI生成，不构成投资建议|本内容由AI生成，仅供参考|AI摘要|（以上观点仅供参考，不作为投资依据）|图文来源于网络，侵删
本文首发于公众号“江城”，文章内容属作者个人观点，不代表本站立场。投资者据此操作，风险请自担。
市场有风险，投资需谨慎。|（本文来自江城新闻，更多原创资讯请下载“江城新闻”APP）
打开江城新闻 查看精彩图片|本文为原创文章，转载请附上原文出处链接和本声明。|本文链接：https://www.example.com/1.html|换一换|猜你喜欢
江城热榜|请继续往下阅读...|点击上方“江城发布”可订阅哦！|戳个在看，让更多人知道|#江城生活# #夜市#
还没有人评论，快来抢沙发吧|我来说两句|已有 1289 人参与|本文由湖城号作者发布|IP属地：广东
作者声明：个人观点，仅供参考|复制链接|夜间模式|本文约1800字，阅读需5分钟|视频加载中，请稍候
打开APP阅读全文|立即下载|专题：高质量发展调研行|图文无关|轻点两下取消赞|阅读 1.2万|1.2万阅读
法律顾问：某某律师事务所|投稿信箱：a@b.com|（综合江城日报、江城发布）|（央视新闻）
一读：张三 二读：李四 三读：王五|题图来自：视觉中国|海量新闻，尽在江城客户端|· · ·
下载客户端|转载须注明来源|你怎么看？欢迎留言
新闻线索征集：私信或留言|— 分享 —|满意度：★★★★☆ 解决程度：★★★★★|编辑 张三 校对 李四|图：码头效果
""".replace("\n", "|")


@pytest.mark.parametrize("line", [line for line in GONE.split("|") if line])
def test_lines_that_are_no_part_of_an_article_go(line: str) -> None:
    inner = TEXT.replace("<p>负责人", f"<p>{line}</p><p>负责人")
    article = import_page(read_page("a.html", page_of(inner).encode()), describe=False)
    assert len(article.body.split("\n\n")) == 2, article.body
    told = {key(one.text) for one in article.removed} | {key(i.caption) for i in article.images}
    assert key(line) in told


@pytest.mark.parametrize(
    ("line", "heading"),
    [
        ("一、码头怎么建", True),
        ("建设码头 造福百姓", True),
        ("01", False),
        ("特此公告", False),
        ("附件：码头规划图.pdf", False),
        ("码头怎么建？", False),
        ("网友纷纷为工人点赞", True),
        ("编辑部的故事", True),
        ("打开发展新空间", True),
        ("升级客户端", True),
        ("直播带货", True),
        ("下载量破亿", True),
        ("综合执法进社区", True),
        ("阅读点亮乡村", True),
        ("标准先行", True),
        ("发布会现场", True),
        ("手机里的“村务公开”", True),
        ("关键词：稳", True),
        ("表1 码头吞吐量", False),
        ("市民打开手机客户端，就能查看公交车到站时间。", False),
        ("登录“江城通”小程序，即可领取消费券。", False),
        ("企业使用人工智能生成产品设计图，效率提高三成。", False),
        ("他表示，个人言论不代表公司立场。", False),
        ("记者来到码头，听新闻发言人介绍情况。", False),
        ("录音：船长，请减速，前方有浅滩。", False),
        ("来自网络的订单占到四成。", False),
        ("他说：“来源就是这里，版权归大家。”", False),
        ("记者走访发现，周边居民都盼着码头早日建成。", False),
        ("项目资金由市财政提供，分三年到位。", False),
    ],
)
def test_lines_of_an_article_stay(line: str, heading: bool) -> None:
    inner = TEXT.replace("<p>负责人", f"<p>{line}</p><p>负责人")
    article = import_page(read_page("a.html", page_of(inner).encode()), describe=False)
    assert article.body.split("\n\n")[1] == ("## " if heading else "") + line


def test_a_bold_heading_below_a_picture_is_no_caption() -> None:
    centred = "<p style='text-align:center'>"
    inner = TEXT.replace(
        "<p>负责人",
        f"{centred}<img src='a.jpg'></p>{centred}<strong>码头怎么建</strong></p><p>负责人",
    )
    article = import_page(read_page("a.html", page_of(inner).encode()))
    assert "\n\n## 码头怎么建\n\n" in article.body


def test_a_caption_below_a_picture_is_kept_with_it() -> None:
    inner = TEXT.replace(
        "<p>负责人", "<figure><img src='a.jpg'><figcaption>江边工地</figcaption></figure><p>负责人"
    )
    article = import_page(read_page("a.html", page_of(inner).encode()))
    assert [(i.url, i.caption) for i in article.images] == [("a.jpg", "江边工地")]
    assert "江边工地" not in article.body


@pytest.mark.parametrize(
    "markup",
    [
        "<div class='img'><img src='a.jpg'><p>图中是江边工地。</p></div>",
        "<p><img src='a.jpg'></p><p><span style='font-size:12px'>江边工地一角</span></p>",
        "<p><img src='a.jpg'></p><p><span style='color: #888888'>江边工地一角</span></p>",
        "<amp-img src='a.jpg'></amp-img><div class='cap'>江边工地。摄影：张三</div>",
    ],
)
def test_what_is_small_or_framed_below_a_picture_is_its_caption(markup: str) -> None:
    article = import_page(
        read_page("a.html", page_of(TEXT.replace("<p>负责", markup + "<p>负责")).encode())
    )
    assert len(article.body.split("\n\n")) == 2, article.body
    assert "江边工地" in article.images[0].caption


TABLE = (
    "<table><caption>单位：万吨</caption>"
    "<tr><td rowspan='2'>码头</td><td colspan='2'>吞吐量</td></tr>"
    "<tr><td>今年</td><td><p>去年</p></td></tr><tr><td>东|西</td><td>300</td><td></td></tr>"
    "<tr><td colspan='3'>注：数据为快报数。</td></tr></table>"
)


def test_a_table_of_the_article_stays_a_table() -> None:
    article = import_page(
        read_page("a.html", page_of(TEXT.replace("<p>负责", TABLE + "<p>负责")).encode())
    )
    assert article.body.split("\n\n")[1:4] == [
        "单位：万吨",
        "| 码头 | 吞吐量 今年 | 吞吐量 去年 |\n| --- | --- | --- |\n| 东｜西 | 300 |  |",
        "注：数据为快报数。",
    ]


def test_a_table_about_a_document_tells_its_date_and_is_no_part_of_it() -> None:
    about = (
        "<table><tr><th>索 引 号：</th><td>A1-2024</td>"
        "<th>发布日期：</th><td>2024年5月6日</td></tr>"
        "<tr><th>发文机关：</th><td>市交通局</td>"
        "<th>成文日期：</th><td>2024年4月1日</td></tr></table>"
    )
    article = imported(about + TEXT)
    assert article.date == "2024-05-06"
    assert "A1-2024" not in article.body
    assert any("A1-2024" in one.text for one in article.removed)


def test_a_layout_in_a_table_makes_no_table() -> None:
    rows = f"<tr><td><a>首页</a></td><td>{TEXT}</td></tr><tr><td>热线</td><td>12345</td></tr>"
    article = imported(f"<table>{rows}</table>")
    assert "|" not in article.body
    assert "码头建成后" in article.body


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ("<link rel='canonical' href='https://www.example.com/2024/0506/c1.html'>", "2024-05-06"),
        ("<!-- saved from url=(0040)https://www.example.com/t20240506_1.htm -->", "2024-05-06"),
        ("<link rel='canonical' href='https://www.example.com/99999999/c1.html'>", ""),
    ],
)
def test_the_address_tells_the_day_where_nothing_else_does(head: str, day: str) -> None:
    assert import_page(read_page("a.html", page_of(TEXT, head).encode())).date == day
    shown = page_of("<p>发布时间：2024-05-07</p>" + TEXT, head)
    assert import_page(read_page("a.html", shown.encode())).date == "2024-05-07"


def test_an_abstract_goes_only_where_a_text_follows() -> None:
    abstract = "<p>核心提示：江边码头扩建工程全面提速。</p>"
    both = import_page(read_page("a.html", page_of(f"{abstract}{TEXT}").encode()))
    assert "核心提示" not in both.body
    alone = import_page(read_page("a.html", page_of(f"<div>{abstract}</div>").encode()))
    assert "核心提示" in alone.body


def test_the_answer_of_an_office_is_no_comment() -> None:
    letter = (
        "<div class='letter'><p>请问码头什么时候建成？我们每天都绕路上班，很不方便。</p></div>"
        "<div class='reply'><h4>官方回复</h4><div class='replybody'>"
        "<p>码头扩建工程计划年底完工，届时将同步开通沿江步道，感谢您的关心。</p></div></div>"
    )
    article = imported(f"<div>{letter}</div>")
    assert article.body.count("\n\n") == 1
    assert "年底完工" in article.body


def test_a_broken_heading_is_one_title() -> None:
    title = "江边码头扩建工程<br>全面提速 年底完工"
    html = page_of(TEXT).replace("<h1>江边码头扩建工程全面提速</h1>", f"<h1>{title}</h1>")
    html = html.replace(
        "<title>江边码头扩建工程全面提速", "<title>江边码头扩建工程 全面提速 年底完工"
    )
    article = import_page(read_page("a.html", html.encode()))
    assert article.title == "江边码头扩建工程 全面提速 年底完工"


def test_lines_of_preformatted_text_are_lines() -> None:
    text = "　　江边码头扩建工程全面提速，首批设备已经进场。\n\n　　负责人介绍，码头年底完工。\n"
    article = import_page(read_page("a.html", page_of(f"<pre>{text}</pre>").encode()))
    assert article.body == "\n\n".join(line.strip() for line in text.split("\n\n"))


def test_a_short_article_is_not_taken_for_less_than_a_long_notice() -> None:
    notice = (
        "<div>版权声明：本网所有内容，版权均属本网所有，任何媒体、网站或个人未经授权不得转载、"
        "链接、转贴或以其他方式使用；已经授权的，必须注明来源，违者依法追究责任。</div>"
    )
    short = "<div><p>3月5日，工人在江边码头吊装设备。</p></div>"
    article = import_page(read_page("a.html", page_of(short + notice).encode()))
    assert article.body == "3月5日，工人在江边码头吊装设备。"


def test_what_is_said_in_an_interview_stays() -> None:
    inner = TEXT.replace("<p>负责人", "<p>记者：谢谢您接受采访。</p><p>记者：谢谢您</p><p>负责人")
    article = import_page(read_page("a.html", page_of(inner).encode()))
    assert "记者：谢谢您接受采访。" in article.body
    assert "记者：谢谢您\n" in article.body


def test_hidden_text_is_told_and_not_imported() -> None:
    hidden = "<p style='display:none'>全场包邮，点击领取新人专享礼包，满一百减二十。</p>"
    article = import_page(
        read_page("a.html", page_of(TEXT.replace("</div>", f"{hidden}</div>")).encode())
    )
    assert "包邮" not in article.body
    assert any("包邮" in one.text and one.why == "not shown on the page" for one in article.removed)


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("新华社发", ""),
        ("新华社发（张三 摄）", ""),
        ("新华社记者张三、李四", "张三、李四"),
        ("本报记者 张三", "张三"),
        ("□本报记者 张三 通讯员 江工信", "张三"),
        ("文/图 江城日报记者 张三", "张三"),
        ("文｜张三", "张三"),
        ("作者丨张三", "张三"),
        ("记者/张三 编辑/李四", "张三"),
        ("撰文：张三", "张三"),
        ("（记者 张三 李四）", "张三、李四"),
        ("（本报记者张三报道）", "张三"),
        ("编辑 张三", ""),
        ("校对：苏焕文", ""),
        ("江城早报记者 张三 江城早报通讯员 李四", "张三"),
        ("记者张三／江城报导", "张三"),
        ("江城日报全媒体记者 张三/文 李四/图", "张三、李四"),
        ("图/视觉中国", ""),
        ("图片来源：视觉中国", ""),
        ("供图：江城发布", ""),
    ],
)
def test_a_byline_is_no_heading_and_no_paragraph(line: str, author: str) -> None:
    inner = TEXT.replace("<p>负责人", f"<p>{line}</p><p>负责人")
    article = import_page(read_page("a.html", page_of(inner).encode()))
    assert "#" not in article.body
    assert len(article.body.split("\n\n")) == 2, article.body
    assert article.source.author == author


def test_a_page_without_text_is_told_in_one_line(site: TestSite) -> None:
    page = site.write("page.html", "<html><body><div><a href='/'>首页</a></div></body></html>")
    ran = site.digest("import", str(page))
    assert ran.code == 1
    assert len(ran.problems) == 1


def test_titles_are_simplified_and_mended_like_the_text() -> None:
    html = page_of(
        to_traditional(TEXT), title="項(xiàng)目開(kāi)工，個(gè)個(gè)項(xiàng)目開(kāi)工提速"
    )
    article = import_page(read_page("a.html", html.encode()))
    assert article.title == "项目开工，个个项目开工提速"
    assert "码头建成后" in article.body


_MARKUP = st.lists(
    st.one_of(
        st.sampled_from(
            """<p> </p> <div> </div> <table> <tr> <td> </td> </table> <br> <a href="x"> </a> <h1>
            </h1>
            <title> </title> <ul> <li> <img src="a.jpg"> <img> <span> </span> <section> <figure>
            <figcaption> <script> </script> <style> <!-- --> <meta property="og:title" content="题">
            <div class="share"> <div class="content"> <div style="display:none"> <founder-content>
            <script type="application/ld+json"> {"headline":1} <body> <html> <head> &nbsp; &#x1F600;
            来源：某报 2024-05-06 记者 编辑： 相关阅读 。 《 【 第1版""".split()
        ),
        st.sampled_from(["码头建成后，年吞吐能力将达到三百万吨。", " ", "\\n", "　", "项目"]),
        st.text(max_size=4),
    ),
    max_size=40,
).map("".join)


@settings(max_examples=150, deadline=None, derandomize=True)
@given(_MARKUP)
def test_no_markup_makes_it_fail(markup: str) -> None:
    try:
        page = read_page("a.html", b"<html>" + markup.encode("utf-8", "replace"))
    except DigestError:
        return
    import_page(page, describe=False)
