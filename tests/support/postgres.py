"""A real PostgreSQL server for tests, from the system's packages: own data folder, own socket, gone at the end."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

import psycopg

_WANTED = "PostgreSQL is missing: run `make peers` (packaging/debian-setup.sh python3 tests installs postgresql-15)"
_NUMBERS = count(1)


class MissingError(RuntimeError):
    """The server's programs are not installed."""


def programs() -> Path:
    """Folder of `initdb` and `postgres`, the newest release.

    Raises:
        MissingError: there is none.
    """
    places = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda p: int(p.parent.name), reverse=True)
    places += [Path(found).resolve().parent] if (found := shutil.which("postgres")) else []
    for place in places:
        if (place / "initdb").exists() and (place / "postgres").exists():
            return place
    raise MissingError(_WANTED)


@dataclass(slots=True)
class Postgres:
    """A running server."""

    socket: Path
    databases: list[str] = field(default_factory=list)

    def url(self, name: str) -> str:
        """Address of a database."""
        return f"postgresql://kiosk@/{name}?host={self.socket}"

    def fresh(self) -> str:
        """Address of a new, empty database."""
        name = f"office_{os.getpid()}_{next(_NUMBERS)}"
        with psycopg.connect(self.url("postgres"), autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {name}".encode())
        self.databases.append(name)
        return self.url(name)


@contextmanager
def server(*, durable: bool = False) -> Iterator[Postgres]:
    """Make a cluster and run it; an unprivileged user does, when we are root, for PostgreSQL refuses root.

    Args:
        durable: keep fsync; without it everything is faster, and only a power cut could tell.
    """
    place = programs()
    who = {"user": "postgres", "group": "postgres", "extra_groups": []} if os.geteuid() == 0 else {}
    with tempfile.TemporaryDirectory(prefix="kiosk-pg-", dir="/tmp") as name:  # a socket's path is at most 107 bytes
        base = Path(name)
        if who:
            shutil.chown(base, "postgres", "postgres")
        base.chmod(0o755)
        env = {"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "TZ": "UTC"}
        log = base / "log"
        initdb = [str(place / "initdb"), "-D", str(base / "data"), "-U", "kiosk", "-A", "trust", "-E", "UTF8", "--no-sync", "--no-instructions"]  # fmt: skip
        subprocess.run(initdb, check=True, capture_output=True, env=env, cwd="/", **who)
        settings = {
            "listen_addresses": "", "unix_socket_directories": str(base), "unix_socket_permissions": "0777",
            "fsync": "on" if durable else "off", "synchronous_commit": "on" if durable else "off",
            "full_page_writes": "on" if durable else "off", "shared_buffers": "128MB", "max_wal_size": "2GB",
        }  # fmt: skip
        argv = [str(place / "postgres"), "-D", str(base / "data")]
        for key, value in settings.items():
            argv += ["-c", f"{key}={value}"]
        with log.open("wb") as errors:
            process = subprocess.Popen(argv, stdout=errors, stderr=errors, env=env, cwd="/", **who)
        try:
            _wait(base, process, log)
            yield Postgres(base)
        finally:
            process.send_signal(2)  # "fast": connections are ended
            try:
                process.wait(20)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait(10)


def _wait(base: Path, process: subprocess.Popen[bytes], log: Path) -> None:
    import time

    end = time.monotonic() + 60
    while time.monotonic() < end:
        if process.poll() is not None:
            break
        try:
            psycopg.connect(f"postgresql://kiosk@/postgres?host={base}", connect_timeout=5).close()
        except psycopg.OperationalError:
            time.sleep(0.05)
        else:
            return
    raise RuntimeError(f"the server did not start: {log.read_text('utf-8', 'replace')[-2000:]}")
