"""The kiosk's own signature: an Ed25519 key made once, in the data folder. The office pins it to the device at first sight."""

from __future__ import annotations

from pathlib import Path

from nacl.signing import SigningKey

from kiosk.fleet.errors import unreachable
from kiosk.packs.durable import write_durably

NAME = "device.key"
_BYTES = 32


def device_key(data: Path) -> SigningKey:
    """The key, made when there is none yet or the file is damaged; the office then asks its officer about the new one.

    Args:
        data: the kiosk's data folder.

    Raises:
        StorageError: `OUTBOX_UNREACHABLE`: the disk refused.
    """
    path = data / NAME
    try:
        if path.is_file() and len(seed := path.read_bytes()) == _BYTES:
            return SigningKey(seed)
        made = SigningKey.generate()
        path.parent.mkdir(parents=True, exist_ok=True)
        write_durably(path, bytes(made), mode=0o600)
        return made
    except OSError as error:
        raise unreachable(str(path), error) from error
