"""`kiosk config`: the settings in force, and where each comes from."""

from __future__ import annotations

import click

from kiosk.cli.console import out_json


@click.group("config")
def command() -> None:
    """Look at the settings."""


@command.command()
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def show(as_json: bool) -> int:
    """Every setting with its value and origin."""
    from kiosk.settings import load

    loaded = load()
    rows = [
        (key, str(getattr(loaded.settings, key)), str(loaded.origin.get(key, ""))) for key in loaded.settings.__slots__
    ]
    if as_json:
        out_json({key: {"value": value, "origin": origin} for key, value, origin in rows})
    else:
        for key, value, origin in rows:
            click.echo(f"{key} = {value}  # {origin}")
    return 0
