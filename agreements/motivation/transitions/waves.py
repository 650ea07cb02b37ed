"""Prepare a wave, say who is asked, open it."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from agreements.charter.clock import now_in
from agreements.charter.models import Party
from agreements.charter.transitions.locking import lock_open, lock_row
from agreements.motivation.addresses import key_of
from agreements.motivation.candidates import candidates_of
from agreements.motivation.clock import today_of
from agreements.motivation.days import require_days
from agreements.motivation.kinds import MOST_OF_A_PARTY, PulseEvent
from agreements.motivation.models import (
    PulseChange,
    PulseInvitation,
    PulseLink,
    PulseTurn,
    PulseWave,
)
from agreements.motivation.reaching import reach_of
from agreements.motivation.sealing import hash_of, make_token, new_salt, public_key_of
from agreements.motivation.states import WAVE_MOVES, WaveState
from agreements.motivation.transitions.items import current_version
from agreements.motivation.transitions.opening import require_openable
from collabgov.kit.errors import IllegalMove, Refused
from collabgov.kit.models import save_checked
from collabgov.kit.once import made_a_moment_ago
from collabgov.kit.states import require_move


@transaction.atomic
def draft_wave(
    *, collaboration, by, title, opens_on, closes_on, with_extra=False, is_sample=False, today=None
):
    """A new wave that nobody is asked yet; sent twice, it makes one."""
    fresh = lock_open(collaboration.pk)
    today = today or now_in(fresh).date()
    require_days(opens_on=opens_on, closes_on=closes_on, today=today)
    said = {
        "collaboration": fresh,
        "title": title.strip(),
        "opens_on": opens_on,
        "closes_on": closes_on,
        "with_extra": with_extra,
    }
    if twin := made_a_moment_ago(PulseWave.objects, when="created_at", **said):
        return twin
    wave = PulseWave(item_version=current_version(), is_sample=is_sample, **said)
    save_checked(wave)
    log(wave, PulseEvent.DRAFTED, by=by, came_from="")
    return wave


@transaction.atomic
def edit_wave(*, wave, by, version, **fields):
    """Other days, another title; only before it opens. EditConflict when the form is older."""
    fresh = held_draft(wave)
    fresh.next_version(version)
    for name, value in fields.items():
        setattr(fresh, name, value)
    days = {"opens_on": fresh.opens_on, "closes_on": fresh.closes_on}
    require_days(**days, today=today_of(fresh))
    save_checked(fresh)
    log(fresh, PulseEvent.EDITED, by=by)
    return fresh


@transaction.atomic
def choose_invited(*, wave, by, chosen):
    """Ask these and nobody else. `chosen`: of each party its people, and how many more of it.

    Those without a name get a link on paper, to be handed to whoever the party sends.
    """
    fresh = held_draft(wave)
    known = Party.objects.current().filter(collaboration=fresh.collaboration_id)
    together = {party.pk: party for party in known.select_related("organization")}
    for party, (people, unnamed) in chosen.items():
        _require_fair(together, party, len(people) + unnamed)
    _require_once([person for people, _unnamed in chosen.values() for person in people])
    _require_of_the_party(list(together.values()), chosen)
    ask_these(fresh, chosen, by=by)
    return fresh


def ask_these(wave, chosen, *, by):
    """Make it so. The key of `chosen` is a party, or None where an organization asks its own."""
    standing = list(wave.invitations.select_related("party"))
    kept, gone = _sorted_out(standing, chosen)
    PulseInvitation.objects.filter(pk__in=[row.pk for row in gone]).delete()
    for party, (people, unnamed) in chosen.items():
        have = kept.get(_key(party), [])
        named = {row.person_id for row in have}
        blank = sum(row.person_id is None for row in have)
        new = [person for person in people if person.pk not in named]
        for person in [*new, *[None] * (unnamed - blank)]:
            row = PulseInvitation(wave=wave, party=party, person=person)
            row.is_sample = wave.is_sample
            save_checked(row)
    log(wave, PulseEvent.INVITED, by=by)


@transaction.atomic
def open_wave(*, wave, by, today=None):
    """From today on it can be answered; who is asked stays as it is. Fewer than five: refused."""
    fresh = held(wave)
    require_move(WAVE_MOVES, current=WaveState(fresh.state), target=WaveState.OPEN)
    today = today or today_of(fresh)
    asked = fresh.invitations.select_related("party__organization", "person__user").order_by("pk")
    rows = list(asked)
    people = [row.person for row in rows if row.person_id]
    reach = reach_of(people, by=by, today=today)
    require_openable(fresh, rows, reach=reach, today=today)
    fresh.opens_on, fresh.state, fresh.salt = today, WaveState.OPEN, new_salt()
    fresh.public_key = public_key_of(fresh.salt)
    fresh.invited = len(rows)
    fresh.parties_asked = len({row.party_id for row in rows})
    fresh.version += 1
    _settle_ways(fresh, rows, reach)
    save_checked(fresh)
    _make_links(fresh, rows)
    log(fresh, PulseEvent.OPENED, by=by, came_from=WaveState.DRAFT)
    return fresh


@transaction.atomic
def drop_wave(*, wave, by):
    """A draft is not needed after all: it goes, and its days are free again."""
    fresh = held_draft(wave)
    fresh.invitations.all().delete()
    fresh.delete()


def _settle_ways(wave, rows, reach):
    """Whose link goes by mail, and where to, and from which account the form opens: whatever the
    register says later."""
    for row in rows:
        row.mailed_to = key_of(reach.address_of(row.person), salt=wave.salt)
        row.account = reach.account_of(row.person)
    PulseInvitation.objects.bulk_update(rows, ["mailed_to", "account"])


def _make_links(wave, rows):
    """For each invitation a link and a turn, in the order of their hashes: that is by chance."""
    hashed = {hash_of(make_token(row.pk, salt=wave.salt)): row for row in rows}
    ordered = sorted(hashed)
    PulseLink.objects.bulk_create(PulseLink(token_hash=each, wave=wave) for each in ordered)
    PulseTurn.objects.bulk_create(
        PulseTurn(token_hash=each, invitation=hashed[each]) for each in ordered
    )


def held(wave):
    """The wave as it is now, its open collaboration held before it; an organization has none."""
    if not wave.is_of_organization:
        lock_open(wave.collaboration_id)
    return lock_row(wave)


def log(wave, event, *, by, came_from=None, note=""):
    PulseChange.objects.create(
        wave=wave,
        event=event,
        from_state=wave.state if came_from is None else came_from,
        to_state=wave.state,
        note=note,
        made_by=by,
    )


def held_draft(wave):
    fresh = held(wave)
    if fresh.state != WaveState.DRAFT:
        raise IllegalMove(_("It was opened already: what it asks, and whom, stays."))
    return fresh


def _require_fair(together, party, voices):
    if party.pk not in together:
        raise Refused(_("“%(party)s” does not take part here any more.") % {"party": party})
    if voices > MOST_OF_A_PARTY:
        raise ValidationError(
            _("%(party)s: at most three people of one party are asked, so that none weighs more.")
            % {"party": together[party.pk].organization.label}
        )


def _require_once(people):
    twice = {person for person in people if people.count(person) > 1}
    if twice:
        names = ", ".join(sorted(map(str, twice)))
        raise ValidationError(_("Asked for two parties: %(names)s.") % {"names": names})


def _require_of_the_party(parties, chosen):
    """Nobody is asked in the name of a house that they do not belong to."""
    known = candidates_of(parties)
    strangers = [
        f"{person} ({party})"
        for party, (people, _unnamed) in chosen.items()
        for person in people
        if person not in known.get(party.pk, [])
    ]
    if strangers:
        raise Refused(
            _("Only people of the party itself are asked for it, and not: %(names)s.")
            % {"names": ", ".join(sorted(strangers))}
        )


def _key(party):
    return party and party.pk


def _sorted_out(standing, chosen):
    """Which of the invitations stay (by party), and which go."""
    wanted = {
        _key(party): ({person.pk for person in people}, unnamed)
        for party, (people, unnamed) in chosen.items()
    }
    kept, gone = {}, []
    for row in standing:
        people, unnamed = wanted.get(row.party_id, (set(), 0))
        blank = sum(each.person_id is None for each in kept.get(row.party_id, []))
        stays = row.person_id in people if row.person_id else blank < unnamed
        if stays:
            kept.setdefault(row.party_id, []).append(row)
        else:
            gone.append(row)
    return kept, gone
