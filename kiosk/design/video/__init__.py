"""A moving picture on both render profiles. QML module `kiosk.design.video`."""
