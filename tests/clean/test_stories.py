"""Pages whose article is only in a script: it is found, whatever names the site uses."""

from __future__ import annotations

import json
from urllib.parse import quote

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.clean.importer import Imported, import_page
from generator.clean.sources import read_page
from generator.problem import DigestError
from tests.sites import TestSite

pytest.importorskip("lxml")

from generator.clean.web.javascript import values_of

TITLE = "江边码头扩建工程全面提速"
LINES = (
    "江边码头扩建工程全面提速，首批设备已经进场，计划年底完工。",
    "负责人介绍，码头建成后，年吞吐能力将达到三百万吨，带动周边就业。",
    "“以后货船不用再绕道下游了。”跑了二十年船的老周说。",
)
HTML = "".join(f"<p>{line}</p>" for line in LINES)
HOT = [
    {"title": f"热点{n}", "summary": "各地加快推进重点项目建设，确保早开工、早投产、早见效。" * 4}
    for n in range(5)
]
TELLS = {"title": TITLE, "source": "江城日报", "publishTime": "2024-05-06 08:00"}
STORY = TELLS | {"content": HTML}
EMPTY = '<div id="app"></div>'


def page(script: str, body: str = EMPTY, title: str = f"{TITLE}-江城网") -> Imported:
    html = f"<html><head><title>{title}</title></head><body>{body}{script}</body></html>"
    return import_page(read_page("a.html", html.encode()), describe=False)


def assigned(text: str) -> str:
    return f"<script>{text}</script>"


def flight() -> str:
    rows = f'0:["$","div",null,{{"post":{json.dumps(TELLS | {"content": "$1a"})}}}]\n1a:T'
    rows += f"{len(HTML.encode()):x},{HTML}"
    pushed = (json.dumps([1, part]) for part in (rows[:90], rows[90:]))
    return "".join(assigned(f"self.__next_f.push({part})") for part in pushed)


def one_flight() -> str:
    return flight().replace("</script><script>", "\n")


def decoded(text: str) -> str:
    return json.dumps(json.dumps(text, ensure_ascii=False), ensure_ascii=False)


WRITTEN = {
    "next": f'<script type="application/json">{json.dumps({"props": STORY, "hot": HOT})}</script>',
    "assigned": assigned(f"window.DATA = {json.dumps(STORY, ensure_ascii=False)};"),
    "several": assigned(f"var a=1, hot={json.dumps(HOT)};\nvar all={json.dumps(STORY)};b();"),
    "parsed": assigned(f"window.S=JSON.parse({json.dumps(json.dumps(STORY))})"),
    "percent": f'<script type="application/json">{quote(json.dumps(STORY))}</script>',
    "names": assigned(
        f"window.S={{detail:{{title:'{TITLE}',source:\"江城日报\",pubDate:1714953600,// it's\n"
        f"body:`{HTML}`,view:undefined,on:!0,now:new Date(),f:function(){{return '}}'}},}}}};"
    ),
    "function": assigned(
        "window.__NUXT__=(function(a,b,c){return {data:[{title:a,origin:b,ctime:1714953600000,"
        f'content:c}}]}}}}("{TITLE}","江城日报",{json.dumps(HTML)}));'
    ),
    "variables": assigned(
        f'var msg_title = "{TITLE}".html(false);var nickname = htmlDecode("江城日报");'
        f"var ct = '1714953600';\nvar content_noencode = decode('{HTML}');".replace("<", "\\x3c")
    ),
    "text": assigned("var d=" + json.dumps(TELLS | {"text": "\n\n".join(LINES)})),
    "escaped": assigned("var d=" + json.dumps(TELLS | {"html": HTML.replace("<", "&lt;")})),
    "pieces": assigned(
        "var d=" + json.dumps(TELLS | {"blocks": [{"type": "p", "text": line} for line in LINES]})
    ),
    "spans": assigned(
        "var d="
        + json.dumps(
            TELLS | {"list": [{"span": [{"text": s[:9]}, {"text": s[9:]}]} for s in LINES]}
        )
    ),
    "strings": assigned("var d=" + json.dumps(TELLS | {"paragraphs": LINES})),
    "inner": assigned("var d=" + json.dumps({"code": 0, "data": json.dumps(STORY)})),
    "flight": one_flight(),
    "flights": flight(),
    "textarea": f"<p>江城日报 2024-05-06</p><textarea hidden>{HTML}</textarea>",
    "template": f'<p>江城日报 2024-05-06</p><script type="text/html">{HTML}</script>',
    "linked": '<script type="application/ld+json">'
    + json.dumps(
        {
            "@graph": [
                {"@type": "WebSite", "description": HOT[0]["summary"] * 2},
                {"headline": TITLE, "datePublished": "2024-05-05T23:00:00Z"}
                | {"publisher": {"name": "江城日报"}, "articleBody": "\n".join(LINES)},
            ]
        }
    )
    + "</script>",
}


@pytest.mark.parametrize("name", WRITTEN)
def test_an_article_in_a_script_is_imported(name: str) -> None:
    made = page(WRITTEN[name])
    assert made.body.split("\n\n") == list(LINES)
    assert made.title == TITLE
    assert made.date == "2024-05-06"
    assert made.source.name == "江城日报"


def test_of_an_article_in_pieces_the_pictures_are_kept() -> None:
    pieces: list[dict[str, str]] = [{"type": "text", "content": line} for line in LINES]
    pieces.insert(1, {"type": "img", "content": "https://a.cn/1.jpg", "desc": "江边工地"})
    made = page(assigned("var d=" + json.dumps(TELLS | {"sections": pieces})))
    assert made.body.split("\n\n") == list(LINES)
    assert [(one.url, one.caption) for one in made.images] == [("https://a.cn/1.jpg", "江边工地")]


def test_lists_of_others_and_comments_are_no_article() -> None:
    comments = [{"nick": "老周", "content": "盼了这么多年，终于要建成了，" * 9 + "。"}] * 6
    hot = assigned("var hot=" + json.dumps({"hotList": HOT, "comments": comments}))
    made = page(hot + WRITTEN["assigned"])
    assert made.body.split("\n\n") == list(LINES)
    shown = page(hot, body=f"<div class='content'>{HTML}</div>")
    assert shown.body.split("\n\n") == list(LINES)


def test_what_is_shown_in_part_is_completed() -> None:
    begun = f"<h1>{TITLE}</h1><p>江城日报 2024-05-06</p><p>{LINES[0]}</p><a>展开全文</a>"
    made = page(WRITTEN["text"], body=f"<article>{begun}</article>")
    assert made.body.split("\n\n") == list(LINES)
    assert (made.title, made.date) == (TITLE, "2024-05-06")


def test_another_article_of_a_script_takes_no_place_of_the_one_shown() -> None:
    other = assigned("var next=" + json.dumps({"title": "另一篇文章", "content": HTML * 5}))
    text = "水库除险加固工程本月完工，下游十万亩农田灌溉用水有了保障。"
    made = page(other, body=f"<h1>水库除险加固完工</h1><div><p>{text}</p></div>", title="水库")
    assert made.body == text


def test_a_page_that_holds_no_article_says_what_to_do(site: TestSite) -> None:
    file = site.write("shell.html", f"<html><title>江城网</title>{EMPTY}<script>go()</script>")
    ran = site.digest("import", str(file))
    assert ran.code == 1
    [told] = ran.problems
    assert "no text of an article was found in the HTML, nor in its scripts" in told
    assert "save the page complete" in told


@pytest.mark.parametrize(
    "script",
    [
        "[" * 50_000,
        '{"a":' * 20_000,
        "var a={b:" * 3_000,
        "x=(" * 5_000,
        "a=" * 20_000 + "'",
        "f([1,2,3" * 5_000,
        'var a="' + "\\" * 9_999,
        "a={b:function(){" * 2_000,
    ],
    ids=lambda script: script[:8],
)
def test_a_hostile_script_is_no_more_than_nothing(script: str) -> None:
    with pytest.raises(DigestError, match="no text of an article"):
        page(assigned(script + "江" * 300))


@settings(max_examples=100, deadline=None, derandomize=True)
@given(
    st.lists(
        st.sampled_from([*"{}[](),:;=+!'\"`/\\ab1\n", "var ", "function(a){", "return ", "//"])
    )
)
def test_no_script_makes_it_fail(parts: list[str]) -> None:
    assert isinstance(values_of("".join(parts)), dict)


def test_halves_of_characters_and_a_day_that_stands_for_none_spoil_nothing() -> None:
    html = HTML.replace("江边", "江边\\ud83d\\ude00", 1)
    text = f"x={{'title':'{TITLE}','content':'{html}\\ud83d','ctime':'0001-01-01T00:00:00+08:00'}}"
    article = page(assigned(text))
    assert (article.title, article.date) == (TITLE, "")
    assert article.body.startswith("江边😀码头")
