"""What the reader of a paper has to know: whether it holds, since when, and what it was changed by.

The notice and the term say it together: the term is what was agreed, the notice what became of it.
"""

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from agreements.instruments.states import PREPARING, SIGNING, AgreementState, AmendmentState

S = AgreementState
IN_EFFECT, SHOWN = AmendmentState.MERGED, (AmendmentState.MERGED, AmendmentState.SIGNING)


def day_of(day):
    return date_format(day, "DATE_FORMAT") if day else ""


def notice_of(agreement, amendments, *, today=None):
    """Sentences on what the text alone does not tell; empty for one that holds as it was signed."""
    today = today or timezone.localdate()
    sentences = [_became(agreement, today), *(_changed(each) for each in amendments)]
    return " ".join(sentence for sentence in sentences if sentence)


def _became(agreement, today):
    if agreement.state in PREPARING:
        return _unsigned(agreement)
    if agreement.state == S.IN_FORCE:
        return _leaving(agreement, today)
    if agreement.state == S.SUSPENDED:
        since = _("Suspended since %(day)s.") % {"day": day_of(agreement.state_since)}
        return f"{since} {_leaving(agreement, today)}".strip()
    words = {
        S.ENDED: _("Ended on %(day)s. This agreement no longer holds."),
        S.TERMINATED: _("Terminated on %(day)s. This agreement no longer holds."),
        S.ABANDONED: _("Abandoned on %(day)s. This agreement was never in force."),
    }[S(agreement.state)]
    return words % {"day": day_of(agreement.over_on)}


def _unsigned(agreement):
    if agreement.state in SIGNING and agreement.signed_on:
        return _("Signed by all parties, not in force yet.")
    words = _("%(state)s. This text is not signed by all parties yet.")
    return words % {"state": agreement.get_state_display()}


def _leaving(agreement, today):
    """It holds; but perhaps not any more, or not for long."""
    if agreement.termination_decided_on:
        day = day_of(agreement.termination_on)
        return _("Its termination is decided, with effect from %(day)s.") % {"day": day}
    if agreement.ends_on and agreement.ends_on < today:
        return _("Its last day was %(day)s.") % {"day": day_of(agreement.ends_on)}
    return ""


def _changed(amendment):
    if amendment.state != IN_EFFECT:
        words = {"name": amendment}
        return _("%(name)s is being signed; it is not part of this text.") % words
    words = {"name": amendment, "day": day_of(amendment.merged_on)}
    return _("This text is as %(name)s changed it, in effect since %(day)s.") % words


def term_of(agreement, *, today=None):
    """What is planned, what holds, or what was agreed; never a term that did not come to pass."""
    days = {"starts": day_of(agreement.starts_on), "ends": day_of(agreement.ends_on)}
    if not agreement.starts_on:
        return _("The term is not fixed yet.")
    is_open = agreement.ends_on is None
    if agreement.state in (*PREPARING, S.ABANDONED):
        if is_open:
            return _("Planned term: from %(starts)s, without a last day.") % days
        return _("Planned term: from %(starts)s to %(ends)s.") % days
    if agreement.state == S.IN_FORCE and agreement.starts_on <= (today or timezone.localdate()):
        if is_open:
            return _("In force from %(starts)s, without a last day.") % days
        return _("In force from %(starts)s to %(ends)s.") % days
    if is_open:
        return _("Agreed term: from %(starts)s, without a last day.") % days
    return _("Agreed term: from %(starts)s to %(ends)s.") % days
