"""One zip that IT sends to whoever helps: findings, settings, log, black box, versions; scrubbed, and small enough for a letter."""

from __future__ import annotations

import getpass
import json
import os
import platform
import socket
import subprocess
import sys
import zipfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import Any

from kiosk import __version__
from kiosk.core.errors import KioskError, StorageError
from kiosk.core.text import Text
from kiosk.doctor.line import Line
from kiosk.doctor.rounds import Patient
from kiosk.doctor.scrub import scrub, scrubbed
from kiosk.settings.load import Loaded
from kiosk.settings.model import KEYS
from kiosk.status.logfile import log_files
from kiosk.status.logs import FOLDER as LOGS

PART = 1_000_000
"""Bytes of one file in it, before packing; of a longer one the end is kept."""
WHOLE = 6_000_000
"""Bytes of all of them: under 1 MB when packed."""
JOURNAL_LINES = 5_000
_SLOW = 15.0


def write_bundle(file: Path, patient: Patient, lines: Iterable[Line], loaded: Loaded | None) -> tuple[str, ...]:
    """Write the zip; it appears whole or not at all.

    Args:
        file: replaced when it exists.
        patient: whom the doctor looked at.
        lines: what was found.
        loaded: settings with their origins; None when they cannot be read.

    Returns:
        Names of what is in it.

    Raises:
        StorageError: `NOT_WRITABLE`.
    """
    secrets = known_secrets(patient)
    draft = file.with_name(f"{file.name}.new")
    names: list[str] = []
    left = WHOLE
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with zipfile.ZipFile(draft, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as packed:
            for name, make in _parts(patient, tuple(lines), loaded):
                body = clean(_made(make), secrets).encode("utf-8", "replace")[-min(PART, left) :]
                if left <= 0:
                    break
                left -= len(body)
                packed.writestr(name, body)
                names.append(name)
        with draft.open("rb") as written:
            os.fsync(written.fileno())
        draft.replace(file)
    except OSError as error:
        draft.unlink(missing_ok=True)
        raise StorageError(
            "NOT_WRITABLE",
            Text(f"写不了 {file}（{error.strerror}）。", f"{file} cannot be written ({error.strerror})."),
            Text("请换一个文件夹。", "Choose another folder."),
        ) from error
    return tuple(names)


def known_secrets(patient: Patient) -> tuple[str, ...]:
    """What this kiosk knows to be nobody's business: its secrets, the user, the machine's name."""
    chosen = patient.settings
    said = [str(getattr(chosen, key.name)) for key in KEYS if key.secret] if chosen is not None else []
    hidden = [
        value
        for name, value in patient.env.items()
        if any(w in name for w in ("PASS", "TOKEN", "SECRET", "_KEY", "_DB"))
    ]
    home = Path.home().name
    user = getpass.getuser() if os.name != "nt" or os.environ.get("USERNAME") else ""
    people = [name for name in (user, home) if name not in ("root", "kiosk", "")]
    return tuple(s for s in (*said, *hidden, *people, socket.gethostname()) if s and s not in ("localhost", "kiosk"))


def _parts(patient: Patient, lines: tuple[Line, ...], loaded: Loaded | None) -> Iterator[tuple[str, Callable[[], Any]]]:
    yield "doctor.json", lambda: [line.as_json() for line in lines]
    yield "versions.json", versions
    if loaded is not None:
        yield "settings.json", lambda: settings_said(loaded)
    if patient.settings is None:
        return
    data = patient.settings.data_dir
    for file in log_files(data / LOGS):
        yield f"logs/{file.name}", partial(tail, file)
    for file in log_files(data / LOGS, "supervise.log"):
        yield f"logs/{file.name}", partial(tail, file)
    if sys.platform == "linux" and patient.env.get("KIOSK_DOCTOR_JOURNAL", "yes") == "yes":
        yield "logs/journal.txt", journal
    health = data / "health"
    for file in sorted(health.iterdir()) if health.is_dir() else ():
        yield f"health/{file.name}.txt", partial(health_text, file)
    yield "syncs.json", partial(syncs, data)
    yield "files.txt", partial(_files, data)


def versions() -> dict[str, str]:
    """Of everything that matters."""
    from importlib.metadata import PackageNotFoundError, version

    def of(name: str) -> str:
        try:
            return version(name)
        except PackageNotFoundError:  # inside a bundle nothing says its version
            return ""

    parts = ("PySide6-Essentials", "SQLAlchemy", "tuf", "cryptography", "PyNaCl", "pypdfium2")
    try:
        system = platform.freedesktop_os_release().get("PRETTY_NAME", "")
    except OSError:
        system = platform.platform(terse=True)
    return {
        "kiosk": __version__,
        "python": platform.python_version(),
        "system": system,
        "kernel": platform.release(),
        "machine": platform.machine(),
        "bundle": str(bool(getattr(sys, "frozen", False))),
        **{name: of(name) for name in parts},
    }


def settings_said(loaded: Loaded) -> dict[str, Any]:
    """Every setting with its origin; of secrets only whether they are set."""
    found = {}
    for key in KEYS:
        value = getattr(loaded.settings, key.name)
        shown = bool(value) if key.secret else str(value)
        found[key.name] = {"set" if key.secret else "value": shown, "from": loaded.origin.get(key.name, "")}
    return found


def journal() -> str:
    """The last lines that journald has of the kiosk."""
    command = ["journalctl", "--identifier=kiosk", "--lines", str(JOURNAL_LINES), "--no-pager", "--output=short-iso"]
    try:
        done = subprocess.run(command, capture_output=True, text=True, errors="replace", timeout=_SLOW, check=False)
    except (OSError, subprocess.TimeoutExpired) as error:
        return f"({type(error).__name__})"
    return done.stdout or done.stderr


def syncs(data: Path) -> list[dict[str, Any]]:
    """The last syncs, with what went wrong."""
    import sqlite3

    from kiosk.packs.recover import NAME

    file = data / "store" / NAME
    if not file.exists():
        return []
    with closing(sqlite3.connect(f"{file.resolve().as_uri()}?mode=ro", uri=True, timeout=5)) as db:
        db.row_factory = sqlite3.Row
        runs = db.execute("SELECT * FROM sync_run ORDER BY id DESC LIMIT 50").fetchall()
        faults = db.execute("SELECT run, publisher, pack, code, message_en FROM sync_error ORDER BY id DESC LIMIT 200")
        of_run: dict[int, list[Mapping[str, Any]]] = {}
        for row in faults:
            of_run.setdefault(row["run"], []).append(dict(row))
    return [{**dict(run), "errors": of_run.get(run["id"], [])} for run in runs]


def health_text(file: Path) -> str:
    """A file of the health folder; the black box as lines."""
    from kiosk.health.blackbox import read

    try:
        entries = read(file)
    except (KioskError, ValueError):
        entries = ()
    return "\n".join(entry.line() for entry in entries) if entries else tail(file)


def _files(data: Path) -> str:
    """Names and sizes of the data folder, without the blobs."""
    rows = []
    for folder, folders, files in os.walk(data):
        folders[:] = [f for f in folders if f not in ("blobs", "quarantine", "photos")]
        for name in files[:200]:
            path = Path(folder) / name
            try:
                rows.append(f"{path.stat().st_size:>14,}  {path.relative_to(data).as_posix()}")
            except OSError:  # it went while it was listed
                continue
    return "\n".join(rows[:2000])


def _made(make: Callable[[], Any]) -> Any:
    try:
        return make()
    except Exception as error:  # noqa: BLE001 - half a bundle helps more than none
        return f"(not available: {type(error).__name__}: {error})"


def tail(file: Path) -> str:
    """The end of a log."""
    with file.open("rb") as opened:
        opened.seek(max(0, file.stat().st_size - PART))
        return opened.read(PART).decode("utf-8", "replace")


def clean(value: Any, secrets: Iterable[str]) -> str:
    """A text, or the JSON of anything else, scrubbed."""
    if isinstance(value, str):
        return scrub(value, secrets)
    return json.dumps(scrubbed(value, secrets), ensure_ascii=False, indent=1, default=str)
