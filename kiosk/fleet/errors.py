"""What can be wrong with a batch, as sentences for the person in the office."""

from __future__ import annotations

from kiosk.core.errors import ContentError, KioskError, StorageError, TrustError
from kiosk.core.text import Text

_AGAIN = Text(
    "不要紧：屏上留着原件，下次会再带来。", "Nothing is lost: the kiosk keeps the original and brings it again."
)


def truncated(name: str) -> StorageError:
    """The file ends before the batch does: the stick was pulled out."""
    return StorageError(
        "BATCH_TRUNCATED",
        Text(f"{name} 不完整，可能拔早了U盘。", f"{name} is incomplete; perhaps the stick was pulled out too early."),
        _AGAIN,
    )


def tampered(name: str) -> TrustError:
    """Signature or checksum do not fit."""
    return TrustError(
        "BATCH_TAMPERED",
        Text(f"{name} 被改动或损坏，没有采用。", f"{name} was changed or damaged; it was not used."),
        _AGAIN,
    )


def not_a_batch(name: str) -> ContentError:
    """Another kind of file."""
    return ContentError(
        "NOT_A_BATCH",
        Text(f"{name} 不是先锋屏的记录包。", f"{name} is not a batch of records."),
        Text("可以删除它。", "It can be deleted."),
    )


def malformed(name: str, rule: Text) -> ContentError:
    """It is signed, and breaks a rule all the same."""
    return ContentError(
        "BAD_BATCH",
        Text(f"{name} 不合格：{rule.zh}。", f"{name} breaks a rule: {rule.en}."),
        Text("请把这个文件发给技术支持。", "Send this file to support."),
    )


def newer(name: str, found: int, known: int) -> ContentError:
    """Written by a later program."""
    return ContentError(
        "BATCH_NEWER",
        Text(f"{name} 是新版程序写的（格式 {found}，本程序认识到 {known}）。",
             f"{name} was written by a newer program (format {found}; this one knows {known})."),
        Text("请先升级办公室的程序，再收一次。", "Upgrade the program of the office, then collect again."),
    )  # fmt: skip


def foreign(name: str) -> TrustError:
    """Sealed to the key of another office, or of another time."""
    return TrustError(
        "BATCH_FOREIGN",
        Text(f"{name} 不是封给这把办公室密钥的。", f"{name} is not sealed to this office key."),
        Text(
            "如果换过密钥，请用当时的私钥再收一次。", "If the key was changed, collect again with the key of that time."
        ),
    )


def other_key(name: str, device: str) -> TrustError:
    """The device is known with another key."""
    return TrustError(
        "DEVICE_KEY_CHANGED",
        Text(f"{name} 自称来自 {device}，但签名的钥匙和以前不同，没有采用。",
             f"{name} says it is from {device}, but is signed with another key than before; it was not used."),
        Text(f"如果这台屏确实换了机器或重装过，运行 kiosk fleet forget-key {device}。",
             f"If that kiosk was really replaced or set up anew, run kiosk fleet forget-key {device}."),
    )  # fmt: skip


def disagrees(name: str, sequence: int) -> ContentError:
    """A record that is known came again with another content."""
    return ContentError(
        "RECORD_DISAGREES",
        Text(f"{name} 的第 {sequence} 条与以前收到的不同，整包没有采用。",
             f"Record {sequence} of {name} differs from the one collected before; the batch was not used."),
        Text("这台屏的记录可能恢复过旧备份，请联系技术支持。",
             "That kiosk's records may have been restored from an old backup; ask support."),
    )  # fmt: skip


def read_only(place: str, error: Exception) -> KioskError:
    """A folder that can be read and takes nothing."""
    why = getattr(error, "strerror", None) or error
    return StorageError(
        "OUTBOX_READ_ONLY",
        Text(f"{place} 只能读，不能写（{why}）。", f"{place} can be read, not written ({why})."),
        Text("请给屏用的账号开放 outbox/records 的写入权限，或检查U盘的写保护开关。",
             "Let the kiosk's account write to outbox/records, or look for the stick's write protection."),
    )  # fmt: skip


def unreachable(place: str, error: Exception) -> KioskError:
    """A folder that cannot be read or written."""
    why = getattr(error, "strerror", None) or error
    return StorageError(
        "OUTBOX_UNREACHABLE",
        Text(f"无法读写 {place}：{why}。", f"{place} cannot be read or written: {why}."),
        Text("请检查U盘或共享文件夹，再试一次。", "Check the stick or the share and try again."),
    )
