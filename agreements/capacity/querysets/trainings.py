"""Every way trainings are read."""

from django.apps import apps
from django.db.models import Exists, OuterRef, Prefetch, Q

from agreements.capacity.arrangement_kinds import TrainingState
from agreements.capacity.querysets.clock import on_its_day
from agreements.capacity.querysets.standing import Reader
from agreements.capacity.querysets.words import names_of, stands_in
from agreements.charter.querysets import ChangeQuerySet, OfCollaborationQuerySet
from agreements.charter.states import CollaborationState

S = TrainingState


class TrainingQuerySet(OfCollaborationQuerySet):
    def held(self):
        return self.filter(state=S.HELD)

    def planned(self):
        return self.filter(state=S.PLANNED)

    def untold(self, *, today=None):
        """The day has come where the collaboration is, and nobody has said how it went."""
        return self.planned().filter(on_its_day(lambda day: Q(held_on__lte=day), today=today))

    def waiting_for(self, user, *, today=None):
        """Those of which the user's side, which gives them, says how they went."""
        reader = Reader(user)
        if not reader.acts:
            return self.none()
        given = self.untold(today=today).filter(reader.belongs_to("giver"))
        return given.exclude(collaboration__state=CollaborationState.CLOSED)

    def of_organization(self, organization):
        """Given or received by it; what is for all is not counted as received by one."""
        received = _receivers().filter(training=OuterRef("pk"), organization=organization)
        return self.filter(Q(giver=organization) | Exists(received))

    def given_to_exactly(self, organizations):
        """Those whose receivers are these organizations, and no other; of none: for all."""
        found = self
        for organization in organizations:
            rows = _receivers().filter(training=OuterRef("pk"), organization=organization)
            found = found.filter(Exists(rows))
        others = (
            _receivers().filter(training=OuterRef("pk")).exclude(organization__in=organizations)
        )
        return found.exclude(Exists(others))

    def mentioning(self, words):
        """Every word stands in the topic, or in the name of who gives or receives it."""
        found = self
        for word in words:
            named = stands_in(word, *names_of("organization"))
            received = Exists(_receivers().filter(named, training=OuterRef("pk")))
            found = found.filter(stands_in(word, "topic", *names_of("giver")) | received)
        return found

    def with_receivers(self):
        """Each with `to`: the organizations whose people are trained."""
        rows = _receivers().for_list()
        return self.prefetch_related(Prefetch("receivers", queryset=rows, to_attr="to"))

    def for_list(self):
        return (
            self.select_related("collaboration", "giver")
            .with_receivers()
            .order_by("-held_on", "-pk")
        )

    def for_page(self):
        return self.select_related(
            "collaboration", "giver", "document", "recorded_by__person"
        ).with_receivers()


class TrainingReceiverQuerySet(OfCollaborationQuerySet):
    collaboration_path = "training__collaboration"

    def for_list(self):
        return self.select_related("organization").order_by("organization__name", "pk")


class TrainingChangeQuerySet(ChangeQuerySet):
    collaboration_path = "training__collaboration"


def _receivers():
    return apps.get_model("agreements", "TrainingReceiver").objects.order_by()
