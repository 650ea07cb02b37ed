"""Valid waves of the pulse, and what belongs to them."""

import datetime as dt

import factory
from django.utils import timezone

from agreements.models import (
    PulseAnswer,
    PulseChange,
    PulseComment,
    PulseDiscussion,
    PulseInvitation,
    PulseItem,
    PulseLink,
    PulseResponse,
    PulseResult,
    PulseSpool,
    PulseTurn,
    PulseWave,
)
from agreements.motivation import sealing
from agreements.motivation.kinds import LEAST, LEAST_PARTIES, Dimension, Measure, PulseEvent
from agreements.motivation.states import WaveState
from agreements.motivation.transitions.items import CULTURE, current_version
from tests.factories.actors import OrganizationFactory, UserFactory
from tests.factories.charter import CollaborationFactory, PartyFactory
from tests.factories.engagement import AgendaItemFactory

SALT = "5a" * 32
OPENING = ("state", "invited", "parties_asked", "salt", "public_key")
GONE = {"left": True, "starts_on": dt.date(2001, 1, 1), "ends_on": dt.date(2001, 2, 1)}


class PulseItemFactory(factory.django.DjangoModelFactory):
    """A statement of some other version than the one that is asked."""

    class Meta:
        model = PulseItem

    code = factory.Sequence(lambda n: f"T{n % 900}")
    version = factory.Sequence(lambda n: 100 + n // 900)
    dimension = Dimension.TRUST
    text_id = "Kami percaya."
    text_en = "We trust."


class PulseWaveFactory(factory.django.DjangoModelFactory):
    """A wave that is being prepared, for the next two weeks; `opened`: five people are asked."""

    class Meta:
        model = PulseWave

    class Params:
        opened = factory.Trait(
            state=WaveState.OPEN,
            invited=LEAST,
            parties_asked=factory.LazyAttribute(
                lambda row: LEAST_PARTIES if row.collaboration else 1
            ),
            salt=SALT,
            public_key=factory.LazyFunction(lambda: sealing.public_key_of(SALT)),
        )
        of_organization = factory.Trait(
            collaboration=None,
            organization=factory.SubFactory(OrganizationFactory),
            item_version=factory.LazyFunction(lambda: current_version(CULTURE)),
        )

    collaboration = factory.SubFactory(CollaborationFactory)
    title = factory.Sequence(lambda n: f"Denyut {n}")
    opens_on = factory.LazyFunction(timezone.localdate)
    closes_on = factory.LazyAttribute(lambda row: row.opens_on + dt.timedelta(days=14))
    item_version = factory.LazyFunction(current_version)

    @classmethod
    def _create(cls, model_class, *args, **kwargs):
        """No wave is born open: people are invited first."""
        if kwargs.get("state") != WaveState.OPEN:
            return super()._create(model_class, *args, **kwargs)
        opening = {name: kwargs.pop(name) for name in OPENING}
        wave = super()._create(model_class, *args, **kwargs)
        invite_up_to_five(wave)
        return open_as(wave, **opening)


def invite_up_to_five(wave):
    """Of three parties; where there are fewer, some take part in it that left long ago."""
    parties = [None]
    if collaboration := wave.collaboration:
        asked = [row.party for row in wave.invitations.select_related("party")]
        others = collaboration.parties.exclude(pk__in=[party.pk for party in asked])
        parties = list({party.pk: party for party in [*asked, *others.order_by("pk")]}.values())
        while len(parties) < LEAST_PARTIES:
            parties.append(PartyFactory(collaboration=collaboration, **GONE))
    missing = LEAST - wave.invitations.count()
    rows = [parties[-1 - number % min(len(parties), LEAST_PARTIES)] for number in range(missing)]
    PulseInvitation.objects.bulk_create(PulseInvitation(wave=wave, party=row) for row in rows)


def open_for_its_people(wave):
    """Open it for those who are invited."""
    homes = wave.invitations.order_by().values("party").distinct()
    asked = {"invited": wave.invitations.count(), "parties_asked": homes.count()}
    key = sealing.public_key_of(SALT)
    return open_as(wave, state=WaveState.OPEN, salt=SALT, public_key=key, **asked)


def open_as(wave, **fields):
    """Open it, whatever it says of itself."""
    PulseWave.objects.filter(pk=wave.pk).update(**fields)
    wave.refresh_from_db()
    return wave


class PulseInvitationFactory(factory.django.DjangoModelFactory):
    """Somebody of a party, without a name."""

    class Meta:
        model = PulseInvitation

    wave = factory.SubFactory(PulseWaveFactory)
    party = factory.SubFactory(
        PartyFactory, collaboration=factory.SelfAttribute("..wave.collaboration")
    )


class PulseLinkFactory(factory.django.DjangoModelFactory):
    """A link of an open wave."""

    class Meta:
        model = PulseLink

    wave = factory.SubFactory(PulseWaveFactory, opened=True)
    token_hash = factory.Sequence(lambda n: f"{n:064x}")


class PulseTurnFactory(factory.django.DjangoModelFactory):
    """Somebody who has not answered yet."""

    class Meta:
        model = PulseTurn

    invitation = factory.LazyFunction(lambda: PulseWaveFactory(opened=True).invitations.first())
    token_hash = factory.Sequence(lambda n: f"{n:064x}")


class PulseSpoolFactory(factory.django.DjangoModelFactory):
    """A sealed answer that nobody can open."""

    class Meta:
        model = PulseSpool

    wave = factory.SubFactory(PulseWaveFactory, opened=True)
    sealed = b"sealed"


class PulseResponseFactory(factory.django.DjangoModelFactory):
    """An answer without any step."""

    class Meta:
        model = PulseResponse

    wave = factory.SubFactory(PulseWaveFactory, opened=True)


class PulseAnswerFactory(factory.django.DjangoModelFactory):
    """One step of an answer."""

    class Meta:
        model = PulseAnswer

    response = factory.SubFactory(PulseResponseFactory)
    item = factory.SubFactory(PulseItemFactory)
    value = 4


def enough_answers(wave):
    for _number in range(15):
        PulseResponseFactory(wave=wave)
    return wave


class PulseCommentFactory(factory.django.DjangoModelFactory):
    """A comment on a wave that enough people answered."""

    class Meta:
        model = PulseComment

    wave = factory.LazyFunction(lambda: enough_answers(PulseWaveFactory(opened=True)))
    text = "Rapat terlalu lama."


def published_remark(collaboration):
    """A remark on a pulse of last year that everybody of the collaboration reads."""
    start = timezone.localdate() - dt.timedelta(days=400)
    wave = PulseWaveFactory(collaboration=collaboration, opens_on=start, opened=True)
    remark = PulseCommentFactory(wave=enough_answers(wave))
    rows = PulseWave.objects.filter(pk=wave.pk)
    rows.update(state=WaveState.CLOSED, answered=15, salt="")
    rows.update(state=WaveState.PUBLISHED)
    return remark


class PulseResultFactory(factory.django.DjangoModelFactory):
    """Trust, by the answers of all five who were asked."""

    class Meta:
        model = PulseResult

    wave = factory.SubFactory(PulseWaveFactory, opened=True)
    measure = Measure.TRUST
    n = 5
    invited = 5
    median = 4
    mean = 3.8
    rule_version = 1


class PulseDiscussionFactory(factory.django.DjangoModelFactory):
    """The results of a wave, on the agenda of a meeting of its collaboration."""

    class Meta:
        model = PulseDiscussion

    wave = factory.SubFactory(PulseWaveFactory)
    item = factory.SubFactory(
        AgendaItemFactory,
        meeting__collaboration=factory.SelfAttribute("...wave.collaboration"),
    )


class PulseChangeFactory(factory.django.DjangoModelFactory):
    """The first line of a wave's history."""

    class Meta:
        model = PulseChange

    wave = factory.SubFactory(PulseWaveFactory)
    event = PulseEvent.DRAFTED
    to_state = WaveState.DRAFT
    made_by = factory.SubFactory(UserFactory)
