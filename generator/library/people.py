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
_ROLE = late_regex(r"^(?:本报|见习|实习|通讯员|记者|责编|编辑|文|作者|撰稿)+[/／:：]?\s*")


def authors_of(written: str) -> tuple[str, ...]:
    """The names in ``source.author``, each once, without roles such as 记者."""
    names = (_ROLE.sub("", name) for name in _BETWEEN.split(_WIDE.sub(r"\1", written)))
    return tuple(dict.fromkeys(filter(None, names)))
