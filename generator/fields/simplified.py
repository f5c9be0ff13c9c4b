"""Warn of Simplified characters in a value that is shown as Traditional text."""

from __future__ import annotations

from generator.fields.reader import Fields


def warn_of_simplified(fields: Fields, key: str, text: str) -> None:
    """Warn of characters that only Simplified text has in ``text``, the value of ``key``."""
    if not text:
        return
    # Slow to import, and few settings have such a text.
    from generator.script import Style, to_hant
    from generator.script.left import left_simplified

    found = left_simplified(text, to_hant(Style(), {}))
    if found:
        written = ", ".join(found)
        message = f"has Simplified characters in a Traditional text: {written}"
        fields.warn(key, message, f"write {', '.join(found.values())}")
