"""Find Simplified characters in a text that is meant to be Traditional."""

from __future__ import annotations

from itertools import groupby

from generator.patterns import late_regex
from generator.script.convert import Converter, to_hans
from generator.script.detect import only_simplified

# Names in quotation marks may be in any script.
_QUOTED = late_regex(
    r"“[^”，。！？]{1,20}”|「[^」，。！？]{1,20}」|『[^』，。！？]{1,20}』|‘[^’，。！？]{1,20}’|《[^》]{1,40}》|〈[^〉]{1,40}〉"
)


def left_simplified(text: str, hant: Converter) -> dict[str, str]:
    """The runs of characters in ``text`` that only Simplified text has, with their Traditional
    forms; names in quotation marks, and those that ``hant`` protects, are left out."""
    if not only_simplified(text):
        return {}
    bare = _QUOTED.sub(lambda quoted: " " * len(quoted.group()), text)
    simplified = only_simplified(bare)
    if not simplified:
        return {}
    made = hant.text(text)
    if len(made) != len(text):  # Taiwan's words may be longer
        made = "".join(map(hant.text, text))
    hans = to_hans({})
    wrong = [
        char in simplified and form != char and hans.text(char) == char
        for char, form in zip(bare, made, strict=True)
    ]
    found: dict[str, str] = {}
    for is_wrong, run in groupby(range(len(text)), wrong.__getitem__):
        if is_wrong:
            at = list(run)
            found.setdefault(text[at[0] : at[-1] + 1], made[at[0] : at[-1] + 1])
    return found
