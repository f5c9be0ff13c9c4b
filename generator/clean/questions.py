"""The questions about an imported page that only an editor can answer."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from generator.clean.importer import Imported
from generator.clean.outlets import outlet_named
from generator.one_by_one import simplified
from generator.patterns import late_regex
from generator.problem import Problem
from generator.script import is_chinese, is_english

_PROPOSED = 40
# What error and login pages say, and how many characters of text they have at most.
_NO_ARTICLE = late_regex(
    r"\b404\b|404(?:错误|页)|not found|forbidden|access denied|(?:please )?(?:log|sign) in\b"
    r"|(?:页面|网页|文章|内容)(?:不存在|未找到|找不到|无法(?:找到|访问|显示)|已(?:被)?删除)"
    r"|找不到(?:该|您|此|这个|你)?[^，。\n]{0,8}(?:页面|网页)"
    r"|(?:请|需要?|您尚未|未)先?登[录陆]|登[录陆]后(?:查看|阅读|继续|访问)|(?:用户|会员|账号|密码)登[录陆]"
    r"|访问(?:被拒绝|受限|过于频繁|异常|出错)|(?:无权|拒绝|禁止)访问|请(?:输入|完成)[^，。\n]{0,6}验证",
    re.I,
)
_HARDLY = 150


def questions(imported: Imported) -> list[Problem]:
    """Return the questions about a page, each with the option that answers it.

    If there are any and the page looks like an error or login page, that is said first.
    """
    asked = _asked(imported)
    if not asked or len(imported.body) > _HARDLY:
        return asked
    text = f"{imported.title}\n{imported.body}"
    said = _NO_ARTICLE.search(simplified(text))
    if said is None:
        return asked
    words = text[said.start() : said.end()]
    message = f"looks like an error or login page, not an article: it says “{words}”"
    hint = "open the article in a browser, sign in if asked, and save that page"
    return [Problem(imported.file, field="body", message=message, hint=hint), *asked]


def _asked(imported: Imported) -> list[Problem]:
    asked = []
    name = imported.file
    paragraphs = [p for p in imported.body.split("\n\n") if p and not p.startswith(("#", "|"))]
    if not imported.body:
        return [
            Problem(
                name, field="body", message="no text of an article was found", hint="see --dry-run"
            )
        ]
    whole = imported.title + imported.body
    if not is_chinese(whole):
        if is_english(whole):
            what = "the text is English, and an article is made of a Chinese page only"
            hint = "import the Chinese page first, then this one with --english-of SLUG"
            return [Problem(name, field="body", message=what, hint=hint)]
        hint = "an article has its Chinese first; English goes beside it, as SLUG.en.md"
        return [Problem(name, field="body", message="the text is not Chinese", hint=hint)]
    if not imported.title:
        sentence = _first_sentence(paragraphs)
        if len(sentence) > _PROPOSED:
            sentence = sentence[:_PROPOSED] + "…"
        hint = f"answer with --title; the text begins “{sentence}”"
        asked.append(Problem(name, field="title", message="no title line was found", hint=hint))
    hint = "answer with --date YYYY-MM-DD"
    if not imported.date and imported.dates:
        named = ", ".join(
            f"{day.day}{f' (line {day.line})' * bool(day.line)}" for day in imported.dates
        )
        what = (
            f"dates disagree: {named}"
            if len(imported.dates) > 1
            else f"a date may be that of the visit: {named}"
        )
        asked.append(Problem(name, field="date", message=what, hint=hint))
    elif not imported.date:
        asked.append(
            Problem(name, field="date", message="no date with a year was found", hint=hint)
        )
    if not imported.source.name:
        named = outlet_named(imported.body + "".join(imported.credits))
        hint = f"answer with --source, perhaps {named}" if named else "answer with --source"
        asked.append(Problem(name, field="source", message="no source was found", hint=hint))
    if imported.date and not _is_date(imported.date):
        message = f"“{imported.date}” is not a date"
        hint = "answer with --date YYYY-MM-DD"
        asked.append(Problem(name, field="date", message=message, hint=hint))
    return asked


def _is_date(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def _first_sentence(paragraphs: Sequence[str]) -> str:
    """Return the first sentence of a text, to suggest as its title."""
    # Imported late, since it is slow to load.
    from generator.segment import sentences

    return next(
        (part.strip() for text in paragraphs for part in sentences(text) if part.strip()), ""
    )
