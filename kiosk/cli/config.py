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
    from kiosk.settings.model import KEYS

    loaded = load()
    secret = {key.name for key in KEYS if key.secret}
    rows = []
    for key in loaded.settings.__slots__:
        value = str(getattr(loaded.settings, key))
        shown = ("set" if value else "") if key in secret else value
        rows.append((key, shown, str(loaded.origin.get(key, ""))))
    if as_json:
        out_json({key: {"value": value, "origin": origin} for key, value, origin in rows})
    else:
        for key, value, origin in rows:
            click.echo(f"{key} = {value}  # {origin}")
    return 0
