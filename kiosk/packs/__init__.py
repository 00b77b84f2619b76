"""Signed content packs: publishing them into a folder, trusting a publisher, bringing them onto a kiosk safely.

Nothing is imported here: the publisher's side needs `cryptography`, the kiosk's side does not, and the screen polls
`kiosk.packs.generation` without either.
"""
