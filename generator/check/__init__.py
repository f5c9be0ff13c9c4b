"""Checking without publishing: what is wrong in the content and in the pages made of it."""

from generator.check.built import Built, check_built
from generator.check.site import Checked, check_site

__all__ = ["Built", "Checked", "check_built", "check_site"]
