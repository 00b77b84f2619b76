pragma Singleton

import kiosk.design

IconFont {}
