"""What Python cuts a text into, the script cuts a query into."""

from __future__ import annotations

import base64
import random
import re

import msgspec
import numpy as np
import pytest

from generator.search.dates import dates_in
from generator.search.figures import figures_in
from generator.search.fold import ALWAYS, client_table, fold
from generator.search.manifest import FORMAT
from generator.search.postings import postings
from generator.search.segments import slots
from generator.search.shards import decode, encode, keys_of
from generator.search.stemmer import rules_text, stem
from generator.search.stored_postings import read_postings, weighted
from generator.search.terms import number_of, words
from generator.search.texts import ArticleTexts, Text
from generator.search.vocabulary import others, replaced, taiwan
from tests.browser.pages import ROOT
from tests.search.javascript import run_core
from tests.search.reader import chinese_terms, pair_number

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
    return {"fold": client_table(ALWAYS + fold(corpus)), "stem": stemmer}


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
    known = set(ALWAYS + fold(corpus))
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


DATED = [
    "Nov. 19, 2026; 19th of November, 2026, Sept. 1-3 and 19–21 November 2024, May 5",
    "2024年11月19日至21日, 二〇二四年十一月十九日、12月3日, 9月20号, 11 月 19 日, 1月至3月",
    "2026-11-19 20261119 2026/1/9 2026.1.9 2026-13-40 v12026-11-19 2026-11-19.5",
    "第一季度, 2024年前三季度, 2024年三季度, 1-3季度, 上半年, Q3 2024, 2024 Q1, first half of 2025",
    "1-8月, 2020年1至8月, 11-12月, 前八个月, 2024年前11个月, 前12个月, 一至三季度, 二至三季度",
    "1月-8月, 2020年1月至8月, 首季, 2024年首季度, 第三季, 2024年第3季, 首两季, 首3个季度, 头五个月",
    "首九個月, 四季如春, 第四季节, 首个季度, 茶季, 前两季",
    "January to August 2020, Jan-Aug, Jan. through Sept. 2024, first eight months, first 10 months",
    "January 2020 to March, first two quarters of 2024, in the first months, january",
    "the second quarter, 2nd quarter, first three quarters, H2 2024, 4 季度, 2023年下半年, halfway",
    "in November 19 billion yuan, may 5,000 go, march on, 12个月, 19.5 May, 8, 9 June 2023",
]


def test_figures_and_dates_are_the_same(corpus: str) -> None:
    english = sorted((ROOT / "content/articles").glob("*.en.md"))
    lines = [*corpus.split("\n"), *"\n".join(f.read_text("utf-8") for f in english).split("\n")]
    lines += [
        "us$5.2 billion; hk$3 million, ¥1,200, rmb 30",
        "nt$4.8 billion, 4.8 billion new taiwan dollars, mop$2 million, 2 million patacas",
        "一百二十三亿五千万元和两万五千吨",
        "二〇二三亿",
    ]
    lines += [
        "twenty billion yuan, 500-mu, 12.30% or 3.2个百分点; 3千米, 3千瓦, 5百分",
        "c919 1.2.3 2023 12000",
        "6\ufffd8亿元, 8亿\ufffd元和5亿元",
        "3至5亿千瓦时, 8.5 to 9 percent, 20,000-200,000 yuan, $3-5 million, 5-10-15 percent",
        "5 亿元, 10 多 万亩, 2023 年 3 亿, 5 千米",
        "2020-2022年3亿元, 5%到100亿元, 百分之八点五, 百分之3.2, 百分之三, 百分之一百二十",
    ]
    lines = [fold(line) for line in lines]
    read = run_core(
        f"given.map((line) => {CORE}.figuresIn(line)"
        ".map((one) => [one.start, one.end, one.terms]))",
        lines,
    )
    here = [[[one.start, one.end, [*one.terms]] for one in figures_in(line)] for line in lines]
    assert sum(map(len, here)) > 200
    assert read == here
    dated = lines + [fold(line) for line in DATED]
    read = run_core(
        f"given.map((line) => {CORE}.datesIn(line).map((one) => [one.start, one.end, one.terms]))",
        dated,
    )
    here = [[[one.start, one.end, [*one.terms]] for one in dates_in(line)] for line in dated]
    assert sum(map(len, here)) > 80
    assert read == here


def test_the_script_reads_dates() -> None:
    asked = {
        "2023": "#year/2023", "2023年": "#year/2023", "2023-10": "#month/2023-10",
        "2023/7": "#month/2023-07", "2023年10月": "#month/2023-10",
        "october 2023": "#month/2023-10", "oct 2023": "#month/2023-10",
        "2023-10-05": "#day/2023-10-05",
        "5 october 2023": "#day/2023-10-05", "october 5, 2023": "#day/2023-10-05",
        "2023年10月5日": "#day/2023-10-05", "2023.10.5": "#day/2023-10-05",
        "20231005": "#day/2023-10-05", "oct. 5, 2023": "#day/2023-10-05",
        "5th of october": "#date/10-05", "10月5号": "#date/10-05", "10-05": "#date/10-05",
        "october": "", "10月": "", "2024年第一季度": "", "q1": "", "may": None,
        "19 companies": None,
        "1234": None, "2023-13": None, "the 2023": None, "octopus 2023": None, "20234": None,
    }  # fmt: skip
    read = run_core(f"given.map((text) => {CORE}.dateOf(text)).map((one) => one && one.label)",
                    list(asked))  # fmt: skip
    assert dict(zip(asked, read, strict=True)) == asked


def test_the_script_takes_taiwan_s_words_for_the_mainland_s() -> None:
    table = "".join(f"{theirs} {ours}\n" for theirs, ours in taiwan())
    texts = [fold(text) for text in ("專案", "電子資訊", "晶片廠", "產業園", "記憶體晶片")]
    read = run_core(
        f"given.texts.map((text) => {CORE}.replaced(text, {CORE}.readPairs(given.table)[0]))",
        {"texts": texts, "table": table},
    )
    assert read == [replaced(text, others(taiwan())) for text in texts]
    assert read == [["项目"], ["电子信息"], ["芯片厂"], ["产业园"], ["内存芯片", "存储器芯片"]]


def test_the_script_cuts_a_query_into_the_terms_of_the_text(corpus: str) -> None:
    lines = [line for line in corpus.split("\n") if line.strip()][:400]
    made = read_postings(postings(ArticleTexts({"zh-Hans": Text("", "", lines)})))
    known = {term for _, terms in weighted(made.chinese) for term in terms.tolist()}
    runs = [run for line in lines for run in fold(line).split()]
    cut = run_core(f"given.flatMap((run) => {CORE}.chineseTerms(run).map({CORE}.numberOf))", runs)
    assert len(cut) > 1000
    assert set(cut) <= known


def test_the_script_reads_a_shard_as_it_was_written() -> None:
    rng = random.Random(5)
    bits, articles = 3, 300
    parts = []
    for slot in range(articles):
        for weight in (1, 2, 3):
            terms = sorted({rng.randrange(200) << 24 | 7 for _ in range(20)})
            parts.append(keys_of(np.array(terms[weight::3], np.uint32), slot, weight))
    keys = np.concatenate(parts)
    _, first = np.unique(keys >> np.uint64(2), return_index=True)
    keys = np.sort(keys[first])
    asked, expected, files = [], [], []
    for shard in range(1 << bits):
        mine = keys[keys >> np.uint64(61) == shard]
        data = encode(mine, shard, bits)
        assert decode(data, shard, bits).tolist() == mine.tolist()
        files.append(base64.b64encode(data).decode())
        weights: dict[int, dict[int, int]] = {shard << 29 | 1: {}}
        for key in mine.tolist():
            weights.setdefault(key >> 32, {})[(key & 0xFFFFFFFF) >> 2] = key & 3
        for term, found in weights.items():
            asked.append([shard, term])
            expected.append([found.get(slot, 0) for slot in range(articles)])
    read = run_core(
        "given.asked.map(([place, term]) => {"
        " const bytes = Uint8Array.from(atob(given.files[place]), (c) => c.charCodeAt(0));"
        " const weights = new Array(300).fill(0);"
        f" {CORE}.addWeights(bytes, term, given.bits, weights.map((_, i) => i), weights);"
        " return weights; })",
        {"asked": asked, "files": files, "bits": bits},
    )
    assert len(asked) > 150
    assert read == expected


@pytest.mark.parametrize("room", [0, 7, 9])
def test_the_script_knows_each_article_s_slot(room: int) -> None:
    rng = random.Random(room)
    names = rng.sample(range(1 << 32), 90)
    # Some want the same slot, the last of the room among them.
    names += [(1 << 32) - 1 - number for number in range(10)]
    rng.shuffle(names)
    found = run_core(f"{CORE}.slotsOf(given.names, 50, given.room)", {"names": names, "room": room})
    made = slots(np.array(names, np.uint32), room).tolist()
    assert [found[slot] for slot in made] == list(range(50, 150))
    assert len(set(made)) == 100


def test_the_script_reads_the_format_that_is_written() -> None:
    assert run_core(f"{CORE}.FORMAT", None) == FORMAT
