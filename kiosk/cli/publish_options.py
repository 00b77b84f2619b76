"""What the commands of the office share: where things are, and passphrases."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kiosk.cli.console import Bar, say
from kiosk.core.errors import ConfigError, TrustError
from kiosk.core.text import Text, reader_language

if TYPE_CHECKING:
    from kiosk.packs.publisher.keys import KeyRing

FOLDER = click.Path(path_type=Path, file_okay=False)
REPO = click.option("--repo", type=FOLDER, required=True, help="The shared folder.")
PUBLISHER = click.option("--publisher", required=True, help="Id of the publisher, e.g. wuxi.")
KEYS = click.option(
    "--keys", type=FOLDER, required=True, multiple=True, help="Folder of your keys; twice when two people are here."
)
ROOT_KEYS = click.option(
    "--root-keys", type=FOLDER, multiple=True, help="Folder of the root key, out of its safe; default: that of --keys."
)
NO_PASSPHRASE = click.option(
    "--no-passphrase", is_flag=True, help="Do not encrypt the new keys. For demonstrations only."
)
JSON = click.option("--json", "as_json", is_flag=True, help="Print JSON.")

SHORTEST = 8
_TRIES = 3


def open_ring(publisher: str, keys: tuple[Path, ...], root_keys: tuple[Path, ...] = ()) -> KeyRing:
    """Open the key folders, asking for passphrases at a terminal.

    Raises:
        TrustError: `KEY_MISSING`, `BAD_PASSPHRASE`.
    """
    ring = _open(keys[0], publisher, "KIOSK_PASSPHRASE")
    for folder in keys[1:]:
        ring = ring.joined(_open(folder, publisher, "KIOSK_PASSPHRASE"))
    for folder in root_keys:
        ring = ring.with_root(_open(folder, publisher, "KIOSK_ROOT_PASSPHRASE"))
    return ring


def new_passphrase(folder: Path, variable: str = "KIOSK_PASSPHRASE", *, none: bool = False) -> str | None:
    """The passphrase for new keys: from the environment, or asked for twice.

    Args:
        folder: named in the question.
        none: the officer wants none.

    Raises:
        ConfigError: `NO_PASSPHRASE`: nobody is there to ask; `SHORT_PASSPHRASE`.
    """
    if none:
        return None
    given = os.environ.get(variable) or os.environ.get("KIOSK_PASSPHRASE")
    if given is None:
        if not sys.stdin.isatty():
            raise ConfigError(
                "NO_PASSPHRASE",
                Text("密钥需要口令，这里没有人可问。", "The keys need a passphrase, and nobody is here to be asked."),
                Text(
                    f"请在终端运行，或设置环境变量 {variable}；演示可用 --no-passphrase。",
                    f"Run it at a terminal, or set {variable}; a demonstration may use --no-passphrase.",
                ),
            )
        question = Text(f"{folder} 的新口令", f"New passphrase for {folder}")(reader_language())
        again = Text("再输一次", "Once more")(reader_language())
        given = str(click.prompt(question, hide_input=True, confirmation_prompt=again, err=True))
    if len(given) < SHORTEST:
        raise ConfigError(
            "SHORT_PASSPHRASE",
            Text(
                f"口令太短，至少 {SHORTEST} 个字符。",
                f"The passphrase is too short; take at least {SHORTEST} characters.",
            ),
            Text("几个词连起来最好记。", "A few words in a row are easiest to remember."),
        )
    return given


def bar_of(bar: Bar, words: Text) -> BarStep:
    """A progress callback that says what is being done."""
    return BarStep(bar, words(reader_language()))


class BarStep:
    """Feeds a bar from `Progress` callbacks."""

    def __init__(self, bar: Bar, words: str) -> None:
        self._bar, self._words = bar, words

    def __call__(self, name: str, done: int, total: int) -> None:
        """See `kiosk.packs.publisher.blobs.Progress`."""
        self._bar.total = total
        self._bar.show(done, f"{self._words} {name}")


def _open(folder: Path, publisher: str, variable: str) -> KeyRing:
    from kiosk.packs.publisher.keys import is_encrypted, open_keys

    given = os.environ.get(variable) or os.environ.get("KIOSK_PASSPHRASE")
    if given or not is_encrypted(folder, publisher) or not sys.stdin.isatty():
        return open_keys(folder, publisher, given)
    question = Text(f"{folder} 的口令", f"Passphrase for {folder}")(reader_language())
    for left in range(_TRIES - 1, -1, -1):
        try:
            return open_keys(folder, publisher, click.prompt(question, hide_input=True, err=True))
        except TrustError as error:
            if error.code != "BAD_PASSPHRASE" or not left:
                raise
            say(Text("口令不对，请再试。", "Wrong passphrase; try again."), err=True)
    raise AssertionError("unreachable")
