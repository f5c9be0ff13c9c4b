"""Jinja templates: the site's own in ``templates/`` first, then those of the program."""

from __future__ import annotations

import contextlib
import hashlib
import traceback
from functools import cached_property
from pathlib import Path
from typing import Any

import jinja2
from markupsafe import Markup

from generator.problem import DigestError, Problem, did_you_mean
from generator.render.assets import Asset, UnknownAssetError, assets_of
from generator.render.compiled import Environment
from generator.render.files import default_templates, templates_in
from generator.render.typography import held, spaced
from generator.words import UnknownWordError, say


class Templates:
    """Finds, compiles and renders templates, and finds assets; ``cache`` is for compiled ones."""

    def __init__(self, site_root: Path, cache: Path | None = None) -> None:
        self.folders = [site_root / "templates", default_templates()]
        self._site_root = site_root
        bytecode = None
        if cache is not None:
            cache.mkdir(parents=True, exist_ok=True)
            # Change the number whenever `generator.render.compiled` generates other code.
            bytecode = jinja2.FileSystemBytecodeCache(str(cache), "__jinja2_%s-3.cache")
        self._environment = Environment(
            loader=jinja2.ChoiceLoader(
                [
                    jinja2.FileSystemLoader([str(folder) for folder in self.folders]),
                    # A site's template may extend the program's template of the same name.
                    jinja2.PrefixLoader(
                        {"program": jinja2.FileSystemLoader(str(default_templates()))}
                    ),
                ]
            ),
            autoescape=True,
            undefined=jinja2.StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            bytecode_cache=bytecode,
            auto_reload=False,
        )
        self._environment.globals["say"] = say
        self._environment.filters["html"] = Markup
        self._environment.filters["held"] = held
        self._environment.filters["spaced"] = spaced

    @cached_property
    def files(self) -> dict[str, Path]:
        """Name → path of every template and asset; the site's own if both exist."""
        found: dict[str, Path] = {}
        for folder in reversed(self.folders):
            found |= templates_in(folder)
        return found

    @cached_property
    def assets(self) -> dict[str, Asset]:
        """The files of ``assets/`` by name."""
        return assets_of(self.files)

    def fingerprint(self) -> str:
        """A hash of all templates and of the published names of assets, which contain hashes."""
        digest = hashlib.blake2b(digest_size=12)
        for name, path in sorted(self.files.items()):
            if not name.startswith("assets/"):
                digest.update(name.encode() + b"\0" + path.read_bytes() + b"\0")
        # A site's template may extend the program's template of the same name, which it hides.
        for name, path in sorted(templates_in(self.folders[-1]).items()):
            if not name.startswith("assets/") and self.files[name] != path:
                digest.update(f"program/{name}".encode() + b"\0" + path.read_bytes() + b"\0")
        for asset in sorted(asset.name for asset in self.assets.values()):
            digest.update(asset.encode() + b"\0")
        return digest.hexdigest()

    def compile_all(self) -> None:
        """Compile every template; errors are ignored here and reported when a page needs it."""
        for name in self.files:
            if name.endswith((".html", ".xml")) and not name.startswith("assets/"):
                with contextlib.suppress(jinja2.TemplateError, UnicodeDecodeError, OSError):
                    self._environment.get_template(name)

    def render(self, name: str, context: dict[str, Any]) -> bytes:
        """Render the template ``name`` with ``context``, as UTF-8.

        Raises `DigestError` with the template's file and line if that fails.
        """
        try:
            text = self._environment.rendered(self._environment.get_template(name), context)
        except jinja2.TemplateSyntaxError as error:
            raise self._problem(error.filename or name, error.lineno, error.message) from error
        except jinja2.TemplateNotFound as error:
            message = f'there is no template "{error.name}"'
            place, line = _place_in_template(error, name)
            hint = self._similar(str(error.name))
            raise self._problem(place, line, message, hint) from error
        except jinja2.UndefinedError as error:
            place, line = _place_in_template(error, name)
            hint = "the program's template of this name shows what the page has"
            raise self._problem(place, line, error.message, hint) from error
        except KeyError as error:
            place, line = _place_in_template(error, name)
            raise self._problem(place, line, *self._missing(error)) from error
        except Exception as error:
            place, line = _place_in_template(error, name)
            what = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
            raise self._problem(place, line, what) from error
        return text.encode()

    def _similar(self, name: str) -> str:
        """The hint that names a template similar to ``name``, which may begin with ``program/``."""
        place = "program/" if name.startswith("program/") else ""
        known = [f"{place}{one}" for one in self.files if not one.startswith("assets/")]
        return did_you_mean(name, known)

    def _missing(self, error: KeyError) -> tuple[str, str]:
        """The message and the hint for a name that ``asset()``, ``t()`` or something else does not
        know."""
        name = str(error.args[0]) if error.args else ""
        if isinstance(error, UnknownWordError):
            return f'there is no word "{name}"', "t() has the words of the program's interface"
        if isinstance(error, UnknownAssetError):
            hint = did_you_mean(name, self.assets) or f"put it in templates/assets/{name}"
            return f'there is no asset "{name}"', hint
        return f'there is no "{name}"', ""

    def _problem(self, file: str, line: int, message: str | None, hint: str = "") -> DigestError:
        path = Path(file)
        if not path.is_absolute():
            path = self.files.get(file, path)
        if path.is_relative_to(self._site_root):
            path = path.relative_to(self._site_root)
        return DigestError(Problem(str(path), line, "template", message or "cannot be used", hint))


def _place_in_template(error: BaseException, name: str) -> tuple[str, int]:
    """The innermost template file and line of the traceback; ``name`` and 0 if there is none."""
    for frame in reversed(traceback.extract_tb(error.__traceback__)):
        if frame.filename.endswith((".html", ".xml")) and frame.lineno:
            return frame.filename, frame.lineno
    return name, 0
