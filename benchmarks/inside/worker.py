"""`kiosk sync` as a kiosk starts its worker: `worker DATA REPO`. Most memory it ever had, MB.

Told by the worker itself: what `wait4` says of a child includes the memory its parent had when it was forked.
"""

from __future__ import annotations

import contextlib
import io
import json
import sys
from pathlib import Path

from kiosk.cli import main as kiosk


def main(data: str, repo: str) -> None:
    """Sync, and look into the mirror."""
    said = io.StringIO()
    with contextlib.redirect_stdout(said), contextlib.suppress(SystemExit):
        kiosk(["sync", "--from", repo, "--data", data, "--json"])
    status = Path("/proc/self/status").read_text("ascii")
    peak = next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmHWM:"))
    print(json.dumps({"mb": peak / 1024, "changed": json.loads(said.getvalue())["changed"]}))


main(sys.argv[1], sys.argv[2])
