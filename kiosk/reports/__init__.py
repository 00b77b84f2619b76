"""Reports: pure tables over what records add up to, written as xlsx, csv and PDF; and the ledger.

A report is a function from `Material` to a frozen `Report`. It knows no database, no kind and no screen: what it needs of
them is handed in by whoever joins them (`kiosk.reporting`).
"""
