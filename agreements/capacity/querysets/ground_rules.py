"""Every way ground rules are read."""

from django.apps import apps
from django.db.models import OuterRef, Q, Subquery

from agreements.capacity.arrangement_kinds import GroundRuleState
from agreements.charter.querysets import ChangeQuerySet, OfCollaborationQuerySet
from agreements.engagement.querysets.agenda import on_secret_topic

S = GroundRuleState


class GroundRuleQuerySet(OfCollaborationQuerySet):
    def adopted(self):
        """Those that hold."""
        return self.filter(state=S.ADOPTED)

    def proposed(self):
        return self.filter(state=S.PROPOSED)

    def over(self):
        """Replaced or withdrawn."""
        return self.filter(state__in=[S.REPLACED, S.WITHDRAWN])

    def settled_by(self, decisions):
        """Those that these decisions brought in or ended, in the order of the list."""
        touched = Q(decision__in=decisions) | Q(ended_by__in=decisions)
        return self.filter(touched).order_by("position", "pk")

    def for_list(self):
        """In the order of the list, with their decisions and whether these stay inside."""
        rows = self.annotate(
            is_confidential=on_secret_topic("decision__"), worded_at=_last_wording()
        )
        return rows.select_related(
            "collaboration", "decision__meeting", "ended_by__meeting", "replaces"
        ).order_by("position", "pk")

    def for_page(self):
        return self.for_list().select_related("recorded_by__person")


def _last_wording():
    """When its words were last written: while it was proposed, afterwards nobody may."""
    lines = apps.get_model("agreements", "GroundRuleChange").objects.order_by("-made_at", "-pk")
    words = lines.filter(rule=OuterRef("pk"), to_state=S.PROPOSED)
    return Subquery(words.values("made_at")[:1])


class GroundRuleChangeQuerySet(ChangeQuerySet):
    collaboration_path = "rule__collaboration"
