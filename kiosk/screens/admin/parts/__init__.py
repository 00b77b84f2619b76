"""What the administrator's pages share: a wall that tells about one thing, a list to choose from, a tray with what can be done."""
