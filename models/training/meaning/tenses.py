"""Errors of what is planned, done or under way, and of what is denied: changed verb groups."""

from __future__ import annotations

import random

from models.training.meaning.inflect import BASE, PAST, PERFECT, THIRD, past, perfect, third
from models.training.meaning.lexicon import lexicon
from models.training.meaning.text import Edit, Text, like

_FUTURE = (
    "将",
    "拟",
    "计划",
    "预计",
    "会",
    "要",
    "力争",
    "预期",
    "明年",
    "打算",
    "准备",
    "即将",
    "未来",
    "有望",
    "规划",
    "想",
    "希望",
    "争取",
)
_COMING = ("将", "拟", "计划", "预计", "力争", "明年", "打算", "即将", "会", "未来", "有望")
_DONE = (
    "了",
    "已",
    "完成",
    "昨",
    "去年",
    "日前",
    "近日",
    "过",
    "曾",
    "上年",
    "成功",
    "实现",
    "报道",
    "表示",
    "说",
)
_NOT = ("不", "没", "未", "无", "非", "否", "别", "莫", "难")
_PLURAL = frozenset(
    "they we you these those people i both all many police children men women".split()
)
_ADVERBS = frozenset(
    "also soon then now only still even again jointly together once just first".split()
)
_PLANS = {
    "plans": "has",
    "plan": "have",
    "intends": "has",
    "intend": "have",
    "aims": "has",
    "aim": "have",
    "hopes": "has",
    "hope": "have",
    "wants": "has",
    "want": "have",
    "proposes": "has",
    "planned": "had",
    "intended": "had",
    "expects": "has",
    "expect": "have",
}
_PROSPECTS = frozenset(
    "expected planned set scheduled due projected slated likely about going".split()
)
_BE = {
    "is": ("was", "has been"),
    "are": ("were", "have been"),
    "was": ("was", "had been"),
    "were": ("were", "had been"),
}
_SUBJECTS = frozenset("he she it they we who which that i you".split())
_OBJECTS = frozenset("the a an its their his her our this these that those all more many".split())
_NO_SUBJECT = frozenset(
    "the a an of in on at by for with from to and or is are was were be been being has have had not"
    " as than but its his her their our this these very more most newly so well recently just also"
    " it's no any some each every new".split()
)
_NOT_NEGATED = frozenset(
    "also still even already only just no not never nothing neither hardly nor none going"
    " and or".split()
)
_STATES = frozenset("know have want like love need see hear seem feel think believe mean".split())
_AUXILIARIES = frozenset("is are was were will would can could should must may might".split())
_QUESTION = frozenset("he she it they we you i there this that these those the not".split())


def _adverbs_from(text: Text, index: int) -> int:
    """The place of the first word from here that is no adverb."""
    for _ in range(2):
        word = text.word(index)
        if (word in _ADVERBS or word.endswith("ly")) and text.gap(index) == " ":
            index += 1
    return index


def _many(text: Text, index: int) -> bool:
    """Whether the subject before this word seems to be a plural."""
    word = text.word(index - 1)
    return word in _PLURAL or (word.endswith("s") and not word.endswith(("ss", "us", "is")))


def _verb(text: Text, index: int, slot: int) -> str | None:
    """The base of a common verb that stands here in this form."""
    found = lexicon().verbs.get(text.word(index))
    return found[0] if found and slot in found[1] else None


def finite_past(text: Text, index: int) -> str | None:
    """The base of a verb that stands here in the past tense, as far as can be seen cheaply."""
    base = _verb(text, index, PAST)
    if base is None or base == "be" or not index:
        return None
    before, after = text.before(index), text.after(index)
    if not before or before in _NO_SUBJECT or before.endswith("ly") or before in lexicon().verbs:
        return None
    clear = PERFECT not in lexicon().verbs[text.word(index)][1]
    if clear and BASE not in lexicon().verbs[text.word(index)][1]:
        return base
    if after == "by" or text.word(index) in ("set", "put", "cut", "read", "cost", "hit", "let"):
        return None
    if before in _SUBJECTS or after in _OBJECTS or after[:1].isdigit():
        return base
    return None


def stages(text: Text, chance: random.Random) -> list[Edit]:
    """Verb groups of the future made past, and the other way round."""
    edits: list[Edit] = []
    future, coming, done = text.said(_FUTURE), text.said(_COMING), text.said(_DONE)
    tokens, english = text.tokens, text.english

    def edit(first: int, last: int, verb_at: int, helper: str, form: str) -> None:
        """From the first word of the group to its verb: the helper, adverbs kept, the verb."""
        start = tokens[first][0]
        between = english[tokens[last][1] : tokens[verb_at][0]] if verb_at - last > 1 else " "
        new = f"{helper}{between}{form}".lstrip()
        edits.append((start, tokens[verb_at][1], like(english[start], new)))

    for index, (_, _, word) in enumerate(tokens):
        after = text.after(index)
        if word == "will" and future:
            at = _adverbs_from(text, index + 1)
            if after in ("", "not"):
                continue
            if text.word(at) == "be":
                if text.before(index) in ("who", "which", "that", "there", "what"):
                    continue
                many = _many(text, index) and text.before(index) != "i"
                was, been = _BE["are" if many else "is"]
                passive = _verb(text, at + 1, PERFECT)
                edit(index, index, at, "", chance.choice((was, been)) if passive else was)
            elif text.word(at) != "be" and (base := _verb(text, at, BASE)):
                has = "have" if _many(text, index) else "has"
                relative = text.before(index) in ("who", "which", "that")
                if relative or chance.random() < 0.6:
                    edit(index, index, at, "", past(base))
                else:
                    edit(index, index, at, has, perfect(base))
        elif word in _PLANS and after == "to" and future and text.before(index) not in ("a", "the"):
            if base := _verb(text, index + 2, BASE):
                if chance.random() < 0.7:
                    edit(index, index + 1, index + 2, "", past(base))
                else:
                    edit(index, index + 1, index + 2, _PLANS[word], perfect(base))
        elif word in _BE and future and after in _PROSPECTS:
            if text.word(index + 2) != "to" or text.gap(index + 1) != " ":
                continue
            was, been = _BE[word]
            if text.word(index + 3) == "be" and _verb(text, index + 4, PERFECT):
                edit(index, index + 2, index + 3, "", chance.choice((was, been)))
            elif text.word(index + 3) != "be" and (base := _verb(text, index + 3, BASE)):
                edit(index, index + 2, index + 3, "", past(base))
        elif word in ("has", "have") and done:
            at = _adverbs_from(text, index + 1)
            base = _verb(text, at, PERFECT)
            if base == "be" and _verb(text, at + 1, PERFECT) and text.word(at + 1) != "been":
                present = {"has": "is", "have": "are"}[word]
                helper = chance.choice(("will", "will", f"{present} to", "may"))
                edit(index, index, at, helper, "be")
            elif base and base not in ("be", "have", "become") and after != "":
                wish = {"has": "plans to", "have": "plan to"}[word]
                helper = chance.choice(("will", "will", wish, f"{word} yet to"))
                edit(index, index, at, helper, base)
        elif word in ("is", "are") and after == "being" and _verb(text, index + 2, PERFECT):
            been = {"is": "has", "are": "have"}[word]
            edit(index, index, index + 1, *chance.choice(((been, "been"), ("will", "be"))))
        elif word in ("was", "were") and done and not coming:
            at = _adverbs_from(text, index + 1)
            base = _verb(text, at, PERFECT)
            if base and base not in ("be", "have", "expect", "plan", "say", "concern", "base"):
                present = "is" if word == "was" else "are"
                helper = chance.choice(
                    ("will be", "will be", f"{present} being", f"{present} to be")
                )
                edit(index, index, at, helper, text.word(at))
        elif done and not coming and (base := finite_past(text, index)):
            wish = "plan to" if _many(text, index) else "plans to"
            if base not in ("say", "tell", "think"):
                edit(index, index, index, chance.choice(("will", "will", wish)), base)
        elif (
            word == "to" and future and 0 < index < 6 and not english.rstrip().endswith((".", "”"))
        ):
            base = _verb(text, index + 1, BASE)
            if base and base != "be" and len(tokens) < 16 and english[0].isupper():
                form = base if _many(text, index) else third(base)
                if text.before(index) not in lexicon().verbs:
                    edit(index, index, index + 1, "", form)
    return edits


def negations(text: Text, chance: random.Random) -> list[Edit]:
    """A negation put in or taken out."""
    edits: list[Edit] = []
    tokens, english = text.tokens, text.english
    negative = text.said(_NOT)
    question = "?" in english
    for index, (start, end, word) in enumerate(tokens):
        before, after = text.before(index), text.after(index)
        if word in ("cannot", "not") and negative:
            if word == "cannot":
                edits.append((start, end, "can" if english[start] == "c" else "Can"))
            elif (
                after in ("only", "just", "merely", "necessarily", "to", "least", "") or not before
            ):
                continue
            elif before in ("do", "does", "did"):
                base = _verb(text, index + 1, BASE)
                if base and not question:
                    form = {"do": base, "does": third(base), "did": past(base)}[before]
                    edits.append((tokens[index - 1][0], tokens[index + 1][1], form))
            elif before in _AUXILIARIES or before in ("has", "have", "had"):
                edits.append((tokens[index - 1][1], end, ""))
        elif english[end : end + 2] in ("'t", "’t") and word.endswith("n") and negative:
            stem = english[start : end - 1]
            if stem.lower() in _AUXILIARIES | {"has", "have", "had", "could"} and not question:
                edits.append((start, end + 2, stem))
        elif word in _AUXILIARIES and not question and index and english[start].islower():
            if (
                after in _NOT_NEGATED
                or not after
                or text.starts_sentence(start)
                or after in _QUESTION
            ):
                continue
            if english[end : end + 1] == " ":
                edits.append((end, end, " not"))
        elif word in ("has", "have", "had") and not question and index:
            if (
                _verb(text, index + 1, PERFECT)
                and text.gap(index) == " "
                and after not in ("had", "to")
            ):
                edits.append((end, end, " not"))
        elif (base := finite_past(text, index)) and base != "say" and chance.random() < 0.6:
            helpers = ("did not ",) if base in _STATES else ("did not ", "did not ", "failed to ")
            edits.append((start, end, chance.choice(helpers) + base))
        elif word == "no" and after in (
            "one",
            "longer",
            "matter",
            "doubt",
            "wonder",
            "less",
            "more",
        ):
            continue
        elif (
            word == "no"
            and negative
            and before in ("is", "are", "was", "were", "has", "have", "had", "with")
        ):
            edits.append(
                (start, end, chance.choice(("some", "much")) if not after.endswith("s") else "many")
            )
        elif (
            (found := lexicon().verbs.get(word))
            and found[1] == (THIRD,)
            and before in ("he", "she", "it", "who", "which", "government", "city", "company")
        ):
            edits.append((start, end, f"does not {found[0]}"))
    return edits
