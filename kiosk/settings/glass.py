"""What was set on the glass: a file of its own in the data folder, so that nobody writes into what IT wrote.

It stands above the files and below the environment and the command line. The service may write nowhere else.

Nobody who stands before the glass can mend a file. So a damaged one keeps no kiosk from starting: what was set before the
last change holds instead, and when that is gone too, nothing was set here.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from kiosk.core.errors import ConfigError
from kiosk.settings.layers import Layer, read_file, unreadable

NAME = "glass.toml"
BEFORE = "glass.before.toml"
"""As it was before the last change."""
HEAD = "# 在屏上设的，不用手改。\n"
"""The first line of both files: one without a single letter was wiped, not emptied."""
NOT_HERE = frozenset({"data_dir"})
"""Keys that cannot be set on the glass: where this very file lies."""


@dataclass(frozen=True, slots=True)
class Glass:
    """What was set on the glass, as far as it can be read.

    Args:
        layer: of the newest of the two files that is whole; empty when neither is.
        spoilt: what is wrong with the files that were passed over, the newest first.
    """

    layer: Layer
    spoilt: tuple[ConfigError, ...] = ()


def glass_file(data_dir: Path) -> Path:
    """The file."""
    return data_dir / NAME


def read_glass(data_dir: Path) -> Glass:
    """Read the file, or the one before it when it is damaged."""
    spoilt: list[ConfigError] = []
    for name in (NAME, BEFORE):
        try:
            found = whole(data_dir / name)
        except ConfigError as error:
            spoilt.append(error)
            continue
        said = {k: v for k, v in found.said.items() if k not in NOT_HERE}
        return Glass(Layer(found.where, said, found.text), tuple(spoilt))
    return Glass(Layer(str(glass_file(data_dir)), {}), tuple(spoilt))


def whole(file: Path) -> Layer:
    """One of the two files; one that is not there says nothing.

    Raises:
        ConfigError: `BAD_CONFIG`.
    """
    found = read_file(file, required=False)
    if not found.text and file.exists():
        raise unreadable(file, EOFError("empty"))
    return found
