"""Words before a title that do not belong to it: of a form, or of a medium."""

from __future__ import annotations

from generator.patterns import late_regex

# 标题：…, 【标题】…: the word of a form before the title itself.
_LABEL = late_regex(
    r"^\s*(?:[\[【(（〔]\s*(?:文章|新闻|新聞|稿件|主|正)?(?:标题|標題|题目|題目|题名|主题|主題)\s*[\]】)）〕]\s*[:：]?"
    r"|(?:文章|新闻|新聞|稿件|主|正)?(?:标题|標題|题目|題目|题名|主题|主題)\s*[:：﹕])\s*(?=\S)"
)
# 视频 | …, [视频]…, 图集：…, 影／…: the medium that a site puts before the title.
_FILM = "(?:现场|現場|高清|短|微)?(?:视频|視頻)|音频|音頻|直播|影音|影片|Vlog|VLOG|vlog"
_MEDIUM = late_regex(
    rf"^\s*(?:[\[【(（〔]\s*(?:{_FILM})\s*[\]】)）〕]\s*[|｜丨:：/／]?"
    rf"|(?:{_FILM}|图集|圖集|圖輯)\s*[|｜丨│︱:：/／]|影\s*[/／])\s*(?=\S)"
)
_SHORTEST, _LONGEST = 10, 60  # characters of a title behind its medium


def unlabelled(title: str) -> str:
    """Return a title without the word before it that says that it is one (``标题：``), or of which
    medium (``视频 | ``)."""
    return _MEDIUM.sub("", _LABEL.sub("", title, count=1), count=1)


def is_of_a_medium(line: str) -> bool:
    """Return whether a line may be the title of an article, with the medium before it."""
    rest = _MEDIUM.sub("", line)
    return rest != line and _SHORTEST <= len(rest) <= _LONGEST and "。" not in rest
