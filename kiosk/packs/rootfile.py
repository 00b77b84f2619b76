"""A publisher's first root as a file: what a person confirms by its fingerprint, or a parent publisher signs."""

from __future__ import annotations

from tuf.api.exceptions import RepositoryError
from tuf.api.metadata import Metadata, Root
from tuf.api.serialization import DeserializationError

from kiosk.packs.fingerprint import PUBLISHER_FIELD
from kiosk.packs.ids import is_id

MAX_ROOT_BYTES = 64 * 1024


def publisher_of_root(untrusted: bytes) -> str | None:
    """The publisher's id in a root that is well formed and signed by its own keys, or None."""
    root = _signed_root(untrusted)
    publisher = root.unrecognized_fields.get(PUBLISHER_FIELD) if root else None
    return publisher if isinstance(publisher, str) and is_id(publisher) else None


def is_signed_root(untrusted: bytes) -> bool:
    """True for any root that is signed by its own keys, ours or not."""
    return _signed_root(untrusted) is not None


def is_first_root(untrusted: bytes) -> bool:
    """True for version 1: the end of a chain that everybody can name."""
    root = _signed_root(untrusted)
    return root is not None and root.version == 1


def _signed_root(untrusted: bytes) -> Root | None:
    if len(untrusted) > MAX_ROOT_BYTES:
        return None
    try:
        metadata = Metadata[Root].from_bytes(untrusted)
        if isinstance(metadata.signed, Root):
            metadata.signed.verify_delegate("root", metadata.signed_bytes, metadata.signatures)
            return metadata.signed
    except (DeserializationError, RepositoryError):
        pass  # said by None
    return None
