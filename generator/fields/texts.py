"""What may be wrong with a text in an editor's YAML: it is a list, YAML has cut it, it has HTML or
Markdown, or it holds several names."""

from __future__ import annotations

import re

import yaml

from generator.fields.losses import find_loss
from generator.fields.source import Source
from generator.markup.titles import find_html, find_markdown, plain_title
from generator.patterns import late_regex

# Characters that people type between the names of a list in place of YAML's comma.
_BETWEEN = late_regex(r"\s*[，、；;]\s*")


def no_text(node: yaml.Node, source: Source) -> tuple[str, str]:
    """The message and hint for a list or mapping where a text should be."""
    flow = getattr(node, "flow_style", False)
    first = source.rest(node.start_mark)[:1] if node.start_mark and flow else ""
    if first in ("[", "{"):
        what = "a list" if first == "[" else "keys and values"
        return f"must be a text; {first} begins {what}", "put the value in quotes"
    return "must be a text, not a list or keys", ""


def tell_losses(node: yaml.ScalarNode, source: Source, field: str) -> None:
    """Report what YAML has dropped from a text, or read in another way than it was meant."""
    lost = find_loss(node, source)
    if lost is not None:
        tell = source.report.error if lost.certain else source.report.warn
        tell(source.path, source.line_of(node), field, lost.message, lost.hint)


def tell_markup(node: yaml.ScalarNode, text: str, source: Source, field: str) -> None:
    """Report Markdown and HTML in a text that is shown as it is."""
    if found := find_markdown(text) if "*" in text or "[" in text else "":
        what = f"{found} is Markdown, and this is shown as plain text"
        source.report.warn(source.path, source.line_of(node), field, what, "leave its marks out")
    found = find_html(text) if "<" in text or "&" in text else ""
    if found:
        better = plain_title(found)
        hint = f"write {better}" if better != found else "leave it out"
        what = f"{found} is HTML, and this is shown as plain text"
        source.report.warn(source.path, source.line_of(node), field, what, hint)


def parted_names(text: str, *, single: bool) -> str:
    """The hint for a text that holds several names; empty if it holds one. ``single`` says that it
    is the only text of its key."""
    parts = [part for part in _BETWEEN.split(text) if part]
    if len(parts) == 1 and single:
        parts = [part for part in re.split(r"\s*,\s*", text) if part]
    if len(parts) < 2 and text[:1] not in "［【":
        return ""
    listed = ", ".join(part.strip("［］【】") for part in parts)
    return f"separate them with a comma and a space: [{listed}]"
