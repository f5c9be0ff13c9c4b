"""Names of people, places and bodies as they stand in texts, to set one in the place of another."""

from __future__ import annotations

import random
import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from itertools import pairwise

from models.training.meaning.text import Edit, Text

NAME = re.compile(
    r"(?<=[a-z,;’'\"“(—–-] )(?:the )?([A-Z][\w’'-]*[a-z](?:(?: of| de| al| bin"
    r"| van)? [A-Z][\w’'-]*[a-z])*)"
    r"(?![\w’'-])"
)
_NO_NAMES = frozenset(
    """January February March April May June July August September October November December Monday
    Tuesday Wednesday Thursday Friday Saturday Sunday The This That These Those He She It We You
    They Mr Mrs Ms Dr But And If In On At For With When As There Not No Yes How What Why Who English
    Chinese God Internet Web Table Figure Article Chapter Section Part Christmas Is Are Was Be To
    By From I Its Their Our Your My""".split()
)
_PERSON_BEFORE = re.compile(
    r"(?:Mr\.?|Mrs\.?|Ms\.?|Dr\.?|President|Minister|Mayor|Secretary|Professor|Senator|Governor"
    r"|Judge"
    r"|General|Chairman|Chancellor|King|Queen|Prince|Coach|said|says|spokesman|named|called) $"
)
_PERSON_AFTER = re.compile(
    r"(?:,? (?:said|says|told|added|wrote|who|argued|thinks|tweeted)\b|['’]s (?:wife|son|father"
    r"|mother)\b)"
)
_NO_NAME = re.compile(r"[A-Z]{2}|-[a-z]|(?:ian|ese|ish|ean|ican|aeli|stani|aqi|ench|reek|erman)s?$")
_PEOPLE = re.compile(r"(?:ian|ese|ish|ean|ican|aeli|stani|aqi|ench|reek|erman|orean|ussian)s?$")
_PLACE_BEFORE = re.compile(r"\b(?:in|near|across|throughout|to|from|around|outside) (?:the )?$")
_BODY = re.compile(
    r"\b(?:University|College|Ministry|Bank|Company|Corp|Group|Association|Committee|Council|Party"
    r"|Court|Institute|School|Hospital|Union|Agency|Organization|Department|Bureau|Center|Centre"
    r"|Office|Administration|Commission|Foundation|Club|League|Museum|Fund|Times|News|Post"
    r"|Congress)\b"
)


def names_in(english: str) -> list[tuple[int, int, str]]:
    """The names within sentences: what has capitals there."""
    found = []
    for match in NAME.finditer(english):
        name = match[1]
        for ending in ("’s", "'s"):
            name = name.removesuffix(ending)
        if re.split(r"[ '’]", name)[0] in _NO_NAMES or name.isupper() or len(name) < 3:
            continue
        found.append((match.start(1), match.start(1) + len(name), name))
    return found


class Pool:
    """Names and contexts of words collected from many English texts."""

    def __init__(self, texts: Iterable[str], limit: int = 60_000) -> None:
        votes: dict[str, Counter[str]] = defaultdict(Counter)
        contexts: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
        plain: Counter[str] = Counter()
        for number, english in enumerate(texts):
            if number >= limit:
                break
            for start, end, name in names_in(english):
                votes[name][_sort(english, start, end, name)] += 1
            words = english.split(" ")
            plain.update(word for word in words if word.islower())
            for one, two, three in zip(words, words[1:], words[2:], strict=False):
                # Only between plain words: an edge of a clause would change the sense too little.
                if len(two) > 3 and two.isalpha() and two.islower() and one.isalpha():
                    contexts[one.lower(), three.strip('.,;:)”"').lower()][two] += 1
        sorts: dict[str, list[str]] = defaultdict(list)
        self.sort_of: dict[str, str] = {}
        for name, count in sorted(votes.items()):
            # What also stands in small letters is no name, but a word of a heading.
            if all(plain[word.lower()] > 1 for word in name.split()) or _NO_NAME.search(name):
                continue
            sort = count.most_common(1)[0][0]
            if sort == "other" and (known := [s for s in count if s != "other"]):
                sort = known[0]
            self.sort_of[name] = sort
            sorts[sort].append(name)
        self.by_sort = {sort: tuple(names) for sort, names in sorts.items()}
        self.contexts = {
            context: tuple(sorted(middle))
            for context, middle in contexts.items()
            if 4 <= len(middle) <= 400 and sum(middle.values()) >= 5
        }

    def other(self, name: str, chance: random.Random) -> str | None:
        """Another name of the same sort and about the same length, with no word in common."""
        names = self.by_sort.get(self.sort_of.get(name, ""), ())
        mine = set(name.split())
        for _ in range(8):
            if not names:
                return None
            new = chance.choice(names)
            if new.count(" ") == name.count(" ") and not mine & set(new.split()):
                return new
        return None


def _sort(english: str, start: int, end: int, name: str) -> str:
    """Whether a name is that of a person, a place, a body or of something else."""
    if _BODY.search(name):
        return "body"
    before = english[max(0, start - 16) : start]
    if _PERSON_BEFORE.search(before) or _PERSON_AFTER.match(english, end):
        return "person"
    if _PLACE_BEFORE.search(before):
        return "place"
    return "other"


_LINKS = frozenset("with from into under over that upon between within among".split())
_QUOTED = re.compile(r"[\"“”‘()]")
_LIST = re.compile(r"(?:,|and|or|&|/|the|\s|between|[A-Z][\w’'-]*)*\Z")


def exchanged(text: Text, chance: random.Random) -> list[Edit]:
    """Two names of the text that have changed places, but not within a list."""
    english, edits = text.english, list[Edit]()
    found = [] if text.titled else names_in(english)
    for one, two in pairwise(found):
        between = english[one[1] : two[0]]
        if (
            _PEOPLE.search(one[2])
            or _PEOPLE.search(two[2])
            or one[2] == two[2]
            or set(one[2].split()) & set(two[2].split())
        ):
            continue
        if _LIST.match(between) or len(between) > 160 or between.startswith(("’s ", "'s ")):
            continue
        words = between.split()
        if _QUOTED.search(between) or not any(
            len(word) > 3 and word.islower() and word not in _LINKS for word in words
        ):
            continue
        edits.append((one[0], two[1], two[2] + between + one[2]))
    return edits


def replaced(text: Text, chance: random.Random, pool: Pool | None) -> list[Edit]:
    """A name with another one in its place."""
    if pool is None or text.titled:
        return []
    edits = []
    for start, end, name in names_in(text.english):
        if new := pool.other(name, chance):
            edits.append((start, end, new))
    return edits


def _ending(word: str) -> str:
    """What a word ends with, as a sign of the kind of word it is."""
    for ending in ("ing", "ed", "ly", "ion", "ment", "al", "ic", "ous", "ive", "s"):
        if word.endswith(ending):
            return ending
    return ""


def by_context(text: Text, chance: random.Random, pool: Pool | None) -> list[Edit]:
    """A word with another one in its place that stands between the same neighbours elsewhere."""
    if pool is None:
        return []
    edits = []
    for index in range(1, len(text.tokens) - 1):
        start, end, word = text.tokens[index]
        if len(word) < 4 or text.gap(index - 1) != " " or not text.english[start:end].islower():
            continue
        if text.gap(index) != " ":
            continue
        words = pool.contexts.get((text.word(index - 1), text.word(index + 1)))
        if not words or word not in words:
            continue
        new = chance.choice(words)
        if new[:4] != word[:4] and _ending(new) == _ending(word) and new not in text.low:
            edits.append((start, end, new))
    return edits
