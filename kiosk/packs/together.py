"""What several syncs from several sources came to."""

from __future__ import annotations

from collections.abc import Sequence

from kiosk.core.errors import KioskError
from kiosk.packs.report import PackResult, SyncReport


def remaining_problem(reports: Sequence[SyncReport]) -> KioskError | None:
    """The first thing a person should still act on.

    A pack that one source could not complete and another did is no problem, nor is an old copy of a publisher that
    another source carries anew.
    """
    results = [r for report in reports for r in report.results]
    heard = {r.publisher for r in results if r.pack and r.code != "refused"}
    done = {(r.publisher, r.pack) for r in results if r.code in ("live", "unchanged")}

    def settled(result: PackResult) -> bool:
        old = result.error is not None and result.error.code == "OLDER_THAN_KIOSK"
        return (result.publisher, result.pack) in done or (old and result.publisher in heard)

    for report in reports:
        if report.error is not None:
            return report.error
        for result in report.results:
            if result.error is not None and not settled(result):
                return result.error
    return None
