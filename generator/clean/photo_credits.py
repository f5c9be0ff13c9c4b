"""Part the caption of a picture from its photographer, or from who provided it."""

from __future__ import annotations

import re

from generator.clean.people import is_name
from generator.clean.simplified import to_simplified
from generator.patterns import late_regex

_BY = "(?:摄影报道|拍摄|拍攝|摄影|攝影|摄|攝|供图|供圖|制图|製圖|绘图|繪圖)"
_DAY = r"(?:\s*(?:(?:19|20)\d\d|1\d\d)年\d{1,2}月\d{1,2}日)?"
_START = r"(?:^|(?<=[。！？!?；;\s”」』）)]))"
_PICTURE = "(?:图片来源|圖片來源|照片来源|图片提供|图源|圖源|摄影|攝影|供图|供圖)"
# （刘某 摄）, 新华社发（刘某 摄）, （圖／業者提供）
_BRACKETED = late_regex(
    rf"(?P<agency>{_START}[^\s。！？；（(]{{2,8}}(?:社|报|報|网|網|台)?[发發])?\s*"
    rf"[（(](?P<inner>[^（）()]{{0,30}}(?:{_BY}|提供)"
    rf"|(?:图|圖|图片|圖片|照片|{_PICTURE})\s*[/／:：|｜][^（）()]{{1,24}})[)）][。.]?(?P<day>{_DAY})$"
)
# 图片来源：某报记者 刘某 摄
_LABELLED = late_regex(rf"(?:{_START}{_PICTURE}\s*[:：/／|｜]|^[图圖]\s*[/／])\s*[^。；]{{1,30}}$")
# 图片 | 机场供图; 图：会场 is a caption
_LINE = late_regex(
    rf"^(?:图|圖|图片|圖片|照片)\s*[/／|｜:：]\s*(?P<credit>[^。；]{{1,24}}?(?:{_BY}|提供){_DAY})$"
)
# 中央社記者刘某攝 113年11月5日
_REPORTER = late_regex(
    rf"{_START}[^。；，,、\s]{{0,12}}(?:记者|記者|通讯员|通訊員)\s*[:：]?\s*"
    rf"[\u4e00-\u9fff·]{{2,14}}(?:[、\s]\s*[\u4e00-\u9fff·]{{2,4}})*?\s*{_BY}{_DAY}$"
)
# 某日报记者摄, 本报记者摄, 作者摄: no name
_NAMELESS = late_regex(
    rf"{_START}(?:(?:本[报報刊网網台]|[^。；，,、\s]{{1,8}}[报報社网網台])(?:记者|記者|通讯员|通訊員)"
    rf"|作者|本文作者)\s*{_BY}{_DAY}$"
)
# 刘某 摄; 某报 刘某 摄
_NAMED = late_regex(
    rf"{_START}(?:[^。；，,\s]{{1,10}}(?:社|报|報|网|網|台|新闻|新聞|客户端|[+])\s+)?(?P<name>[\u4e00-\u9fff·]{{2,14}}?)(?:\s*[/／])?\s*{_BY}{_DAY}$"
)
_PROVIDED = late_regex(rf"{_START}[^。；，,\s]{{2,10}}(?:供图|供圖)$")
_AGENCY = late_regex(rf"{_START}(?:视觉中国|視覺中國|东方IC|IC photo|新华社|人民视觉)\s*[图圖]$")


def parted(caption: str) -> tuple[str, str]:
    """Return a caption without its photographer, and the photographer; empty if none is named."""
    text = " ".join(caption.split())
    line = _LINE.search(text)
    if line is not None:
        return "", line["credit"]
    bracketed = _BRACKETED.search(text)
    if bracketed is not None:
        agency, inner = (bracketed["agency"] or "").strip(), bracketed["inner"]
        credit = f"{agency}（{inner}）" if agency else inner
        return text[: bracketed.start()].rstrip(), credit + bracketed["day"]
    named = _NAMED.search(text)
    if named is not None and not is_name(to_simplified(named["name"])):
        named = None
    found = [
        match
        for match in (
            _LABELLED.search(text),
            _REPORTER.search(text),
            _NAMELESS.search(text),
            named,
            _PROVIDED.search(text),
        )
        if match is not None
    ] or [match for match in (_AGENCY.search(text),) if match is not None]
    if not found:
        return text, ""
    first: re.Match[str] = found[0]
    return text[: first.start()].rstrip(), first[0].strip()
