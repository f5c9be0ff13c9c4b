"""Explains unknown keys: what is wrong with them, and which known key may be meant."""

from __future__ import annotations

from collections.abc import Sequence

from generator.fields.faults import SPACES
from generator.patterns import late_regex
from generator.problem import did_you_mean

# Chinese names of the keys of front matter, and names that other programs use for them.
_MEANT = {
    "标题": "title", "標題": "title", "题目": "title", "headline": "title",
    "日期": "date", "时间": "date", "時間": "date", "发布日期": "date", "pubdate": "date",
    "来源": "source", "來源": "source", "出处": "source", "媒体": "source", "from": "source",
    "城市": "cities", "地区": "cities", "地點": "cities", "place": "cities", "location": "cities",
    "主题": "topics", "主題": "topics", "话题": "topics", "标签": "topics", "分类": "topics",
    "tags": "topics", "tag": "topics", "categories": "topics", "category": "topics",
    "摘要": "summary", "概要": "summary", "description": "summary", "excerpt": "summary",
    "草稿": "draft", "更新": "updated", "modified": "updated", "lastmod": "updated",
    "语言": "lang", "語言": "lang", "language": "lang", "名称": "name", "作者": "author",
    "网址": "url", "链接": "url", "link": "url", "英文": "en", "英语": "en", "english": "en",
}  # fmt: skip
# Another key that follows on the same line: 西江日报，url： https://…
_NEXT = late_regex(r"[，,]\s*[A-Za-z_][\w-]*\s*[:：]")
# How many characters of a value a hint quotes.
_QUOTED = 20
_OF_SOURCE = ("author", "url", "name")


def what_is_wrong_with(key: str) -> str:
    """The message for an unknown ``key``."""
    odd = next((char for char in key if char in SPACES), "")
    if odd:
        return f"unknown key with a {SPACES[odd]} (U+{ord(odd):04X})"
    if "：" in key:
        return "full-width colon ： after the key"
    if ":" in key:
        return "no space after the colon"
    return "unknown key"


def hint_for(key: str, known: Sequence[str]) -> str:
    """The hint for an unknown ``key``; empty if no known key resembles it."""
    for sign in ("：", ":"):
        name, found, value = key.partition(sign)
        if found:
            value = _NEXT.split(value, maxsplit=1)[0].strip()
            said = value if len(value) <= _QUOTED else f"{value[:_QUOTED]}…"
            return f"write `{name.strip()}: {said or '…'}`"
    bare = "".join(char for char in key if char not in SPACES).strip()
    if bare in known and bare != key:
        return f'write "{bare}" without it'
    meant = _MEANT.get(bare.lower(), bare)
    if meant in known and meant != key:
        return f'did you mean "{meant}"?'
    if meant in _OF_SOURCE and "source" in known:
        return f"it belongs to the source: `source: {{name: …, {meant}: …}}`"
    return did_you_mean(bare, known)
