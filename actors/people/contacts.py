"""Links that call or write to a person, from the phone number as somebody typed it."""

import re
from dataclasses import dataclass

from actors.audit.kinds import EventKind
from actors.audit.recording import record_event

COUNTRY = "62"


@dataclass(frozen=True)
class ContactLinks:
    tel: str
    whatsapp: str


def contact_links(person):
    """Addresses for the dialler and for WhatsApp; None when the person has no number."""
    number = international(person.phone)
    return ContactLinks(f"tel:+{number}", f"https://wa.me/{number}") if number else None


def international(phone):
    """Digits with the country in front: 0812-3456 and +62 812 3456 are the same number."""
    digits = re.sub(r"[^0-9]", "", phone)
    return COUNTRY + digits[1:] if digits.startswith("0") else digits


def note_view(request, person):
    """Whoever is shown somebody else's address or number is written down; see `see_contacts`."""
    if request.user.person_id != person.pk and (person.email or person.phone):
        record_event(EventKind.VIEWED, request=request, about=person, shown="contacts")
