"""Errors of click (an unknown option, a value of the wrong kind) in the form of all problems."""

from __future__ import annotations

from collections.abc import Sequence

import click
from click.exceptions import NoArgsIsHelpError, NoSuchOption

from generator.problem import Problem, did_you_mean


def usage_problems(error: click.UsageError, args: Sequence[str]) -> list[Problem]:
    """Return all that is wrong with the options of the call ``args``, of which click reported
    ``error`` only; nothing for the help of a command that was called without arguments.

    The call is parsed again without each wrong option in turn; no command is run. An argument
    after an unknown option may be the value of that, so it is not judged.
    """
    found = [usage_problem(error)]
    ctx, unknown = error.ctx, False
    rest = list(args)
    for name in _names(ctx):
        rest = rest[rest.index(name) + 1 :] if name in rest else []
    if ctx is None or {"--help", "-h", "--version"} & {*rest}:
        return [one for one in found if one is not None]
    while (shorter := _without(error, rest)) != rest:
        rest, unknown = shorter, unknown or isinstance(error, NoSuchOption)
        try:
            ctx.command.make_context(ctx.info_name, list(rest), parent=ctx.parent)
            break
        except click.UsageError as another:
            error = another
        except (click.ClickException, click.exceptions.Exit, click.Abort):
            break
        missing = isinstance(error, click.MissingParameter) and not unknown
        if not (_wrong_options(error) or missing):
            break
        found.append(usage_problem(error))
    return [one for one in found if one is not None]


def _wrong_options(error: click.UsageError) -> list[str]:
    """Return the spellings of the option that ``error`` is about; empty if it is about no
    option."""
    if isinstance(error, NoSuchOption | click.BadOptionUsage):
        return [error.option_name]
    param = error.param if isinstance(error, click.BadParameter) else None
    return [*param.opts, *param.secondary_opts] if isinstance(param, click.Option) else []


def _without(error: click.UsageError, args: list[str]) -> list[str]:
    """Return ``args`` without the option that ``error`` is about, and without its value if that is
    what is wrong."""
    names, made, skip = _wrong_options(error), [], False
    for arg in args:
        if skip or arg.partition("=")[0] in names:
            skip = not skip and "=" not in arg and isinstance(error, click.BadParameter)
        else:
            made.append(arg)
    return made


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
    """Return the name of the command, with that of the program."""
    return " ".join(["digest", *_names(ctx)])


def _names(ctx: click.Context | None) -> list[str]:
    """Return the names of the command and of those above it, as typed after ``digest``."""
    names: list[str] = []
    while ctx is not None and ctx.parent is not None:
        names.insert(0, ctx.info_name or "")
        ctx = ctx.parent
    return names


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
