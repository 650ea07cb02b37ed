"""The list of commitments and the page of one."""

from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.views.generic import DetailView, ListView

from agreements.action.filters import QUICK_VIEWS, CommitmentFilter
from agreements.action.forms import STEP_FORMS
from agreements.action.history import story_of
from agreements.action.models import Commitment
from agreements.action.next_steps import answers_on_behalf, steps_for, waits_for
from agreements.charter.models import Collaboration
from collabgov.kit.access import VisibleRowsMixin
from collabgov.kit.pages import CappedPaginator, PartialMixin, capped_count


class CommitmentList(PartialMixin, VisibleRowsMixin, ListView):
    """Every commitment the reader may see; what is shown stands in the address."""

    model = Commitment
    template_name = "agreements/action/commitment_list.html"
    partial_name = "agreements/action/_commitments.html"
    context_object_name = "commitments"
    paginate_by = 25
    paginator_class = CappedPaginator

    @cached_property
    def filter(self):
        return CommitmentFilter(self.request.GET, user=self.request.user)

    def get_queryset(self):
        self.narrowed = self.filter.narrow(super().get_queryset())
        shown = self.narrowed
        for view in self.filter.views:
            shown = view.narrow(shown, self.request.user)
        return shown.for_list().live_first()

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        return context | {
            "filter": self.filter,
            "quick_views": self._quick_views(),
            "proposable": self._proposable(),
            "has_updates": Commitment.objects.visible_to(self.request.user)
            .updatable_by(self.request.user)
            .exists(),
        }

    def _quick_views(self):
        """Every view with its count within the filter, its address, and whether it is on."""
        user, shown = self.request.user, self.filter.views
        views = [self._link(None, self.narrowed, is_on=not shown)]
        for view in QUICK_VIEWS:
            rows = view.narrow(self.narrowed, user)
            views.append(self._link(view, rows, is_on=view in shown))
        return views

    def _link(self, view, rows, *, is_on):
        address = self.request.GET.copy()
        for key in ("page", *(other.key for other in QUICK_VIEWS)):
            address.pop(key, None)
        if view:
            address[view.key] = "1"
        return {
            "label": view.label if view else _("All"),
            "url": f"{self.request.path}?{address.urlencode()}",
            "count": capped_count(rows),
            "is_on": is_on,
        }

    def _proposable(self):
        """The collaborations in which the reader may propose a commitment."""
        user = self.request.user
        if chosen := self.filter.chosen.get("collaboration"):
            return [chosen] if user.has_perm("agreements.propose_commitment", chosen) else []
        if user.is_admin or user.is_auditor:
            return []
        return list(Collaboration.objects.visible_to(user)[:20])


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
        return super().get_context_data(**kwargs) | {
            "steps": [step for step in steps if not step.asks],
            "asking_steps": [
                (step, STEP_FORMS[step.name](commitment=commitment)) for step in steps if step.asks
            ],
            "on_behalf": answers_on_behalf(self.request.user, commitment),
            "waits_for": waits_for(commitment),
            "story": story,
            "since": next((line.when for line in story if line.kind == "move"), None),
        }
