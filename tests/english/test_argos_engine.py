"""The Argos engine over the small test package: real English, and the library's own."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from generator.english import argos
from generator.english.argos import ArgosEngine, ModelError
from generator.english.packages import Package

# As the protection hands them over: figures and some names already in English.
SENTENCES = {
    "项目总投资48.7 billion yuan，占地313 mu (21 hectares)。": (
        "The project has a total investment of 48.7 billion yuan and covers 313 mu (21 hectares)."
    ),
    "宁德时代与肇庆签署全面合作协议": (
        "CATL and Zhaoqing signed a comprehensive cooperation agreement"
    ),
}
LIBRARY = """
import json, sys
from argostranslate import translate
found = translate.get_translation_from_codes("zh", "en")
class Whole:
    def split_sentences(self, text):
        return [text]
found.underlying.sentencizer = Whole()
texts = json.load(sys.stdin)
made = [found.hypotheses(text, num_hypotheses=1)[0] for text in texts]
json.dump([[one.value, one.score] for one in made], sys.stdout)
"""


@pytest.mark.parametrize(("chinese", "english"), SENTENCES.items())
def test_sentences_come_out_in_english(engine: ArgosEngine, chinese: str, english: str) -> None:
    assert engine.translate([chinese])[0].text == english
