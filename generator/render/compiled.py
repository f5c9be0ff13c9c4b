"""How templates are compiled and run: as Jinja does, with less to do at each value and call."""

from __future__ import annotations

from collections.abc import Callable
from keyword import iskeyword
from typing import Any

import jinja2
import markupsafe
from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame, MacroRef
from jinja2.nodes import EvalContext
from jinja2.runtime import Macro
from jinja2.utils import missing
from markupsafe import Markup, escape

# What `escape` makes its ``Markup`` of: a string, where that is all that is needed.
_escaped: Callable[[str], str] = getattr(markupsafe, "_escape_inner", escape)


class _CodeGenerator(CodeGenerator):
    """Writes out values through `Environment.written`, which costs a tenth of ``escape``; calls
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


class Environment(jinja2.Environment):
    """Jinja's, with less to do for each page."""

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
