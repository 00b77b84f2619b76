"""Window, navigation, skirting, idle reset, attract loop, notices."""
