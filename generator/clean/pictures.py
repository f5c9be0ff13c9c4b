"""Lines that belong to pictures: captions and addresses."""

from __future__ import annotations

import re

from generator.clean.likelihood import folded
from generator.patterns import late_regex

_CAPTION_END = late_regex(
    r"(?:拍摄|摄|供图|资料图片?|制图|绘图|图片来源.{1,12}|效果图|示意图|(?:图片|照片)由.{2,12}提供|图\s*/\s*[\u4e00-\u9fff]{2,6}|[(](?:图片|照片|图)来[自源].{2,12})\s*[)\]】]?$"
)
# … 新华社发（刘某 摄）, … 本报记者 刘某 摄
_PHOTOGRAPHER = late_regex(
    r"[。;]\s*(?:[^。;()]{2,14}(?:社|报|网|台)?(?:发|记者|通讯员)?\s*)?"
    r"(?:[(][^()。]{1,16}摄[)]|[\u4e00-\u9fff ]{2,14}\s*摄)"
    r"(?:\s*\d{2,4}年\d{1,2}月\d{1,2}日)?$"
)
# 药师在配货。摄影：张三
_LABELLED = late_regex(
    r"^(?!.*(?:记者|通讯员|编辑|文[:/|字]|撰文|作者))[^:/|]{4,60}[。;\s]\s*(?:摄影|供图|图源|图片来源)\s*[:/|]\s*[^\s:。]{2,16}$"
)
# 本报记者 张三/文 李四/摄, 文/张三 图/李四 name the writer too.
_WRITTEN = late_regex(
    r"^[□■○●]*\s*[\u4e00-\u9fff]{0,8}记者[^。]{2,30}/\s*文(?:\s|$)"
    r"|^[□■○●(\[【]*\s*(?:文[字、]?图?|图文|撰文|采写)\s*[:/|]\s*[\u4e00-\u9fff·]{2,4}(?![\u4e00-\u9fff])"
)
_CAPTION_BEGIN = late_regex(
    r"^(?:[▲△▼▽↑↓◀▶]++(?=.*\w)(?!\s*(?:点击|戳|长按|扫|上下滑动|滑动|向[上下]滑|下滑))(?!.*[▲△▼▽↑↓◀▶]$)|图为|图[一二三四五六七八九十\d]*\s*[:：]|图[一二三四五六七八九十\d]+\s*[.、])"
)
_ARROWS = "▲△▼▽↑↓⬆⬇ \u3000"
# Names of a picture that programs give.
_NO_CAPTION = late_regex(
    r"(?i)^\s*(?:图片|图像|照片|配图|插图|图|微信图片.*|未标题.*|image|img|photo|picture|pic)?[\s\d_.-]*(?:\.(?:jpe?g|png|gif|webp|bmp))?\s*$"
)
_CAPTION_MOST = 45
_ADDRESS = late_regex(r"^(?:https?:)?//\S+$")
_IMAGE = late_regex(
    r"(?i)\.(?:jpe?g|png|gif|webp|bmp|avif|svg)(?:[?#!@].*)?$|pgc-image|/img|image|pic|photo"
)
_MARKDOWN_IMAGE = late_regex(r"^!\[([^\]]*)\]\(([^)\s]+)[^)]*\)$")


def is_caption(line: str) -> bool:
    """Return whether a line is a picture caption, judged by its own text."""
    if len(line) > 80:
        return False
    plain = folded(line).strip()
    if _WRITTEN.match(plain):
        return False
    if _CAPTION_BEGIN.match(plain):
        return True
    if _PHOTOGRAPHER.search(plain) or _LABELLED.match(plain):
        return True
    return len(plain) <= 60 and bool(_CAPTION_END.search(plain)) and not re.search("[。;!?]", plain)


def image_in(line: str) -> tuple[str, str] | None:
    """Return address and caption if a line is only a picture's address, else None."""
    markdown = _MARKDOWN_IMAGE.match(line)
    if markdown:
        return markdown[2], "" if _NO_CAPTION.match(markdown[1]) else markdown[1]
    return (line, "") if _ADDRESS.match(line) and _IMAGE.search(line) else None


def caption_of(line: str) -> str:
    """Return a caption without the arrow to its picture."""
    return line.lstrip(_ARROWS) or line


def is_address(line: str) -> bool:
    """Return whether a line is only a web address."""
    return bool(_ADDRESS.match(line))


def may_be_caption(line: str) -> bool:
    """Return whether the line after a picture's address may be its caption: one short sentence."""
    short = len(line) <= _CAPTION_MOST and not line.startswith(("“", "「", '"'))
    one = not re.search("[。！？!?].", line)
    return short and one and bool(re.search(r"\w", line))
