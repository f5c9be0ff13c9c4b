"""Find the articles that need a translation, and the reason why others are left as they are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.content.alignment import changed_parts, confirming
from generator.content.article import Sidecar, read_sidecar
from generator.content.flags import read_flagged
from generator.content.folder import Bundle
from generator.english.article import ToTranslate, segment_count
from generator.markup.document import read
from generator.problem import Problem
from generator.reading import read_text
from generator.sidecars.edit import SidecarEdit


@dataclass(frozen=True)
class Pending:
    """An article to translate.

    ``path`` is the sidecar's path, ``why`` the reason (no English, or what has changed),
    ``source_hash`` the hash of the current Chinese, ``sidecar`` the existing sidecar if any.
    """

    bundle: Bundle
    path: str
    why: str
    chinese: ToTranslate
    source_hash: str
    sidecar: Sidecar | None = None

    @property
    def segments(self) -> int:
        """The number of segments to translate."""
        return segment_count(self.chinese)


@dataclass(frozen=True)
class Outcome:
    """The result for one sidecar: ``what`` happened, and the ``problems`` to show the editor.

    ``flagged`` counts the passages that were written with a flag.
    """

    path: str
    what: str
    written: bool = False
    flagged: int = 0
    problems: tuple[Problem, ...] = ()


def look_through(edit: SidecarEdit) -> Iterator[Pending | Outcome]:
    """For each article, a `Pending` if it needs a translation, an `Outcome` with the reason if not.

    Articles with errors are reported in ``edit.report`` and skipped.
    """
    for bundle in edit.bundles:
        path = bundle.english.path if bundle.english else bundle.article.path[:-3] + ".en.md"
        source = edit.processor.chinese(bundle, edit.report)
        if source is None:
            continue
        chinese, now = source
        sidecar = sidecar_of(edit, bundle)
        if bundle.english is None:
            yield Pending(bundle, path, "has no English", chinese, now)
        elif sidecar is not None:
            changed = changed_parts(sidecar.source_hash, now) if sidecar.source_hash else []
            if sidecar.status == "draft":
                yield Outcome(path, "an editor's draft, kept")
            elif sidecar.status == "reviewed":
                yield _reviewed(sidecar, changed)
            elif sidecar.source_hash and not _aligns(sidecar):
                yield unpaired(sidecar, chinese, now)
            elif changed:
                why = f"changed: {', '.join(changed)}"
                yield Pending(bundle, path, why, chinese, now, sidecar)
            else:
                yield Outcome(path, "machine translation, up to date")


def find_pending(edit: SidecarEdit) -> Iterator[Pending]:
    """The articles that need a translation."""
    return (found for found in look_through(edit) if isinstance(found, Pending))


def sidecar_of(edit: SidecarEdit, bundle: Bundle) -> Sidecar | None:
    """The sidecar as it is on disk now; ``None`` if there is none or it has errors."""
    if bundle.english is None:
        return None
    path = bundle.english.path
    text = read_text(edit.root / path, path, edit.report)
    return None if text is None else read_sidecar(text, path, edit.report)


def _reviewed(sidecar: Sidecar, changed: Sequence[str]) -> Outcome:
    if not changed:
        return Outcome(sidecar.path, "reviewed, kept")
    what = f"the Chinese has changed since: {', '.join(changed)}"
    hint = confirming(sidecar.path)
    problem = Problem(sidecar.path, sidecar.source_hash_line, "source_hash", what, hint, "warning")
    return Outcome(sidecar.path, "reviewed, kept", problems=(problem,))


def _aligns(sidecar: Sidecar) -> bool:
    """Whether the sidecar has as many blocks as the Chinese text that it was made from."""
    return block_count(sidecar) == sidecar.source_hash.count("-")


def block_count(sidecar: Sidecar) -> int:
    """The number of blocks (paragraphs, tables, …) of a sidecar."""
    return len(read_flagged(sidecar.body).document.blocks)


def unpaired(sidecar: Sidecar, chinese: ToTranslate, now: str) -> Outcome:
    """The outcome for a sidecar whose blocks no longer pair with the Chinese: it is not
    overwritten, and its problem names the first block without a counterpart if one is found."""
    document = read_flagged(sidecar.body).document
    left, right = len(document.blocks), now.count("-")
    what = f"has {left} paragraphs, but was made from {sidecar.source_hash.count('-')}"
    hint = confirming(sidecar.path)
    line, place = sidecar.body_line, ""
    if left != right:
        # Imported only here: comparing the figures and names of both texts is slow to load.
        from generator.articles.counterpart import first_misfit

        misfit = first_misfit(read(chinese.body).blocks, document.blocks)
        if misfit is not None:
            line = document.line_of(misfit.at) + sidecar.body_line - 1
            place = f"paragraph {misfit.number}"
            there = "here" if misfit.missing else "in the Chinese"
            what = (
                f"seems to have no counterpart {there}; this file has {left} paragraphs, "
                f"the Chinese {right}"
            )
            hint = "make them match one to one"
            if sidecar.status == "machine":
                hint = "make them match, or delete the file to have it translated again"
    problem = Problem(sidecar.path, line, place, what, hint, "warning")
    return Outcome(
        sidecar.path, "does not align with the Chinese, left as it is", problems=(problem,)
    )
