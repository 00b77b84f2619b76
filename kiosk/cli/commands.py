"""The commands behind `kiosk …`, each imported when it is called."""

from __future__ import annotations

import importlib

import click

from kiosk import __version__

COMMANDS = {
    "run": "run",
    "supervise": "supervise",
    "demo": "demo",
    "tour": "tour",
    "soak": "soak",
    "sync": "sync",
    "medium": "medium",
    "pack": "pack",
    "publish": "publish",
    "office": "office",
    "suggestions": "suggestions",
    "studios": "studios",
    "lessons": "lessons",
    "records": "records",
    "fleet": "fleet",
    "report": "report",
    "ledger": "ledger",
    "packs": "packs",
    "trust": "trust",
    "draw": "draw",
    "rehearse": "rehearse",
    "roster": "roster",
    "pin": "pin",
    "config": "config",
    "doctor": "doctor",
    "backup": "backup",
}


class LazyGroup(click.Group):
    """Imports the module of a command only when it is needed."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """All commands, in the order people meet them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import one."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = importlib.import_module(f"kiosk.cli.{COMMANDS[cmd_name]}").command
        return command


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="kiosk")
@click.option("--debug", is_flag=True, help="Show the traceback of an error.")
@click.pass_context
def cli(ctx: click.Context, debug: bool) -> None:
    """先锋屏 Pioneer Kiosk: exhibition and lecture kiosk for trade unions."""
    ctx.obj = {"debug": debug}
