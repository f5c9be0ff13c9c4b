"""Damaged beginnings of paragraphs: a bracket before a byline, and text that must be damaged."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.clean.repair import Repaired, repair
from tests.clean.corruption import Damage, corrupt, flat
from tests.clean.sentences import SENTENCES
from tests.sites import TestSite

BODY = f"12月18日，全市重点项目集中开工。{SENTENCES[0]}{SENTENCES[5]}"
BYLINES = (
    "（记者 周冰 通讯员 朱鹏）",
    "（本报记者 周冰）",
    "（全媒体记者 周冰 摄影报道）",
    "（广州日报记者 周冰）",
    "（通讯员 周冰）",
)


@pytest.mark.parametrize("byline", BYLINES)
@pytest.mark.parametrize("lost", ["?", "\ufffd"])
@pytest.mark.parametrize("swallow", [True, False])
@pytest.mark.parametrize("head", ["whole", "without the lost byte", "with a blank for it"])
def test_a_bracket_before_a_byline_is_mended(
    byline: str, lost: str, swallow: bool, head: str
) -> None:
    damage = Damage({}, ("。",), b"\x01", lost=lost, swallow=swallow)
    sound, seen = corrupt(f"　{byline}{BODY}", damage)
    if head != "whole":
        seen = seen.lstrip(f"　{lost}")
    if head == "with a blank for it":
        seen = seen.replace(lost, " ")
    result = repair(f"标题\n{seen}")
    mended = flat(result.text).partition("\n")[2]
    assert " ".join(mended.split()) == " ".join(flat(sound).split())
    [made] = result.repairs
    assert f"标题\n{seen}".startswith(made.before, made.at)
    assert result.unrepaired == ()


def test_what_is_mended_is_in_the_script_of_its_line() -> None:
    [made] = repair("。ㄓ浾 周冰 通讯员 朱鹏)12月18日，项目开工，记者获悉。").repairs
    assert made.after == "（记者"
    [made] = repair("。ㄓ浾 周冰 通訊員 朱鵬)12月18日，項目開工，記者獲悉。").repairs
    assert made.after == "（記者"


@pytest.mark.parametrize(
    "line",
    [
        "?。ㄓ浾咧鼙\ue294?2月18日，全市重点项目集中开工。",
        "。ㄈ襟w記者 周冰 攝影報道)12月18日，全市重点项目集中开工。",
        "记者 周冰 通讯员 朱鹏)12月18日，全市重点项目集中开工。",
        "全市重点项目ㄓ集中开工，总投资二十亿元。",
        "全市重点项目\ue123集中开工，总投资二十亿元。",
        "全市重点项目\uf95f集中开工，总投资二十亿元。",
    ],
)
def test_what_cannot_be_sound_is_told_and_keeps_a_draft(site: TestSite, line: str) -> None:
    page = site.write("page.txt", f"全市重点项目建设提速\n{line}\n{SENTENCES[0]}\n")
    ran = site.digest(
        "import", str(page), "--publish", "--date", "2024-05-06", "--source", "某报", "--slug", "a"
    )
    assert ran.code == 0, ran.err
    assert "left unchanged" in ran.err
    assert "draft: true\n" in Path(site.articles / "a.md").read_text("utf-8")


@pytest.mark.parametrize(
    "text",
    [
        "1）加快建设；2）确保投产，全市上下齐心协力。",
        "一、主要做法（一）加快建设，（二）确保投产。",
        "注音符号ㄅㄆㄇㄈ是拼读汉字的符号，台湾的小学都教。",
        "面积约12㎡，重5㎏，温度20℃，项目进展顺利。",
        "他说︰全市重点项目进展顺利。",
        "项目由甲公司（注册地北京\n海淀区）承建，进展顺利。",
        "。",
        "。全市重点项目进展顺利。",
        "选项a)很好，b)也很好，大家都说好。",
    ],
)
def test_sound_text_is_not_doubted(text: str) -> None:
    assert repair(text) == Repaired(text)
