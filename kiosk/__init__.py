"""Pioneer Kiosk (先锋屏): an exhibition and lecture kiosk for trade unions."""

__version__ = "0.1.0"
