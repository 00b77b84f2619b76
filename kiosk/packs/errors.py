"""Everything that can go wrong with packs, as sentences for the person who stands at the kiosk with a stick."""

from __future__ import annotations

import errno

from kiosk.core.errors import BusyError, ConfigError, ContentError, KioskError, StorageError, TrustError
from kiosk.core.text import Text

_OTHER_MEDIUM = Text("请换一个U盘，或重新导出一次。", "Try another stick, or export to it again.")


def untrusted(publisher: str) -> TrustError:
    """The signature is not by a key this kiosk trusts for that publisher."""
    return TrustError(
        "UNTRUSTED",
        Text(
            f"“{publisher}”的内容不是用本机信任的密钥签名的，没有使用。",
            f"The content of “{publisher}” is not signed by a key this kiosk trusts; it was not used.",
        ),
        Text(
            "请向发布单位核对密钥指纹，再用 kiosk trust add 添加。",
            "Compare the key fingerprint with the publisher, then use kiosk trust add.",
        ),
    )


def root_chain_incomplete(publisher: str, version: int) -> TrustError:
    """The medium has a later root than the one that is missing."""
    return TrustError(
        "UNTRUSTED",
        Text(
            f"“{publisher}”换过密钥，但介质上缺少 {version}.root.json，无法核对。",
            f"“{publisher}” changed its keys, but {version}.root.json is missing here: they cannot be checked.",
        ),
        Text("请从发布文件夹重新完整复制。", "Copy the publisher's folder again, completely."),
    )


def older_than_kiosk(what: str, medium: int, kiosk: int) -> TrustError:
    """A rollback: signed once, but replaced since."""
    return TrustError(
        "OLDER_THAN_KIOSK",
        Text(
            f"“{what}”在介质上是第 {medium} 版，本机已有第 {kiosk} 版；没有换回旧版。",
            f"“{what}” on the medium is version {medium}, the kiosk already has {kiosk}; it was not put back.",
        ),
        Text("请用新导出的介质。", "Use a medium that was exported later."),
    )


def damaged_medium(file: str, why: Text | None = None) -> StorageError:
    """A file is there but is not what was signed."""
    zh, en = (f"（{why.zh}）", f" ({why.en})") if why else ("", "")
    return StorageError(
        "DAMAGED_MEDIUM",
        Text(f"介质上的文件 {file} 已损坏{zh}。", f"The file {file} on the medium is damaged{en}."),
        _OTHER_MEDIUM,
    )


def not_a_pack_medium(label: str) -> StorageError:
    """Nothing here looks like a pack repository."""
    return StorageError(
        "NOT_A_PACK_MEDIUM",
        Text(f"{label} 上没有内容包。", f"There are no content packs on {label}."),
        Text(
            "请选择含有 publishers 文件夹的U盘或共享文件夹。",
            "Choose the stick or share that holds the folder “publishers”.",
        ),
    )


def not_on_this_medium(what: str) -> StorageError:
    """Published, but not carried here."""
    return StorageError(
        "NOT_ON_THIS_MEDIUM",
        Text(f"介质上没有 {what}。", f"{what} is not on this medium."),
        Text("如需更新，请用带有它的介质。", "To update it, use a medium that carries it."),
    )


def medium_removed(percent: int | None = None) -> StorageError:
    """The stick was pulled out, or the share went away."""
    zh, en = (f"已复制 {percent}%。", f"{percent} % is copied.") if percent is not None else ("", "")
    return StorageError(
        "MEDIUM_REMOVED",
        Text(f"介质被拔出或共享已断开。{zh}", f"The medium was removed or the share went away. {en}".rstrip()),
        Text("请放回介质，复制会接着进行。", "Put it back: copying goes on where it stopped."),
    )


def no_permission(file: str) -> StorageError:
    """The medium refuses to be read."""
    return StorageError(
        "NO_PERMISSION",
        Text(f"没有权限读取 {file}。", f"There is no permission to read {file}."),
        Text("请检查共享文件夹的权限。", "Check the permissions of the shared folder."),
    )


def disk_full(needed: int, free: int) -> StorageError:
    """Bytes wanted and bytes there, both on the kiosk's own disk."""
    return StorageError(
        "DISK_FULL",
        Text(
            f"本机磁盘空间不足：还需要 {size(needed)}，只剩 {size(free)}。",
            f"The kiosk's disk is full: {size(needed)} needed, {size(free)} free.",
        ),
        Text("原有内容照常播放；请清理磁盘后重试。", "The old content keeps playing; free some space and try again."),
    )


def bad_pack(rule: Text, where: str = "") -> ContentError:
    """A signed manifest breaks a rule; the publisher has to mend it."""
    zh, en = (f"{where}：", f"{where}: ") if where else ("", "")
    return ContentError(
        "BAD_PACK",
        Text(f"内容包不合格：{zh}{rule.zh}。", f"The pack breaks a rule: {en}{rule.en}."),
        Text("请发布单位改正后重新发布。", "The publisher has to mend it and publish again."),
    )


def needs_newer_app(what: str, wanted: str) -> ContentError:
    """Made for a later program than this one."""
    return ContentError(
        "NEEDS_NEWER_APP",
        Text(f"“{what}”需要新版程序（{wanted}）。", f"“{what}” needs a newer program ({wanted})."),
        Text("请先升级本机程序。", "Upgrade the kiosk first."),
    )


def busy(who: Text) -> BusyError:
    """Somebody else holds the lock."""
    return BusyError("BUSY", who, Text("请稍后再试。", "Try again in a moment."))


def clock_wrong(clock: str, floor: str) -> KioskError:
    """The kiosk's clock cannot be right; content does not depend on it."""
    return StorageError(
        "CLOCK",
        Text(
            f"本机时钟看来不对：显示 {clock}，已知不早于 {floor}。",
            f"The clock looks wrong: it says {clock}, known to be at least {floor}.",
        ),
        Text("请校准日期和时间；内容照常更新。", "Set the date and time; content is updated all the same."),
    )


def disk_failed(path: str, error: OSError) -> StorageError:
    """The kiosk's own disk refuses; `DISK_FULL` when that is why."""
    if is_full(error):
        return StorageError(
            "DISK_FULL",
            Text(f"本机磁盘已满，无法写入 {path}。", f"The kiosk's disk is full: {path} cannot be written."),
            Text(
                "原有内容照常播放；请清理磁盘后重试。", "The old content keeps playing; free some space and try again."
            ),
        )
    return StorageError(
        "DISK_FAILED",
        Text(
            f"本机磁盘读写失败：{path}（{error.strerror or error}）。",
            f"The kiosk's disk failed at {path} ({error.strerror or error}).",
        ),
        Text("请检查磁盘和文件夹权限。", "Check the disk and the permissions of the folder."),
    )


def size(count: int) -> str:
    """Bytes for people."""
    for unit, factor in (("GB", 10**9), ("MB", 10**6), ("KB", 10**3)):
        if count >= factor:
            return f"{count / factor:.1f} {unit}"
    return f"{count} B"


def bad_grant(child: str, rule: Text) -> ContentError:
    """A signed grant breaks a rule of the format; the parent has to mend it."""
    return ContentError(
        "BAD_PACK",
        Text(f"给“{child}”的授权不合格：{rule.zh}。", f"The grant for “{child}” breaks a rule: {rule.en}."),
        Text("请上级单位重新授权。", "The parent publisher has to grant again."),
    )


def grant_refused(parent: str, child: str, rule: Text) -> TrustError:
    """A publisher granted what is not its own to grant."""
    return TrustError(
        "UNTRUSTED",
        Text(f"“{parent}”给“{child}”的授权无效：{rule.zh}。", f"“{parent}” cannot grant this to “{child}”: {rule.en}."),
        Text("请上级单位改正授权。", "The parent publisher has to mend the grant."),
    )


def outside_namespace(publisher: str, pack: str, namespace: str) -> TrustError:
    """A granted publisher signed a pack that is not in its namespace."""
    return TrustError(
        "UNTRUSTED",
        Text(
            f"“{publisher}”只能发布“{namespace}”开头的内容包，没有使用“{pack}”。",
            f"“{publisher}” may only publish packs called “{namespace}” or “{namespace}-…”; “{pack}” was not used.",
        ),
        Text(
            "请发布单位给内容包改名，或请上级单位另行授权。", "It has to rename the pack, or its parent to grant more."
        ),
    )


def grant_ended(publisher: str, day: str) -> TrustError:
    """The grant is over; what is on the screen stays."""
    return TrustError(
        "REVOKED",
        Text(
            f"“{publisher}”的授权到 {day} 为止，没有接受新内容；屏上的照常播放。",
            f"The grant of “{publisher}” ended on {day}: nothing new was accepted; what is on the screen stays.",
        ),
        Text("请上级单位延长授权。", "Ask the parent publisher for a longer grant."),
    )


def revoked(publisher: str) -> TrustError:
    """Its parent took the grant back."""
    return TrustError(
        "REVOKED",
        Text(
            f"上级单位已收回“{publisher}”的授权，没有使用它的内容。",
            f"The grant of “{publisher}” was taken back; its content was not used.",
        ),
        Text("如有疑问，请问上级单位。", "If that seems wrong, ask the parent publisher."),
    )


def database_recovered(found: Text, kept: Text) -> StorageError:
    """`packs.db` was damaged or gone and has been put right; said in the log and the history."""
    return StorageError(
        "DATABASE_RECOVERED",
        Text(f"数据库 packs.db {found.zh}，已自动修复：{kept.zh}。", f"packs.db {found.en}; it was mended: {kept.en}."),
        Text("请检查磁盘，并同步一次。", "Check the disk, and sync once."),
    )


def in_use(file: str) -> BusyError:
    """Another program keeps the file to itself, as Windows allows; it has been tried several times."""
    return BusyError(
        "BUSY",
        Text(f"文件 {file} 正被别的程序占用。", f"The file {file} is in use by another program."),
        Text("请稍后再试。", "Try again in a moment."),
    )


def medium_stalled(label: str, seconds: float) -> StorageError:
    """The medium is there but has not given a byte for so long."""
    return StorageError(
        "MEDIUM_REMOVED",
        Text(f"{label} 有 {seconds:.0f} 秒没有反应。", f"{label} has not answered for {seconds:.0f} seconds."),
        Text(
            "请检查网线、服务器或U盘；恢复后复制会接着进行。",
            "Check the cable, the server or the stick: copying goes on where it stopped.",
        ),
    )


def server_unreachable(label: str, why: Text) -> StorageError:
    """A server that cannot be reached is to the kiosk what a stick is that was pulled out."""
    return StorageError(
        "MEDIUM_REMOVED",
        Text(f"连不上服务器 {label}：{why.zh}。", f"The server {label} cannot be reached: {why.en}."),
        Text(
            "请检查网络、地址和服务器；恢复后复制会接着进行。",
            "Check the network, the address and the server: copying goes on where it stopped.",
        ),
    )


def no_server_permission(label: str) -> StorageError:
    """The server asks for a name and password, or refuses these."""
    return StorageError(
        "NO_PERMISSION",
        Text(f"服务器 {label} 拒绝访问。", f"The server {label} refuses access."),
        Text("请检查用户名、密码和文件夹权限。", "Check user name, password and the permissions of the folder."),
    )


def is_full(error: OSError) -> bool:
    """True when the kiosk's disk, or the share of it this user may fill, is full."""
    return error.errno in (errno.ENOSPC, errno.EDQUOT)


def previous_damaged(pack: str) -> ConfigError:
    """The version before lacks bytes."""
    return ConfigError(
        "PREVIOUS_DAMAGED",
        Text(
            f"“{pack}”的旧版有文件损坏，不能换回。", f"The earlier version of “{pack}” is damaged and cannot be shown."
        ),
        Text("请发布单位发布新版。", "Ask the publisher for a new version."),
    )
