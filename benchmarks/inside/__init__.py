"""What runs in a process of its own with the kiosk in it; the last line printed is the report, as JSON."""
