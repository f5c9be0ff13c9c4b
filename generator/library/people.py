"""The authors of articles."""

from __future__ import annotations

from generator.patterns import late_regex

# Separators between names (张三、李四; Zhang San, Li Si), but not the space within a Latin name.
_BETWEEN = late_regex(r"\s*[、，,;；/／]\s*|(?<=[\u4e00-\u9fff])\s+(?=[\u4e00-\u9fff])")
# The blank between the two characters of a name, set wide to line up with names of three: 余　庆.
_WIDE = late_regex(
    r"(?<![\u4e00-\u9fff])([\u4e00-\u9fff])[\s\u3000]+(?=[\u4e00-\u9fff](?![\u4e00-\u9fff]))"
)
# Roles before a name: 记者 张三, 责编翟柯.
_ROLE = late_regex(
    r"^(?:本报|见习|实习|通讯员|记者|责编|编辑|作者|撰稿|文(?=[/／:：\s]))+[/／:：]?\s*"
)
_WROTE = "文"


def authors_of(written: str) -> tuple[str, ...]:
    """The names in ``source.author``, each once, without roles such as 记者."""
    names = (_named(_ROLE.sub("", name)) for name in _BETWEEN.split(_WIDE.sub(r"\1", written)))
    return tuple(dict.fromkeys(filter(None, names)))


def _named(text: str) -> str:
    """A name without 文 (text by) directly before it: 文李明, but not 文礼愿 with that surname."""
    rest = text.removeprefix(_WROTE)
    if rest == text or len(rest) < 2:
        return "" if text == _WROTE else text
    # Slow to import, and hardly ever needed.
    from generator.lexicon.surnames import SURNAMES
    from generator.script.surnames import GIVEN

    return rest if rest[0] in SURNAMES and rest[0] not in GIVEN else text
