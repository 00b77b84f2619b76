pragma Singleton

import kiosk.design

AssetFiles {}
