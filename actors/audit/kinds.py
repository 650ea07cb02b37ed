"""The catalogue of events: what besides changes of rows is worth writing down."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class EventKind(TextChoices):
    SIGNED_IN = "signed_in", _("Signed in")
    SIGN_IN_FAILED = "sign_in_failed", _("Sign-in failed")
    SIGNED_OUT = "signed_out", _("Signed out")
    SESSIONS_ENDED = "sessions_ended", _("Sessions ended")
    LIMITED = "limited", _("Too many tries")
    FACTOR_ADDED = "factor_added", _("Second factor added")
    FACTOR_REMOVED = "factor_removed", _("Second factor removed")
    FACTOR_FAILED = "factor_failed", _("Second factor failed")
    FACTOR_USED = "factor_used", _("Second factor used")
    RECOVERY_CODES = "recovery_codes", _("Recovery codes made or used")
    PASSWORD_CHANGED = "password_changed", _("Password changed")
    PASSWORD_RESET_ASKED = "password_reset_asked", _("New password asked for")
    PASSWORD_RESET = "password_reset", _("Password set anew by mail")
    SINGLE_SIGN_ON = "single_sign_on", _("Single sign-on linked or refused")
    EMAIL_CHANGED = "email_changed", _("Email address changed")
    REFUSED = "refused", _("Refused")
    FOREIGN = "foreign", _("Tried a record of others")
    MISSING = "missing", _("Tried a record that is not there")
    EXPORTED = "exported", _("Exported")
    VIEWED = "viewed", _("Personal data viewed")
    DOWNLOADED = "downloaded", _("File downloaded")
    IMPORTED = "imported", _("Imported")
    IMPORT_UNDONE = "import_undone", _("Import undone")
    MERGED = "merged", _("Merged")
    MERGE_UNDONE = "merge_undone", _("Merge undone")
    HANDED_OVER = "handed_over", _("Handed over")
    ERASED = "erased", _("Personal data erased")
    SUBJECT_EXPORTED = "subject_exported", _("Personal data handed to its subject")
    INVITED = "invited", _("Invited")
    INVITATION_WITHDRAWN = "invitation_withdrawn", _("Invitation withdrawn")
    INVITATION_ACCEPTED = "invitation_accepted", _("Invitation accepted")
    ROLE_CHANGED = "role_changed", _("Role changed")
    ACCOUNT_CHANGED = "account_changed", _("Account changed")
    DEACTIVATED = "deactivated", _("Account deactivated")
    REACTIVATED = "reactivated", _("Account reactivated")
    SEALED = "sealed", _("Audit trail sealed")
    CHECKED = "checked", _("Audit trail checked")


class Outcome(TextChoices):
    DONE = "done", _("Done")
    REFUSED = "refused", _("Refused")
    FAILED = "failed", _("Failed")


FAILED_BY_NATURE = frozenset({EventKind.SIGN_IN_FAILED, EventKind.FACTOR_FAILED, EventKind.MISSING})
REFUSALS = (EventKind.REFUSED, EventKind.FOREIGN, EventKind.MISSING)
SAYS_HOW_IT_ENDED = frozenset(  # the name of the event itself, so no second word is needed
    {EventKind.REFUSED, EventKind.SIGN_IN_FAILED, EventKind.FACTOR_FAILED}
)
REFUSED_BY_NATURE = frozenset({EventKind.REFUSED, EventKind.FOREIGN, EventKind.LIMITED})

# What shows or hands out personal data: the lines that a breach report is made of.
DISCLOSES = (
    EventKind.VIEWED,
    EventKind.EXPORTED,
    EventKind.DOWNLOADED,
    EventKind.SUBJECT_EXPORTED,
)


def outcome_of(kind):
    """How an event of this kind ended, when its caller does not say."""
    if kind in REFUSED_BY_NATURE:
        return Outcome.REFUSED
    return Outcome.FAILED if kind in FAILED_BY_NATURE else Outcome.DONE
