"""``digest rename``"""

from __future__ import annotations

import click

from generator.cli.output import say_line, site_folder
from generator.cli.targets import article_name
from generator.content.moving import plan_renaming
from generator.content.moving import rename as carry_out


@click.command()
@click.argument("old")
@click.argument("new")
@click.option(
    "--alias/--no-alias",
    default=None,
    help="Redirect the old address to the new one (default: yes, unless it is a draft).",
)
@click.pass_context
def command(ctx: click.Context, old: str, new: str, alias: bool | None) -> None:
    """Rename the article OLD.md to NEW.md, which also changes its address.

    Its English and Traditional texts are renamed too. Links to it in articles and pages, the `lead`
    of site.yaml and answers of an import are changed. If one of the new files exists already,
    nothing is written.
    """
    root = site_folder(ctx)
    plan = plan_renaming(root, article_name(old), article_name(new), alias=alias)
    carry_out(root, plan)
    for path, target in plan.moved:
        say_line(f"{path} → {target}")
    for path in plan.changed:
        say_line(f"{path}: names {plan.new} now")
