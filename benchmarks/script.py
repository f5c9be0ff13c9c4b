"""Measure errors, speed and start-up time of the conversion to Traditional Chinese.

    python benchmarks/script.py [-v]

Converts the sets of sentences in ``tests/script/sentences/`` (described at the top of
each file) with OpenCC alone and with this program, in both variants, and prints how many of the
labelled characters are wrong (``-v``: in which sentences of the development half). Then it prints
the results of the round trip, the speed, the time to start and the memory.
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
from tests.script.reading import HALVES, UNREAD, VARIANTS, sentences, wrong

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
    """Converters by name for one variant: OpenCC alone, and this program."""
    style = Style(variant=variant)
    names = place_forms(load().protected_names(), style)
    alone = opencc.OpenCC("s2tw" if variant == "tw" else "s2hk")
    # Both 台 and 臺 are right; OpenCC's Taiwan variant has 臺.
    return {
        "OpenCC": lambda text: str(alone.convert(text)).replace("臺", "台"),
        "here": to_hant(style, protecting(names, {}, ())).text,
    }


def round_trip(texts: list[str], variant: Variant) -> int:
    """The number of texts that Simplified → Traditional → Simplified changes."""
    ours = to_hant(Style(variant=variant), {})
    back = to_hans({})
    return sum(back.text(ours.text(text)) != text for text in texts)


def speed(convert: Callable[[str], str], texts: list[str]) -> float:
    """Megabytes of UTF-8 per CPU second, one text at a time, with the tables already loaded."""
    convert(texts[0])
    begun = time.process_time()
    for _ in range(20):
        for text in texts:
            convert(text)
    return 20 * sum(len(text.encode()) for text in texts) / (time.process_time() - begun) / 1e6


def main() -> None:
    """Measure and print the results."""
    texts = [sentence.hans for half in HALVES for sentence in sentences(half)]
    for half in (*HALVES, *UNREAD):
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
