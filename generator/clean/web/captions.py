"""Find the captions of pictures among the lines of an article, by their position and style."""

from __future__ import annotations

from collections.abc import Sequence

from generator.clean.line_classifier import CAPTION
from generator.clean.web.names import (
    frames_picture,
    is_bold,
    is_caption_part,
    is_centred,
    is_faint,
)
from generator.clean.web.text import Element
from generator.clean.web.tree import Piece, ancestors
from generator.patterns import late_regex

END = late_regex("[。！？；…”’）.!?]$")
_WORD = late_regex(r"\w")
_CAPTION_MOST = 90


def mark_captions(pieces: Sequence[Piece], reasons: list[str], container: Element) -> None:
    """Set a reason in ``reasons`` for lines that are picture captions because of their position."""
    for place, piece in enumerate(pieces):
        if reasons[place] or piece.image or len(piece.text) > _CAPTION_MOST:
            continue
        if not _WORD.search(piece.text):  # ▼, an ornament
            continue
        within = list(ancestors(piece.owner))[: _depth(piece.owner, container)]
        # Bold text below a picture is a heading, not a caption.
        if is_bold(piece.owner, len(piece.text)) and not any(map(is_caption_part, within)):
            continue
        named = any(is_caption_part(element) for element in within)
        above = place > 0 and bool(pieces[place - 1].image)
        with_picture = above and bool(within) and pieces[place - 1].owner is piece.owner
        shared = (
            above
            and len(piece.text) <= 30
            and not END.search(piece.text)
            and _only(piece, pieces[place - 1], container)
        )
        next_centred = place + 1 < len(pieces) and is_centred(pieces[place + 1].owner)
        alone = above and is_centred(piece.owner) and not next_centred
        faint = above and not END.search(piece.text) and is_faint(piece.owner, len(piece.text))
        framed = above and _framed(piece, pieces[place - 1], container)
        if named or with_picture or alone or shared or faint or framed:
            reasons[place] = CAPTION


def _framed(piece: Piece, image: Piece, container: Element) -> bool:
    """Return whether a line and a picture are the only content of a frame for pictures."""
    around = _around(piece, image)
    return around is not None and frames_picture(around) and _only(piece, image, container)


def _only(piece: Piece, image: Piece, container: Element) -> bool:
    """Return whether a line and a picture are the only content of the element around both."""
    around = _around(piece, image)
    if around is None or around is container:
        return False
    return len("".join(around.itertext()).strip()) <= len(piece.text) + 2


def _around(piece: Piece, image: Piece) -> Element | None:
    outer = set(ancestors(image.owner))
    return next((element for element in ancestors(piece.owner) if element in outer), None)


def _depth(element: Element, container: Element) -> int:
    """Return the number of elements between a line and the container."""
    for depth, outer in enumerate(ancestors(element)):
        if outer is container:
            return depth
    return 0
