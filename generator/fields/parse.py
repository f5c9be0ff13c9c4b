"""Parses YAML text into `Fields`: checks limits, runs the parser, and explains its errors."""

from __future__ import annotations

import yaml

from generator.fields.faults import Fault, find_faults, in_plain_words
from generator.fields.reader import Fields
from generator.fields.source import TAG, Source, key_at
from generator.fields.unmerged import report_unmerged
from generator.patterns import late_regex
from generator.problem import Report
from generator.reading import UNSEEN

# No file of a site nests this deeply. The composer is recursive, so hostile input is refused before
# it gets there.
MAX_DEPTH = 50
MAX_CHARS = 1_000_000

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
# YAML 1.1 treats these as line breaks; in pasted text they are meant as spaces.
_LINE_ENDS = str.maketrans("\x85\u2028\u2029", "   ")
# Characters that YAML does not allow (YAML 1.2.2, section 5.1), and others that spoil pages.
_UNREADABLE = late_regex(rf"(?!\r)[{UNSEEN}]")
_OPENS = (yaml.MappingStartEvent, yaml.SequenceStartEvent)
_CLOSES = (yaml.MappingEndEvent, yaml.SequenceEndEvent)


def parse(
    text: str, path: str, report: Report, first_line: int = 1, *, tolerant: bool = False
) -> Fields | None:
    """Parse ``text`` as a mapping. Returns ``None`` if it is none; the reason is in ``report``.

    ``first_line`` is the line of ``path`` on which ``text`` begins. With ``tolerant``, lines with a
    syntax error are reported and skipped, and the rest is returned, so that mistakes in the rest
    can be reported at the same time.
    """
    source = Source(text.translate(_LINE_ENDS), path, report, first_line)
    if len(text) > MAX_CHARS:
        hint = f"the limit is {MAX_CHARS:,} characters"
        report.error(path, first_line, message="the YAML is too large", hint=hint)
        return None
    if _refuse_unreadable(source) or report_unmerged(text, path, report, first_line):
        return None
    try:
        deep = _too_deep(source.text)
        node = None if deep else yaml.compose(source.text, Loader=_LOADER)
    except yaml.YAMLError as error:
        # The parser has its own limit for nested brackets.
        deep = "nesting depth" in str(error)
        if not deep:
            faults = _explain(source, error)
            return _others(source, faults) if tolerant else None
    if deep:
        hint = f"the limit is {MAX_DEPTH} levels"
        report.error(path, first_line, message="the YAML is nested too deeply", hint=hint)
        return None
    if node is None:
        node = yaml.MappingNode(TAG + "map", [], None, None)
    if isinstance(node, yaml.MappingNode):
        return Fields(node, source)
    _explain(source, None)
    return None


def _too_deep(text: str) -> bool:
    """Whether collections are nested more than `MAX_DEPTH` deep.

    Each level needs an indicator character, so a text with few of them is shallow and need not be
    parsed.
    """
    if sum(map(text.count, "[{?-:")) <= MAX_DEPTH:
        return False
    depth = 0
    for event in yaml.parse(text, Loader=_LOADER):
        if isinstance(event, _OPENS):
            depth += 1
            if depth > MAX_DEPTH:
                return True
        elif isinstance(event, _CLOSES):
            depth -= 1
    return False


def _refuse_unreadable(source: Source) -> bool:
    """Report each line with a character that no text may have; true if there are any."""
    if not _UNREADABLE.search(source.text):
        return False
    for number, line in enumerate(source.lines, source.first_line):
        match = _UNREADABLE.search(line)
        if match:
            what = f"contains the control character U+{ord(match[0]):04X}"
            key = key_at(source.lines, number - source.first_line)
            source.report.error(source.path, number, key, what, "delete it")
    return True


def _explain(source: Source, error: yaml.YAMLError | None) -> list[Fault]:
    """Report why ``source`` is not YAML, or not a mapping; each cause once.

    Returns the faults whose lines are certain.
    """
    certain = find_faults(source.lines)
    for fault in certain or [_unclosed(source) or in_plain_words(source.lines, error)]:
        line = fault.line + source.first_line
        source.report.error(source.path, line, fault.key, fault.message, fault.hint)
    return certain


def _unclosed(source: Source) -> Fault | None:
    """Return a fault if the text of a Markdown file begins within its front matter: after an empty
    line, a line without a colon."""
    if not source.path.endswith(".md"):
        return None
    for number, line in enumerate(source.lines[1:], 1):
        if line.strip() and not source.lines[number - 1].strip():
            if line[:1].isspace() or ":" in line or line.startswith(("- ", "#")):
                return None
            message = "the text begins here, but the front matter has no end"
            return Fault(number, "", message, "write a line of --- above it")
    return None


def _others(source: Source, faults: list[Fault]) -> Fields | None:
    """The fields of ``source`` without the lines that have ``faults``; ``None`` if the rest is not
    YAML either."""
    if not faults:
        return None
    lines = list(source.lines)
    for fault in faults:
        margin = _margin(lines[fault.line])
        lines[fault.line] = ""
        # Lines that are indented further belong to the line with the fault.
        for number in range(fault.line + 1, len(lines)):
            if lines[number].strip() and _margin(lines[number]) <= margin:
                break
            lines[number] = ""
    rest = Source("\n".join(lines), source.path, source.report, source.first_line)
    try:
        node = yaml.compose(rest.text, Loader=_LOADER)
    except yaml.YAMLError:
        return None
    if not isinstance(node, yaml.MappingNode):
        return None
    return Fields(node, rest, whole=False)


def _margin(line: str) -> int:
    return len(line) - len(line.lstrip())
