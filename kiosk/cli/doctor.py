"""`kiosk doctor`: everything that can be wrong with a kiosk, and one file for whoever helps."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kiosk.cli.console import out_json
from kiosk.cli.place import DATA
from kiosk.cli.publish_options import JSON
from kiosk.core.errors import ConfigError, KioskError
from kiosk.core.text import Text, reader_language

if TYPE_CHECKING:
    from kiosk.doctor import Line, Patient
    from kiosk.settings import Loaded

_COLOURS = {"ok": "green", "off": "white", "look": "yellow", "bad": "red"}


@click.command("doctor")
@DATA
@JSON
@click.option(
    "--bundle", type=click.Path(path_type=Path, dir_okay=False), help="Write a zip for whoever helps; scrubbed."
)
@click.option("--only", default="", metavar="NAME,NAME", help="Only these checks.")
@click.option("--probe", is_flag=True, hidden=True)
@click.argument("words", nargs=-1)
def command(
    data: Path | None, as_json: bool, bundle: Path | None, only: str, probe: bool, words: tuple[str, ...]
) -> int:
    """Look at everything a kiosk needs, one line each. Exit code 1: something does not work."""
    if probe:
        return _answer(words)
    if words:
        raise click.UsageError(f"Got unexpected extra argument ({words[0]})")
    from kiosk.doctor.line import worst
    from kiosk.doctor.rounds import checks, examine

    names = [name for name, _ in checks()]
    asked = [name.strip() for name in only.split(",") if name.strip()]
    if strange := [name for name in asked if name not in names]:
        raise ConfigError(
            "NO_SUCH_CHECK",
            Text(f"没有叫 {strange[0]} 的检查。", f"There is no check called {strange[0]}."),
            Text(f"可以是：{'、'.join(names)}。", f"There are: {', '.join(names)}."),
        )
    patient, loaded = _patient(data)
    found = []
    for line in examine(patient, asked):
        found.append(line)
        if not as_json:
            _show(line)
    written = _bundle(bundle, patient, found, loaded, as_json) if bundle is not None else ()
    if as_json:
        out_json({"worst": worst(found), "lines": [line.as_json() for line in found], "bundle": list(written)})
    return 1 if worst(found) == "bad" else 0


def _patient(data: Path | None) -> tuple[Patient, Loaded | None]:
    from kiosk.cli.config import problems
    from kiosk.doctor.rounds import Patient
    from kiosk.settings import load

    overrides = {"data_dir": str(data.resolve())} if data is not None else {}
    try:
        loaded: Loaded | None = load(overrides=overrides)
    except ConfigError:
        loaded = None
    trouble = tuple(problems())
    if loaded is None and not trouble:
        raise AssertionError("settings that cannot be read have a problem")
    return Patient(loaded.settings if loaded is not None else None, trouble, dict(os.environ)), loaded


def _show(line: Line) -> None:
    from kiosk.doctor.line import MARKS

    lang = reader_language()
    mark = MARKS[line.level](lang)
    click.echo(f"{click.style(mark, fg=_COLOURS[line.level])}\t{line.message(lang)}")
    if line.hint(lang):
        click.echo(f"\t→ {line.hint(lang)}")


def _bundle(file: Path, patient: Patient, found: list[Line], loaded: Loaded | None, quiet: bool) -> tuple[str, ...]:
    from kiosk.doctor.bundle import write_bundle

    names = write_bundle(file, patient, found, loaded)
    if not quiet:
        size = file.stat().st_size / 1000
        text = Text(
            f"已写入 {file}（{len(names)} 个文件，{size:.0f} kB）。已去掉密码、号码、人名和地址，发出前仍请看一眼。",
            f"{file} is written ({len(names)} files, {size:.0f} kB). Secrets, numbers, names and addresses are taken out;"
            " have a look before you send it.",
        )
        click.echo(text(reader_language()))
    return names


def _answer(words: tuple[str, ...]) -> int:
    """As the doctor's child."""
    from kiosk.doctor.child import MARK

    kind, *rest = words
    if kind == "screen":
        from kiosk.doctor.qtprobe import probe

        answer: dict[str, object] = probe(rest[0])
    else:
        from kiosk.doctor.network import probe_source

        try:
            answer = probe_source(rest[0], rest[1:])
        except KioskError as error:
            answer = {
                "code": error.code,
                "message": [error.message.zh, error.message.en],
                "hint": [error.hint.zh, error.hint.en],
            }
    click.echo(f"{MARK}{json.dumps(answer)}")
    os._exit(0) if kind == "screen" else None  # a driver that crashes while it is put away would hide the answer
    return 0
