"""Artificial damage is repaired, and intact text stays unchanged."""

from __future__ import annotations

import dataclasses
import random
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.clean.characters import characters
from generator.clean.repair import Repaired, repair
from tests.clean.corruption import Damage, corrupt, flat, readings_of, to_traditional
from tests.clean.sentences import SENTENCES

TONED = re.compile("[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ]")
LISTED = sorted(characters().listed)
LINES = st.lists(st.sampled_from(SENTENCES), min_size=8, max_size=14, unique=True)
MARKS = st.sampled_from(
    [
        ((), b""),
        (("，", "。", "！"), b"\x01"),
        (("，", "、", "。"), b","),
        (("。",), b"\x01"),
        (("、", "。"), b","),
    ]
)


def damage_for(page: str, share: float, marks: tuple[tuple[str, ...], bytes], seed: int) -> Damage:
    """Damage with a random list: a part of the page's characters, and others."""
    chance = random.Random(seed)
    present = sorted(set(to_traditional(page)) & set(LISTED))
    chosen = chance.sample(present, max(6, round(share * len(present))))
    chosen += [c for c in chance.sample(LISTED, 200) if c not in chosen]
    chance.shuffle(chosen)
    readings = {character: readings_of(character)[0] for character in chosen}
    return Damage(readings, marks[0], marks[1])


def wrong_lines(sound: str, result: Repaired, seen: str) -> list[str]:
    """Lines that differ from the original text although no problem was reported for them."""
    told = {seen.count("\n", 0, place.at) for place in result.unrepaired}
    pairs = zip(flat(sound).split("\n"), flat(result.text).split("\n"), strict=True)
    return [
        mine for line, (theirs, mine) in enumerate(pairs) if theirs != mine and line not in told
    ]


@settings(max_examples=150, deadline=None, derandomize=True)
@given(
    lines=LINES,
    share=st.sampled_from([0.1, 0.3, 0.6, 1.0]),
    marks=MARKS,
    seed=st.integers(0, 10_000),
    one_pass=st.booleans(),
    swallow=st.booleans(),
    lost=st.sampled_from(["?", "\ufffd"]),
    fold=st.booleans(),
)
def test_what_was_put_in_is_taken_out_again(
    lines: list[str],
    share: float,
    marks: tuple[tuple[str, ...], bytes],
    seed: int,
    one_pass: bool,
    swallow: bool,
    lost: str,
    fold: bool,
) -> None:
    page = "\n".join(lines)
    damage = dataclasses.replace(
        damage_for(page, share, marks, seed),
        one_pass=one_pass,
        swallow=swallow,
        lost=lost,
        fold=fold,
    )
    sound, seen = corrupt(page, damage)
    result = repair(seen)
    assert wrong_lines(sound, result, seen) == []


def test_rates_of_exact_ambiguous_and_wrong(capsys: pytest.CaptureFixture[str]) -> None:
    chance = random.Random(20)
    places = ambiguous = wrong = 0
    for seed in range(70):
        page = "\n".join(chance.sample(SENTENCES, 30))
        marks = chance.choice([((), b""), (("，", "。", "！"), b"\x01"), (("、", "。"), b",")])
        sound, seen = corrupt(page, damage_for(page, chance.choice([0.3, 0.7]), marks, seed))
        result = repair(seen)
        places += len(result.repairs) + len(result.unrepaired)
        ambiguous += len(result.unrepaired)
        wrong += len(wrong_lines(sound, result, seen))
    with capsys.disabled():
        exact = 1 - (ambiguous + wrong) / places
        print(f"\n{places} places: {exact:.4%} exact, {ambiguous} ambiguous, {wrong} wrong")
    assert places > 10_000
    assert wrong == 0
    assert ambiguous < places / 1000


def test_every_repair_tells_what_stood_there() -> None:
    page = "\n".join(SENTENCES[:12])
    _, seen = corrupt(page, damage_for(page, 0.7, (("。",), b"\x01"), 3))
    result = repair(seen)
    assert result.repairs
    assert all(seen.startswith(one.before, one.at) for one in result.repairs)
    rebuilt, end = [], 0
    for one in result.repairs:
        rebuilt += [seen[end : one.at], one.after]
        end = one.at + len(one.before)
    assert "".join(rebuilt) + seen[end:] == result.text


@pytest.mark.parametrize(
    ("sound", "readings", "marks"),
    [
        ("开发项目", {"開": "kāi", "項": "xiàng"}, ()),
        ("日报记者", {"報": "bào", "請": "qǐng"}, ()),
        ("因为肇庆的路还很长", {"驗": "yàn"}, ()),
        ("广东省（肇庆）新区", {}, ("。",)),
        ("签约后项目提速，任务。现在开工", {"現": "xiàn", "項": "xiàng"}, ("，",)),
        ("反馈最新情况", {"佔": "zhàn", "開": "kāi"}, ()),
        ("启动东部新城", {"訓": "xùn", "東": "dōng"}, ()),
    ],
)
def test_a_line_by_itself_is_mended(
    sound: str, readings: dict[str, str], marks: tuple[str, ...]
) -> None:
    expected, seen = corrupt(sound, Damage(readings, marks, b"\x01"))
    assert flat(seen) != flat(expected)
    assert flat(repair(seen).text) == flat(expected)


def test_private_use_characters_are_read_as_their_bytes() -> None:
    page = "审批规范的项目开工，个个项目都报审批。"
    readings = {"項": "xiàng", "開": "kāi", "個": "gè", "報": "bào"}
    found = [t for t in LISTED if t.encode("gbk")[0] == "審".encode("gbk")[1]]
    for character in found:
        expected, seen = corrupt(page, Damage({**readings, character: readings_of(character)[0]}))
        assert flat(repair(seen).text) == flat(expected)


def test_a_swallowed_digit_is_never_invented() -> None:
    readings = {"項": "xiàng", "開": "kāi", "個": "gè"}
    page = "开工的项目，每个项目"
    damaged = corrupt(page, Damage(readings))[0] + "開(kāi)工項(xiàng)目?23個(gè)"
    result = repair(damaged)
    assert result.text.endswith("目?23個")


@pytest.mark.parametrize(
    "text",
    [
        "采用人工智能(AI)和个人电脑(PC)的企业，5G(NR)基站已建成。",
        "漯(luò)河市召开大会，项目全部开工。",
        "臨潁(yǐng)縣召開大會，項目全部開工，縣長到會。",
        "What is this? (a) one, (b) two; see https://example.org/?a=(b)&c=d.",
        "怎么办？”他问。“行不行?”大家说：“行！”",
        "他说:“真的吗?!”没有人回答……",
        "重(zhòng)要的事说三遍，长(cháng)城很长(cháng)。",
        "真的吗？？\n嘘！？！？饕餮。",
        "价格：1,000元，时间：10:30，比分3:2。",
        "函数f(a)与g(n)，变量x(i)。",
        "",
        "\ufffd\ufffd",
    ],
)
def test_sound_text_comes_through_byte_for_byte(text: str) -> None:
    result = repair(text)
    assert result.text == text
    assert result.repairs == ()


def test_sound_pages_come_through_byte_for_byte() -> None:
    for page in ("\n".join(SENTENCES), to_traditional("\n".join(SENTENCES))):
        assert repair(page) == Repaired(page)


def test_one_slip_of_an_author_is_no_damage() -> None:
    page = "\n".join([*SENTENCES, "最后一句，。"])
    assert repair(page) == Repaired(page)


def test_commas_before_marks_go_where_the_page_has_them_everywhere() -> None:
    sound = "市委副书记、市长到会,听取汇报。各部门、各单位参加。"
    assert repair(sound.replace("、", ",、").replace("。", ",。")).text == sound


@settings(max_examples=300, deadline=None, derandomize=True)
@given(st.text(max_size=200))
def test_no_text_makes_it_fail(text: str) -> None:
    repair(text)


@settings(max_examples=100, deadline=None, derandomize=True)
@given(
    st.lists(
        st.one_of(
            st.sampled_from(
                ["?", "(yàn)", "yàn)", "項(xiàng)", ",。", "。", "?。ㄕ", "ㄓ", "\ue0e3", "貞c"]
            ),
            st.sampled_from([*SENTENCES]),
            st.text(max_size=5),
        ),
        max_size=20,
    )
)
def test_no_mixture_of_damage_makes_it_fail(pieces: list[str]) -> None:
    text = "".join(pieces)
    result = repair(text)
    assert all(text.startswith(one.before, one.at) for one in result.repairs)


@settings(max_examples=200, deadline=None, derandomize=True)
@given(st.text(alphabet=st.characters(exclude_characters="?？\ufffd(（,，"), max_size=300))
def test_text_without_the_signs_is_unchanged(text: str) -> None:
    assert repair(text).text == text


def test_no_pinyin_is_left_in_a_mended_page() -> None:
    page = "\n".join(SENTENCES)
    _, seen = corrupt(page, damage_for(page, 1.0, ((), b""), 5))
    assert TONED.search(seen)
    assert not TONED.search(repair(seen).text)
