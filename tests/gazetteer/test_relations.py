"""Changes of a text that leave the cities it is about as they are."""

from __future__ import annotations

import re

from generator.gazetteer import detect
from tests.gazetteer.labelled import hard

LONGEST_TITLE = 50


def _about(text: str, title: str = "") -> set[str]:
    return {match.code for match in detect(text, title=title) if match.subject}


def _titled() -> list[tuple[str, str]]:
    parts = [item.text.partition("\n") for item in hard("plain_a")]
    return [(title, body) for title, _, body in parts if body and len(title) <= LONGEST_TITLE]


def test_a_separate_title_counts_like_a_first_line() -> None:
    texts = _titled()
    assert len(texts) > 80
    for title, body in texts:
        assert _about(body, title) == _about(f"{title}\n{body}"), title
        for match in detect(body, title=title):
            assert all(body[start:end] == words for start, end, words in match.at)


def test_blank_lines_and_indents_change_nothing() -> None:
    for title, body in _titled():
        apart = body.replace("\n", "\r\n\r\n\u3000\u3000")
        assert _about(f"{title}\r\n\r\n\u3000\u3000{apart}") == _about(f"{title}\n{body}"), title


OPENINGS = (
    "新华社{}11月20日电（记者王小明）",
    "中新网{}3月5日电 (记者 李明)",
    "本报{}讯（记者 刘洋）",
    "央视网消息（记者 李娜 {}）：",
    "（记者 王芳 {}报道）",
    "本报记者 赵强 {}报道 ",
    "{}日报讯（记者 孙丽）",
    "据{}电视台消息，",
)
TAILS = (
    "（责任编辑：王敏）",
    "来源：{}发布",
    "文/图 {}日报记者 李静",
    "（本报{}11月20日电）",
    "广告：{}名品家居城周年庆，全场八折。",
    "友情链接：{}新闻网 | {}文明网",
    "下一篇：{}举办秋季招聘会",
    "相关阅读：{}新增三条公交线路",
)
OF_ITS_OWN = re.compile(r"[全我本]市|市委|市里|当地|[全我][州县]|[电讯]|报道|消息|记者|据")
OTHERS = ("丽江", "宁波", "朝阳", "通化", "昆明", "绵阳")


def test_what_is_beside_a_text_changes_nothing() -> None:
    texts = [one for one in _titled() if not OF_ITS_OWN.search(one[1])]
    for number, (title, body) in enumerate(texts):
        other = next(name for name in OTHERS if name not in title + body)
        opening = OPENINGS[number % len(OPENINGS)].format(other)
        tail = TAILS[number % len(TAILS)].format(other, other)
        about = _about(body, title)
        assert _about(opening + body, title) == about, opening + title
        assert _about(f"{body}\n{tail}", title) == about, title + tail


IN_PASSING = (
    "他此前曾任{}市副市长。",
    "组长曾任{}市委副书记。",
    "王志强曾在{}工作八年。",
    "在此之前，{}也出台过类似的办法。",
    "类似的做法在{}早已有之。",
    "论规模，它还赶不上{}的同类项目。",
    "工作人员曾专程到{}考察学习。",
    "产品上个月在{}的展会上亮相。",
    "这项成果去年在{}发布。",
    "他们上周刚参加完{}马拉松。",
    "他曾效力于{}队。",
    "游客多来自{}。",
    "合作方是一家{}企业。",
    "部分零件在{}加工。",
    "团队里有三名{}学院的研究生。",
    "活动当天，{}路将临时管制。",
    "摊位上卖的有{}烧饼和豆皮。",
    "现场还有一位{}人。",
)


def test_a_city_that_a_later_sentence_names_in_passing_is_no_subject() -> None:
    wrong = []
    texts = _titled()
    for number, (title, body) in enumerate(texts):
        other = next(name for name in OTHERS if name not in title + body)
        for place in (number, number + 7):
            sentence = IN_PASSING[place % len(IN_PASSING)].format(other)
            if _about(body + sentence, title) != _about(body, title):
                wrong.append(f"{title}: {sentence}")
    assert len(wrong) <= 0.02 * len(texts), wrong
