"""The kiosk as `kiosk run` starts it, saying `painted` and staying: for weighing it."""

from __future__ import annotations

import sys
from pathlib import Path

from kiosk.app import Options, run_kiosk
from kiosk.cli.place import settings

sys.exit(
    run_kiosk(settings(Path(sys.argv[1])), Options(size=(1920, 1080), painted=lambda: print("painted", flush=True)))
)
