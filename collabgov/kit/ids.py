"""Record ids as strangers write them."""

LONGEST = 18  # digits; every such number fits a bigint


def as_id(text):
    """Return the record id that a posted text names, or None; never an error."""
    text = text or ""
    is_id = len(text) <= LONGEST and text.isascii() and text.isdecimal()
    return int(text) if is_id else None
