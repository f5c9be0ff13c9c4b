"""What Python cuts a text into, the script cuts a query into."""

from __future__ import annotations

import base64
import random
import re

import msgspec
import pytest

from generator.search.fold import client_table, fold
from generator.search.index import ASCII
from generator.search.occurrences import ChineseTerms
from generator.search.shards import shards
from generator.search.stemmer import rules_text, stem
from generator.search.terms import chinese_terms, number_of, pair_number, words
from generator.search.texts import Text
from tests.browser.pages import ROOT
from tests.search.javascript import run_core
from tests.search.reader import entries

CORE = "module.exports"

# Beginnings and endings that the stemmer has rules for, in words that need not exist.
BEGINNINGS = (
    "y ey sky say play toy add egg err hop hope bid organ inter univers past commun gener pol rel "
    "cond nation traffic hesit sensit abl mill rapp syz bab ti cr ski proceed succe even"
).split()
ENDINGS = (
    "s es ies ied ed edly eed eedly ing ingly y ily e ll ization ational fulness ousness iveness "
    "tional biliti lessli entli ation alism ogist ousli iviti fulli enci anci abli izer ator alli "
    "bli ogi li alize icate iciti ative ical ness ful ement ance ence able ible ment ant ent ism "
    "ate iti ous ive ize ion tion sion al er ic ss us sses at bl iz bb"
).split()


@pytest.fixture(scope="module")
def corpus() -> str:
    """All texts of the sample site."""
    files = sorted((ROOT / "content/articles").glob("*.md"))
    return "\n".join(file.read_text("utf-8") for file in files)


@pytest.fixture(scope="module")
def tables(corpus: str) -> dict[str, object]:
    """The tables that the browser is given for these texts."""
    stemmer = msgspec.json.decode(rules_text())
    return {"fold": client_table(ASCII + fold(corpus)), "stem": stemmer}


def test_stems_are_the_same(corpus: str, tables: dict[str, object]) -> None:
    made = {head + tail for head in BEGINNINGS for tail in ENDINGS}
    twice = {head + one + two for head in BEGINNINGS for one in ENDINGS for two in ENDINGS[:12]}
    found = sorted(made | twice | set(re.findall("[a-z]+", corpus.lower())))
    stems = run_core(f"given.words.map({CORE}.makeRules(given.tables).stem)",
                     {"words": found, "tables": tables})  # fmt: skip
    assert dict(zip(found, stems, strict=True)) == {word: stem(word) for word in found}


def test_stems_bring_forms_of_a_word_together() -> None:
    for forms in (
        ("develop", "develops", "developed", "developing", "development", "developments"),
        ("invest", "invested", "investing", "investment", "investments"),
        ("city", "cities"),
        ("industry", "industries"),
        ("agree", "agreed", "agreeing"),
        ("supply", "supplies", "supplied"),
        ("plan", "plans", "planned", "planning"),
    ):
        assert len({stem(form) for form in forms}) == 1, forms
    assert stem("news") == "news"
    assert stem("skies") == "sky"
    assert stem("organic") != stem("organization")


def test_folded_texts_are_the_same(corpus: str, tables: dict[str, object]) -> None:
    lines = [
        *corpus.split("\n"),
        "ＡＢＣ　１２３",
        "Zhàoqìng’s lǜ",
        "廣東後髮裡裏里臺台",
        "𠮷野 🏭",
    ]
    folded = run_core(f"given.lines.map({CORE}.makeRules(given.tables).fold)",
                      {"lines": lines, "tables": tables})  # fmt: skip
    known = set(ASCII + fold(corpus))
    for line, browser in zip(lines, folded, strict=True):
        # A character that no text has need not be folded: it cannot be found either way.
        assert [c for c in browser if c in known] == [c for c in fold(line) if c in known]


def test_words_and_terms_are_the_same(corpus: str) -> None:
    lines = [fold(line) for line in corpus.split("\n")]
    lines += ["guang'an's 1,234.5 5g 28.95-billion rmb'", "a.b 3.x .5 5. '", "289.5亿元,5g,80.6%"]
    runs = [run for line in lines for run in line.split()]
    cut, terms, numbers = run_core(
        f"[given.lines.map((line) => {CORE}.words(line).map((one) => one.word)),"
        f" given.runs.map({CORE}.chineseTerms),"
        f" given.runs.map((run) => {CORE}.numberOf(run))]",
        {"lines": lines, "runs": runs},
    )
    assert cut == [list(words(line)) for line in lines]
    assert terms == [chinese_terms(run) for run in runs]
    assert numbers == [number_of(run) for run in runs]
    pair = run_core(f"{CORE}.pairNumber(...given)", ["citi", "develop"])
    assert pair == pair_number("citi", "develop")


def test_the_script_reads_a_shard_as_it_was_written() -> None:
    rng = random.Random(5)
    terms = ChineseTerms()
    for number in range(300):
        lines = ["".join(rng.choices("产业园区项目招商", k=rng.choice((2, 5, 30)))) for _ in "ab"]
        terms.add(number, Text(lines[0][:4], lines[0], lines))
    made = shards(terms.finish(), 20)
    assert made.bits > 1
    asked, expected = [], []
    for place, data in enumerate(made.files):
        for term, weights in entries(data, place << 32 - made.bits):
            asked.append([place, term])
            expected.append([weights.get(number, 0) for number in range(300)])
    files = [base64.b64encode(data).decode() for data in made.files]
    read = run_core(
        "given.asked.map(([place, term]) => Array.from("
        f"{CORE}.weightsOf(Uint8Array.from(atob(given.files[place]), (c) => c.charCodeAt(0)),"
        " term, given.bits, 300)))",
        {"asked": asked, "files": files, "bits": made.bits},
    )
    assert len(asked) > 50
    assert read == expected
