"""The first page behind the door: how the kiosk is, and the way to everything else."""
