"""Builds waves of the pulse by the verbs that the pages use; whoever answers is invented."""

from collections import defaultdict
from dataclasses import dataclass, field

from actors.accounts.models import SiteRole, User
from agreements.demo.scene import history_of
from agreements.demo.shapes import Day
from agreements.models import PulseChange, PulseItem
from agreements.motivation import transitions
from agreements.motivation.candidates import parties_of
from agreements.motivation.kinds import MOST_OF_A_PARTY
from agreements.motivation.transitions.telling import links_of


@dataclass(frozen=True)
class Wave:
    """A wave: how many were asked, and how far each answer lies from the usual one.

    `usual`: by dimension its steps (three, of culture seven) as they are good for working
    together; `extra`: by code the steps of each answer. Without `answers` it is open and nobody
    has answered.
    """

    title: str
    opens: Day
    closes: Day
    asked: int
    usual: dict[str, tuple[int, ...]] = field(default_factory=dict)
    answers: tuple[int, ...] = ()
    extra: dict[str, tuple[int, ...]] = field(default_factory=dict)
    asks: str = ""  # the post that is asked by name


def build_pulses(waves, *, collaboration, scene):
    for wave in waves:
        _build(wave, collaboration, scene)


def _build(planned, collaboration, scene):
    by, first = scene.coordinator, scene.calendar.day(planned.opens)
    with history_of(PulseChange.objects, first):
        wave = transitions.draft_wave(
            collaboration=collaboration,
            by=by,
            title=planned.title,
            opens_on=first,
            closes_on=scene.calendar.day(planned.closes),
            with_extra=bool(planned.extra),
            is_sample=True,
            today=first,
        )
        chosen = _chosen(planned, collaboration, scene)
        transitions.choose_invited(wave=wave, by=by, chosen=chosen)
        wave = transitions.open_wave(wave=wave, by=by, today=first)
    if planned.answers:
        finish(planned, wave, by=by, scene=scene)


def finish(planned, wave, *, by, scene):
    """People answer, it closes, its figures are shown."""
    _answer(planned, wave, scene.calendar.day(planned.opens))
    with history_of(PulseChange.objects, scene.calendar.day(planned.closes)):
        wave = transitions.close_wave(wave=wave, by=by)
        transitions.publish_wave(wave=wave, by=by)


def _chosen(planned, collaboration, scene):
    """As many as are asked, spread over the parties, at most three of each.

    Of each party first whoever has an account, so that a mail could reach them, then on paper.
    """
    parties = parties_of(collaboration)
    places = [0] * len(parties)
    for number in range(min(planned.asked, MOST_OF_A_PARTY * len(parties))):
        places[number % len(parties)] += 1
    accounts = _accounts(parties, first=planned.asks and scene.people[planned.asks])
    return {
        party: (
            accounts[party.organization_id][:1],
            room - len(accounts[party.organization_id][:1]),
        )
        for party, room in zip(parties, places, strict=True)
    }


def _accounts(parties, first):
    """By organization the people with an account; whoever is asked by name before the others."""
    rows = User.objects.filter(organization__in=[party.organization_id for party in parties])
    found = defaultdict(list)
    for user in rows.exclude(role=SiteRole.AUDITOR).select_related("person").order_by("pk"):
        found[user.organization_id].append(user.person)
    for people in found.values():
        people.sort(key=lambda person: person != first)
    return found


def _answer(planned, wave, day):
    items = list(PulseItem.objects.of_wave(wave))
    by_mail = wave.invitations.by_mail().order_by("pk")
    on_paper = wave.invitations.on_paper().order_by("pk")
    links = links_of(wave, [*by_mail, *on_paper])
    for number, (link, shift) in enumerate(zip(links, planned.answers, strict=False)):
        said = {item.code: _step(planned, item, number, shift) for item in items}
        transitions.answer(token=link.path.split("/")[2], said=said, today=day)


def _step(planned, item, number, shift):
    if item.code in planned.extra:
        return planned.extra[item.code][number]
    good = min(5, max(1, planned.usual[item.dimension][int(item.code[1]) - 1] + shift))
    return 6 - good if item.is_reversed else good
