"""Programs that only a benchmark needs, from Debian."""

from __future__ import annotations

import os
import shutil
import subprocess


def ensure(program: str, package: str) -> str:
    """Install `package` when `program` is not there; returns why it cannot be had, or an empty string."""
    if shutil.which(program):
        return ""
    if not shutil.which("apt-get"):
        return f"{program} is not installed and this is not Debian"
    if os.geteuid() != 0:
        return f"{program} is not installed; as root: apt-get install {package}"
    print(f"   installing {package}", flush=True)
    env = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    install = ["apt-get", "install", "-y", "-q", "--no-install-recommends", package]
    for command in (install, ["apt-get", "update", "-q"], install):
        done = subprocess.run(command, env=env, capture_output=True, text=True, timeout=900, check=False)
        if shutil.which(program):
            return ""
    return f"apt cannot install {package}: {(done.stderr or done.stdout).strip().splitlines()[-1:]}"
