from support.kiosk import own_union, union
from support.lived_in import kept

__all__ = ["kept", "own_union", "union"]
