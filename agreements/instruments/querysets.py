"""Every way agreements and what belongs to them are read."""

from django.apps import apps
from django.db import models

from agreements.charter.querysets import ChangeQuerySet, OfCollaborationQuerySet
from agreements.instruments.register import RegisterQuerySet, is_expiring, is_in_force
from agreements.instruments.states import OPEN_AMENDMENT


class AgreementTypeQuerySet(models.QuerySet):
    def visible_to(self, user):
        """The kinds are a reference list: open to everyone who is signed in."""
        return self if user.is_authenticated else self.none()

    def in_use(self):
        return self.filter(is_active=True)


class AgreementQuerySet(RegisterQuerySet):
    def in_force(self, *, today=None):
        """Those that hold on that day, whether or not the calendar was applied yet."""
        return self.filter(is_in_force(today=today))

    def expiring(self, *, days, today=None):
        """In force, with a last day at most so many days away."""
        return self.filter(is_expiring(days, today=today))

    def with_open_amendment(self):
        """Annotate `is_being_amended`."""
        rows = apps.get_model("agreements", "Amendment").objects
        open_rows = rows.filter(agreement=models.OuterRef("pk"), state__in=OPEN_AMENDMENT)
        return self.annotate(is_being_amended=models.Exists(open_rows))

    def for_list(self):
        return self.select_related("type", "collaboration", "stage", "parent").order_by(
            "title", "pk"
        )


class OfAgreementQuerySet(OfCollaborationQuerySet):
    """Rows of an agreement: seen by whoever sees its collaboration."""

    collaboration_path = "agreement__collaboration"


class AgreementPartyQuerySet(OfAgreementQuerySet):
    def for_list(self):
        return self.select_related("party__organization").order_by("position", "pk")


class AgreementDocumentQuerySet(OfAgreementQuerySet):
    def for_page(self):
        """With the document itself, and whose copy it is."""
        return self.select_related("document", "party__party__organization")


class OfPlaceQuerySet(OfCollaborationQuerySet):
    """Rows of one party's place in an agreement."""

    collaboration_path = "place__agreement__collaboration"


class SignatureQuerySet(OfPlaceQuerySet):
    def standing(self):
        """Without those that were taken back."""
        return self.filter(withdrawn_on=None)

    def for_list(self):
        return self.select_related(
            "place__party__organization",
            "appointment__person",
            "appointment__organization",
            "power",
            "recorded_by__person",
        )


class AmendmentQuerySet(OfAgreementQuerySet):
    def open(self):
        return self.filter(state__in=OPEN_AMENDMENT)


class OfAmendmentQuerySet(OfCollaborationQuerySet):
    """Rows of an amendment."""

    collaboration_path = "amendment__agreement__collaboration"


class AgreementChangeQuerySet(ChangeQuerySet):
    collaboration_path = "agreement__collaboration"
