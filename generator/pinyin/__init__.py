"""Pinyin for Chinese text: readings by phrase, place name and context; ruby; names in English."""
