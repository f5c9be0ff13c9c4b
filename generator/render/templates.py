"""Jinja templates: the site's own in ``templates/`` first, then the ones that come along."""

from __future__ import annotations

import contextlib
import hashlib
import traceback
from collections.abc import Callable, Mapping
from functools import cached_property
from keyword import iskeyword
from pathlib import Path
from typing import Any, NamedTuple

import jinja2
import markupsafe
from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame, MacroRef
from jinja2.nodes import EvalContext
from jinja2.runtime import Macro
from jinja2.utils import missing
from markupsafe import Markup, escape

from generator.problem import DigestError, Problem
from generator.render.files import default_templates, templates_in
from generator.render.styles import with_published
from generator.render.typography import held
from generator.words import say

# What `escape` makes its ``Markup`` of: a string, where that is all that is needed.
_escaped: Callable[[str], str] = getattr(markupsafe, "_escape_inner", escape)


class Asset(NamedTuple):
    """A file of ``templates/assets/``; its published ``name`` carries a hash of its bytes.

    ``style`` is the text of a stylesheet that calls other assets, by their published names.
    ``packed`` ones are published without comments and spaces: those of the program.
    """

    name: str
    file: Path
    style: str = ""
    packed: bool = False

    def read(self) -> bytes:
        """What is published."""
        text = self.style or (self.file.read_text("utf-8") if self.packed else "")
        if self.packed and self.name.endswith(".css"):
            import rcssmin

            text = rcssmin.cssmin(text)
        elif self.packed:
            import rjsmin

            text = rjsmin.jsmin(text)
        return text.encode() if text else self.file.read_bytes()


class _CodeGenerator(CodeGenerator):
    """Writes out values through `_Environment.written`, which costs a tenth of ``escape``; calls
    macros and functions as they are, since none here asks for the context; and looks for a
    field of a variable as Python does before `getattr` of Jinja is called, which knows more."""

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:
        if not isinstance(node.node, nodes.Name) or not node.attr.isidentifier():
            super().visit_Getattr(node, frame)
            return
        found = self.temporary_identifier()
        self.write(f"({found} if ({found} := getattr(")
        self.visit(node.node, frame)
        self.write(f", {node.attr!r}, missing)) is not missing else ")
        super().visit_Getattr(node, frame)
        self.write(")")

    def macro_def(self, macro_ref: MacroRef, frame: Frame) -> None:
        self.write("environment.quick(macro, ")
        super().macro_def(macro_ref, frame)
        self.write(")")

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:
        plain = not any(iskeyword(keyword.key) for keyword in node.kwargs)
        # Within {% autoescape false %} a macro must be told of it.
        usual = frame.eval_ctx.autoescape and not frame.eval_ctx.volatile
        if not (plain and usual) or node.dyn_args or node.dyn_kwargs:
            super().visit_Call(node, frame, forward_caller=forward_caller)
            return
        self.visit(node.node, frame)
        self.write("(")
        for argument in (*node.args, *node.kwargs):
            self.visit(argument, frame)
            self.write(", ")
        self.write("caller=caller)" if forward_caller else ")")

    def _output_child_pre(
        self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo
    ) -> None:
        if frame.eval_ctx.volatile or not frame.eval_ctx.autoescape or finalize.src is not None:
            super()._output_child_pre(node, frame, finalize)
        else:
            self.write("environment.written(")


class _Environment(jinja2.Environment):
    code_generator_class = _CodeGenerator

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self._loaded: dict[str, jinja2.Template] = {}

    def get_template(
        self,
        name: str | jinja2.Template,
        parent: str | None = None,
        *args: Any,
        **options: Any,
    ) -> jinja2.Template:
        """As Jinja's, which looks into a locked cache for every page and its parents."""
        if args or options or not isinstance(name, str):
            return super().get_template(name, parent, *args, **options)
        if name not in self._loaded:
            found = self._loaded[name] = super().get_template(name, parent)
            # A chain of mappings, which every page would walk through.
            found.globals = dict(found.globals)
        return self._loaded[name]

    def rendered(self, template: jinja2.Template, values: dict[str, Any]) -> str:
        """What ``template`` makes of ``values``.

        As Jinja's, but nothing of a page is left for the collector of circles: a template's own
        macros hold the page's context, and it holds them.
        """
        context = template.new_context(values)
        try:
            text = "".join(template.root_render_func(context))
        except Exception:
            self.handle_exception()
        context.vars.clear()
        return text

    @staticmethod
    def written(value: Any) -> str:
        """``value`` as HTML. What comes of it is only ever joined, so it need be no ``Markup``."""
        kind = value.__class__
        if kind is str:
            return _escaped(value)
        if kind is Markup:
            text: str = value
            return text
        return escape(value)

    @staticmethod
    def quick(function: Callable[..., str], macro: Macro) -> Callable[..., str]:
        """``macro``, which is called many times for a page, with less to do at each call."""
        if macro.catch_kwargs or macro.catch_varargs or macro.caller:
            return macro
        names = macro.arguments
        count = len(names)

        @jinja2.pass_eval_context
        def call(*given: Any, **named: Any) -> str:
            # From within {% autoescape false %} the context comes along.
            if len(given) > count or (given and given[0].__class__ is EvalContext):
                return macro(*given, **named)
            if len(given) < count or named:
                rest = [named.pop(name, missing) for name in names[len(given) :]]
                if named:
                    return macro(*given, **named)
                given = (*given, *rest)
            return str.__new__(Markup, function(*given))

        return call


class Templates:
    """Finds, compiles and renders templates; reads the assets beside them."""

    def __init__(self, site_root: Path, cache: Path | None = None) -> None:
        self.folders = [site_root / "templates", default_templates()]
        self._site_root = site_root
        bytecode = None
        if cache is not None:
            cache.mkdir(parents=True, exist_ok=True)
            # Another name for another manner in which templates are compiled.
            bytecode = jinja2.FileSystemBytecodeCache(str(cache), "__jinja2_%s-2.cache")
        self._environment = _Environment(
            loader=jinja2.ChoiceLoader(
                [
                    jinja2.FileSystemLoader([str(folder) for folder in self.folders]),
                    # A template of the site's may extend the program's of the same name.
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

    @cached_property
    def files(self) -> dict[str, Path]:
        """Every template and asset by name, the site's own where both exist."""
        found: dict[str, Path] = {}
        for folder in reversed(self.folders):
            found |= templates_in(folder)
        return found

    @cached_property
    def assets(self) -> dict[str, Asset]:
        """The files of ``assets/`` by name."""
        found: dict[str, Asset] = {}
        files = {
            name.removeprefix("assets/"): path
            for name, path in self.files.items()
            if name.startswith("assets/")
        }
        styles = [name for name in files if name.endswith(".css")]
        for name in (*(name for name in files if name not in styles), *styles):
            if name not in found:
                self._add_asset(name, files, found, ())
        return {name: found[name] for name in files}

    def _add_asset(
        self,
        name: str,
        files: Mapping[str, Path],
        found: dict[str, Asset],
        importing: tuple[str, ...],
    ) -> None:
        """Add the asset ``name``, and before it those that it calls, if it is a stylesheet.

        Stylesheets that import each other in a ring (``importing``) cannot all carry a hash of
        the others: the one that closes the ring calls the next as it is written.
        """
        data, style = files[name].read_bytes(), ""

        def published(other: str) -> str:
            if other not in files or other in (name, *importing):
                return ""
            if other not in found:
                self._add_asset(other, files, found, (*importing, name))
            return found[other].name

        if name.endswith(".css"):
            with contextlib.suppress(UnicodeDecodeError):
                text = data.decode("utf-8")
                changed = with_published(name, text, published)
                style = changed if changed != text else ""
        digest = hashlib.blake2b(style.encode() if style else data, digest_size=4).hexdigest()
        stem, dot, ending = name.rpartition(".")
        published_name = f"{stem}-{digest}{dot}{ending}" if stem else name
        own = files[name].is_relative_to(default_templates())
        found[name] = Asset(published_name, files[name], style, own and ending in ("css", "js"))

    def fingerprint(self) -> str:
        """A hash of all templates, and of the names of assets, which carry one."""
        digest = hashlib.blake2b(digest_size=12)
        for name, path in sorted(self.files.items()):
            if not name.startswith("assets/"):
                digest.update(name.encode() + b"\0" + path.read_bytes() + b"\0")
        # A template of the site's may extend the program's of the same name, which it hides.
        for name, path in sorted(templates_in(self.folders[-1]).items()):
            if not name.startswith("assets/") and self.files[name] != path:
                digest.update(f"program/{name}".encode() + b"\0" + path.read_bytes() + b"\0")
        for asset in sorted(asset.name for asset in self.assets.values()):
            digest.update(asset.encode() + b"\0")
        return digest.hexdigest()

    def compile_all(self) -> None:
        """Load every page's template: a mistake in one is reported when a page needs it."""
        for name in self.files:
            if name.endswith((".html", ".xml")) and not name.startswith("assets/"):
                with contextlib.suppress(jinja2.TemplateError, UnicodeDecodeError, OSError):
                    self._environment.get_template(name)

    def render(self, name: str, context: dict[str, Any]) -> bytes:
        """The page that template ``name`` makes of ``context``, as UTF-8.

        Raises `DigestError` with the template's file and line where it cannot.
        """
        try:
            text = self._environment.rendered(self._environment.get_template(name), context)
        except jinja2.TemplateSyntaxError as error:
            raise self._problem(error.filename or name, error.lineno, error.message) from error
        except jinja2.TemplateNotFound as error:
            message = f'there is no template "{error.name}"'
            place, line = _place_in_template(error, name)
            raise self._problem(place, line, message) from error
        except Exception as error:
            place, line = _place_in_template(error, name)
            what = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
            raise self._problem(place, line, what) from error
        return text.encode()

    def _problem(self, file: str, line: int, message: str | None) -> DigestError:
        path = Path(file)
        if not path.is_absolute():
            path = self.files.get(file, path)
        if path.is_relative_to(self._site_root):
            path = path.relative_to(self._site_root)
        return DigestError(Problem(str(path), line, "template", message or "cannot be used"))


def _place_in_template(error: BaseException, name: str) -> tuple[str, int]:
    """The innermost template file and line that the traceback names."""
    for frame in reversed(traceback.extract_tb(error.__traceback__)):
        if frame.filename.endswith((".html", ".xml")) and frame.lineno:
            return frame.filename, frame.lineno
    return name, 0
