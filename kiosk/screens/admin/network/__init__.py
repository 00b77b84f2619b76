"""The network: its doors and addresses, and whether the sources answer now."""
