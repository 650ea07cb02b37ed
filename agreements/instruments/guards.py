"""What an agreement still lacks for a state, in sentences; pages show them before somebody asks."""

from django.utils import formats, timezone
from django.utils.translation import gettext as _

from agreements.charter.states import PartyState
from agreements.instruments.family import last_day_of
from agreements.instruments.kinds import DocumentRole
from agreements.instruments.path import following
from agreements.instruments.signed import places_that_sign, unsigned
from agreements.instruments.states import WAY, AgreementState

S = AgreementState


def missing_next(agreement):
    """What it lacks for its next state; empty when it may go on."""
    target = following(agreement)
    return missing_for(agreement, target) if target else []


def missing_for(agreement, target):
    """What it lacks for that state, one sentence each."""
    lacking = missing_documents(agreement, target)
    if target == S.READY_TO_SIGN:
        lacking = [
            *_missing_words(agreement),
            *_missing_parties(agreement),
            *_missing_approval(agreement),
            *parent_refusals(agreement),
            *renewal_refusals(agreement),
            *lacking,
        ]
    return lacking


def missing_in_force(agreement, *, today):
    """What keeps a signed agreement from holding on that day."""
    waiting = [
        _("%s has not signed yet.") % place
        for place in unsigned(agreement)
        if not agreement.is_registered
    ]
    if agreement.starts_on is None or agreement.starts_on > today:
        waiting.append(_("Its first day has not come yet."))
    if _is_past(agreement, today):
        waiting.append(_("Its last day has passed."))
    if agreement.parent_id and agreement.parent.state != S.IN_FORCE:
        waiting.append(_("Its parent agreement is not in force."))
    return [
        *waiting,
        *renewal_refusals(agreement),
        *missing_documents(agreement, S.IN_FORCE),
    ]


def _is_past(agreement, today):
    return agreement.ends_on is not None and agreement.ends_on < today


def missing_documents(agreement, target):
    """Mandatory documents that should be there by then and are not."""
    return [
        _("“%s” is missing among the documents.") % requirement
        for requirement in agreement.type.documents.all()
        if is_needed(requirement, agreement, target) and not is_there(requirement, agreement)
    ]


def is_needed(requirement, agreement, target):
    """Whether nothing moves to `target` without this document."""
    if not requirement.is_mandatory:
        return False
    if is_only_for_legislature(requirement) and not agreement.legislature_needed:
        return False
    return WAY.index(S(requirement.needed_for)) <= WAY.index(S(target))


def is_only_for_legislature(requirement):
    """A document that only an agreement needs which the legislature has to approve."""
    is_its_own = requirement.role == DocumentRole.LEGISLATURE
    return is_its_own or requirement.needed_for == S.LEGISLATURE


def is_there(requirement, agreement):
    """Whether a document that still counts was attached as this one, or in its role."""
    return any(
        paper.document.withdrawn_at is None and is_meant(paper, requirement)
        for paper in agreement.papers.select_related("document")
    )


def is_meant(paper, requirement):
    """Whether the paper was attached as this document, or in its role."""
    if paper.requirement_id is None:
        return paper.role == requirement.role
    return paper.requirement_id == requirement.pk


def _missing_words(agreement):
    if not agreement.subject:
        yield _("Write down what it is about.")
    if agreement.starts_on is None:
        yield _("Say from which day it is in force.")
    if agreement.ends_on is None and not agreement.type.may_be_open_ended:
        yield _("Say which day is its last.")
    if _is_past(agreement, timezone.localdate()):
        yield _("Its last day has passed.")


def _missing_parties(agreement):
    signing = places_that_sign(agreement)
    if agreement.type.is_one_sided and not signing:
        yield _("Name the party that signs.")
    if not agreement.type.is_one_sided and len(signing) < 2:
        yield _("Name at least two parties that sign.")
    for place in signing:
        if place.party.state == PartyState.LEFT:
            yield _("%s has left the collaboration.") % place


def _missing_approval(agreement):
    if agreement.legislature_needed and agreement.legislature_approved_on is None:
        yield _("The legislature has not approved it yet.")


def parent_refusals(agreement):
    """A child is not signed before its parent."""
    parent = agreement.parent
    if parent is None:
        if agreement.type.needs_parent:
            yield _("This kind needs a parent agreement. Name it first.")
    elif not is_concluded(parent):
        yield _("Its parent agreement “%s” is not in force. It comes first.") % parent


def is_concluded(parent):
    """In force, or signed by all and waiting for its first day."""
    if parent.state == S.PARTLY_SIGNED:
        return parent.signed_on is not None
    return parent.state == S.IN_FORCE


def renewal_refusals(agreement):
    """A renewal begins after what it renews."""
    if day := overlapped_day(agreement):
        words = _(
            "It renews an agreement that holds until %s: it cannot begin before that is over."
        )
        yield words % formats.date_format(day, "SHORT_DATE_FORMAT")


def overlapped_day(agreement):
    """The last day of what it renews, when it would begin on that day or before."""
    if agreement.renews_id is None or agreement.starts_on is None:
        return None
    day = last_day_of(agreement.renews)
    return day if day is not None and agreement.starts_on <= day else None
