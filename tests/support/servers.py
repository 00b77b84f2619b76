"""Real servers on loopback, started by a test with everything in its own folder, gone when it is over."""

from __future__ import annotations

import getpass
import os
import shutil
import signal
import socket
import ssl
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from ipaddress import IPv4Address
from pathlib import Path

import pytest

_PATIENCE = 20.0


def needs(program: str) -> pytest.MarkDecorator:
    """Skips where a server's program is not installed; `make peers` installs them."""
    there = shutil.which(program, path=f"{os.environ.get('PATH', '')}:/usr/sbin:/usr/local/sbin")
    return pytest.mark.skipif(there is None, reason=f"{program} is not installed: make peers")


def free_port() -> int:
    """A TCP port of loopback that nobody uses."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def wait_for(condition: Callable[[], bool], what: str) -> None:
    """Look again until it is so."""
    until = time.monotonic() + _PATIENCE
    while not condition():
        assert time.monotonic() < until, what
        time.sleep(0.02)


def listens(port: int) -> bool:
    """Whether somebody answers there."""
    with socket.socket() as probe:
        probe.settimeout(0.5)
        return probe.connect_ex(("127.0.0.1", port)) == 0


@dataclass
class Daemon:
    """A server program in the foreground, with a log."""

    command: list[str]
    port: int
    log: Path
    environment: dict[str, str] = field(default_factory=dict)
    process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start it and wait until it listens."""
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                self.command, stdout=log, stderr=log, stdin=subprocess.DEVNULL, start_new_session=True,
                env=os.environ | self.environment,
            )  # fmt: skip
        wait_for(self._up, f"{self.command[0]} did not start; see {self.log}")

    def kill(self) -> None:
        """Kill it with all its children."""
        process, self.process = self.process, None
        if process is not None:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()

    def _up(self) -> bool:
        assert self.process is not None
        assert self.process.poll() is None, self.log.read_text("utf-8", "replace")
        return listens(self.port)


_NGINX = """
daemon off;
{user}
worker_processes 1;
pid {place}/nginx.pid;
error_log {place}/error.log warn;
events {{ worker_connections 64; }}
http {{
  types {{ }}
  default_type application/octet-stream;
  access_log {place}/access.log;
  client_body_temp_path {place}/body; proxy_temp_path {place}/proxy; fastcgi_temp_path {place}/fastcgi;
  uwsgi_temp_path {place}/uwsgi; scgi_temp_path {place}/scgi;
  log_format main '$status $request';
  access_log {place}/access.log main;
  keepalive_timeout 30; keepalive_requests 100000;
  server {{
    listen 127.0.0.1:{port} {tls};
    {certificate}
    root {root};
    {more}
  }}
}}
"""


class Nginx(Daemon):
    """nginx with a folder.

    Args:
        place: for its configuration and logs.
        root: what it serves.
        more: lines of its `server` block.
        certificate: files of certificate and key, for TLS.
    """

    def __init__(self, place: Path, root: Path, more: str = "", certificate: tuple[Path, Path] | None = None) -> None:
        place.mkdir(exist_ok=True)
        program = shutil.which("nginx") or "/usr/sbin/nginx"
        config = place / "nginx.conf"
        super().__init__(
            [program, "-p", str(place), "-e", f"{place}/start.log", "-c", str(config)], free_port(), place / "out.log"
        )
        self.place, self.root, self.certificate = place, root, certificate
        self.configure(more)

    def configure(self, more: str) -> None:
        """Write the configuration; counts from the next start."""
        keys = "ssl_certificate {}; ssl_certificate_key {};".format(*self.certificate) if self.certificate else ""
        user = "user root;" if os.geteuid() == 0 else ""  # test folders are the user's own
        text = _NGINX.format(
            user=user, place=self.place, port=self.port, tls="ssl" if self.certificate else "", certificate=keys,
            root=self.root, more=more,
        )  # fmt: skip
        (self.place / "nginx.conf").write_text(text, "utf-8")

    @property
    def url(self) -> str:
        """Its address."""
        return f"{'https' if self.certificate else 'http'}://127.0.0.1:{self.port}"

    def requests(self) -> list[str]:
        """`status GET /path HTTP/1.1` of every answer so far."""
        log = self.place / "access.log"
        return (
            [line for line in log.read_text("utf-8").splitlines() if " GET " in line and line[3] == " "]
            if log.exists()
            else []
        )


@contextmanager
def nginx(place: Path, root: Path, more: str = "", certificate: tuple[Path, Path] | None = None) -> Iterator[Nginx]:
    """A running nginx."""
    server = Nginx(place, root, more, certificate)
    server.start()
    try:
        yield server
    finally:
        server.kill()


@contextmanager
def scripted(answer: Callable[[socket.socket, str, int], None]) -> Iterator[str]:
    """A bad server: `answer(connection, request, number)` is called for each request of each connection.

    Yields:
        Its address.
    """
    ended = threading.Event()
    count = 0

    def serve(connection: socket.socket) -> None:
        nonlocal count
        with connection:
            connection.settimeout(_PATIENCE)
            try:
                while not ended.is_set() and (request := _request(connection)):
                    count += 1
                    answer(connection, request, count)
            except OSError:
                return  # the client left

    def accept() -> None:
        while True:
            try:
                connection, _ = server.accept()
            except OSError:
                return
            threading.Thread(target=serve, args=(connection,), daemon=True).start()

    with socket.create_server(("127.0.0.1", 0)) as server:
        threading.Thread(target=accept, daemon=True).start()
        try:
            yield f"http://127.0.0.1:{server.getsockname()[1]}"
        finally:
            ended.set()
            server.shutdown(socket.SHUT_RDWR)


def _request(connection: socket.socket) -> str:
    text = b""
    while not text.endswith(b"\r\n\r\n"):
        more = connection.recv(4096)
        if not more:
            return ""
        text += more
    return text.decode("ascii")


def make_certificate(place: Path) -> tuple[Path, tuple[Path, Path]]:
    """A certificate authority of our own, and what a server on loopback needs: its file, (certificate, key)."""
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec

    def pem(key: ec.EllipticCurvePrivateKey) -> bytes:
        return key.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )

    def named(name: str) -> x509.Name:
        return x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, name)])

    place.mkdir(exist_ok=True)
    authority, server = ec.generate_private_key(ec.SECP256R1()), ec.generate_private_key(ec.SECP256R1())
    now = datetime.now(UTC)

    def build(subject: str, key: ec.EllipticCurvePrivateKey) -> x509.CertificateBuilder:
        return (
            x509.CertificateBuilder().subject_name(named(subject)).issuer_name(named("test authority"))
            .public_key(key.public_key()).serial_number(x509.random_serial_number())
            .not_valid_before(now - timedelta(days=1)).not_valid_after(now + timedelta(days=2))
        )  # fmt: skip

    root = build("test authority", authority).add_extension(
        x509.BasicConstraints(ca=True, path_length=0), critical=True
    )
    leaf = build("127.0.0.1", server).add_extension(
        x509.SubjectAlternativeName([x509.IPAddress(IPv4Address("127.0.0.1"))]), critical=False
    )
    files = place / "ca.pem", place / "server.pem", place / "server.key"
    files[0].write_bytes(root.sign(authority, hashes.SHA256()).public_bytes(serialization.Encoding.PEM))
    files[1].write_bytes(leaf.sign(authority, hashes.SHA256()).public_bytes(serialization.Encoding.PEM))
    files[2].write_bytes(pem(server))
    assert ssl.create_default_context(cafile=str(files[0]))
    return files[0], (files[1], files[2])


_SMB = """
[global]
  workgroup = TEST
  server role = standalone server
  interfaces = lo
  bind interfaces only = yes
  smb ports = {port}
  disable netbios = yes
  disable spoolss = yes
  load printers = no
  private dir = {place}/private
  lock directory = {place}/lock
  state directory = {place}/state
  cache directory = {place}/cache
  pid directory = {place}/pid
  ncalrpc dir = {place}/ncalrpc
  binddns dir = {place}/binddns
  usershare path =
  passdb backend = tdbsam:{place}/private/passdb.tdb
  map to guest = Bad User
  guest account = {user}
  log file = {place}/log.%m
  server min protocol = SMB2
[open]
  path = {root}
  read only = yes
  guest ok = yes
[closed]
  path = {root}
  read only = yes
  guest ok = no
  force user = {user}
[drop]
  path = {root}
  read only = no
  guest ok = no
  force user = {user}
"""


class Samba(Daemon):
    """smbd with one folder as three shares: `open` for guests, `closed` and, writable, `drop` for the user with `password`."""

    password = "五一 pass:w@rd"

    def __init__(self, place: Path, root: Path) -> None:
        for name in ("private", "lock", "state", "cache", "pid", "ncalrpc", "binddns"):
            (place / name).mkdir(parents=True, exist_ok=True)
        self.user = "nobody"  # known to every system; reads as whoever runs the tests
        port = free_port()
        config = place / "smb.conf"
        config.write_text(_SMB.format(place=place, port=port, user=getpass.getuser(), root=root), "utf-8")
        program = shutil.which("smbd") or "/usr/sbin/smbd"
        super().__init__([program, "-F", "--no-process-group", "-s", str(config)], port, place / "out.log")
        said = f"{self.password}\n{self.password}\n".encode()
        subprocess.run(
            ["pdbedit", "-s", config, "-a", "-t", "-u", self.user], input=said, check=True, capture_output=True
        )


@contextmanager
def samba(place: Path, root: Path) -> Iterator[Samba]:
    """A running Samba server; needs root, as smbd changes users."""
    server = Samba(place, root)
    server.start()
    try:
        yield server
    finally:
        server.kill()


@contextmanager
def moto(place: Path) -> Iterator[str]:
    """An S3 server; its address."""
    port = free_port()
    command = [sys.executable, "-m", "moto.server", "-H", "127.0.0.1", "-p", str(port)]
    server = Daemon(command, port, place / "moto.log")
    server.start()
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        server.kill()
