"""Types of the settings that accept one of a few words."""

from __future__ import annotations

from typing import Literal

HantVariant = Literal["tw", "hk"]
HantVocabulary = Literal["none", "tw"]
HantOriginals = Literal["keep", "convert"]
Tai = Literal["台", "臺"]
Quotes = Literal["curly", "corner"]
FeedContent = Literal["full", "summary"]
MissingEnglish = Literal["original", "skip", "error"]
