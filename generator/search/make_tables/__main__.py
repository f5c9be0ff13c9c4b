"""Write ``han.txt``, ``taiwan.txt``, ``spelled.txt`` and ``ordinary.txt`` of generator/search/data:
characters and words that search treats as the same, companies in pinyin, ordinary English words.

    python -m generator.search.make_tables

OpenCC's conversions are not inverses of each other (乾 becomes 干 in 干燥, but stays in 乾隆), so
all characters that any conversion turns into each other are one group: a line of the table, the
Simplified form first. Needs the ``opencc`` package; the table changes with its version.
"""

from __future__ import annotations

from pathlib import Path

import opencc

from generator.search.make_tables.ordinary import ordinary
from generator.search.make_tables.spelled import spelled
from generator.search.make_tables.taiwan import pairs

OUT = Path(__file__).parent.parent / "data"
CONFIGS = ("t2s", "tw2s", "hk2s", "s2t", "s2tw", "s2hk")
HAN = [chr(code) for part in ((0x3400, 0x4DC0), (0x4E00, 0xA000)) for code in range(*part)]


def groups() -> list[str]:
    """The groups of two or more characters, each group and the list sorted."""
    leader = {character: character for character in HAN}

    def lead(character: str) -> str:
        while leader[character] != character:
            character = leader[character]
        return character

    simplified = set(HAN)
    for config in CONFIGS:
        converted = opencc.OpenCC(config).convert("\n".join(HAN)).split("\n")
        for before, after in zip(HAN, converted, strict=True):
            if before != after and after in leader:
                leader[lead(before)] = lead(after)
                if config == "t2s":
                    simplified.discard(before)
    members: dict[str, list[str]] = {}
    for character in HAN:
        members.setdefault(lead(character), []).append(character)
    return sorted(
        "".join(sorted(group, key=lambda one: (one not in simplified, one)))
        for group in members.values()
        if len(group) > 1
    )


def main() -> None:
    """Write the tables."""
    (OUT / "han.txt").write_text("\n".join(groups()) + "\n", "utf-8")
    rows = (f"{theirs} {ours}\n" for theirs, ours in pairs())
    (OUT / "taiwan.txt").write_text("".join(rows), "utf-8")
    (OUT / "spelled.txt").write_text("".join(f"{row}\n" for row in spelled()), "utf-8")
    (OUT / "ordinary.txt").write_text("".join(f"{word}\n" for word in ordinary()), "utf-8")


if __name__ == "__main__":
    main()
