"""The parts of the training that need no GPU: sentences made, pairs sorted out, packing."""

from __future__ import annotations

import random
import zipfile
from itertools import islice
from pathlib import Path

import numpy as np
import pytest

from generator.english.install import install_file
from generator.english.masking import Mode
from generator.english.packages import installed
from generator.figures import verify
from generator.terms import Term, Terms
from models.training import batches, corpus, grammar, nearness
from models.training.copies import copied, phrases_copied
from models.training.package import pack
from models.training.shipping import pack_weights, unpack_weights

SMALL = Path(__file__).parents[1] / "fixtures" / "translate-zh_en-tests.argosmodel"


@pytest.fixture(scope="module")
def sentences() -> list[corpus.Pair]:
    """Some sentences of the grammar."""
    return list(grammar.pairs(120, seed=4))


def test_grammar_gives_the_same_sentences_for_the_same_seed(
    sentences: list[corpus.Pair],
) -> None:
    assert list(grammar.pairs(120, seed=4)) == sentences
    assert next(grammar.pairs(1, seed=5)) != sentences[0]
    assert len({chinese for chinese, _ in sentences}) > 110


def test_grammar_fills_every_slot_and_keeps_every_figure(sentences: list[corpus.Pair]) -> None:
    assert not [pair for pair in sentences if set("{}_") & set("".join(pair))]
    wrong = [pair for pair in sentences if verify(*pair)]
    # 该项目 … Phase I and the like may be said otherwise.
    assert len(wrong) <= 4, wrong[:3]


def test_names_are_written_in_pinyin() -> None:
    names = dict(islice(grammar.names(3, count=1), 100_000))
    assert names["岳池县"] == "Yuechi County"
    assert names["广安"] == "Guang'an"


def test_pairs_that_are_no_translations_are_left_out() -> None:
    assert corpus.sound(("总投资28.95亿元。", "Total investment is 2.895 billion yuan."))
    assert corpus.sound(("12月21日开工。", "Work started on 21 December."))
    assert not corpus.sound(("全市有企业4567家。", "The city has 1,234 companies."))
    assert not corpus.sound(("你好。", "你好 means hello in Chinese."))
    assert not corpus.sound(("好。", "a " * 60))


def test_held_out_sentences_are_found_though_figures_differ() -> None:
    held = corpus.HeldOut(["今年前三季度，全市新引进亿元以上项目52个，总投资289亿元。"])
    assert "今年前三季度全市新引进亿元以上项目37个，总投资156亿元" in held
    assert "华蓥山旅游度假区昨日正式开园，游客络绎不绝。" not in held


def test_quotation_marks_and_spaces_are_made_alike() -> None:
    assert corpus.tidy(("“好” ", "“Fine,”  he’d said…")) == ("“好”", '"Fine," he\'d said...')


TERMS = Terms([Term("漯河", "Luohe"), Term("三个一批", "three-batch project drive")])


@pytest.mark.parametrize(
    ("mode", "chinese", "english"),
    [
        ("inline", " Luohe 签约项目 28.95 billion yuan。", "Luohe signed 28.95 billion yuan."),
        ("marks", "T1 签约项目7312元。", "T1 signed 7312 yuan."),
    ],
)
def test_pairs_get_the_forms_that_the_stage_sends(mode: Mode, chinese: str, english: str) -> None:
    made = copied(("漯河签约项目289.5亿元。", "Luohe signed RMB 28.95 billion."), TERMS, mode)
    assert made is not None
    assert (made[0].strip(), made[1]) == (chinese.strip(), english)


def test_a_figure_that_the_english_lacks_makes_no_copy() -> None:
    assert copied(("签约289.5亿元。", "A large sum was signed."), TERMS, "inline") is None


def test_a_word_of_the_dictionary_stands_in_english_on_both_sides() -> None:
    words = Terms([Term("大桥", "bridge")])
    made = phrases_copied(("大桥通车了。", "The bridge is open."), words, random.Random(1))
    assert made == ("bridge 通车了。", "The bridge is open.")


def _side(lengths: list[int]) -> batches.Side:
    return batches.side([[7] * length for length in lengths])


def test_batches_hold_every_pair_once_and_sources_of_one_length() -> None:
    choice = np.random.default_rng(1)
    sources = _side([int(n) for n in choice.integers(2, 30, 400)])
    targets = _side([int(n) for n in choice.integers(1, 40, 400)])
    pairs = batches.Pairs(sources, targets)
    numbers = batches.usable(pairs)
    made = batches.batches(numbers, sources.lengths, targets.lengths, 200, choice)
    assert sorted(np.concatenate(made).tolist()) == list(range(400))
    for batch in made:
        assert len(set(sources.lengths[batch].tolist())) == 1
        longest = max(int(sources.lengths[batch][0]), int(targets.lengths[batch].max()) + 1)
        assert len(batch) * longest <= 200 or len(batch) == 1


def test_weights_come_back_nearly_as_they_were(tmp_path: Path) -> None:
    choice = np.random.default_rng(2)
    weights = {
        "matrix": choice.normal(size=(33, 21)).astype(np.float32),
        "bias": choice.normal(size=21).astype(np.float32),
    }
    pack_weights(weights, tmp_path, "net")
    found = unpack_weights(tmp_path, "net")
    assert np.array_equal(found["bias"], weights["bias"])
    assert float(np.abs(found["matrix"] - weights["matrix"]).max()) < 2e-3


def test_a_package_has_the_same_bytes_and_can_be_installed(tmp_path: Path) -> None:
    with zipfile.ZipFile(SMALL) as archive:
        archive.extractall(tmp_path)
    folder = tmp_path / "translate-zh_en-tests"
    model, tokenizer = folder / "model", folder / "sentencepiece.model"
    card = tmp_path / "card.md"
    card.write_text("# Card\n", encoding="utf-8")
    first, second = tmp_path / "one.argosmodel", tmp_path / "two.argosmodel"
    pack(model, tokenizer, first, "1.0", card)
    pack(model, tokenizer, second, "1.0", card)
    assert first.read_bytes() == second.read_bytes()
    install_file(first, into=tmp_path / "installed")
    (package,) = installed([tmp_path / "installed"])[0]
    assert (package.from_code, package.to_code, package.version) == ("zh", "en", "1.0")
    assert (package.folder / "README.md").read_text(encoding="utf-8") == "# Card\n"


def test_general_sentences_like_the_news_are_told_from_others() -> None:
    news = ["全市完成投资289.5亿元，同比增长8.6%。", "开发区新签约项目12个，总投资30亿元。"] * 5
    general = ["我把书放在桌子上了。", "他昨天晚上没有回家。"] * 5
    near = nearness.Nearness(news, general)
    sentences = ["全市签约项目8个。", "我没有把书放在桌子上，也没有回家。", "他回家了。"]
    scores = [near(sentence) for sentence in sentences]
    assert scores[0] > 0 > max(scores[1:])
    assert nearness.split(sentences, scores, near=0.34, dropped=0.67, short=6) == ([0], [2])
