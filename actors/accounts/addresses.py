"""Email addresses as accounts know them: one spelling, and no letter that only looks like one."""

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext_lazy as _

NOT_PLAIN = _("Write the address in plain letters without accents.")


def plain_address(text):
    """The address in small letters; ValidationError for anything but plain ASCII.

    Folding the case of a dotless i or the Kelvin sign would make the address of somebody else.
    """
    text = text.strip()
    if not text.isascii():
        raise ValidationError(NOT_PLAIN, code="email")
    validate_email(text)
    return text.lower()
