"""Whether the kiosk lives, and who brings it back: heartbeat, the notify protocol, restarts. No Qt."""
