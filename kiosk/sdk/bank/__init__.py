"""Lists that officers write: one entry below the other, in YAML or in the first sheet of a workbook.

A kind says what its list looks like with a `Shape` and gets `Fields`, one an entry, whose every mistake is told with its
line (`12`) or its cell (`D7`). What an entry means is the kind's own business.
"""

from kiosk.sdk.bank.cells import cell, place
from kiosk.sdk.bank.file import entries, read
from kiosk.sdk.bank.shape import Shape, Words, titled

__all__ = ["Shape", "Words", "cell", "entries", "place", "read", "titled"]
