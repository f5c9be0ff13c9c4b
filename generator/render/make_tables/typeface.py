"""Make the Latin web font of the pages, ``templates/assets/serif-*.woff2``, from Source Serif.

    pip install -e '.[typeface]' && python -m generator.render.make_tables.typeface

The fonts are subsets for English and pinyin, without hints. Source Serif is by Adobe, under the SIL
Open Font License 1.1, which reserves its name: a changed version must have another name, here
Digest Serif. The program also prints the CSS values that adjust fallback fonts to its size until it
is loaded (CSS Fonts 5, size-adjust and ascent-override).
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from font_source_serif_pro import font_directory
from fontTools import subset
from fontTools.ttLib import TTFont

ASSETS = Path(__file__).parents[3] / "templates/assets"
NAME = "Digest Serif"
WEIGHTS = {"regular": "Regular", "bold": "Bold"}
_PINYIN = "ǍǎǏǐǑǒǓǔǕǖǗǘǙǚǛǜǹḿẼẽ"
_MARKS = "–—‘’‚“”„†•…‰′″‹›⁄€−×÷≈≤≥←→↑↓½¼¾⅓⅔"
# A flag of a component of a glyph (OpenType, "glyf").
_USE_MY_METRICS = 0x0200
CHARACTERS = {
    *range(0x20, 0x7F), *range(0xA0, 0x180), *map(ord, _PINYIN), *map(ord, _MARKS),
}  # fmt: skip
# Letter frequencies of English, in thousandths (Lewand, Cryptological Mathematics, 2000).
_OFTEN = dict(
    zip(
        "etaoinshrdlcumwfgypbvkjxqz ",
        (127, 91, 82, 75, 70, 67, 63, 61, 60, 43, 40, 28, 28, 24, 24, 22, 20, 20, 19, 15, 10, 8,
         2, 2, 1, 1, 190),
        strict=True,
    )
)  # fmt: skip
# The average width of a letter, in ems, in common fallback fonts.
OTHERS = {"Georgia": 0.4468, "Times New Roman": 0.4073, "Noto Serif": 0.4740, "DejaVu Serif": 0.517}


def main() -> None:
    """Write both weights, and print the adjustments of fallback fonts."""
    for weight, source in WEIGHTS.items():
        font = TTFont(Path(font_directory) / f"SourceSerifPro-{source}.ttf", recalcTimestamp=False)
        _cut(font)
        _keep_widths(font)
        _rename(font, source)
        file = ASSETS / f"serif-{weight}.woff2"
        font.flavor = "woff2"
        font.save(file)
        print(file.name, file.stat().st_size)
        if weight == "regular":
            _say_metrics(font)


def _cut(font: Any) -> None:
    options = subset.Options()
    options.layout_features = ["kern", "liga", "lnum", "tnum", "ccmp", "locl", "mark"]
    options.hinting = False
    options.name_IDs = ["*"]
    options.notdef_outline = True
    options.drop_tables += ["DSIG"]
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=CHARACTERS)
    cutter.subset(font)


def _keep_widths(font: Any) -> None:
    """Clear the flag by which a glyph has the width of one of its components.

    With it, ``%`` would be as wide as its stroke and ``“`` as one of its marks. The hints that
    correct this have been removed, and Linux and Android obey the flag.
    """
    for name in font.getGlyphOrder():
        for part in getattr(font["glyf"][name], "components", ()):
            part.flags &= ~_USE_MY_METRICS


def _rename(font: Any, weight: str) -> None:
    """Replace the reserved name in every name record."""
    names = font["name"]
    own = {
        1: NAME, 2: weight, 3: f"{NAME} {weight}", 4: f"{NAME} {weight}",
        6: f"DigestSerif-{weight}", 16: NAME, 17: weight,
    }  # fmt: skip
    for record in list(names.names):
        if record.nameID in own:
            record.string = own[record.nameID]
        elif record.nameID not in (0, 13, 14):
            names.names.remove(record)


def _say_metrics(font: Any) -> None:
    width, em = average(font), font["head"].unitsPerEm
    ascent, descent = font["hhea"].ascent / em, -font["hhea"].descent / em
    for name, other in OTHERS.items():
        size = width / other
        print(
            f"{name}: size-adjust: {size:.1%}; ascent-override: {ascent / size:.1%};"
            f" descent-override: {descent / size:.1%}; line-gap-override: 0%"
        )


def average(font: Any) -> float:
    """The average width of an English letter, in ems."""
    widths, places = font["hmtx"], font.getBestCmap()
    total = sum(widths[places[ord(letter)]][0] * often for letter, often in _OFTEN.items())
    return float(total / sum(_OFTEN.values()) / font["head"].unitsPerEm)


if __name__ == "__main__":
    main()
