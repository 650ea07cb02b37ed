"""The mail that an admin's click sends to an account, in its owner's language."""

from django.contrib.auth.tokens import default_token_generator
from django.utils.encoding import force_bytes
from django.utils.http import urlsafe_base64_encode

from collabgov.kit.mail import send_text


def send_password_link(user, *, site):
    """The same mail as for a forgotten password; whether the mail server took it."""
    return send_text(
        to=user.email,
        language=user.language,
        subject="accounts/mail/password_reset_subject.txt",
        body="accounts/mail/password_reset.txt",
        email=user.email,
        site_url=site,
        uid=urlsafe_base64_encode(force_bytes(user.pk)),
        token=default_token_generator.make_token(user),
    )
