"""What only the office may read: sealed to its public key before it touches a disk of the kiosk, opened at the office.

The construction is libsodium's sealed box (X25519, XSalsa20-Poly1305, an ephemeral key for each message).
https://doc.libsodium.org/public-key_cryptography/sealed_boxes
"""

from __future__ import annotations

from kiosk.sealing.box import OfficeKey, SealedError, open_sealed, seal
from kiosk.sealing.keyfile import load_key, make_key

__all__ = ["OfficeKey", "SealedError", "load_key", "make_key", "open_sealed", "seal"]
