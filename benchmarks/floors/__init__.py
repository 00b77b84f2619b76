"""What the kiosk is measured against. The programs here are run as scripts and know nothing of the product."""
