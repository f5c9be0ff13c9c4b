"""Publish files into a folder: stage them beside it, then move them there under a journal."""

from generator.publish.manifest import is_published
from generator.publish.publication import Applied, Publication
from generator.publish.recovery import is_interrupted, recover
from generator.publish.staging import Staged
from generator.publish.standing import altered

__all__ = [
    "Applied",
    "Publication",
    "Staged",
    "altered",
    "is_interrupted",
    "is_published",
    "recover",
]
