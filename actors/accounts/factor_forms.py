"""Setting up and renaming second factors."""

from allauth.mfa.totp.forms import ActivateTOTPForm, DeactivateTOTPForm
from allauth.mfa.webauthn.forms import (
    AddWebAuthnForm,
    AuthenticateWebAuthnForm,
    EditWebAuthnForm,
    ReauthenticateWebAuthnForm,
)
from cryptography.exceptions import InvalidSignature
from django import forms
from django.utils.translation import gettext_lazy as _

from actors.accounts.forms import bare_helper, code_field

NOT_UNDERSTOOD = (AttributeError, InvalidSignature, KeyError, TypeError, ValueError)
LONGEST_NAME = 60
LONGEST_ANSWER = 20_000  # what a passkey says; attestations are a few thousand characters


def strange():
    return forms.ValidationError(_("Your browser gave no passkey. Try again."))


class AnswerMixin:
    """What the passkey answers comes from our script, in a hidden input of limited length."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        said = _("Your browser gave no passkey. Try again.")
        self.fields["credential"].error_messages = {"required": said, "invalid": said}

    def _clean_fields(self):
        """Allauth and fido2 expect a whole answer and stumble over parts of one."""
        if len(self.data.get("credential", "")) > LONGEST_ANSWER:
            self.add_error("credential", strange())
            return
        try:
            super()._clean_fields()
        except NOT_UNDERSTOOD:
            self.add_error("credential", strange())

    def clean(self):
        try:
            return super().clean()
        except NOT_UNDERSTOOD as error:
            raise strange() from error


class PasskeyForm(AnswerMixin, AuthenticateWebAuthnForm):
    """The second step of signing in."""


class PasskeyAgainForm(AnswerMixin, ReauthenticateWebAuthnForm):
    """The passkey once more, before something that matters."""


class AddAppForm(ActivateTOTPForm):
    """The first code of the app shows that it holds the secret."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["code"] = code_field(_("Code from the app"))
        self.helper = bare_helper("code")


class RemoveAppForm(DeactivateTOTPForm):
    """No fields: a button."""


def name_field():
    return forms.CharField(
        label=_("Name"),
        max_length=LONGEST_NAME,
        help_text=_("By which you know it again: “Office laptop”, “Blue key”."),
    )


class AddPasskeyForm(AnswerMixin, AddWebAuthnForm):
    """A name, and what the device answers."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["name"] = name_field()
        self.fields["name"].required = False
        self.helper = bare_helper("name")


class RenamePasskeyForm(EditWebAuthnForm):
    """Another name."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["name"] = name_field()
        self.helper = bare_helper("name")
