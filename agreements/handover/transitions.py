"""Handing over what somebody leaves open, and leaving a post, an organization or the register."""

from datetime import timedelta

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from actors.accounts.transitions import deactivate
from actors.audit.kinds import EventKind
from actors.audit.recording import record_event
from actors.models import Organization, Person, User
from actors.people import transitions as people
from agreements.charter.transitions import end_representative
from agreements.handover.facts import Facts
from agreements.handover.providers import open_lines
from agreements.models import Representative
from collabgov.kit.access import require_rule
from collabgov.kit.audit import because
from collabgov.kit.errors import Refused

END = "end"
SETTLED = gettext_noop("Something was settled in the meantime. Look at the list again.")


@transaction.atomic
def hand_over(*, person, by, choices, note, request=None):
    """Carry out `choices` (key → successor or `END`) together: all of them, or none.

    Each line is looked up afresh: what somebody else has settled meanwhile, or what this reader
    may not do, refuses the whole and says which. Two requests for one person come one by one.
    """
    Person.objects.select_for_update().get(pk=person.pk)
    lines = {line.key: line for line in open_lines(Facts.of(person, by))}
    note = note.strip() or _("Handed over.")
    for key, choice in choices.items():
        line = lines.get(key)
        if line is None:
            raise Refused(_(SETTLED))
        _settle(line, choice, person=person, by=by, note=note)
    record_event(EventKind.HANDED_OVER, request=request, user=by, about=person, lines=len(choices))
    return len(choices)


def _settle(line, choice, *, person, by, note):
    verb = line.end if choice == END else line.hand_to
    if verb is None:
        raise Refused(_("“%s” cannot be handed over like this by you.") % line.title)
    if choice == END:
        verb(by=by, note=note)
        return
    if choice == person or not successors(line.organizations).filter(pk=choice.pk).exists():
        words = {"person": choice, "line": line.title}
        raise Refused(_("%(person)s cannot take over “%(line)s”.") % words)
    verb(choice, by=by, note=note)


def successors(organization_ids):
    """People in use who belong to one of the organizations today."""
    found = Person.objects.none()
    for organization in Organization.objects.filter(pk__in=organization_ids):
        found = found | Person.objects.active().belonging_to(organization)
    return found


@transaction.atomic
def move_person(*, appointment, by, **there):
    """The verb of the register; whoever has left an organization speaks for it no more."""
    left = appointment.organization
    made = people.move(appointment=appointment, by=by, **there)
    _fall_silent(appointment.person, by=by, since=made.starts_on, of=left)
    return made


@transaction.atomic
def end_post(*, appointment, by, ends_on, version):
    """The last day in a post; whoever has left the organization speaks for it no more."""
    done = people.end_appointment(appointment=appointment, by=by, ends_on=ends_on, version=version)
    _fall_silent(done.person, by=by, since=ends_on + timedelta(days=1), of=done.organization)
    return done


@transaction.atomic
def take_out_of_use(*, person, by, reason="", request=None):
    """Somebody has left: they can be chosen no more, their account closes, they fall silent.

    Closing an account needs a reason; it stands beside everything that this ends.
    """
    require_rule(by, "actors.manage_register", person)
    account = User.objects.active().filter(person=person).first()
    if account is not None and not reason.strip():
        raise ValidationError({"reason": _("Say why, in a few words.")})
    with because(reason):
        if account is not None:
            deactivate(user=account, by=by, reason=reason, request=request)
        done = people.set_active(person=person, by=by, is_active=False)
        _fall_silent(person, by=by, since=timezone.localdate())
    return done


def _fall_silent(person, *, by, since, of=None):
    """End the terms of a representative; a post that goes on, or an account, keeps them."""
    rows = Representative.objects.not_over().filter(person=person).select_related("party")
    if of is not None:
        day = max(since, timezone.localdate())
        if Person.objects.belonging_to(of, days=(day,)).filter(pk=person.pk).exists():
            return
        rows = rows.filter(party__organization=of)
    for row in rows:
        last_day = max(row.starts_on, since - timedelta(days=1))
        end_representative(representative=row, by=by, on=last_day)
