"""The filter of the list of proposals: what stands in the address, cleaned."""

from django.utils.translation import gettext_lazy as _

from agreements.charter.models import Collaboration
from agreements.engagement.discovery_kinds import ProposalKind, ProposalState
from collabgov.kit.filtering import (
    ListFilter,
    choice_field,
    record_field,
    search_field,
    tick_field,
)


class ProposalFilter(ListFilter):
    """What is not offered matches nothing: the list never shows more than was asked for."""

    WHERE = frozenset({"collaboration", "state", "kind"})

    q = search_field()
    collaboration = record_field(_("Collaboration"), _("Every collaboration"))
    state = choice_field(_("State"), _("Every state"), ProposalState.choices)
    kind = choice_field(_("Kind"), _("Every kind"), ProposalKind.choices)
    waiting = tick_field(_("Waits for my answer"))

    def __init__(self, data, *, user):
        super().__init__(data)
        self.user = user
        self.offer("collaboration", Collaboration.objects.visible_to(user))

    def narrow(self, proposals):
        """Return the proposals that the filter leaves."""
        if self.is_nowhere:
            return proposals.none()
        chosen = self.chosen
        proposals = proposals.mentioning(self.words)
        for name in ("collaboration", "state", "kind"):
            if name in chosen:
                proposals = proposals.filter(**{name: chosen[name]})
        return proposals.waiting_for(self.user) if chosen.get("waiting") else proposals
