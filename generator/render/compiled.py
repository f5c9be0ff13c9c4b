"""A Jinja environment that compiles faster code: less work for each value and each macro call."""

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

# The function that `escape` uses; it returns a plain string, which is enough here.
_escaped: Callable[[str], str] = getattr(markupsafe, "_escape_inner", escape)


class _CodeGenerator(CodeGenerator):
    """Generates faster code than Jinja's code generator.

    Values are output through `Environment.as_html`, which takes a tenth of the time of ``escape``.
    Macros and functions are called directly, since none of them needs the context. An attribute of
    a variable is first looked up with Python's ``getattr``, then with Jinja's slower one.
    """

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
        self.write("environment.fast_macro(macro, ")
        super().macro_def(macro_ref, frame)
        self.write(")")

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:
        plain = not any(iskeyword(keyword.key) for keyword in node.kwargs)
        # Inside {% autoescape false %} a macro needs the evaluation context.
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
            self.write("environment.as_html(")


class Environment(jinja2.Environment):
    """Jinja's environment with less work for each page."""

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
        """As in Jinja, but with a plain dictionary instead of a locked cache."""
        if args or options or not isinstance(name, str):
            return super().get_template(name, parent, *args, **options)
        if name not in self._loaded:
            found = self._loaded[name] = super().get_template(name, parent)
            # Replace a ChainMap, which is slow, by a dictionary.
            found.globals = dict(found.globals)
        return self._loaded[name]

    def rendered(self, template: jinja2.Template, values: dict[str, Any]) -> str:
        """Render ``template`` with ``values``.

        As in Jinja, but without leaving reference cycles to the garbage collector: a template's
        macros refer to the page's context, and the context to them.
        """
        context = template.new_context(values)
        try:
            text = "".join(template.root_render_func(context))
        except Exception:
            self.handle_exception()
        context.vars.clear()
        return text

    @staticmethod
    def as_html(value: Any) -> str:
        """``value`` as HTML; a plain string, because the results are only joined."""
        kind = value.__class__
        if kind is str:
            return _escaped(value)
        if kind is Markup:
            text: str = value
            return text
        return escape(value)

    @staticmethod
    def fast_macro(function: Callable[..., str], macro: Macro) -> Callable[..., str]:
        """A faster equivalent of ``macro``, since macros are called many times for each page."""
        if macro.catch_kwargs or macro.catch_varargs or macro.caller:
            return macro
        names = macro.arguments
        count = len(names)

        @jinja2.pass_eval_context
        def call(*given: Any, **named: Any) -> str:
            # From inside {% autoescape false %} the first argument is the evaluation context.
            if len(given) > count or (given and given[0].__class__ is EvalContext):
                return macro(*given, **named)
            if len(given) < count or named:
                rest = [named.pop(name, missing) for name in names[len(given) :]]
                if named:
                    return macro(*given, **named)
                given = (*given, *rest)
            return str.__new__(Markup, function(*given))

        return call
