"""What the commands share: words for people, JSON for machines, progress on a terminal."""

from __future__ import annotations

import json
import sys
import time
from typing import Any

import click

from kiosk.core.findings import Finding
from kiosk.core.text import Lang, Text, reader_language


def say(text: Text, *, err: bool = False) -> None:
    """One line in the reader's language."""
    click.echo(text(reader_language()), err=err)


def out_json(value: Any) -> None:
    """Machine-readable answer on stdout."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=1, sort_keys=True))


def show_findings(findings: list[Finding], lang: Lang) -> None:
    """Findings, one a line: errors first in red on a terminal."""
    for finding in findings:
        mark = click.style("✗" if finding.level == "error" else "!", fg="red" if finding.level == "error" else "yellow")
        click.echo(f"{mark} {finding.say(lang)}")


def finding_json(finding: Finding) -> dict[str, Any]:
    """A finding for machines."""
    return {
        "level": finding.level,
        "code": finding.code,
        "file": finding.file,
        "place": finding.place,
        "message": {"zh": finding.message.zh, "en": finding.message.en},
        "hint": {"zh": finding.hint.zh, "en": finding.hint.en},
    }


class Bar:
    """A progress line that appears after one second, and only on a terminal."""

    def __init__(self, total: int = 0) -> None:
        self.total = total
        self._began = time.monotonic()
        self._shown = 0.0
        self._width = 0

    def show(self, done: int, words: str) -> None:
        """Where we are."""
        now = time.monotonic()
        if not sys.stderr.isatty() or now - self._began < 1 or now - self._shown < 0.1:
            return
        self._shown = now
        share = f"{100 * done // self.total:3d}% " if self.total else ""
        line = f"{share}{words}"[:110]
        click.echo("\r" + line.ljust(self._width), nl=False, err=True)
        self._width = len(line)

    def close(self) -> None:
        """Wipe the line."""
        if self._width:
            click.echo("\r" + " " * self._width + "\r", nl=False, err=True)
            self._width = 0
