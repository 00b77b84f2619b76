"""What is kept of a receipt code leads neither to the code nor from the public list to the record book."""

from __future__ import annotations

from kiosk.core import receipt
from kiosk.kinds.suggestion import code


def test_what_the_list_keeps_is_not_what_the_book_keeps() -> None:
    made = receipt.new_code()
    public, book = code.public_hash(made), code.book_hash(made)
    assert public != book and len(public) == len(book) == 32
    assert public == code.public_hash(made), "the office and the kiosk make the same"
    assert made not in public.upper() and public != code.public_hash(receipt.new_code())
