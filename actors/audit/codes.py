"""Short codes of the event log in words; the log itself keeps the codes, whatever the language."""

from django.utils.translation import gettext_lazy as _

WORDS = {
    # the way in
    "password": _("password"),
    "single sign-on": _("single sign-on"),
    # which factor
    "totp": _("authenticator app"),
    "webauthn": _("passkey"),
    "recovery_codes": _("recovery codes"),
    # why a session ended or an account changed
    "asked": _("on request"),
    "too long": _("it lasted too long"),
    "second factor added": _("a second factor was added"),
    "second factor removed": _("a second factor was removed"),
    "device lost": _("a device was lost"),
    "linked": _("linked"),
    "made by single sign-on": _("made by single sign-on"),
    "made an admin by command": _("made an admin by command"),
    # why a single sign-on was refused
    "token of another sign-in": _("the answer belonged to another sign-in"),
    "account closed": _("the account is closed"),
    "email not verified": _("the email address is not vouched for"),
    "no account": _("there is no account"),
    "state or answer": _("the answer did not fit the question"),
    "provider away": _("the provider did not answer"),
    "answer not understood": _("the answer was not understood"),
    # what was done with recovery codes
    "made": _("made"),
    "made anew": _("made anew"),
    "removed": _("removed"),
    "used": _("used"),
    # what was shown or taken
    "contacts": _("contact details"),
    "accounts": _("accounts"),
    "wrong rows": _("wrong rows"),
    "audit": _("audit trail"),
}


def codes_read_as(text):
    """The codes whose words, in the reader's language, hold this text."""
    return [code for code, words in WORDS.items() if text.casefold() in str(words).casefold()]
