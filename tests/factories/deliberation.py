"""Valid options, positions on decisions, and answers to objections."""

import factory

from agreements.charter.stances import Stance
from agreements.engagement.states import DecisionState
from agreements.models import (
    DecisionChange,
    ObjectionAnswer,
    Option,
    Position,
    PositionChange,
)
from tests.factories.actors import UserFactory
from tests.factories.charter import PartyFactory, days_ago
from tests.factories.engagement import AgendaItemFactory, DecisionFactory


class OptionFactory(factory.django.DjangoModelFactory):
    """An option with something for and against it."""

    class Meta:
        model = Option

    agenda_item = factory.SubFactory(AgendaItemFactory)
    title = factory.Sequence(lambda n: f"Pilihan {n}")
    pros = "Cepat."
    cons = "Mahal."


class PutForwardFactory(DecisionFactory):
    """A decision under deliberation, on a topic of its meeting."""

    agenda_item = factory.SubFactory(AgendaItemFactory, meeting=factory.SelfAttribute("..meeting"))
    state = DecisionState.UNDER_DELIBERATION
    was_put_forward = True


class PositionFactory(factory.django.DjangoModelFactory):
    """A party that has not said anything yet; `objects` has, for a reason."""

    class Meta:
        model = Position

    class Params:
        objects = factory.Trait(
            stance=Stance.OBJECT, reason="Belum dianggarkan.", stated_on=days_ago(3)
        )

    decision = factory.SubFactory(PutForwardFactory)
    party = factory.SubFactory(
        PartyFactory, collaboration=factory.SelfAttribute("..decision.meeting.collaboration")
    )


class PositionChangeFactory(factory.django.DjangoModelFactory):
    """What a party said once."""

    class Meta:
        model = PositionChange

    position = factory.SubFactory(PositionFactory)
    stance = Stance.SUPPORT
    made_by = factory.SubFactory(UserFactory)


class ObjectionAnswerFactory(factory.django.DjangoModelFactory):
    """An answer to the objection of a party, in the words it has."""

    class Meta:
        model = ObjectionAnswer

    position = factory.SubFactory(PositionFactory, objects=True)
    objection = factory.LazyAttribute(lambda o: o.position.reason)
    text = "Anggaran perubahan menampungnya."
    answered_by = factory.SubFactory(UserFactory)


class DecisionChangeFactory(factory.django.DjangoModelFactory):
    """The line of a decision's history on its being put forward."""

    class Meta:
        model = DecisionChange

    decision = factory.SubFactory(PutForwardFactory)
    to_state = DecisionState.PROPOSED
    made_by = factory.SubFactory(UserFactory)
