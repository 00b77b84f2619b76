"""Reports and the ledger, for the officer: on the kiosk behind the door, and in a window of the office."""
