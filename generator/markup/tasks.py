"""Items of task lists (``- [ ] text``, ``- [x] text``): a box character with a name for screen
readers, which is no part of the text."""

from __future__ import annotations

import re

from generator.patterns import late_regex

_ITEM = late_regex(r"(<li>\s*(?:<p>)?)\[([ xX])\][ \n]+(?=\S)")
_BOX = late_regex(r'<span class="task"[^>]*>.</span> ?')
_CHINESE = late_regex("[\u3400-\u9fff\uf900-\ufaff]")
# Both names are the same in Simplified and Traditional.
_NAMES = {"zh": ("未完成", "已完成"), "en": ("not done", "done")}


def with_boxes(block: str) -> str:
    """``block`` with a box for each ``[ ]`` or ``[x]`` that begins an item of a list."""
    if "<li>" not in block or "[" not in block:
        return block
    names = _NAMES["zh" if _CHINESE.search(block) else "en"]

    def box(match: re.Match[str]) -> str:
        done = match[2] != " "
        name, sign = names[done], "☑" if done else "☐"
        return f'{match[1]}<span class="task" role="img" aria-label="{name}">{sign}</span> '

    return _ITEM.sub(box, block)


def without_boxes(markup: str) -> str:
    """``markup`` without the boxes of `with_boxes`."""
    return _BOX.sub("", markup) if ' class="task"' in markup else markup
