"""Whether a text has words that sound like a place's name: in English both are the same letters."""

from __future__ import annotations

from generator.gazetteer import Place, load
from generator.gazetteer.latin_names import key_of


def syllables(text: str) -> str:
    """The readings of a Chinese text without tones, with a blank between two characters."""
    from generator.pinyin.readings import pinyin_reader

    words = pinyin_reader(load()).words(text)
    return " ".join(key_of(" ".join(read)) or "|" for _, read in words)


def sounds_like(place: Place, sound: str) -> bool:
    """Whether the short name of ``place`` can be heard in ``sound``, the `syllables` of a text."""
    if len(place.short) < 2:
        return False
    return f" {syllables(place.short)} " in f" {sound} "
