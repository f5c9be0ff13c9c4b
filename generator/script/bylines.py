"""Find the names of people, in Simplified Chinese, where a field, a byline or an office names them.

A field that holds names (``source.author``, ``credits``, ``image.credit``) is read as a row of
roles and names. In running text, names are those after a role (记者余庆 李明 摄, 责编：钟鸣), those
before 摄, and those after an office if the text goes on as it does after a name (市长余晖表示).
The rules were made for this program.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

import ahocorasick_rs

from generator.lexicon import frequency
from generator.patterns import late_regex
from generator.script.offices import DEEDS, EDITORS, NO_NAMES, OFFICES, REPORTERS
from generator.script.people import SURNAME_CHARACTERS, is_person
from generator.script.spoken_names import (
    BOUND,
    COMMON,
    LIKE_NAMES,
    addressed_names,
    edges,
    is_given,
    is_given_after_yu,
    is_plain_name,
    is_word_and_surname,
    spoken_names,
)
from generator.script.surnames import GIVEN, OFFICE, RIGHT, STRONG_RIGHT, TIME, TITLES

_HOUSES = r"(?:本报|本网|本刊|本台|本社|新华社|中新社|全媒体|融媒体|见习|实习|特约|特派|首席)"
_ROLE_WORDS = rf"{_HOUSES}*(?:{'|'.join(sorted((*REPORTERS, *EDITORS), key=len, reverse=True))})"
_ROLE = late_regex(_ROLE_WORDS)
_DONE = late_regex(rf"[/／|]*(?:{'|'.join(DEEDS)})$")
_BETWEEN = late_regex(
    r"[、，,;；/／|｜丨︱·•&＆+＋:：()（）\[\]【】《》〈〉“”‘’「」。.!！?？\n\r\t]+"
)
_BLANKS = late_regex(r"[ \u3000\xa0]+")
# The blank in 余　庆, and the mark that stands for it while a row is split at other blanks.
_LONE = late_regex(
    r"(?<![\u3400-\u9fff])([\u3400-\u9fff])([ \u3000\xa0]+)(?=[\u3400-\u9fff](?![\u3400-\u9fff]))"
)
_MARK = "\ue000"
_SHORTEST = 2

# In running text: what may stand between a role and the first name, and between two names.
_AFTER_ROLE = late_regex(r"[ \u3000\xa0]*[：:／/丨|｜︱]?[ \u3000\xa0]*")
_NEXT = late_regex(
    r"[ \u3000\xa0]*[、/／|｜][ \u3000\xa0]*|[ \u3000\xa0]+|[和与及](?=[\u3400-\u9fff]{2})"
)
_WHOLE = late_regex(
    r"([\u3400-\u9fff](?:[ \u3000\xa0]+[\u3400-\u9fff]|[\u3400-\u9fff]{1,3}))"
    rf"(?=[ \u3000\xa0]*(?:{'|'.join(DEEDS)})?"
    r"(?:$|[ \u3000\xa0、，。；;,：:！/／|()（）\[\]【】”」<\n\r]))"
)
_TAKEN = late_regex(
    r"(?:^|[（(\[【\s\u3000：:、/。，；！”」])"
    r"([\u3400-\u9fff](?:[ \u3000]+[\u3400-\u9fff]|[\u3400-\u9fff]{1,2}))"
    r"[ \u3000/／]*(?:摄影报道|摄影|摄|供图|文/图|图/文)(?=$|[）)\]】\s。，、；])"
)
_HAN = late_regex(r"[\u3400-\u9fff]")
# Characters before a name that stands without an office.
_BEFORE = frozenset("和与及同跟据由被让请对向给叫是，")
# A byline in brackets: a role at its beginning or a deed at its end.
_BRACKET = late_regex(
    rf"[（(【]((?={_ROLE_WORDS})[^（）()【】。]{{4,60}}|[^（）()【】，。]{{2,40}}?(?:{'|'.join(DEEDS)}))[）)】]"
)
_BEGINS = SURNAME_CHARACTERS | frozenset(" \u3000\xa0：:／/丨|｜︱")
# After a name that an office precedes, beside those of `RIGHT`.
_AFTER = frozenset("的把也和与对向给退")
# Surnames that are more often a word.
_LIKE_WORDS = frozenset("于后干种折才征冲占采系适和向那单应任")
# Surnames that are words too, but hardly after an office.
_ALSO_SURNAMES = frozenset("周何曾马高胡")
# How a sentence goes on after the name of a reporter, beside the usual words.
_THEN = late_regex(
    r"近日|日前|[昨今当次]日|[昨今当]天|上午|下午|来到|走[进访]|[采探]访|赶到|[发看]现|看到|注意|"
    r"[获得]悉|了解|随|跟|通过|发自|获|实地|独家|专访|调查|梳理|查[阅询]|联系|先后|多次|一行|曾"
)
# （中央社记者某某某新竹县18日电）
_WIRE = late_regex(r"[一-鿿]{2,5}\d{1,2}日(?:综合)?(?:外电|专?电)(?![视影台])")
_SAID = late_regex(
    r"表示|介绍|说(?!明)|指出|强调|坦言|告诉|透露|认为|主持|致辞|回忆|称|带队|宣布|要求|"
    r"执导|主演|饰演|出席|出任|当选|率[队团]|夺冠|夺得|荣获|一行|[）)]|"
    r"在[一-鿿]{2,8}?(?:表示|说|指出|强调|介绍|透露|致辞|认为)|"
    rf"[、和与及][一-鿿]{{0,6}}?(?:{OFFICE})"
)
_TITLE = late_regex(TITLES)
_REPORTS = late_regex(r"\s*(?:报道|电(?![视影台]))")


class Person(NamedTuple):
    """The place of a name. ``sure`` tells that it is one even if it is a place's name too."""

    start: int
    end: int
    sure: bool


def field_people(text: str) -> list[Person]:
    """The names in a field of roles and names, such as 记者 余庆、钟鸣 通讯员 后　勇 文/图."""
    found: list[Person] = []
    at = 0
    for part in (*_BETWEEN.finditer(text), None):
        end = part.start() if part else len(text)
        found += _in_part(text[at:end], at)
        at = part.end() if part else end
    return found


def _in_part(text: str, offset: int) -> Iterator[Person]:
    """The names in a part of a field without punctuation."""
    joined = _LONE.sub(lambda lone: lone[1] + _MARK * len(lone[2]), text)
    at = 0
    for blank in (*_BLANKS.finditer(joined), None):
        end = blank.start() if blank else len(joined)
        yield from _in_word(joined[at:end], offset + at)
        at = blank.end() if blank else end


def _in_word(word: str, offset: int) -> Iterator[Person]:
    """The name in a word that may begin with a role and end with a deed."""
    start, end = 0, len(word)
    # A picture of something, not by somebody: 关系图, 后视图.
    drawn = word[-1:] == "图" and (word[0] in _LIKE_WORDS or frequency(word[:-1]) > 0)
    if drawn or (word[-1:] == "文" and frequency(word[:-1]) > COMMON):
        return
    while end - start >= _SHORTEST:
        if is_person(word[start:end].replace(_MARK, "")):
            yield Person(offset + start, offset + end, True)
            return
        role = _ROLE.match(word, start, end)
        done = _done(word, start, end)
        if role:
            start = role.end()
        elif done:
            end = done
        else:
            return


@cache
def _roles() -> tuple[list[str], ahocorasick_rs.AhoCorasick]:
    words = sorted({*REPORTERS, *EDITORS, *OFFICES})
    longest = ahocorasick_rs.MatchKind.LeftmostLongest
    return words, ahocorasick_rs.AhoCorasick(words, matchkind=longest)


def text_people(text: str) -> list[Person]:
    """The names in running text, sorted."""
    words, matcher = _roles()
    found: dict[int, Person] = {}
    for index, _, end in matcher.find_matches_as_indexes(text):
        # Asked first, because most offices stand in other places.
        if text[end : end + 1] not in _BEGINS:
            continue
        for person in _after(text, end, words[index]):
            found.setdefault(person.start, person)
    if "摄" in text or "图" in text:
        for taken in _TAKEN.finditer(text):
            if is_person(_closed(taken[1])):
                found.setdefault(taken.start(1), Person(*taken.span(1), True))
    for start, end in addressed_names(text):
        found.setdefault(start, Person(start, end, not frequency(text[start:end])))
    for bracket in _BRACKET.finditer(text):
        by_role = _ROLE.match(bracket[1]) is not None
        for person in field_people(bracket[1]):
            name = bracket[1][person.start : person.end]
            if not by_role and frequency(name) > COMMON:
                continue  # 沈阳报道
            start, end = bracket.start(1) + person.start, bracket.start(1) + person.end
            found[start] = Person(start, end, True)
    for start, end in spoken_names(text):
        if is_person(text[start:end]) and frequency(text[start : start + 2]) < COMMON:
            found.setdefault(start, Person(start, end, True))
    return sorted(found.values())


def _after(text: str, at: int, role: str) -> Iterator[Person]:
    """The names after a role that ends at ``at``."""
    gap = _AFTER_ROLE.match(text, at)
    start = gap.end() if gap else at
    parted = start > at
    if role in EDITORS and role not in OFFICE and not parted:
        return
    reports = role in REPORTERS
    byline = reports or (role in EDITORS and parted)
    person = _whole(text, start) if parted and byline else None
    person = person or _goes_on(text, start, role)
    while person is not None:
        yield person._replace(sure=person.sure and not _is_report(text, person))
        gap = _NEXT.match(text, person.end)
        if gap is None or (not byline and text[gap.start()] in " \u3000\xa0"):
            return
        person = _whole(text, gap.end()) if byline else None
        person = person or _goes_on(text, gap.end(), role)


def _is_report(text: str, person: Person) -> bool:
    return _REPORTS.match(text, person.end) is not None


def _whole(text: str, at: int) -> Person | None:
    """The name at ``at`` if punctuation, a blank or a deed follows it."""
    found = _WHOLE.match(text, at)
    if found is None:
        return None
    end = found.end()
    while end - at >= _SHORTEST:
        if is_person(_closed(text[at:end])):
            return Person(at, end, True)
        end = _done(text, at, end)
    return None


def _goes_on(text: str, at: int, role: str) -> Person | None:
    """The name at ``at``, after a ``role``, if its characters are usual in names and the text can
    go on after it."""
    reports = role in REPORTERS
    for length in (4, 3, 2):
        name, end = text[at : at + length], at + length
        if len(name) < length or name in NO_NAMES or name[:2] in NO_NAMES or not is_person(name):
            continue
        given = name[2:] if length > len("欧阳修") else name[1:]
        rest = text[end : end + 4]
        share = frequency(name)
        if _TITLE.match(text, end) and is_word_and_surname(name):
            continue
        said = _SAID.match(text, end) or (share < COMMON and _TITLE.match(text, end))
        unusual = not all(char in GIVEN for char in given)
        plain = role in OFFICES and not unusual and not said
        if plain and is_plain_name(name) and end in edges(text, at + 1, end):
            return Person(at, end, False)
        told = said or (reports and _REPORTS.match(text, end))
        if unusual and not _is_unusual_name(text, at, name, said=bool(told)):
            continue
        if name[0] == "于" and TIME.match(given):
            continue
        # 妻子后正在, 代表干劲: after an office, a word is a name only if somebody speaks.
        word = name[0] in "后于" or share > 0
        if word and not said and (not reports or share > COMMON):
            continue
        wire = reports and _WIRE.match(text, end)
        if said or RIGHT.match(rest) or wire or (reports and _THEN.match(rest)):
            strong = said or wire or STRONG_RIGHT.match(rest) or (reports and not _HAN.match(rest))
            return Person(at, end, bool(strong))
    return None


def _is_unusual_name(text: str, at: int, name: str, *, said: bool) -> bool:
    """Whether a name after an office is one though its characters are not usual in names."""
    if len(name) == _SHORTEST:
        return said and name[0] not in _LIKE_WORDS
    after = text[at + len(name) :] or "."
    ends = said or (name[0] in BOUND and (after[0] in _AFTER or not _HAN.match(after)))
    usual = name[0] in BOUND or name[0] in _ALSO_SURNAMES
    certain = len(name) == len("余秋里") and usual and is_given(name[1:])
    given = name[1:]
    if name[0] == "于":  # 于文广说, but 于会后说
        return said and is_given_after_yu(given)
    known = frequency(given) or frequency(name[:2])
    return ends and certain and (not known or name[1:] in LIKE_NAMES)


def stand_alone(text: str, name: str) -> Iterator[int]:
    """Where ``text`` has the ``name`` of a person that it names elsewhere, if what is around it
    shows that it is no other word there."""
    at = text.find(name)
    while at >= 0:
        end = at + len(name)
        begins = at == 0 or text[at - 1] in _BEFORE or not _HAN.match(text[at - 1])
        if len(name) > _SHORTEST or (begins and STRONG_RIGHT.match(text[end : end + 4] or ".")):
            yield at
        at = text.find(name, end)


def _done(text: str, start: int, end: int) -> int:
    """Where the deed begins with which ``text[start:end]`` ends; 0 if there is none (后视图)."""
    done = _DONE.search(text, start, end)
    if done is None or (done.group() in "文图绘" and text[start] in _LIKE_WORDS):
        return 0
    return done.start()


def _closed(name: str) -> str:
    return _BLANKS.sub("", name)
