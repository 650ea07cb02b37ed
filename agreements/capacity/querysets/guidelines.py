"""Every way guidelines are read."""

from django.db.models import Case, F, Q, Value, When

from agreements.capacity.arrangement_kinds import IN_THE_MAKING, PUBLISHED, GuidelineState
from agreements.capacity.querysets.clock import on_its_day
from agreements.capacity.querysets.standing import Reader
from agreements.capacity.querysets.words import having, names_of
from agreements.charter.querysets import ChangeQuerySet, OfCollaborationQuerySet
from agreements.charter.states import CollaborationState

S = GuidelineState
OF_CLOSED = Q(collaboration__state=CollaborationState.CLOSED)
LIFE = {state: place for place, state in enumerate((S.REVIEW, S.DRAFTING, S.ISSUED, S.REVOKED))}


class GuidelineQuerySet(OfCollaborationQuerySet):
    def in_the_making(self):
        return self.filter(state__in=IN_THE_MAKING)

    def issued(self):
        """Those that hold."""
        return self.filter(state=S.ISSUED)

    def published(self):
        """Issued at some time, whatever became of it."""
        return self.filter(state__in=PUBLISHED)

    def late(self, *, today=None):
        """Not issued, and the day has passed where the collaboration is at home."""
        passed = on_its_day(lambda day: Q(due_on__lt=day), today=today)
        return self.in_the_making().filter(passed)

    def waiting_for(self, user, *, today=None):
        """Late ones that the user's side drafts, or reviews and issues."""
        reader = Reader(user)
        if not reader.acts:
            return self.none()
        ready = Q(reviewer=None) | Q(reviewed_by__isnull=False)
        reads = (~ready & reader.belongs_to("reviewer")) | (ready & reader.belongs_to("owner"))
        turn = (Q(state=S.DRAFTING) & reader.belongs_to("drafter")) | (Q(state=S.REVIEW) & reads)
        return self.late(today=today).filter(turn).exclude(OF_CLOSED)

    def due(self, *, today=None):
        """Those of which one may say by now whether they were issued: issued, or late."""
        passed = on_its_day(lambda day: Q(due_on__lt=day), today=today)
        return self.filter(Q(state=S.ISSUED) | (Q(state__in=IN_THE_MAKING) & passed))

    def of_organization(self, organization):
        """Issued, drafted or reviewed by it."""
        return self.filter(
            Q(owner=organization) | Q(drafter=organization) | Q(reviewer=organization)
        )

    def mentioning(self, words):
        """Every word stands in its title, its number, or in the name of who issues it."""
        return having(self, words, "title", "number", *names_of("owner"))

    def for_list(self):
        """What is in the making first, what presses before the rest."""
        stages = [When(state=state, then=Value(place // 2)) for state, place in LIFE.items()]
        return self.select_related("collaboration", "owner", "drafter", "reviewer").order_by(
            Case(*stages), F("due_on").asc(nulls_last=True), "title", "pk"
        )

    def for_page(self):
        return self.select_related(
            "collaboration",
            "owner",
            "drafter",
            "reviewer",
            "document",
            "handed_in__document",
            "reviewed_by__person",
            "recorded_by__person",
        )


class GuidelineChangeQuerySet(ChangeQuerySet):
    collaboration_path = "guideline__collaboration"
