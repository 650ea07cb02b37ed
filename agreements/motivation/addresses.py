"""To which address somebody's link goes; and what is kept of that from the day a wave opens.

Whoever may edit the register could otherwise turn a link sent by mail into one on their own paper,
or have a reminder sent to themselves, which comes only where somebody has not answered.
"""

from hashlib import sha256


def account_of(person):
    """The account that is somebody's today, closed or not; or None."""
    return getattr(person, "user", None)


def address_of(person):
    """Where a mail reaches somebody today: by the register, or by their account; or ""."""
    if person is None or not person.is_active:
        return ""
    account = account_of(person)
    return person.email or (account.email if account and account.is_active else "")


def key_of(address, *, salt):
    """What is kept of an address: with the salt of the wave it is recognised, and that goes."""
    return sha256(f"{salt}:{address}".encode()).hexdigest() if address else ""
