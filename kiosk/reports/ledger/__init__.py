"""The ledger (台账): lines that fill themselves from the records, what the officer adds, and what is still missing.

No authoritative form exists; the columns of `default.toml` are those commonly asked for, and an office changes them in its
own `ledger.toml`.
"""
