"""Errors, speed and start-up of the conversion to Traditional Chinese.

    python benchmarks/script.py [-v]

Reads the two halves of sentences in ``tests/script/sentences/`` (their heads say what they
are), converts them with OpenCC alone and with this program, in both variants, and prints how
many of the characters in question come out wrong (``-v``: in which sentences of the
development half); then the round trip, speed, time to start and memory.
"""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

import opencc

from generator.gazetteer import load
from generator.script import Style, place_forms, protecting, to_hans, to_hant
from generator.script.tables import Variant
from tests.script.reading import HALVES, VARIANTS, sentences, wrong

_START = """
import time
begun = time.process_time()
from generator.script import Style, to_hant
def memory():
    with open("/proc/self/status") as status:
        return next(int(line.split()[1]) for line in status if line.startswith("VmRSS"))
before = memory()
imported = time.process_time()
to_hant(Style(), {}).text("政府干预")
print(imported - begun, time.process_time() - imported, (memory() - before) / 1024)
"""


def converters(variant: Variant) -> dict[str, Callable[[str], str]]:
    """OpenCC alone, and this program, in one variant."""
    style = Style(variant=variant)
    names = place_forms(load().protected_names(), style)
    alone = opencc.OpenCC("s2tw" if variant == "tw" else "s2hk")
    # 台 or 臺 is a choice, no error: OpenCC's Taiwan has 臺.
    return {
        "OpenCC": lambda text: str(alone.convert(text)).replace("臺", "台"),
        "here": to_hant(style, protecting(names, {}, ())).text,
    }


def round_trip(texts: list[str], variant: Variant) -> int:
    """How many texts come back changed from Simplified → Traditional → Simplified."""
    ours = to_hant(Style(variant=variant), {})
    back = to_hans({})
    return sum(back.text(ours.text(text)) != text for text in texts)


def speed(convert: Callable[[str], str], texts: list[str]) -> float:
    """Megabytes of UTF-8 a second of the processor, text by text, the tables loaded."""
    convert(texts[0])
    begun = time.process_time()
    for _ in range(20):
        for text in texts:
            convert(text)
    return 20 * sum(len(text.encode()) for text in texts) / (time.process_time() - begun) / 1e6


def main() -> None:
    """Print the figures."""
    texts = [sentence.hans for half in HALVES for sentence in sentences(half)]
    for half in HALVES:
        for variant in VARIANTS:
            for name, convert in converters(variant).items():
                asked, errors = wrong(convert, half, variant)
                print(f"{half} {variant} {name}: {len(errors)} of {asked} wrong")
                if name == "here" and half == "development" and "-v" in sys.argv:
                    print("\n".join(errors))
    for variant in VARIANTS:
        print(f"round trip {variant}: {round_trip(texts, variant)} of {len(texts)} changed")
    paragraphs = ["，".join(texts[at : at + 12]) for at in range(0, len(texts), 12)]
    print(f"speed: {speed(converters('tw')['here'], paragraphs):.1f} MB/s")
    if Path("/proc/self/status").exists():
        done = subprocess.run([sys.executable, "-c", _START], capture_output=True, text=True)
        imported, first, megabytes = map(float, done.stdout.split())
        print(f"import {imported:.2f} s, tables {first:.2f} s and {megabytes:.0f} MB")


if __name__ == "__main__":
    main()
