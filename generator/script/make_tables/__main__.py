"""Write ``generator/script/data/characters.txt`` and ``words.txt``.

    python -m generator.script.make_tables

- ``characters.txt``: a Simplified character, its usual form in Taiwan and in Hong Kong.
- ``words.txt``: a word, its form in Taiwan and, if it differs, in Hong Kong; for those words of
  `generator.lexicon` whose form is not made of the usual forms of their characters.

Sources: OpenCC 1.4 (Apache-2.0), the gazetteer, and ``forms.csv`` of this project, which has
priority.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import opencc

from generator.lexicon.make_tables import phrases
from generator.lexicon.make_tables.vocabulary import best_path
from generator.lexicon.path import scored
from generator.script.make_tables import forms

DATA = Path(__file__).parent.parent / "data"


def words() -> dict[str, float]:
    """Word of the lexicon → score."""
    return dict(scored().scores())


def converted(known: dict[str, float]) -> dict[str, str]:
    """Every word with an ambiguous character → its Traditional form."""
    ambiguous = phrases.ambiguous() | forms.ALONE.keys()

    def parts(word: str) -> list[str]:
        score = known.pop(word, None)
        found = best_path(word, known)[1]
        if score is not None:
            known[word] = score
        return found if len(found) > 1 else list(word)

    chosen = phrases.regional() | forms.own().keys() | forms.places().keys()
    return {
        word: forms.form(word, parts)
        for word in sorted(known)
        if len(word) > 1 and (word in chosen or any(char in ambiguous for char in word))
    }


def main() -> None:
    """Write both tables and print how long they are."""
    to_tw, to_hk = opencc.OpenCC("t2tw").convert, opencc.OpenCC("t2hk").convert
    usual = {char: forms.alone(char) for char in sorted({*phrases.characters(), *forms.ALONE})}
    usual |= {char: char for char in sorted(_varied() - usual.keys())}
    tw = {char: to_tw(form) for char, form in usual.items()}
    hk = {char: to_hk(form) for char, form in usual.items()}
    rows = [(char, tw[char], hk[char]) for char in usual if {tw[char], hk[char]} != {char}]
    _write("characters.txt", rows)
    found = []
    for word, form in converted(words()).items():
        ours, theirs = to_tw(form), to_hk(form)
        assert len(word) == len(ours) == len(theirs), (word, ours, theirs)
        if (ours, theirs) != (_spell(word, tw), _spell(word, hk)):
            found.append((word, ours) if ours == theirs else (word, ours, theirs))
    _write("words.txt", found)


def _varied() -> set[str]:
    """Traditional characters with a different form in Taiwan or Hong Kong."""
    both = phrases.table("TWVariants").keys() | phrases.table("HKVariants").keys()
    return {char for char in both if len(char) == 1}


def _spell(word: str, usual: dict[str, str]) -> str:
    return "".join(usual.get(char, char) for char in word)


def _write(name: str, rows: Iterable[tuple[str, ...]]) -> None:
    lines = [" ".join(row) for row in rows]
    (DATA / name).write_text("\n".join(lines) + "\n", "utf-8")
    print(f"{name}: {len(lines)} lines")


if __name__ == "__main__":
    main()
