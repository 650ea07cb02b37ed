"""Who runs the collaboration and who speaks for its parties, from one day to another."""

from datetime import timedelta

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from actors.accounts.models import User
from actors.accounts.own_gain import OWN_AFFAIR
from actors.people.models import Person
from agreements.charter.kinds import CharterEvent
from agreements.charter.models import Coordinator, Representative
from agreements.charter.rules import is_coordinator_of
from agreements.charter.states import PartyState
from agreements.charter.transitions.locking import lock, lock_open, lock_row, log
from collabgov.kit.errors import Refused
from collabgov.kit.models import save_checked


@transaction.atomic
def add_coordinator(*, collaboration, person, by, starts_on=None, ends_on=None, is_sample=False):
    """Somebody runs the collaboration from that day; a closed one needs a keeper too."""
    account = User.objects.select_for_update(no_key=True, of=("self",)).get(pk=by.pk)
    fresh = lock(collaboration.pk)
    if person.pk == account.person_id and not is_coordinator_of(account, fresh):
        raise Refused(_(OWN_AFFAIR))  # an admin, where nobody runs it: appoints somebody else
    row = Coordinator(
        collaboration=fresh,
        person=person,
        starts_on=starts_on or timezone.localdate(),
        ends_on=ends_on,
        is_sample=is_sample,
    )
    save_checked(row)
    log(fresh, CharterEvent.COORDINATOR_ADDED, by=by, subject=person)
    return row


@transaction.atomic
def end_coordinator(*, coordinator, by, on=None):
    """Their last day; somebody else must be there on the day after it."""
    collaboration = lock(coordinator.collaboration_id)
    fresh = lock_row(coordinator)
    today = timezone.localdate()
    day = on or today
    _require_still_running(fresh, today=today)
    if fresh.ends_on == day:
        return fresh  # the same said twice changes nothing
    others = Coordinator.objects.filter(collaboration=collaboration).exclude(pk=fresh.pk)
    if not others.current(today=max(day + timedelta(days=1), today)).exists():
        raise Refused(_("Somebody has to coordinate. First appoint who follows."))
    fresh.ends_on = day
    save_checked(fresh)
    log(collaboration, CharterEvent.COORDINATOR_ENDED, by=by, subject=fresh.person)
    return fresh


@transaction.atomic
def add_representative(
    *, party, person, by, starts_on=None, ends_on=None, on=None, is_sample=False
):
    """Somebody of the organization speaks for the party from that day, never from one before.

    `on` is the day on which it is written down: the demo replays what lies behind us.
    """
    collaboration = lock_open(party.collaboration_id)
    fresh = lock_row(party)
    if fresh.state == PartyState.LEFT:
        raise Refused(_("This organization has left the collaboration."))
    today = on or timezone.localdate()
    _require_of_organization(person, fresh.organization)
    if starts_on and starts_on < today:
        sentence = _("Nobody speaks for a party in hindsight: choose today or later.")
        raise ValidationError({"starts_on": [sentence]})
    row = Representative(
        party=fresh,
        person=person,
        starts_on=starts_on or max(today, fresh.starts_on),
        ends_on=ends_on,
        is_sample=is_sample,
    )
    save_checked(row)
    subject = f"{person} · {fresh.organization.label}"
    log(collaboration, CharterEvent.REPRESENTATIVE_ADDED, by=by, subject=subject)
    return row


@transaction.atomic
def end_representative(*, representative, by, on=None):
    """The last day on which they speak for the party."""
    collaboration = lock(representative.party.collaboration_id)
    fresh = lock_row(representative)
    today = timezone.localdate()
    day = on or today
    _require_still_running(fresh, today=today)
    if fresh.ends_on == day:
        return fresh  # the same said twice changes nothing
    fresh.ends_on = day
    save_checked(fresh)
    subject = f"{fresh.person} · {fresh.party.organization.label}"
    log(collaboration, CharterEvent.REPRESENTATIVE_ENDED, by=by, subject=subject)
    return fresh


def _require_of_organization(person, organization):
    """Whoever speaks for an organization holds a post in it, or has an account of it."""
    serves = Person.objects.serving(organization).filter(pk=person.pk).exists()
    accounts = User.objects.active().filter(organization=organization)
    if not serves and not accounts.filter(person=person).exists():
        sentence = _("%(person)s holds no post in %(organization)s today.")
        words = {"person": person, "organization": organization}
        raise ValidationError({"person": [sentence % words]})


def _require_still_running(row, *, today):
    if row.ends_on is not None and row.ends_on < today:
        raise Refused(_("This term has already ended."))
