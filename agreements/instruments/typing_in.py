"""How long what is registered may still be typed in: its words, clauses and legal bases."""

from datetime import timedelta

from django.utils import timezone
from django.utils.translation import gettext as _

from agreements.instruments.states import (
    BINDING,
    SIGNING,
    WRITING,
    AgreementState,
    AmendmentState,
)

DAYS = 30
GIVEN_UP = (AmendmentState.WITHDRAWN, AmendmentState.LAPSED)
# What stands on the paper and is found by it; never what the parties agreed.
REFERENCES = frozenset({"number", "source_note"})
WORDS = frozenset({"title", "subject"})
REVIEW = frozenset({"review_on"})


def open_details(agreement):
    """Which details may change once it is no longer written."""
    found = set()
    if agreement.state in SIGNING:
        found |= REFERENCES | REVIEW
    if agreement.state in BINDING:
        found |= REVIEW
    if agreement.is_registered:
        found |= REFERENCES
    if is_typed_in(agreement):
        found |= WORDS
    return found


def text_is_open(agreement, *, today=None):
    """Whether the text may change without an amendment."""
    return agreement.state in WRITING or is_typed_in(agreement, today=today)


def is_typed_in(agreement, *, today=None):
    """Signed elsewhere, registered a short while ago, and not amended since."""
    if not agreement.is_registered:
        return False
    first = timezone.localdate(agreement.created_at)
    day = today or timezone.localdate()
    return day <= first + timedelta(days=DAYS) and not _was_amended(agreement)


def _was_amended(agreement):
    return any(row.state not in GIVEN_UP for row in agreement.amendments.all())


def typing_refusal(agreement):
    """Why it cannot be typed in, and what leads further."""
    if not agreement.is_registered or agreement.state != AgreementState.IN_FORCE:
        return closed_text(agreement)
    if is_typed_in(agreement):
        return _("Here only its words can be corrected. Its term is changed by an amendment.")
    words = _(
        "What was registered can be typed in for %(days)s days, until its first amendment."
        " Now it is changed by an amendment."
    )
    return words % {"days": DAYS}


def closed_text(agreement):
    label = AgreementState(agreement.state).label
    return _("The text can no longer change: “%s”.") % label
