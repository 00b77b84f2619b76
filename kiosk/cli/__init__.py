"""The command line. One module per command, imported when it is called; few import Qt, and those inside the call."""

from __future__ import annotations

import sys
from typing import Any

from kiosk.core.errors import KioskError
from kiosk.core.text import Text, reader_language


def main(argv: list[str] | None = None) -> None:
    """Entry point: one line on stderr and a sysexits code for every error; `--debug` shows the traceback as well."""
    utf8_streams()
    arguments = sys.argv[1:] if argv is None else argv
    from kiosk.cli.start import plain, start

    try:
        asked = plain(arguments)
        result: Any = start(**asked) if asked is not None else _command(arguments)
    except Exception as error:  # noqa: BLE001  the top of the program: a bug of ours gets a sentence too
        if "--debug" in arguments:
            import traceback

            traceback.print_exc()
        known = error if isinstance(error, KioskError) else _bug(error)
        if "--progress=jsonl" in arguments:  # a program reads this
            _print_json(known)
        print(known.say(reader_language()), file=sys.stderr)
        sys.exit(known.exit_code)
    sys.exit(result if isinstance(result, int) else 0)


def _command(arguments: list[str]) -> Any:
    import click

    from kiosk.cli.commands import cli

    try:
        return cli.main(arguments, standalone_mode=False)
    except click.exceptions.Exit as done:
        sys.exit(done.exit_code)
    except click.UsageError as error:
        error.show()
        sys.exit(64)
    except click.Abort:
        sys.exit(130)


def _print_json(error: KioskError) -> None:
    import json

    from kiosk.packs.report import error_json

    print(json.dumps({"error": error_json(error)}, ensure_ascii=False), flush=True)


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
