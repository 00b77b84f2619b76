from support.hall import make

__all__ = ["make"]
