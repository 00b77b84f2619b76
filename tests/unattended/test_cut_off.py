"""Cables pulled, names that nobody resolves: the kiosk starts and plays as ever, and asks the network for nothing by itself."""

from __future__ import annotations

from pathlib import Path

from support.alone import alone

LOST = """
import os, socket, sys, threading, time

def lost(*asked, **_named):
    with open(os.environ["LOST_CALLS"], "a", encoding="utf-8") as file:
        file.write(" ".join(sys.argv) + "\\t" + threading.current_thread().name + "\\t" + repr(asked) + "\\n")
    time.sleep(3600)

connect = socket.socket.connect

def pulled(self, address):
    if isinstance(address, tuple) and not str(address[0]).startswith("127."):
        lost(address)
    return connect(self, address)

socket.getaddrinfo = socket.gethostbyname = lost
socket.socket.connect = pulled
"""
"""Every question to a name server, and every connection beyond this machine, is noted and never answered."""


def test_no_network_at_all(kept: Path, tmp_path: Path) -> None:
    hook, calls = tmp_path / "hook", tmp_path / "calls"
    hook.mkdir()
    (hook / "sitecustomize.py").write_text(LOST, "utf-8")
    env = {
        "PYTHONPATH": str(hook),
        "LOST_CALLS": str(calls),
        "KIOSK_SOURCES": "http://packs.example.invalid/packs;http://192.0.2.7/packs",
    }
    with alone(kept, "--attract", env=env) as kiosk:
        kiosk.ready()
        kiosk.until(calls.exists, "the round over the sources, in a process of its own")
        kiosk.beats(3)
        assert kiosk.close() == 0, kiosk.log
        assert kiosk.complaints == []
    asked = calls.read_text("utf-8").splitlines()
    assert "packs.example.invalid" in asked[0]
    assert [line for line in asked if " sync " not in line.partition("\t")[0]] == [], "only that process asks anybody"
