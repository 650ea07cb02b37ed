"""For whom somebody stands in which collaboration, as conditions on rows of capacity."""

from django.apps import apps
from django.db.models import Exists, OuterRef, Q

from agreements.charter.states import PartyState
from agreements.engagement.querysets.discovery import spoken_for
from collabgov.kit.periods import holds_on

NOBODY = Q(pk=None)


class Reader:
    """The places where a user speaks, works and coordinates; it asks nothing by itself."""

    def __init__(self, user):
        self.user = user
        self.acts = user.is_authenticated and not user.is_auditor

    def voices(self):
        """The rows that say today for whom the user speaks."""
        rows = apps.get_model("agreements", "Representative").objects.current().order_by()
        if not self.acts or self.user.person_id is None:
            return rows.none()
        return rows.filter(
            holds_on(prefix="party__"), party__state=PartyState.ACTIVE, person=self.user.person_id
        )

    def spoken_parties(self):
        """Parties that take part today and for which the user speaks."""
        return self.voices().values("party")

    def own_parties(self):
        """The same, and those of the user's own organization."""
        own = Q(pk__in=self.spoken_parties())
        if self.acts and self.user.organization_id:
            own |= Q(organization=self.user.organization_id)
        parties = apps.get_model("agreements", "Party").objects.current().filter(own)
        return parties.order_by().values("pk")

    def coordinated(self):
        """Collaborations that the user runs."""
        rows = apps.get_model("agreements", "Collaboration").objects
        if not self.acts:
            return rows.none().values("pk")
        return rows.coordinated_by(self.user).order_by().values("pk")

    def speaks_for(self, column, path=""):
        """Rows whose organization in `column` is one that the user speaks for there."""
        whose = {"party__organization": OuterRef(f"{path}{column}")}
        here = {"party__collaboration": OuterRef(f"{path}collaboration")}
        return Q(Exists(self.voices().filter(**here, **whose)))

    def belongs_to(self, column, path=""):
        """The same, and rows of the user's own organization."""
        own = NOBODY
        if self.acts and self.user.organization_id:
            own = Q(**{f"{path}{column}": self.user.organization_id})
        return own | self.speaks_for(column, path)

    def takes_part(self):
        """Rows of collaborations in which the user's organization, or one they speak for, is."""
        here = {"collaboration": OuterRef("collaboration")}
        own = NOBODY
        if self.acts and self.user.organization_id:
            parties = apps.get_model("agreements", "Party").objects.current().order_by()
            own = Q(Exists(parties.filter(**here, organization=self.user.organization_id)))
        spoken = self.voices().filter(party__collaboration=OuterRef("collaboration"))
        return own | Q(Exists(spoken))

    def is_asked(self, path=""):
        """Pledges whose answer and deliveries wait for the user's judgement: never their own.

        A coordinator may judge them all, and is asked where nobody else can: nobody speaks for the
        receiver, or there is none.
        """
        if not self.acts:
            return NOBODY
        place = {f"{path}collaboration__in": self.coordinated()}
        can = (
            spoken_for()
            .order_by()
            .filter(
                organization=OuterRef(f"{path}receiver"),
                collaboration=OuterRef(f"{path}collaboration"),
            )
        )
        runs = Q(~Exists(can), **place)
        here = {"party__collaboration": OuterRef(f"{path}collaboration")}
        to_all = Q(**{f"{path}receiver": None}) & Q(Exists(self.voices().filter(**here)))
        mine = runs | to_all | self.speaks_for("receiver", path)
        return mine & ~self.belongs_to("giver", path)


class Places:
    """{collaboration: organizations the user works or speaks for}, and those the user runs."""

    def __init__(self, user):
        reader = Reader(user)
        self.own, self.run = {}, frozenset()
        if not reader.acts:
            return
        spoken = reader.voices().values_list("party__collaboration", "party__organization")
        for collaboration, organization in spoken:
            self.own.setdefault(collaboration, set()).add(organization)
        if user.organization_id:
            parties = apps.get_model("agreements", "Party").objects.current().order_by()
            mine = parties.filter(organization=user.organization_id)
            for collaboration in mine.values_list("collaboration", flat=True):
                self.own.setdefault(collaboration, set()).add(user.organization_id)
        self.run = frozenset(reader.coordinated().values_list("pk", flat=True))
