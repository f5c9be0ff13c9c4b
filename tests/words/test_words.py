"""The interface's words: each key is in every language, and each is used."""

from __future__ import annotations

import ast
import re
import string
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

import jinja2
from jinja2 import nodes

from generator import pages, words
from generator.clean import choices, line_classifier
from generator.clean.article_lines import PAGE_LINE
from generator.clean.titles import TITLE
from generator.config import Site
from generator.content.article import Article
from generator.desk.forms import inputs, meaning_words
from generator.desk.messages import Messages, message_pattern
from generator.desk.page import pages as desk_pages
from generator.fields.declared import declared
from generator.pages import menu, search, views
from generator.problem import Problem
from generator.render.files import default_templates

ROOT = Path(__file__).parent.parent.parent
DESK = ROOT / "generator/desk"
WORDS = ROOT / "generator/words/desk"
DESK_FILES = sorted(file.stem for file in WORDS.glob("*.yaml"))
LANGUAGES = {"en", "zh-Hans", "zh-Hant", "tw", "hk"}


def in_templates() -> Iterator[str]:
    """Every key that a template names; a part of one ends with ``*``."""
    environment = jinja2.Environment(autoescape=True)
    for file in sorted(default_templates().rglob("*")):
        if file.suffix in (".html", ".xml") and "assets" not in file.parts:
            tree = environment.parse(file.read_text("utf-8"))
            for call in tree.find_all(nodes.Call):
                if isinstance(call.node, nodes.Name) and call.node.name == "t":
                    yield from _said(call.args[0])
            for attribute in tree.find_all(nodes.Getattr):
                if isinstance(attribute.node, nodes.Getattr) and attribute.node.attr == "words":
                    yield attribute.attr


def _said(node: nodes.Expr) -> Iterator[str]:
    if isinstance(node, nodes.Const):
        yield str(node.value)
    elif isinstance(node, nodes.Concat) and isinstance(node.nodes[0], nodes.Const):
        yield str(node.nodes[0].value) + "*"
    elif isinstance(node, nodes.CondExpr):
        yield from _said(node.expr1)
        if node.expr2 is not None:
            yield from _said(node.expr2)
    else:
        # A name: of the menu, of the views or of a field, which are asked below.
        assert isinstance(node, (nodes.Name, nodes.Getattr)), node


@cache
def code() -> dict[Path, list[ast.AST]]:
    """Every part of every module, by file."""
    files = sorted((ROOT / "generator").rglob("*.py"))
    return {file: list(ast.walk(ast.parse(file.read_text("utf-8")))) for file in files}


def in_code() -> Iterator[str]:
    """Every key that a module names in `say` or in a look-up of words."""
    for file, parts in code().items():
        if DESK in file.parents:
            continue
        for node in parts:
            key: ast.expr | None = None
            if isinstance(node, ast.Subscript):
                held = node.value
                name = getattr(held, "attr", "") or getattr(held, "id", "")
                key = node.slice if name == "words" else None
            elif isinstance(node, ast.Call) and len(node.args) > 1:
                called = node.func.id if isinstance(node.func, ast.Name) else ""
                of_words = isinstance(node.args[0], ast.Attribute) and node.args[0].attr == "words"
                key = node.args[1] if called == "say" and of_words else None
            if isinstance(key, ast.Constant) and isinstance(key.value, str):
                yield key.value
            elif isinstance(key, ast.JoinedStr) and isinstance(key.values[0], ast.Constant):
                yield str(key.values[0].value) + "*"
    yield from (entry.word for _, entry in menu())
    yield from (view.word for view in views() if view.word)
    yield from search.MESSAGES.values()
    yield from (field.name for field in declared(Article) if field.shown)


@cache
def used() -> set[str]:
    """Every key that is used, without its number."""
    named = {*in_templates(), *in_code()}
    assert len(pages.kinds()) > 5
    return {key.removesuffix(".one").removesuffix(".other") for key in named}


def test_every_word_that_is_used_is_there() -> None:
    known = words.all_words()
    missing = [
        key
        for key in sorted(used())
        if not (any(k.startswith(key[:-1]) for k in known) if key.endswith("*") else key in known)
    ]
    assert missing == []


def test_every_word_that_is_there_is_used() -> None:
    named = used()
    parts = tuple(key[:-1] for key in named if key.endswith("*"))
    assert len(parts) < 5
    assert [
        key for key in words.all_words() if key not in named and not key.startswith(parts)
    ] == []


def test_every_word_is_in_english_and_in_chinese() -> None:
    text = (ROOT / "generator/words/words.yaml").read_text("utf-8")
    keys = re.findall(r"^(\w+):", text, re.M)
    assert sorted(set(keys)) == sorted(keys), "a key stands there twice"
    assert faults(words.all_words()) == []


def faults(known: Mapping[str, words.Forms]) -> list[str]:
    """What is wrong with words."""
    wrong = []
    for key, forms in known.items():
        if not {"en", "zh-Hans"} <= forms.keys() <= LANGUAGES:
            wrong.append(f"{key}: in {', '.join(forms)}")
        said = [[form] if isinstance(form, str) else [*form.values()] for form in forms.values()]
        if not all(isinstance(word, str) and word.strip() for each in said for word in each):
            wrong.append(f"{key}: a word is empty, or no text (put it in quotes)")
        if len({tuple(sorted({*map(fields, each)})) for each in said}) != 1:
            wrong.append(f"{key}: the languages do not fill in the same values")
        for form in forms.values():
            if not isinstance(form, str) and form.keys() != {"one", "other"}:
                wrong.append(f"{key}: forms {', '.join(form)}, not one and other")
    return wrong


def fields(word: str) -> str:
    """The names of the values that a word fills in."""
    return ",".join(sorted(name for _, name, _, _ in string.Formatter().parse(word) if name))


def in_desk() -> Iterator[str]:
    """Every key that a template, a script or a module of the desk names, or a part with ``*``."""
    environment = jinja2.Environment(autoescape=True)
    report = ROOT / "generator/clean/data/report.html"
    for file in (*sorted(DESK.glob("templates/*.html")), report):
        tree = environment.parse(file.read_text("utf-8"))
        for call in tree.find_all(nodes.Call):
            if isinstance(call.node, nodes.Name) and call.node.name == "t":
                yield from _said_in_desk(call.args[0])
        yield from (one.value for one in tree.find_all(nodes.Const) if isinstance(one.value, str))
    for file in sorted(DESK.glob("assets/*.js")):
        text = file.read_text("utf-8")
        yield from re.findall(rf'"((?:{"|".join(DESK_FILES)})_[a-z_]+)"', text)
        yield from (f"{part}*" for part in re.findall(r"\bt\(`([a-z_]+)\$", text))
    for file, parts in code().items():
        of_desk = DESK in file.parents or file == ROOT / "generator/clean/wording.py"
        for node in parts if of_desk else ():
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                yield node.value
            elif isinstance(node, ast.JoinedStr) and isinstance(node.values[0], ast.Constant):
                begun = str(node.values[0].value)
                yield from (f"{name}*" for name in (begun,) if name.endswith("_"))
    yield from (f"{page.name}_title" for page in desk_pages() if page.rank)


def _said_in_desk(node: nodes.Expr) -> Iterator[str]:
    begun = isinstance(node, nodes.Concat) and isinstance(node.nodes[0], nodes.Const)
    if begun or isinstance(node, (nodes.Const, nodes.CondExpr)):
        yield from _said(node)


def test_the_words_of_the_desk_are_those_that_it_uses() -> None:
    known = words.desk_words()
    named = {*in_desk()}
    parts = tuple(key[:-1] for key in named if key.endswith("*"))
    wanted = {key for key in named if key.startswith(tuple(f"{name}_" for name in DESK_FILES))}
    whole = {key for key in wanted if re.fullmatch("[a-z_]+", key) and key not in parts}
    assert sorted(whole - known.keys()) == [], "used and missing"
    assert [k for k in known if k not in named and not k.startswith(parts)] == [], "not used"


def test_the_words_of_the_desk_are_in_english_and_in_chinese() -> None:
    wrong = []
    for name in DESK_FILES:
        text = (WORDS / f"{name}.yaml").read_text("utf-8")
        keys = re.findall(r"^(\w+):", text, re.M)
        assert sorted(set(keys)) == sorted(keys), f"a key stands twice in {name}.yaml"
        # Beside the name of a key in a form stands what it means.
        own = ("form_", "meaning_", "choice_") if name == "form" else f"{name}_"
        wrong += [key for key in keys if not key.startswith(own)]
    assert wrong == [], "a key begins with the name of its file"
    assert faults(words.desk_words()) == []


def test_every_field_of_the_forms_has_its_name_and_meaning_in_chinese() -> None:
    wanted = meaning_words(Article, Site)
    assert sorted(wanted.keys() ^ words.meanings().keys()) == [], "missing, or of no key"
    wrong = faults(wanted)
    for key, forms in wanted.items():
        code = [sorted(re.findall("`[^`]*`", str(text))) for text in forms.values()]
        if any(one != code[0] for one in code):
            wrong.append(f"{key}: the languages do not have the same `code`")
    fields = [field.key for struct in (Article, Site) for field in inputs(struct, "")]
    named = [re.sub("[.-]", "_", key).lower() for key in fields]
    wrong += [f"form_{key}" for key in named if f"form_{key}" not in words.desk_words()]
    assert wrong == []


def test_every_value_of_a_choice_has_a_label() -> None:
    wanted = {
        field.word_of(value)
        for struct in (Article, Site)
        for field in inputs(struct, "")
        for value in field.options
        if value
    }
    there = {key for key in words.desk_words() if key.startswith("choice_")}
    assert sorted(wanted ^ there) == [], "missing, or of no value"


def test_every_reason_of_an_import_has_a_word() -> None:
    folder = ROOT / "generator/clean"
    rules = (folder / "data/boilerplate.tsv").read_text("utf-8").splitlines()
    why = {line.split("\t")[0] for line in rules if line and line[0] != "#"}
    for name in ("describe", "bylines", "boilerplate", "line_classifier"):
        why |= {*re.findall(r'(?:return|why =) "([a-z ]+)"', (folder / f"{name}.py").read_text())}
    why |= {*re.findall(r'^[A-Z]+ = "([a-z ,]+)"$', (folder / "web/region.py").read_text(), re.M)}
    for name in ("importer", "titles", "article_lines"):
        why |= {*re.findall(r'Removed\(.*, "([a-z ]+)"\)', (folder / f"{name}.py").read_text())}
    why |= {choices.BY_EDITOR, line_classifier.CAPTION, line_classifier.OUTSIDE, PAGE_LINE, TITLE}
    why |= {*line_classifier.ASIDE, line_classifier.BEHIND}
    how = {choices.BY_EDITOR, *re.findall(r'how = "(.*?)"', (folder / "resync.py").read_text())}
    text = (folder / "repair.py").read_text()
    how |= {*re.findall(r'"([a-z ,]{20,})"', text)}
    assert min(len(why), len(how)) > 5
    known = words.desk_words()
    wanted = [f"import_why_{re.sub('[^a-z]+', '_', one)}" for one in sorted(why)]
    wanted += [f"import_how_{re.sub('[^a-z]+', '_', one)}" for one in sorted(how)]
    assert [key for key in wanted if key not in known] == []
    assert [k for k in known if k.startswith("import_why_") and k not in wanted] == []


def test_every_message_in_chinese_is_one_that_the_code_says() -> None:
    said = {
        "".join(str(part.value) if isinstance(part, ast.Constant) else "1" for part in node.values)
        if isinstance(node, ast.JoinedStr)
        else str(node.value)
        for parts in code().values()
        for node in parts
        if isinstance(node, (ast.JoinedStr, ast.Constant))
    }
    known = words.messages()
    values = re.compile(r"\{([a-z]+)\}")

    def is_said(english: str) -> bool:
        longest = max(values.split(english)[::2], key=len)
        fits = message_pattern(english).fullmatch
        return any(longest in text and fits(text) for text in said)

    assert [english for english in known if not is_said(english)] == []
    wrong = [e for e, c in known.items() if not {*values.findall(c)} <= {*values.findall(e)}]
    assert wrong == []


# Where a call has a message and a hint, counted from its end or by their places.
SAYING = {
    "error": (3, 4), "warn": (3, 4), "grave": (3, 4), "Problem": (3, 4), "error_at": (2, 3),
    "missing": (1, 1), "Fault": (2, 3), "Loss": (0, 1), "Remark": (1, 2), "PictureError": (0, 1),
    "DeadLinkError": (0, 1), "PackageError": (0, 0), "_fault": (2, 3), "_error": (2, 3),
    "_warning": (1, 2), "Outcome": (1, 1), "_Fault": (1, 2), "XmlError": (0, 0),
}  # fmt: skip
# What only speaks in a terminal, or to whoever works on the program.
TERMINAL = {
    "cli", "cluster", "letters", "serve", "make_tables", "social_cards", "pinyin", "gazetteer",
    "script", "lexicon", "segment", "workers.py", "social_card.py", "answers.py",
}  # fmt: skip


def spoken(node: ast.expr) -> Iterator[str]:
    """The texts that an argument may be, with 1 for what is filled in."""
    if isinstance(node, ast.JoinedStr):
        parts = node.values
        yield "".join(str(one.value) if isinstance(one, ast.Constant) else "1" for one in parts)
    elif isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.IfExp):
        yield from (*spoken(node.body), *spoken(node.orelse))
    elif isinstance(node, ast.BoolOp):
        yield from (text for one in node.values for text in spoken(one))


def said_at(call: ast.Call) -> Iterator[str]:
    """The message and the hint of a call, where it has any."""
    name = getattr(call.func, "attr", "") or getattr(call.func, "id", "")
    if name not in SAYING:
        return
    places = set(SAYING[name])
    if name in ("error", "warn") and "report" not in ast.dump(call.func):
        places = {1, 2}  # `Fields.error(key, message, hint)`
    yield from (t for at in places if at < len(call.args) for t in spoken(call.args[at]))
    named = (one.value for one in call.keywords if one.arg in ("message", "hint"))
    yield from (text for one in named for text in spoken(one))


def test_what_an_editor_may_meet_at_the_desk_is_in_chinese() -> None:
    said = {
        text: f"{file.relative_to(ROOT)}: {text}"
        for file, parts in code().items()
        if not TERMINAL & {*file.parts}
        for node in parts
        if isinstance(node, ast.Call)
        for text in said_at(node)
        if re.search("[a-z]{2}", re.sub("<[^>]*>|…", "", text))
    }
    assert len(said) > 300
    told = Messages("zh-Hans", {}, str)
    assert [place for text, place in said.items() if told.say(text).lang == "en"] == []


def test_a_problem_is_told_in_chinese_with_its_values_as_they_are() -> None:
    words_of = words.load_words("zh-Hans", str, "tw", words.desk_words())
    told = Messages("zh-Hant", words_of, lambda text: text.replace("题", "題")).told
    found = told(Problem("a.md", 3, "topics", '"标题" is not a topic', "no hint of ours"))
    assert (found.field, found.message.text) == ("主题", "“标题”不是已有的主題")
    assert (found.message.lang, found.hint.lang) == ("zh-Hant", "en")
    assert found.text == "“标题”不是已有的主題 (no hint of ours)"
    flagged = '“甲” → “A”: 3亿元 (300 million yuan) is missing; "x" is repeated'
    assert told(Problem("a", field="paragraph 2", message=flagged)).field == "第 2 段"
    assert told(Problem("a", message=flagged)).message.text == (
        "“甲” → “A”: 缺少 3亿元（300 million yuan）；“x”重复出现"
    )
    term = told(Problem("a", message='工业 should be one of "industry", "industries"'))
    assert term.message.text == '“工业”应译作 "industry", "industries" 之一'
    lacking = told(Problem("a", hint="add it; paragraphs: 5 in a.md, 4 here"))
    assert lacking.hint.text == "请补上；a.md 有 5 段，本文件有 4 段"
    since = "the Chinese has changed since: title, paragraph 2, 2 paragraphs removed"
    changed = told(Problem("a", message=since))
    assert changed.message.text == "中文此后有改动：标题、第 2 段、删去 2 段"
    assert told(Problem("a", field="machine English, paragraph 2")).field == "机器译文，第 2 段"
    assert told(Problem("a", field="picture")).field == "图片"
    assert Messages("en", {}, str).line(Problem("a", 2, "b", "c", "d")) == "a:2: b: c (d)"


def test_numbers_choose_between_two_forms() -> None:
    english = words.load_words("en", str, "tw")
    assert words.say(english, "articles", n=1) == "1 article"
    assert words.say(english, "articles", n=1200) == "1,200 articles"
    chinese = words.load_words("zh-Hans", str, "tw")
    assert words.say(chinese, "articles", n=1) == "1 篇"
    assert chinese["search_found.one"] == chinese["search_found.other"]


def test_traditional_words_are_those_of_the_variant() -> None:
    def converted(text: str) -> str:
        return text.replace("来", "來")

    taiwan = words.load_words("zh-Hant", converted, "tw")
    assert (taiwan["archive"], taiwan["source"]) == ("彙整", "來源")
    hong_kong = words.load_words("zh-Hant", converted, "hk")
    assert (hong_kong["archive"], hong_kong["source"]) == ("存檔", "來源")
    assert taiwan["edition_name"] == hong_kong["edition_name"] == "繁體中文"
