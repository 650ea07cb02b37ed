"""Every way problem definitions and shared terms are read."""

from django.db.models import Case, Exists, OuterRef, Q, When
from django.db.models.functions import Lower

from agreements.charter.querysets import ChangeQuerySet, OfCollaborationQuerySet
from agreements.charter.states import OPEN_VERSION, VersionState
from agreements.engagement.states import CURRENT_TERM, TermState


class DefinitionQuerySet(OfCollaborationQuerySet):
    def agreed(self):
        return self.filter(state=VersionState.AGREED)

    def open(self):
        """Being written, or with the parties."""
        return self.filter(state__in=OPEN_VERSION)

    def first_shown(self):
        """The version that matters now: the agreed one, else the newest."""
        agreed_first = Case(When(state=VersionState.AGREED, then=0), default=1)
        return self.order_by(agreed_first, "-order")


class OfDefinitionQuerySet(OfCollaborationQuerySet):
    collaboration_path = "definition__collaboration"


class TermQuerySet(OfCollaborationQuerySet):
    def current(self):
        """What is agreed, and what somebody proposes."""
        return self.filter(state__in=CURRENT_TERM)

    def agreed(self):
        return self.filter(state=TermState.AGREED)

    def mentioning(self, words):
        """Every word in the term, in another name for it or in what it means."""
        found = self
        for word in words:
            found = found.filter(
                Q(term__icontains=word)
                | Q(synonyms__icontains=word)
                | Q(definition__icontains=word)
            )
        return found

    def with_next_version(self):
        """Annotate `has_next`: somebody proposes another wording of it."""
        proposed = self.model.objects.filter(replaces=OuterRef("pk"), state=TermState.PROPOSED)
        return self.annotate(has_next=Exists(proposed.order_by()))

    def for_list(self):
        """By the alphabet; of one term the agreed version before the proposed one."""
        what_holds = Case(When(state=TermState.AGREED, then=0), default=1)
        return self.select_related("replaces", "decision__meeting").order_by(
            Lower("term"), what_holds, "-order", "pk"
        )


class TermChangeQuerySet(ChangeQuerySet):
    collaboration_path = "term__collaboration"
