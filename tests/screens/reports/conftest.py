from support.kiosk import own_union, union

__all__ = ["own_union", "union"]
