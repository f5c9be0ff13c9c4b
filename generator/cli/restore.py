"""``digest restore``"""

from __future__ import annotations

import click

from generator.cli.output import say_line, say_table, site_folder
from generator.cli.targets import article_name
from generator.content.trash import removed, restore


@click.command()
@click.argument("name", required=False)
@click.pass_context
def command(ctx: click.Context, name: str | None) -> None:
    """Put a removed article back. NAME is its own name, or its name in .trash/.

    Without a name: list what can be put back, the latest first.
    """
    root = site_folder(ctx)
    if name is None:
        found = removed(root)
        say_table([(one.name, one.title) for one in found])
        if not found:
            say_line("Nothing was removed.")
        return
    for path in restore(root, article_name(name)).paths:
        say_line(path)
