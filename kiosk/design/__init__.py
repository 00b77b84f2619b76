"""The design system: theme tokens, touch controls and icons. QML module `kiosk.design`."""
