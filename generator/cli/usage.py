"""Errors of click (an unknown option, a value of the wrong kind) in the form of all problems."""

from __future__ import annotations

import click
from click.exceptions import NoArgsIsHelpError, NoSuchOption

from generator.problem import Problem, did_you_mean


def usage_problem(error: click.UsageError) -> Problem | None:
    """Return what ``error`` says as a problem of the command, with the option or argument as its
    field; ``None`` if it is the help of a command that was called without arguments."""
    if isinstance(error, NoArgsIsHelpError):
        return None
    called = _called(error.ctx)
    help_ = f"`{called} --help` lists what it takes" if error.ctx else "--help lists what it takes"
    if isinstance(error, NoSuchOption):
        known = [name for name in _options(error.ctx) if name.startswith("--")]
        near = did_you_mean(error.option_name, known)
        return Problem(
            called, field=error.option_name, message="no such option", hint=near or help_
        )
    if isinstance(error, click.MissingParameter):
        return Problem(called, field=_field(error), message="is missing", hint=help_)
    if isinstance(error, click.BadParameter):
        return Problem(called, field=_field(error), message=_value(error), hint=help_)
    if isinstance(error, click.BadOptionUsage):
        message = "needs a value" if "requires" in error.message else "takes no value"
        return Problem(called, field=error.option_name, message=message, hint=help_)
    # Only newer versions of click have a class of its own for this.
    if (name := getattr(error, "command_name", "")) and error.ctx is not None:
        group = error.ctx.command
        known = group.list_commands(error.ctx) if isinstance(group, click.Group) else []
        message, near = f'no such command "{name}"', did_you_mean(name, known)
        return Problem(called, message=message, hint=near or help_)
    return Problem(called, message=_plain(error.format_message()), hint=help_)


def _called(ctx: click.Context | None) -> str:
    """Return the name of the command, as typed after ``digest``."""
    names: list[str] = []
    while ctx is not None and ctx.parent is not None:
        names.insert(0, ctx.info_name or "")
        ctx = ctx.parent
    return " ".join(["digest", *names])


def _options(ctx: click.Context | None) -> list[str]:
    parameters = ctx.command.get_params(ctx) if ctx is not None else []
    return [name for one in parameters for name in (*one.opts, *one.secondary_opts)]


def _field(error: click.BadParameter) -> str:
    """Return the name of the option or argument, as in ``--help``."""
    one = error.param
    if one is None:
        hint = error.param_hint or ""
        return hint if isinstance(hint, str) else ", ".join(hint)
    if isinstance(one, click.Argument):
        return one.make_metavar(error.ctx) if error.ctx is not None else one.human_readable_name
    return max(one.opts, key=len)


def _value(error: click.BadParameter) -> str:
    """Return what is wrong with the value of an option or argument."""
    kind = error.param.type if error.param is not None else None
    written = error.message.partition(" is not ")[0].strip("'")
    if isinstance(kind, click.IntRange):
        return f'"{written}" is not a whole number from {kind.min} to {kind.max}'
    if isinstance(kind, click.Choice):
        return f'"{written}" is not one of: {", ".join(map(str, kind.choices))}'
    return _plain(error.message)


def _plain(message: str) -> str:
    """Return a message of click as part of a line: no capital at its beginning, no full stop."""
    text = message.strip().removesuffix(".")
    return text[:1].lower() + text[1:] if text[1:2].islower() else text
