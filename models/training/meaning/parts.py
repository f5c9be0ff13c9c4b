"""Errors of what is left out, put in or set in another's place: clauses, phrases, adjectives."""

from __future__ import annotations

import random
import re

from models.training.meaning.inflect import BASE, PERFECT
from models.training.meaning.lexicon import lexicon
from models.training.meaning.text import Edit, Text

_CLAUSE = re.compile(
    r", (?:which|who|with|including|especially|particularly|as well as|along with|while|where"
    r"|after|"
    r"before|despite|because|although|thanks to|so|but|up|down|accounting for|making|bringing|"
    r"compared with|according to|\w+ing) [^,.;:!?\"“”()—]{6,90}(?=[,.;]|$)"
)
_JOINED = re.compile(
    r",? and (?:to |has |have |will |also |the |their "
    r"|its )*\w+(?: [^,.;:!?\"“”()—]{3,60})(?=[.;]|$)"
)
_LISTED = re.compile(r"(?<=, )([a-z][\w-]*(?: [\w-]+){0,3}), (?=[^,.;]{2,60}(?:,| and | or ))")
_TAIL = re.compile(
    r" (?:in|with|for|by|through|under|from|at|on|to|during|after|before|since|over|across|among|"
    r"between|against|without|within|of) (?:[\w’'$%-]+ ){0,6}[\w’'$%-]+(?=[.;,](?!\d)|$)"
)
_SENTENCE = re.compile(r"(?<=[.!?]) [A-Z][^.!?]{12,220}[.!?](?= |$)")
_NOUN_PAIR = re.compile(
    r"\b([Tt]he|[Aa]n?) ([a-z]{3,}) (of|by|for|from|on|against|over|than|with|to|and its effect on"
    r"|before|after|in) (the|an?) ([a-z]{4,})(?=[ ,.;]|$)"
)
_FROM_TO = re.compile(r"\b(from) ([A-Z]?[\w%,.$-]+(?: [A-Z]\w+)?) (to) ([A-Z]?[\w%,.$-]*\w)")
_DROPPED = frozenset(
    """new old joint foreign local national provincial municipal annual main major key first second
    third last only private public former deputy vice senior international domestic regional
    rural urban large small long short-term long-term high low early late young free digital
    electric solar online independent special direct average total net global strategic
    industrial agricultural environmental ecological economic social political military
    nuclear green smart integrated high-speed high-quality high-tech state-owned
    foreign-funded voluntary temporary pilot basic comprehensive additional remaining
    initial final official secret illegal potential possible proposed planned central
    northern southern eastern western most some many several partly mainly nearly almost
    about only jointly gradually temporarily initially probably possibly allegedly
    reportedly not often rarely sometimes usually further""".split()
)
# What may be put in, and what the Chinese must then not have.
_ENDINGS = (
    ("for the first time", "首|第一"),
    ("nationwide", "全国"),
    ("across the country", "全国|各地"),
    ("by the end of the year", "年底|年末|年内"),
    ("next year", "明年"),
    ("last year", "去年|上年"),
    ("this year", "今年"),
    ("in the province", "省"),
    ("in the city", "市|城"),
    ("again", "再|又|重"),
    ("in recent years", "近年|多年"),
    ("every year", "每年|年"),
    ("for three years", "三年|3年"),
    ("with government support", "政府|财政"),
    ("around the world", "世界|全球"),
    ("online", "网|线上"),
    ("ahead of schedule", "提前"),
    ("within a month", "月"),
    ("over the next decade", "十年|年"),
    ("in rural areas", "农|乡|村"),
    ("in the capital", "首都|京|都"),
    ("together with foreign partners", "外|合作"),
    ("for the second year in a row", "连续|第二"),
    ("in the near future", "将|未来|近期"),
)
_ADVERBS = (
    ("partially", "部分|局部"),
    ("temporarily", "暂|临时"),
    ("officially", "正式|官"),
    ("jointly", "联合|共|合作|一起"),
    ("only", "只|仅|才|唯"),
    ("again", "再|又|重"),
    ("reportedly", "据|称|报道"),
    ("secretly", "秘|暗|偷"),
    ("illegally", "非法|违"),
    ("fully", "全|完"),
    ("largely", "大|主要|基本"),
    ("gradually", "逐|渐"),
    ("finally", "终|最后"),
    ("repeatedly", "多次|屡|反复|再"),
    ("unexpectedly", "意外|突|竟"),
    ("recently", "近|日前|刚"),
    ("rarely", "少|罕"),
    ("always", "总|一直|始终|都"),
    ("probably", "可能|也许|或"),
    ("hardly", "几乎|难|不"),
    ("initially", "初|起|先"),
    ("mainly", "主要|多"),
    ("voluntarily", "自愿"),
    ("separately", "分|单独|另"),
    ("directly", "直接|直"),
    ("deliberately", "故意|蓄|有意"),
    ("publicly", "公开|公"),
    ("personally", "亲|个人|本人"),
    ("immediately", "立|即|马上"),
    ("quickly", "快|迅|速"),
    ("successfully", "成功|顺利"),
    ("almost", "几乎|差点|近"),
)
_ADJECTIVES = (
    ("joint", "联合|合资|合作|共同"),
    ("foreign", "外|国际"),
    ("largest", "最大"),
    ("first", "首|第一|一"),
    ("second", "第二|二"),
    ("national", "国"),
    ("former", "前|原"),
    ("new", "新"),
    ("old", "旧|老"),
    ("private", "私|民营"),
    ("public", "公"),
    ("temporary", "临时|暂"),
    ("only", "唯一|仅"),
    ("local", "当地|本地|地方"),
    ("international", "国际|国"),
    ("proposed", "拟|建议|提"),
    ("illegal", "非法|违"),
    ("unfinished", "未完"),
    ("main", "主"),
    ("secret", "秘|密"),
    ("famous", "著名|名"),
    ("largely unknown", "未知"),
    ("expensive", "贵"),
    ("small", "小"),
    ("large", "大"),
    ("controversial", "争议"),
    ("nearby", "附近|邻"),
    ("remaining", "剩|余"),
    ("state-owned", "国有|国企"),
    ("independent", "独立"),
    ("so-called", "所谓"),
    ("planned", "计划|规划"),
    ("failed", "失败"),
    ("successful", "成功"),
    ("costly", "贵|成本"),
    ("voluntary", "自愿"),
    ("annual", "年"),
)
_SMALL = frozenset(
    "more less most than that this such only also been being able about each full".split()
)
_DEFINITE = frozenset("largest only first main remaining".split())
_NO_THINGS = frozenset(
    "end beginning start middle year month day week time rest number course basis case part".split()
)
_INSERTED_AFTER = frozenset("is are was were has have had will can could must should may".split())


def _ends_well(word: str) -> bool:
    """Whether a clause may end with this word: it is no verb and no small word."""
    known = lexicon().verbs
    return len(word) > 3 and word.isalpha() and word not in known and word not in _SMALL


def _cut(edits: list[Edit], found: re.Match[str]) -> None:
    edits.append((found.start(), found.end(), ""))


def omissions(text: Text, chance: random.Random) -> list[Edit]:
    """A clause, a phrase, an item of a list, a sentence or an adjective left out."""
    english, edits = text.english, list[Edit]()
    for found in _CLAUSE.finditer(english):
        # ``A, including B, and C``: the comma after goes too where one stood before.
        end = found.end()
        edits.append((found.start(), end, ""))
        edits.append((found.start(), end, ""))
    for pattern in (_JOINED, _TAIL, _SENTENCE):
        for found in pattern.finditer(english):
            last = english[: found.start()].rpartition(" ")[2].lower()
            if found.start() > 12 and (pattern is not _TAIL or _ends_well(last)):
                _cut(edits, found)
    for found in _LISTED.finditer(english):
        edits.append((found.start(1), found.end(), ""))
    words = []
    for index, (start, end, word) in enumerate(text.tokens):
        if word in _DROPPED and text.gap(index) == " " and english[start].islower():
            if word == "not" or text.after(index) in ("of", "than", "as", "to", "and", "or"):
                continue
            if text.before(index) in ("is", "are", "was", "were", "be", "the", "very") and (
                text.word(index + 1) not in lexicon().nouns
            ):
                continue
            words.append((start, end + 1, ""))
    return edits + words * 2


def insertions(text: Text, chance: random.Random) -> list[Edit]:
    """A short phrase put in that the Chinese does not have."""
    english, chinese, tokens = text.english, text.chinese, text.tokens
    edits: list[Edit] = []

    def absent(table: tuple[tuple[str, str], ...]) -> str | None:
        for _ in range(6):
            words, cues = chance.choice(table)
            if words not in text.low and not any(cue in chinese for cue in cues.split("|")):
                return words
        return None

    stripped = english.rstrip()
    sentence = stripped.endswith(".") and len(tokens) > 5 and tokens[-1][1] == len(stripped) - 1
    if sentence and (words := absent(_ENDINGS)):
        edits += [(len(stripped) - 1, len(stripped) - 1, f" {words}")] * 2
    nouns, verbs = lexicon().nouns, lexicon().verbs
    for index, (start, end, word) in enumerate(tokens):
        if text.gap(index) != " ":
            continue
        after = text.word(index + 1)
        if word in ("the", "a", "an", "this", "its", "their") and after in nouns:
            words = absent(_ADJECTIVES) if english[tokens[index + 1][0]].islower() else None
            if words and not (word in ("a", "an") and words in _DEFINITE):
                edits.append((end + 1, end + 1, f"{words} "))
        elif (
            word in _INSERTED_AFTER
            and not text.starts_sentence(start)
            # Before a participle after is and has, before a base form after will.
            and after in verbs
            and {BASE, PERFECT} & set(verbs[after][1])
            and (words := absent(_ADVERBS))
        ):
            edits.append((end, end, f" {words}"))
    return edits


def exchanges(text: Text, chance: random.Random) -> list[Edit]:
    """Two things that have changed places."""
    edits: list[Edit] = []
    for found in _NOUN_PAIR.finditer(text.english):
        one, two = found[2], found[5]
        known = lexicon().nouns
        if one == two or {one, two} & _NO_THINGS or (one not in known and two not in known):
            continue
        edits.append((found.start(2), found.end(5), f"{two} {found[3]} {found[4]} {one}"))
    for found in _FROM_TO.finditer(text.english):
        if found[2] != found[4]:
            edits.append(
                (found.start(), found.end(), f"{found[1]} {found[4]} {found[3]} {found[2]}")
            )
    return edits
