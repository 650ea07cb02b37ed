"""Valid requests for assistance with what belongs to them."""

import datetime as dt
from decimal import Decimal

import factory
from django.db import transaction
from django.utils import timezone

from agreements.capacity.assistance_kinds import (
    AssistanceOutcome,
    AssistanceState,
    HelpKind,
    Usefulness,
)
from agreements.models import (
    AssistanceChange,
    AssistanceCost,
    AssistanceEscalation,
    AssistanceGround,
    AssistanceRequest,
    AssistanceResponse,
    AssistanceTerm,
    GroundKind,
    RefusalGround,
)
from tests.factories.actors import UserFactory
from tests.factories.charter import CollaborationFactory, PartyFactory, days_ago
from tests.factories.documents import DocumentFactory

S = AssistanceState


def days_ahead(days):
    return factory.LazyFunction(lambda: timezone.localdate() + dt.timedelta(days=days))


class GroundKindFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = GroundKind

    code = factory.Sequence(lambda n: f"alasan-{n}")
    name = factory.Sequence(lambda n: f"Kekurangan tenaga {n}")
    law = "UU 30/2014 Pasal 35"
    position = factory.Sequence(lambda n: n + 1)


class RefusalGroundFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = RefusalGround

    code = factory.Sequence(lambda n: f"penolakan-{n}")
    name = factory.Sequence(lambda n: f"Melebihi anggaran {n}")
    law = "UU 30/2014 Pasal 36"
    position = factory.Sequence(lambda n: n + 1)


class AssistanceTermFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = AssistanceTerm
        django_get_or_create = ("is_emergency",)

    is_emergency = False
    days = 10
    superior_days = 5


class AssistanceRequestFactory(factory.django.DjangoModelFactory):
    """Submitted two days ago on one ground, needed in three weeks."""

    class Meta:
        model = AssistanceRequest

    class Params:
        draft = factory.Trait(state=S.DRAFT, submitted_on=None, answer_due_on=None)
        emergency = factory.Trait(is_emergency=True, emergency_reason="Banjir di tiga desa.")
        completed = factory.Trait(
            state=S.COMPLETED,
            ended_on=days_ago(0),
            result="Data diterima.",
            usefulness=Usefulness.FULLY,
        )
        late = factory.Trait(submitted_on=days_ago(30), answer_due_on=days_ago(16))

    collaboration = factory.SubFactory(CollaborationFactory)
    from_party = factory.SubFactory(
        PartyFactory, collaboration=factory.SelfAttribute("..collaboration")
    )
    to_party = factory.SubFactory(
        PartyFactory, collaboration=factory.SelfAttribute("..collaboration")
    )
    liable_party = factory.SelfAttribute("from_party")
    subject = factory.Sequence(lambda n: f"Dua enumerator {n}")
    kind = HelpKind.STAFF
    what = "Dua orang selama dua minggu untuk verifikasi lapangan."
    needed_by = days_ahead(21)
    state = S.SUBMITTED
    submitted_on = days_ago(2)
    answer_due_on = days_ahead(12)
    recorded_by = factory.SubFactory(UserFactory)

    @classmethod
    def _create(cls, model_class, *args, grounds=None, **kwargs):
        """Together with its grounds: nothing is submitted without one."""
        with transaction.atomic():
            request = super()._create(model_class, *args, **kwargs)
            for kind in grounds if grounds is not None else [GroundKindFactory()]:
                AssistanceGround.objects.create(request=request, kind=kind)
        return request


class AssistanceGroundFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = AssistanceGround

    request = factory.SubFactory(AssistanceRequestFactory)
    kind = factory.SubFactory(GroundKindFactory)


class AssistanceResponseFactory(factory.django.DjangoModelFactory):
    """Accepted in part yesterday; `refused` in writing, with its letter."""

    class Meta:
        model = AssistanceResponse

    class Params:
        refused = factory.Trait(
            outcome=AssistanceOutcome.REFUSE,
            offered="",
            reason="Anggaran tahun ini sudah habis terpakai.",
            refusal_ground=factory.SubFactory(RefusalGroundFactory),
            letter=factory.SubFactory(
                DocumentFactory,
                collaboration=factory.SelfAttribute("..request.collaboration"),
            ),
        )

    request = factory.SubFactory(AssistanceRequestFactory)
    outcome = AssistanceOutcome.PARTIAL
    offered = "Satu orang selama satu minggu."
    withheld = factory.LazyAttribute(
        lambda answer: (
            "Orang kedua bertugas di tempat lain."
            if answer.outcome == AssistanceOutcome.PARTIAL
            else ""
        )
    )
    given_on = days_ago(1)
    given_by = factory.SubFactory(UserFactory)

    @classmethod
    def _create(cls, model_class, *args, state=None, **kwargs):
        """Together with the state that says the same."""
        states = {"accept": S.ACCEPTED, "partial": S.PARTLY, "refuse": S.REFUSED}
        with transaction.atomic():
            answer = super()._create(model_class, *args, **kwargs)
            answer.request.state = state or states[answer.outcome]
            answer.request.save(update_fields=["state"])
        return answer


class AssistanceEscalationFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = AssistanceEscalation

    request = factory.SubFactory(AssistanceRequestFactory, late=True)
    reason = "Belum ada jawaban setelah dua minggu."
    escalated_on = days_ago(1)
    due_on = days_ahead(4)
    escalated_by = factory.SubFactory(UserFactory)


class AssistanceCostFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = AssistanceCost

    request = factory.LazyFunction(lambda: AssistanceResponseFactory().request)
    collaboration = factory.SelfAttribute("request.collaboration")
    item = factory.Sequence(lambda n: f"Uang harian {n}")
    amount = Decimal("3000000")
    requester_share = Decimal("2000000")
    giver_share = Decimal("1000000")
    budget_line = factory.Sequence(lambda n: f"5.1.02.{n}")
    line_owner = factory.LazyAttribute(
        lambda cost: cost.request.from_party.organization if cost.budget_line else None
    )


class AssistanceChangeFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = AssistanceChange

    request = factory.SubFactory(AssistanceRequestFactory)
    to_state = S.SUBMITTED
    made_by = factory.SubFactory(UserFactory)
