"""When two written email addresses are the same account: in case only, and in ASCII only.

Unicode folds letters that merely look alike (the Kelvin sign becomes k), and who
owns one of those addresses does not own the other.
"""

from string import ascii_lowercase, ascii_uppercase

TO_LOWER = str.maketrans(ascii_uppercase, ascii_lowercase)


def folded(address: str) -> str:
    """The address as accounts are found by it."""
    return address.strip().translate(TO_LOWER)
