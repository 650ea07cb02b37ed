"""Every way knowledge assets and their uses are read."""

from django.apps import apps
from django.db.models import Count, Exists, IntegerField, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce

from agreements.capacity.arrangement_kinds import KnowledgeState
from agreements.capacity.querysets.words import having, names_of
from agreements.charter.querysets import ChangeQuerySet, OfCollaborationQuerySet
from agreements.engagement.querysets.agenda import on_secret_question, on_secret_topic


class KnowledgeQuerySet(OfCollaborationQuerySet):
    def shared(self):
        return self.filter(state=KnowledgeState.SHARED)

    def used(self):
        """Something has rested on it."""
        return self.filter(Exists(_uses().filter(asset=OuterRef("pk"))))

    def unused(self):
        return self.exclude(Exists(_uses().filter(asset=OuterRef("pk"))))

    def of_organization(self, organization):
        return self.filter(custodian=organization)

    def mentioning(self, words):
        """Every word stands in its title, in what it is about, or in the name of who keeps it."""
        return having(self, words, "title", "about", *names_of("custodian"))

    def for_list(self):
        """With how often each was used; what is no longer kept up comes last."""
        counted = _uses().filter(asset=OuterRef("pk")).values("asset")
        counted = Subquery(counted.annotate(number=Count("pk")).values("number"))
        return (
            self.annotate(use_count=Coalesce(counted, 0, output_field=IntegerField()))
            .select_related("collaboration", "custodian")
            .order_by("-state", "title", "pk")
        )

    def for_page(self):
        return self.select_related("collaboration", "custodian", "document", "recorded_by__person")


class KnowledgeUseQuerySet(OfCollaborationQuerySet):
    collaboration_path = "asset__collaboration"

    def for_page(self):
        """With what rested on the asset, and whether that stays inside."""
        secret = Q(on_secret_topic("decision__")) | Q(on_secret_question("finding__question__"))
        return (
            self.annotate(is_confidential=secret)
            .select_related(
                "asset__collaboration",
                *("decision__meeting", "finding", "meeting", "recorded_by__person"),
            )
            .order_by("pk")
        )


class KnowledgeChangeQuerySet(ChangeQuerySet):
    collaboration_path = "asset__collaboration"


def _uses():
    return apps.get_model("agreements", "KnowledgeUse").objects.order_by()
