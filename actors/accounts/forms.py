"""Signing in, passwords, and what people set for themselves."""

from allauth.account.forms import LoginForm, ReauthenticateForm
from allauth.mfa.base.forms import AuthenticateForm
from allauth.mfa.base.forms import ReauthenticateForm as ReauthenticateCodeForm
from allauth.mfa.models import Authenticator
from crispy_forms.helper import FormHelper
from crispy_forms.layout import Layout
from django import forms
from django.conf import settings
from django.contrib.auth import forms as auth_forms
from django.utils.translation import gettext_lazy as _

from actors.accounts.codes import use_up
from actors.accounts.mail import send_apart
from actors.accounts.models import Language, TimeZone, User
from collabgov.kit.mail import text_mail

LONGEST_PASSWORD = 512


def bare_helper(*fields):
    """Fields only: the page writes <form>, token and buttons."""
    helper = FormHelper()
    helper.form_tag = False
    helper.disable_csrf = True
    helper.layout = Layout(*fields)
    return helper


def own_password_field(label):
    """The password somebody has; managers fill it in, and nobody waits for a megabyte of it."""
    return forms.CharField(
        label=label,
        strip=False,
        max_length=LONGEST_PASSWORD,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )


def code_field(label):
    """A code: phones offer it from the app, and keyboards show digits."""
    attrs = {"autocomplete": "one-time-code", "inputmode": "numeric", "spellcheck": "false"}
    return forms.CharField(label=label, max_length=20, widget=forms.TextInput(attrs=attrs))


class SignInForm(LoginForm):
    """Email and password; one answer for a wrong password, an unknown and a closed account."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["login"] = forms.EmailField(
            label=_("Email"),
            max_length=254,
            widget=forms.EmailInput(attrs={"autocomplete": "username", "autofocus": True}),
        )
        self.fields["password"] = own_password_field(_("Password"))
        self.order_fields(["login", "password"])
        self.helper = bare_helper("login", "password")


class PasswordAgainForm(ReauthenticateForm):
    """The password once more, before something that matters."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["password"] = own_password_field(_("Password"))
        self.helper = bare_helper("password")


class OneCodeMixin:
    """A code of the app, or one of the recovery codes."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["code"] = code_field(_("Code"))
        self.fields["code"].help_text = _(
            "The six digits in your authenticator app now, or one of your recovery codes."
        )
        self.helper = bare_helper("code")

    def clean_code(self):
        code = super().clean_code()
        if self.authenticator.type == Authenticator.Type.TOTP:
            use_up(self.user, code)
        return code


class CodeForm(OneCodeMixin, AuthenticateForm):
    """The second step of signing in."""


class CodeAgainForm(OneCodeMixin, ReauthenticateCodeForm):
    """A code once more, before something that matters."""


class NewPasswordMixin:
    """The new password twice, in our words."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        first, again = self.fields["new_password1"], self.fields["new_password2"]
        first.label, again.label = _("New password"), _("New password again")
        first.help_text = _("At least 12 characters; no common password, nothing of your name.")
        again.help_text = ""

    def validate_password_for_user(self, user, password_field_name="new_password1"):
        """What is wrong with a password stands where it is typed first, not at its repetition."""
        super().validate_password_for_user(user, "new_password1")


class PasswordChangeForm(NewPasswordMixin, auth_forms.PasswordChangeForm):
    """The present password once, the new one twice."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["old_password"].label = _("Current password")
        self.helper = bare_helper("old_password", "new_password1", "new_password2")


class NewPasswordForm(NewPasswordMixin, auth_forms.SetPasswordForm):
    """A new password twice, behind the link of a mail."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = bare_helper("new_password1", "new_password2")


class PasswordResetForm(auth_forms.PasswordResetForm):
    """Sends the link to active accounts, those invited without a password included."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["email"].label = _("Email")
        self.helper = bare_helper("email")

    def get_users(self, email):
        return User.objects.active().with_email(email)

    def send_mail(self, subject, body, context, from_email, to_email, *args, **kwargs):
        """The reader's language, not that of whoever asked; the site's address, not a typed one."""
        found = f"{context['protocol']}://{context['domain']}"
        context = {**context, "site_url": settings.SITE_URL or found}
        user = context.pop("user")
        send_apart(
            text_mail(to=user.email, language=user.language, subject=subject, body=body, **context)
        )


class PreferencesForm(forms.Form):
    """Language and time zone of one's own account."""

    language = forms.ChoiceField(label=_("Language"), choices=Language.choices)
    time_zone = forms.ChoiceField(
        label=_("Time zone"),
        choices=TimeZone.choices,
        help_text=_("Times of meetings are shown in this zone."),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = bare_helper("language", "time_zone")
