"""Pinyin over Chinese text: readings by phrase, place names from the gazetteer, ruby."""
