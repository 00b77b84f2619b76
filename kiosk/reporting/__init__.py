"""Joins records, packs and kinds into what reports and ledgers are made of: for the commands and for the report screen."""
