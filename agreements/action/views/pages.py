"""The list of commitments and the page of one."""

from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.views.generic import DetailView, ListView

from actors.importing.exporting import ExportMixin
from agreements.action.clause_changes import change_to_tell
from agreements.action.exports import commitment_table
from agreements.action.filters import CommitmentFilter
from agreements.action.forms import STEP_FORMS
from agreements.action.history import acted_for, story_of
from agreements.action.models import Commitment
from agreements.action.next_steps import answers_on_behalf, steps_for, waits_for
from agreements.action.rules import takes_part
from agreements.charter.models import Collaboration
from collabgov.kit.access import VisibleRowsMixin
from collabgov.kit.pages import CappedPaginator, PartialMixin

MOST_CHOICES = 20


class CommitmentList(ExportMixin, PartialMixin, VisibleRowsMixin, ListView):
    """Every commitment the reader may see; what is shown stands in the address."""

    model = Commitment
    template_name = "agreements/action/commitment_list.html"
    partial_name = "agreements/action/_commitments.html"
    export_name = _("commitments")
    export_table = staticmethod(commitment_table)
    context_object_name = "commitments"
    paginate_by = 25
    paginator_class = CappedPaginator

    @cached_property
    def filter(self):
        return CommitmentFilter(self.request.GET, user=self.request.user)

    def unknown_filters(self):
        return self.filter.unknown

    def get_queryset(self):
        self.narrowed = self.filter.narrow(super().get_queryset())
        shown = self.narrowed
        for view in self.filter.views:
            shown = view.narrow(shown, self.request.user)
        return shown.for_list().live_first()

    def get_context_data(self, **kwargs):
        user = self.request.user
        return super().get_context_data(**kwargs) | {
            "filter": self.filter,
            "quick_views": self.filter.links(self.narrowed, self.request.path),
            "proposable": proposable(user, self.filter.chosen.get("collaboration")),
            "has_updates": Commitment.objects.visible_to(user).updatable_by(user).exists(),
        }


def proposable(user, chosen):
    """The collaborations in which the user may propose a commitment; `chosen` is the filter's."""
    if chosen:
        return [chosen] if user.has_perm("agreements.propose_commitment", chosen) else []
    if user.is_admin or user.is_auditor:
        return []
    return list(Collaboration.objects.visible_to(user)[:MOST_CHOICES])


class CommitmentDetail(VisibleRowsMixin, DetailView):
    """One commitment: what was promised, who moves next, and its story."""

    model = Commitment
    template_name = "agreements/action/commitment_detail.html"
    context_object_name = "commitment"

    def get_queryset(self):
        return super().get_queryset().for_page()

    def get_context_data(self, **kwargs):
        commitment = self.object
        steps = steps_for(self.request.user, commitment)
        story = story_of(commitment)
        is_party = takes_part(commitment)
        return super().get_context_data(**kwargs) | {
            "steps": [step for step in steps if not step.asks],
            "asking_steps": [
                (step, STEP_FORMS[step.name](commitment=commitment)) for step in steps if step.asks
            ],
            "on_behalf": answers_on_behalf(self.request.user, commitment),
            "is_party": is_party,
            "waits_for": waits_for(commitment, is_party=is_party),
            "story": story,
            "clause_change": change_to_tell(commitment),
            **acted_for(commitment),
            "since": next((line.when for line in story if line.kind == "move"), None),
        }
