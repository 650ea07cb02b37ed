"""Many people who answer one after the other, each with steps that nobody else has."""

import random

from django.core import mail
from django.urls import reverse

from actors.audit.models import AccessEvent
from agreements.models import PulseInvitation, PulseItem, PulseResponse, PulseSpool, PulseWave
from agreements.motivation import transitions
from agreements.motivation.transitions import closing
from tests.agreements.motivation import attack
from tests.agreements.motivation.scene import reachable, together, tokens_of
from tests.factories.charter import coordinator_of
from tests.factories.motivation import PulseWaveFactory

PEOPLE, FEW = 500, 60


def opened(people, *, parties=6):
    """An open wave that asks so many, however many voices a party has."""
    collaboration = together(parties)
    runner = coordinator_of(collaboration)
    wave = PulseWaveFactory(collaboration=collaboration)
    homes = list(collaboration.parties.order_by("pk"))
    by_mail = [reachable(homes[number % parties]) for number in range(min(people, 10))]
    asked = by_mail + [None] * (people - len(by_mail))
    PulseInvitation.objects.bulk_create(
        PulseInvitation(wave=wave, party=homes[number % parties], person=person)
        for number, person in enumerate(asked)
    )
    return transitions.open_wave(wave=wave, by=runner), runner


def answer_one_by_one(wave, people, *, ask=None, after_each=lambda: None):
    """So many answer, in an order that is seen; returns the truth."""
    codes = [item.code for item in PulseItem.objects.of_wave(wave)]
    links = list(zip(wave.invitations.order_by("pk"), tokens_of(wave), strict=True))
    random.shuffle(links)
    links.sort(key=lambda link: link[0].person_id is None)  # enough of them came by mail
    links = links[:people]
    random.shuffle(links)
    truth = attack.Truth()
    for number, (invitation, token) in enumerate(links):
        steps = attack.steps_of_number(codes, number)
        truth.add(invitation.pk, steps)
        (ask or by_verb)(token, steps, number)
        after_each()
    return truth


def by_verb(token, steps, number):
    transitions.answer(token=token, said=steps)


def by_page(clients):
    """As people do: each with a browser, an address and a session of their own."""

    def ask(token, steps, number):
        client = clients[number % len(clients)]
        client.cookies["penanda"] = f"kue-{number:04d}"
        client.post(
            reverse("agreements:pulse-answer", args=[token]),
            {code: str(step) for code, step in steps.items()},
            REMOTE_ADDR=f"10.7.{number // 250}.{number % 250 + 1}",
            headers={
                "user-agent": f"Peramban-{number:04d}",
                "x-forwarded-for": f"10.8.{number // 250}.{number % 250 + 1}",
                "referer": f"https://intranet.test/orang-{number:04d}",
            },
        )

    return ask


def keys_of(wave):
    """What opens the forms of an open wave, and half of what opens its answers."""
    assert wave.salt
    return [*tokens_of(wave), wave.salt]


def no_key_lies_open(keys, log):
    """No token of a link stands in any table or log."""
    everything = "".join(attack.dump().values()) + log
    lying = [key for key in keys if key in everything]
    assert not lying, f"{len(lying)} tokens lie open"


def nothing_names_them(keys, log):
    """Neither an answer outside its two tables, nor a link, nor a trace of a browser, in any table
    or log. `keys`: those of the wave, taken before it closed."""
    found = attack.dump()
    answers = {str(pk) for pk in PulseResponse.objects.values_list("pk", flat=True)}
    elsewhere = "".join(
        text for table, text in found.items() if table not in (attack.RESPONSES, attack.ANSWERS)
    )
    beside = elsewhere + log + str([message.body for message in mail.outbox])
    assert not [pk for pk in answers if pk in beside]
    everything = "".join(found.values()) + log
    for trace in ("Peramban-", "10.7.", "10.8.", "intranet.test", "kue-0"):
        assert trace not in everything, trace
    assert not AccessEvent.objects.filter(path__contains="pulse").exists()
    no_key_lies_open(keys, log)


def moved_in_batches(wave, size):
    """A job that opens so many sealed answers at a time while the wave is open."""
    fresh = PulseWave.objects.get(pk=wave.pk)
    rows = list(PulseSpool.objects.filter(wave=fresh))
    if len(rows) >= size:
        opened = closing._opened(fresh, rows)
        closing._write(fresh, [answer for answer, _text in opened])
        PulseSpool.objects.filter(pk__in=[row.pk for row in rows]).delete()
