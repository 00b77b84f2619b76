"""What can go wrong with a backup, as sentences."""

from __future__ import annotations

from pathlib import Path

from kiosk.core.errors import ConfigError, StorageError, TrustError
from kiosk.core.text import Text


def not_a_backup(path: Path, why: str) -> StorageError:
    """The file is not one, or is cut or damaged."""
    return StorageError(
        "BACKUP_DAMAGED",
        Text(
            f"{path} 不是完整的备份（{why}），没有恢复。",
            f"{path} is not a whole backup ({why}); nothing was restored.",
        ),
        Text("请换另一份备份。", "Use another copy of the backup."),
    )


def backup_newer(path: Path) -> StorageError:
    """Made by a later program."""
    return StorageError(
        "BACKUP_NEWER",
        Text(f"{path} 由更新的程序做成。", f"{path} was made by a newer program."),
        Text("请先安装新版程序。", "Install the newer program first."),
    )


def backup_locked(path: Path) -> TrustError:
    """It does not open with what was given."""
    return TrustError(
        "BACKUP_LOCKED",
        Text(
            f"{path.name} 打不开：口令或办公室私钥不对。", f"{path.name} does not open: wrong passphrase or office key."
        ),
        Text(
            "请核对口令（KIOSK_PASSPHRASE），或用 --key 指明当时的办公室私钥。",
            "Check the passphrase (KIOSK_PASSPHRASE), or name the office key of that time with --key.",
        ),
    )


def backup_exists(path: Path) -> StorageError:
    """A backup is never written over another file."""
    return StorageError(
        "BACKUP_EXISTS",
        Text(f"{path} 已经存在，没有覆盖。", f"{path} is there already; it was not replaced."),
        Text("请换一个文件名。", "Choose another name."),
    )


def backup_unwritable(path: Path, error: OSError) -> StorageError:
    """The disk, stick or share refused."""
    why = error.strerror or str(error)
    return StorageError(
        "BACKUP_UNWRITABLE",
        Text(f"写不了 {path}（{why}）。", f"{path} cannot be written ({why})."),
        Text("请检查空间和权限，例如用 sudo 运行。", "Check space and permissions, e.g. run it with sudo."),
    )


def kiosk_there(folder: Path) -> ConfigError:
    """The machine already is somebody."""
    return ConfigError(
        "ANOTHER_KIOSK",
        Text(
            f"{folder} 里已经有一台屏的记录，没有覆盖。",
            f"{folder} already holds the records of a kiosk; nothing was replaced.",
        ),
        Text(
            "确要替换就加 --replace：原有文件会移到 restore.before。",
            "To replace it, add --replace: what is there goes to restore.before.",
        ),
    )
