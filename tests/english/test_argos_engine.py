"""The Argos engine over the small test package: real English, and the library's own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import replace
from itertools import islice
from pathlib import Path

import pytest

from generator.english import argos
from generator.english.argos import ArgosEngine, ModelError
from generator.english.packages import Package
from tests.fixtures.make_package.grammar import Grammar

# As the protection hands them over: figures and some names already in English.
SENTENCES = {
    "项目总投资48.7 billion yuan，占地313 mu (21 hectares)。": (
        "The project has a total investment of 48.7 billion yuan and covers 313 mu (21 hectares)."
    ),
    "宁德时代与肇庆签署全面合作协议": (
        "CATL and Zhaoqing signed a comprehensive cooperation agreement"
    ),
}
LIBRARY = """
import json, sys
from argostranslate import translate
found = translate.get_translation_from_codes("zh", "en")
class Whole:
    def split_sentences(self, text):
        return [text]
found.underlying.sentencizer = Whole()
texts = json.load(sys.stdin)
made = [found.hypotheses(text, num_hypotheses=1)[0] for text in texts]
json.dump([[one.value, one.score] for one in made], sys.stdout)
"""
# Makes a build's English with every way out barred.
ALONE = """
import sys
from pathlib import Path

def barred(event, words):
    if event in ("socket.connect", "socket.getaddrinfo", "socket.sendto"):
        raise SystemExit(f"{event} {words}")

sys.addaudithook(barred)
from generator.english.argos import ArgosEngine
from generator.english.choice import choose
package = choose()
print(ArgosEngine(package).translate(["宁德时代与肇庆签署全面合作协议"])[0].text)
for name in ("minisbd", "onnxruntime", "stanza", "spacy", "argostranslate.settings"):
    assert name not in sys.modules, name
"""


def _python(code: str, package: Package, home: Path, text: str = "") -> str:
    home.mkdir(exist_ok=True)
    kept = {name: value for name, value in os.environ.items() if not name.startswith("XDG_")}
    return subprocess.run(
        [sys.executable, "-c", code],
        input=text,
        env=kept | {"HOME": str(home), "ARGOS_PACKAGES_DIR": str(package.folder.parent)},
        cwd=home,
        capture_output=True,
        text=True,
        check=True,
    ).stdout


@pytest.mark.parametrize(("chinese", "english"), SENTENCES.items())
def test_sentences_come_out_in_english(engine: ArgosEngine, chinese: str, english: str) -> None:
    assert engine.translate([chinese])[0].text == english


def test_a_draft_does_not_depend_on_its_neighbours(engine: ArgosEngine, package: Package) -> None:
    """Not by one bit, however sentences are put together, and with any number of threads."""
    texts = [pair.zh for pair in islice(Grammar(seed=3).sentences(), 60)]
    together = engine.translate(texts)
    assert [engine.translate([text])[0] for text in texts] == together
    turned = texts[::-1]
    sevens = [engine.translate(turned[at : at + 7]) for at in range(0, 60, 7)]
    assert [draft for some in sevens for draft in some][::-1] == together
    assert ArgosEngine(package, threads=3).translate(texts) == together


def test_single_sentences_come_out_as_the_library_gives_them(
    engine: ArgosEngine, package: Package, tmp_path: Path
) -> None:
    texts = [
        *SENTENCES,
        "unknown 龘 characters_and underscores",
        "今天天气不错，我们去公园吧。",
        "3",
    ]
    theirs = json.loads(_python(LIBRARY, package, tmp_path / "home", json.dumps(texts)))
    ours = engine.translate(texts)
    assert [draft.text for draft in ours] == [text for text, _ in theirs]
    assert [draft.score for draft in ours] == pytest.approx(
        [score for _, score in theirs], rel=1e-4
    )


def test_a_build_makes_no_connection_and_leaves_nothing_behind(
    package: Package, tmp_path: Path
) -> None:
    home = tmp_path / "home"
    made = _python(ALONE, package, home)
    assert made.strip() == SENTENCES["宁德时代与肇庆签署全面合作协议"]
    assert list(home.iterdir()) == []


def test_the_company_a_segment_keeps_changes_nothing(engine: ArgosEngine, package: Package) -> None:
    texts = [f"{place}完成投资{n}.{n} billion yuan，同比增长{n}%。" for n, place in enumerate(
        ["南充", "肇庆市", "广安经开区", "漯河", "中山市", "眉山高新区"] * 4, start=3)]  # fmt: skip
    together = engine.translate(texts)
    assert [engine.translate([text])[0].text for text in texts] == [d.text for d in together]
    assert ArgosEngine(package, threads=2).translate(texts[::-1])[::-1] == together


def test_nothing_is_cut_off_in_silence(
    engine: ArgosEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(argos, "MAX_SOURCE_TOKENS", 24)
    text = "项目全面建成后，可实现年产值 3.5 billion yuan。"
    (whole,) = engine.translate([text])
    (long,) = engine.translate([text * 9])
    assert whole.parts == 1
    assert long.parts >= 9
    assert long.text == " ".join([whole.text] * 9)


@pytest.mark.parametrize(
    ("text", "before"),
    [
        ("一二三。四五六。七八，九十。", "一二三。四五六。"),
        ("他说“好。”一二三四，五六七八九。", "他说“好。”"),
        ("一二三四，五六七八；九十一，二三四五", "一二三四，五六七八；"),
        ("一二三四，五六 1,234,567 yuan 七八", "一二三四，"),
        ("完成投资 1,234.5 billion yuan 三年", "完成投资"),
        ("一二三四五六", "一二三"),
        ("ab", "a"),
    ],
)
def test_a_text_is_cut_at_its_best_mark_and_never_in_a_figure(text: str, before: str) -> None:
    assert text[: argos._middle(text)] == before


def test_a_long_text_without_any_mark_is_taken_apart_too(engine: ArgosEngine) -> None:
    long, after = engine.translate(["肇庆" * 700, "宁德时代与肇庆签署全面合作协议"])
    assert long.parts > 2
    assert after.text == SENTENCES["宁德时代与肇庆签署全面合作协议"]


def test_a_sentence_stopped_at_the_limit_is_marked(
    engine: ArgosEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = "宁德时代与肇庆签署全面合作协议"
    assert not engine.translate([text])[0].cut
    monkeypatch.setattr(argos, "MAX_TARGET_TOKENS", 3)
    assert engine.translate([text])[0].cut


def test_line_ends_and_empty_texts(engine: ArgosEngine) -> None:
    joined, parted, empty = engine.translate(["肇庆 很好。", "肇庆\n很好。", " \n"])
    assert joined == parted
    assert empty.text == ""
    assert engine.translate([]) == []


def test_nothing_is_loaded_before_the_first_text(package: Package, tmp_path: Path) -> None:
    gone = ArgosEngine(replace(package, folder=tmp_path / "gone"))
    assert (gone.identity.package, gone.identity.version) == ("translate-zh_en", "0.1")
    assert gone.translate([]) == []
    with pytest.raises(ModelError) as caught:
        gone.translate(["好。"])
    assert str(tmp_path / "gone") in str(caught.value)
    assert "install the package again" in str(caught.value)


def test_beam_and_compute_type_are_part_of_the_identity(package: Package) -> None:
    plain, other = ArgosEngine(package), ArgosEngine(package, beam=2, compute_type="float32")
    assert plain.identity != other.identity
    assert ArgosEngine(package, threads=1).identity == ArgosEngine(package, threads=2).identity
    assert other.translate(["宁德时代与肇庆签署全面合作协议"])[0].text.startswith("CATL")


def test_an_unknown_compute_type_is_told(package: Package) -> None:
    with pytest.raises(ModelError, match="cannot be used"):
        ArgosEngine(package, compute_type="int3").translate(["好。"])
