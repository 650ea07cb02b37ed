"""Links by mail: to all who are asked, and a reminder to those who have not answered.

Whoever sends them never learns who those are, nor how many.
"""

import logging
from dataclasses import dataclass
from functools import partial

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from agreements.motivation.addresses import account_of, address_of, key_of
from agreements.motivation.kinds import PulseEvent
from agreements.motivation.models import PulseItem, PulseWave
from agreements.motivation.sealing import token_of
from agreements.motivation.states import WaveState
from agreements.motivation.transitions.waves import held, log
from collabgov.kit.errors import IllegalMove, Refused
from collabgov.kit.mail import send_text, sends_mail

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Link:
    """The way of one invitation to the form."""

    invitation: object
    path: str


def links_of(wave, rows):
    """The links of these invitations; empty where the site's secret was replaced and forgotten."""
    known = set(wave.links.values_list("pk", flat=True))
    found = []
    for row in rows:
        token = token_of(row.pk, salt=wave.salt, known=known)
        path = reverse("agreements:pulse-answer", args=[token]) if token else ""
        found.append(Link(row, path))
    return found


def send_links(*, wave, by, site, today=None):
    """A mail to everybody who is asked and has an address, once; whether all were taken.

    Whose mail was not taken is kept for `send_again` and shown to nobody.
    """
    with transaction.atomic():
        fresh = _to_mail(wave)
        if fresh.mailed_on:
            raise Refused(_("The links were sent already."))
        fresh.mailed_on = today or timezone.localdate()
        _save(fresh, PulseEvent.MAILED, by=by)
        rows = _as_it_opened(fresh, _addressed(fresh))
    failed = _send(fresh, rows, site=site, kind="invitation")
    PulseWave.objects.open().filter(pk=fresh.pk).update(unsent=failed)
    return not failed


def send_again(*, wave, by, site, today=None):
    """The links once more, to those alone whose first mail failed; whether all were taken now.

    To all it would remind those who have answered; a third time is left to the reminder.
    """
    with transaction.atomic():
        fresh = _to_mail(wave)
        if not fresh.unsent:
            raise Refused(_("There is nothing to send once more."))
        rows = _as_it_opened(fresh, _addressed(fresh).filter(pk__in=fresh.unsent))
        fresh.mailed_again_on, fresh.unsent = today or timezone.localdate(), []
        _save(fresh, PulseEvent.MAILED_AGAIN, by=by)
    return not _send(fresh, rows, site=site, kind="invitation")


def remind(*, wave, by, site, today=None):
    """A mail to those who have not answered; once, and nobody is told who or how many they are.

    Not even whether all were taken: of one whose mails always fail it would tell that they are
    among those who have not answered.
    """
    with transaction.atomic():
        fresh = _to_mail(wave)
        if not fresh.mailed_on:
            raise Refused(_("The links come first: nobody is reminded of what they never got."))
        if fresh.reminded_on:
            raise Refused(_("A reminder was sent already. Nobody is reminded twice."))
        fresh.reminded_on = today or timezone.localdate()
        _save(fresh, PulseEvent.REMINDED, by=by)
        rows = _as_it_opened(fresh, _addressed(fresh).unanswered())
    _send(fresh, rows, site=site, kind="reminder")


@transaction.atomic
def show_on_paper(*, wave, by):
    """The links that no mail carried when it opened; that somebody looked stands in the history."""
    fresh = _open(wave)
    log(fresh, PulseEvent.PRINTED, by=by)
    rows = list(fresh.invitations.on_paper().for_list())
    return links_of(fresh, rows)


def _to_mail(wave):
    if not sends_mail():
        raise Refused(_("This site sends no mail: its operator has named no mail server."))
    return _open(wave)


def _open(wave):
    fresh = held(wave)
    if fresh.state != WaveState.OPEN:
        raise IllegalMove(_("It is not open for answers."))
    return fresh


def _save(wave, event, *, by):
    wave.version += 1
    wave.save()
    log(wave, event, by=by)


def _addressed(wave):
    return wave.invitations.by_mail().select_related("person__user").order_by("pk")


def _as_it_opened(wave, rows):
    """Those who have the address that they had then: to another one no link goes."""
    key = partial(key_of, salt=wave.salt)
    return [row for row in rows if key(address_of(row.person)) == row.mailed_to]


def _send(wave, rows, *, site, kind):
    """The invitations whose mail was not taken; one that fails, however, stops no other."""
    about = {"wave": wave, "statements": PulseItem.objects.of_wave(wave).count()}
    links = links_of(wave, rows)
    return [link.invitation.pk for link in links if not _sent(link, site=site, kind=kind, **about)]


def _sent(link, *, site, kind, **about):
    if not link.path:
        return False
    person = link.invitation.person
    try:
        return send_text(
            to=address_of(person),
            language=_language(person),
            subject=f"agreements/motivation/mail/{kind}_subject.txt",
            body=f"agreements/motivation/mail/{kind}.txt",
            link=f"{site}{link.path}",
            **about,
        )
    except Exception as error:
        # Neither the address nor the words: they would say who has not answered.
        logger.error("A mail of a pulse was not made: %s", type(error).__name__)
        return False


def _language(person):
    account = account_of(person)
    return account.language if account else settings.LANGUAGE_CODE
