"""The command line. One module per command, imported when it is called; only `run`, `demo` and `tour` import Qt."""

from __future__ import annotations

import importlib
import sys
import traceback
from typing import Any

import click

from kiosk import __version__
from kiosk.core.errors import KioskError
from kiosk.core.text import Text, reader_language

COMMANDS = {
    "run": "run",
    "demo": "demo",
    "tour": "tour",
    "sync": "sync",
    "pack": "pack",
    "publish": "publish",
    "trust": "trust",
    "config": "config",
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


def main(argv: list[str] | None = None) -> None:
    """Entry point: one line on stderr and a sysexits code for every error; `--debug` shows the traceback as well."""
    utf8_streams()
    try:
        result: Any = cli.main(argv, standalone_mode=False)
    except click.exceptions.Exit as done:
        sys.exit(done.exit_code)
    except click.UsageError as error:
        error.show()
        sys.exit(64)
    except click.Abort:
        sys.exit(130)
    except Exception as error:  # noqa: BLE001  the top of the program: a bug of ours gets a sentence too
        if "--debug" in (sys.argv if argv is None else argv):
            traceback.print_exc()
        known = error if isinstance(error, KioskError) else _bug(error)
        click.echo(known.say(reader_language()), err=True)
        sys.exit(known.exit_code)
    sys.exit(result if isinstance(result, int) else 0)


def _bug(error: Exception) -> KioskError:
    what = f"{type(error).__name__}: {error}"
    return KioskError(
        "BUG",
        Text(f"程序出错了（{what}）。", f"This is a bug of the program ({what})."),
        Text(
            "请用 kiosk --debug … 再运行一次，把显示的内容发给维护者。",
            "Run it again with kiosk --debug … and report what it shows.",
        ),
    )


def utf8_streams() -> None:
    """Chinese must survive a terminal that says it is ASCII (containers, Windows pipes)."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="replace")
