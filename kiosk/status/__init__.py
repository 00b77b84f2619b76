"""How others learn what the running kiosk does: its log, and a small server on the loopback interface. No Qt."""
