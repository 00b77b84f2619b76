"""How this kiosk is set up: one frozen value, from file, environment and command line. Standard library only."""

from __future__ import annotations

from kiosk.settings.load import Loaded, load
from kiosk.settings.model import Settings
from kiosk.settings.places import config_path, data_dir

__all__ = ["Loaded", "Settings", "config_path", "data_dir", "load"]
