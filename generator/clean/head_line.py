"""Read the head of a page line by line: who wrote an article, where it was published, and when.

The head of a page names date, source and author in any order, with labels or without, beside
counters and buttons. `read_head` divides a line into its parts (`head_tokens`) and says what each
is (`head_names`); a line of which nothing is left over is a head.
"""

from __future__ import annotations

from generator.clean import head_tokens as tokens
from generator.clean.head import Head
from generator.clean.head_names import (
    ACCOUNT_NAME,
    COLUMN,
    OUTLET_NAME,
    PERSON,
    is_further_name,
    is_no_name,
    is_outlet,
    is_person,
    kind_of_word,
)
from generator.clean.head_tokens import AUTHOR, CREDIT, DATE, PUBLISHER, SOURCE, Token
from generator.clean.people import is_name
from generator.patterns import late_regex
from generator.provinces import ALL_PROVINCES

_ROLE = late_regex(
    r"^(?P<outlet>[\u4e00-\u9fffA-Za-z0-9+·]*?)(?:本[报网台刊]|全媒体?|融媒体?|首席|见习|实习|特约|文字|高级|资深|驻\S{2,3})*"
    r"(?P<role>记者|通讯员|评论员|特派员|撰稿人|专栏作者)(?P<name>[\u4e00-\u9fff·]*)$"
)
_DONE = late_regex(
    r"^(?:报[道导]|(?:综合|摄影|现场)报[道导]|文|图|摄|摄影|采写|整理|文图|图文|发自\S{2,6}|\S{2,4}报[道导])$"
)
_DEED = late_regex(r"(?<=[\u4e00-\u9fff]{2})(?:(?:综合|摄影)?报[道导]|摄影|摄)$")
_LATIN = late_regex(r"^[A-Za-z][A-Za-z.'’-]*$")
_PROVINCE = late_regex(rf"^(?:{ALL_PROVINCES})[省市]?$")
_PROVINCES = late_regex(rf"^(?:{ALL_PROVINCES})[省市]?")
# What remains of 湖北日报客户端 is no name.
_GENERAL = late_regex("日报|晚报|新闻|广播|电视|青年|经济|法[治制]|商报|都市|教育|交通|人民|科技")
# Labels that may follow the value of another without a blank: 作者：某某来源：某报.
_GLUED = late_regex("来源|[稿转出]源|作者|[记笔]者|编|日期|时间|转自|发[布表]|撰|通讯员")
_FROM = late_regex("^(?:本文)?(?:转载?自|摘自|来源于?|来自|选自|原载于?)(?=.{3})")
_SUFFIX = late_regex(
    r"(?<=[\u4e00-\u9fff]{2})(?<![资通简快短电音视喜捷])讯$|(?<=[报网社])(?:报道|消息)$"
)
_LISTS = frozenset("标签 关键词 关键字".split())
_NAMED = (OUTLET_NAME, ACCOUNT_NAME)
_PEN, _NAMES = 12, 6


def read_head(line: str) -> Head | None:
    """Read a line, of which `head_tokens.plain_head` made the text; ``None`` if it is a sentence or
    too long for a head."""
    parts = _joined(tokens.tokens_of(line))
    return _Reader().read(parts) if parts else None


def _joined(parts: list[Token]) -> list[Token]:
    """Return the parts with names of two characters that a blank divides as one: 孙 震."""
    made: list[Token] = []
    if sum(len(part.text) == 1 and part.kind in ("word", "button") for part in parts) not in (2, 4):
        return parts
    at = 0
    while at < len(parts):
        one = parts[at]
        if (
            at + 2 < len(parts)
            and parts[at + 1].kind == "blank"
            and all(len(part.text) == 1 and part.kind == "word" for part in (one, parts[at + 2]))
            and is_name(one.text + parts[at + 2].text)
        ):
            made.append(Token("word", one.text + parts[at + 2].text))
            at += 3
        else:
            made.append(one)
            at += 1
    return made


class _Reader:
    """Goes through the parts of a line; ``label`` is the class of the label that is valid, and
    ``fresh`` whether its value is still to come."""

    def __init__(self) -> None:
        self.head = Head()
        self.label = ""
        self.key = ""
        self.fresh = False
        self.bullet = self.listed = False
        self.joint = ""

    def read(self, parts: list[Token]) -> Head:
        before = Token("", "")
        for at, part in enumerate(parts):
            self.listed = parts[at + 1 : at + 2] != [] and parts[at + 1].kind == "and"
            if part.kind in ("and", "bar", "blank"):
                self.joint = part.kind
            elif part.kind in ("colon", "comma"):
                self._mark(part.text.strip())
            elif part.kind in ("word", "url", "quoted"):
                self._word(part.text)
                self.joint = ""
            elif part.kind in ("key", "label", "both"):
                self._label(part, before)
                self.joint = ""
            else:
                self._other(part)
            before = part
        if self.fresh and self.label:
            self.head.waiting = self.key
        return self.head

    def _mark(self, mark: str) -> None:
        """Pass a colon behind a label, and a comma behind its value; others are part of a
        sentence."""
        if mark == "," and self.label and not self.fresh:
            self.joint = "and"
        elif mark == "," or not (self.label and self.fresh):
            self.head.odd += mark

    def _other(self, part: Token) -> None:
        head = self.head
        if part.kind == "bullet":
            self.bullet = head.bullet = True
            self.label = ""
        elif part.kind == "odd":
            head.odd += part.text
        elif part.kind == "button" and self.fresh and self.label == SOURCE:
            pass  # 来源：微信公众号“某市发布”
        else:
            head.dated |= part.kind == "day"
            head.near |= part.kind == "near"
            head.timed |= part.kind == "time"
            head.buttons += part.kind == "button"
            head.furniture |= part.kind not in ("day", "near", "time")
            self._leave_province(part)
            self.label, self.fresh = "", False

    def _leave_province(self, part: Token) -> None:
        """Leave out the province that portals put before an account: 江苏扬子晚报官方账号."""
        sources = self.head.sources
        if part.text.endswith(("账号", "帐号")) and sources and not self.joint:
            kind, name = sources[-1]
            rest = _PROVINCES.sub("", name)
            if rest != name and len(rest) > 3 and not _GENERAL.match(rest):
                sources[-1] = (kind, rest)

    def _label(self, part: Token, before: Token) -> None:
        if part.kind == "both":
            if self.label == AUTHOR and not self.fresh:
                return  # 记者 某某 文/图
            part = Token("label", part.text, AUTHOR)
        if before.kind == "word" and not _GLUED.search(part.text):
            self.head.odd += part.text  # 英文：
            return
        self.label, self.key, self.fresh = part.key, part.text, True
        self.head.labels.add(part.key)
        self.head.marked |= part.kind == "key"

    def _word(self, word: str) -> None:
        head = self.head
        if self.label and self.fresh:
            self.fresh = False
            self._value(word)
        elif self.label in (AUTHOR, CREDIT) and self._goes_on(word):
            if self.label == AUTHOR and head.authors:
                self._add_author(word)
            elif self.label == CREDIT and head.credits:
                head.credits[-1] += f"、{word}"
        elif self.label == SOURCE and self.joint == "and":
            pass  # of several sources the first is used
        elif self.label == SOURCE and self.joint == "blank" and _LATIN.match(word) and head.sources:
            kind, name = head.sources[-1]
            head.sources[-1] = (kind, f"{name} {word}")
        elif self.label == tokens.IGNORED and self.joint == "blank" and self.key in _LISTS:
            pass
        else:
            self.label = ""
            self._bare(word)

    def _goes_on(self, word: str) -> bool:
        """Return whether a word is a further name of the same label, or belongs to the last."""
        if _DONE.match(word):
            return bool(self.head.authors)
        if self.joint == "and":
            return is_name(word)
        last = (self.head.authors or [""])[-1]
        if (
            self.joint == "blank"
            and _LATIN.match(word)
            and _LATIN.match(last.split()[-1:][0] if last else "")
        ):
            return True
        return self.joint == "blank" and is_further_name(word)

    def _add_author(self, word: str) -> None:
        authors = self.head.authors
        if _DONE.match(word):
            return
        if _LATIN.match(word) and authors and _LATIN.match(authors[-1].split()[-1]):
            authors[-1] += f" {word}"
        else:
            authors.append(_DEED.sub("", word))

    def _value(self, word: str) -> None:
        """Take a word as the value of the label before it."""
        head = self.head
        if self.label == SOURCE:
            if not _PROVINCE.match(word):
                head.sources.append((SOURCE, word))
        elif self.label == PUBLISHER:
            if is_name(word) and not is_outlet(word):
                if "供稿" in self.key:
                    head.authors.append(word)
            else:
                head.sources.append((PUBLISHER, word))
        elif self.label == AUTHOR:
            self._author(word)
        elif self.label == CREDIT:
            if self.key.startswith("发布") and not is_name(word):
                head.sources.append((PUBLISHER, word))
            elif len(word) <= _PEN:
                head.credits.append(f"{self.key}：{word}")
            else:
                head.odd += word
        elif self.label == DATE:
            head.odd += "" if is_no_name(word) else word

    def _author(self, word: str) -> None:
        head = self.head
        if self._role(word):
            return
        word = _DEED.sub("", word)
        if is_no_name(word):
            return
        if is_outlet(word) and not is_name(word):
            head.sources.append((PUBLISHER, word))
        elif len(word) <= _PEN:
            head.authors.append(word)
        else:
            head.odd += word

    def _role(self, word: str) -> bool:
        """Take a word that ends with a role, or with a name behind it: 某报记者, 本报记者某某."""
        role = _ROLE.match(word)
        if role is None:
            return False
        name = _DEED.sub("", role["name"])
        if name and not is_name(name):
            return False
        outlet = role["outlet"]
        if (
            outlet
            and not is_outlet(outlet)
            and kind_of_word(outlet) not in (OUTLET_NAME, ACCOUNT_NAME)
        ):
            return False
        if outlet:
            self.head.sources.append((PUBLISHER, outlet))
        self.label = CREDIT if role["role"] == "通讯员" else AUTHOR
        self.key, self.fresh = role["role"], not name
        self.head.labels.add(self.label)
        if name and self.label == AUTHOR:
            self.head.authors.append(name)
        elif name:
            self.head.credits.append(f"{self.key}：{name}")
        return True

    def _bare(self, word: str) -> None:
        """Take a word without a label."""
        head = self.head
        if self._role(word) or (_DONE.match(word) and head.authors) or word.isdigit():
            return
        if "·" in word and not is_person(word):
            word = word.split("·")[0]  # 某市发布·某市融媒体中心
        account = word[0] == "@"
        word = _SUFFIX.sub("", word.lstrip("@")).strip("《》")
        if not word:
            return
        doubtful = self.bullet or self.listed or bool(head.sources or head.authors)
        kind = kind_of_word(word, beside_outlet=doubtful)
        if kind == PERSON and not account:
            if AUTHOR not in head.labels and len(head.authors) < _NAMES:
                head.authors.append(word)
            self.label = AUTHOR if AUTHOR not in head.labels else ""
        elif kind in (OUTLET_NAME, ACCOUNT_NAME):
            head.sources.append((kind, word))
        elif kind == COLUMN:
            head.furniture = True
            head.columns += 1
        else:
            source = _FROM.sub("", word).strip("《》")
            told = source != word and ("《" in word or kind_of_word(source) in _NAMED)
            if told:
                head.sources.append((SOURCE, source))
            elif account:
                head.sources.append((ACCOUNT_NAME, word))
            else:
                head.bare.append(word)
                head.odd += word
