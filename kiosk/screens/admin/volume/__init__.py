"""Volume and brightness."""
