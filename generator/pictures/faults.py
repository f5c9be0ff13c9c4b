"""Errors in picture files."""

from __future__ import annotations


class PictureError(Exception):
    """A picture that cannot be published. ``message`` says why, ``hint`` what to do."""

    def __init__(self, message: str, hint: str = "export it again as JPEG or PNG") -> None:
        super().__init__(message)
        self.message, self.hint = message, hint


def damaged() -> PictureError:
    """The error for a file that ends early, or whose parts do not fit together."""
    return PictureError("is damaged: the picture is incomplete")
