"""What we tell allauth about second factors: their secrets sealed, the last one kept."""

import base64
import hashlib

from allauth.core import context
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from cryptography.fernet import Fernet, MultiFernet
from django.conf import settings
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from actors.accounts.duties import FACTORS, has_duty


class FactorAdapter(DefaultMFAAdapter):
    error_messages = {
        **DefaultMFAAdapter.error_messages,
        "incorrect_code": _("That code is not right, or was used already. Try the next one."),
        "cannot_delete_authenticator": _(
            "Your role needs a second factor. Add another one before you remove this."
        ),
    }

    def get_totp_issuer(self):
        return settings.SITE_NAME

    def encrypt(self, text):
        """A copy of the database alone does not make codes."""
        return _sealer().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text):
        return _sealer().decrypt(encrypted_text.encode()).decode()

    def can_delete_authenticator(self, authenticator):
        if not settings.MFA_REQUIRED or not has_duty(authenticator.user):
            return True
        others = Authenticator.objects.filter(user=authenticator.user, type__in=FACTORS)
        return others.exclude(pk=authenticator.pk).exists()

    def generate_authenticator_name(self, user, type):  # noqa: A002  allauth's name
        number = Authenticator.objects.filter(user=user, type=type).count() + 1
        return gettext("Passkey %(number)d") % {"number": number}

    def get_public_key_credential_rp_entity(self):
        host = context.request.get_host().partition(":")[0]
        return {"id": host, "name": settings.SITE_NAME}


def _sealer():
    """The present secret key seals; earlier ones still open."""
    keys = [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]
    return MultiFernet([Fernet(_key_of(key)) for key in keys])


def _key_of(secret):
    digest = hashlib.sha256(f"actors.accounts.factor_adapter:{secret}".encode()).digest()
    return base64.urlsafe_b64encode(digest)
