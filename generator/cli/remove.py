"""``digest remove``"""

from __future__ import annotations

from datetime import datetime

import click

from generator.cli.output import say_line, site_folder
from generator.cli.targets import article_name
from generator.content.trash import FOLDER, leaving
from generator.content.trash import remove as take_out
from generator.problem import DigestError


@click.command()
@click.argument("slug")
@click.option("--force", is_flag=True, help="Remove it even if other texts link to it.")
@click.pass_context
def command(ctx: click.Context, slug: str, force: bool) -> None:
    """Take the article SLUG.md out of the site.

    Its files, and pictures that nothing else shows, are moved into .trash/; `digest restore`
    moves them back. Exits with 1 if other texts link to the article.
    """
    root = site_folder(ctx)
    slug = article_name(slug)
    paths, referring = leaving(root, slug)
    if referring and not force:
        raise DigestError(referring)
    name = take_out(root, slug, paths, datetime.now().astimezone())
    for path in paths:
        say_line(f"{path} → {FOLDER}/{name}/{path}")
    say_line(f"To put it back: digest restore {slug}")
